import type { Writer } from '../engine/writer'
import { contactsOfAsks } from '../queries/asks/askContacts'
import { contactsOfInvitations } from '../queries/invitations/invitationContact'
import { reuseContacts } from '../queries/knowledge/reuseContacts'
import { mendDrawn } from './mendDrawn'

/** Contacts that follow from asks. */
export function mendAsks(writer: Writer): void {
  mendDrawn(writer, 'ask_id', contactsOfAsks)
}

/** The same for invitations. */
export function mendInvitations(writer: Writer): void {
  mendDrawn(writer, 'invitation_id', contactsOfInvitations)
}

/** The same for uses of knowledge. */
export function mendReuses(writer: Writer): void {
  mendDrawn(writer, 'reuse_id', reuseContacts)
}
