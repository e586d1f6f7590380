import type { invitations } from '@shared/contract/invitations'
import type { ActivityColumns } from '../../analytics/columns'
import type { Handlers } from '../../handler'
import { admit } from './invitationAdmit'
import { writeLetters } from './invitationLetters'
import { listInvitations, saveLetter } from './invitationList'
import { answerInvitation, removeInvitation, saveInvitation, spokenWith } from './invitationSave'

export function createInvitationHandlers(columns: ActivityColumns): Handlers<typeof invitations> {
  return {
    'invitations.list': (db, input) => listInvitations(db, columns, input),
    'invitations.save': saveInvitation,
    'invitations.answer': answerInvitation,
    'invitations.spoken': spokenWith,
    'invitations.admit': admit,
    'invitations.remove': removeInvitation,
    'invitations.saveLetter': saveLetter,
    'invitations.writeLetters': writeLetters,
  }
}
