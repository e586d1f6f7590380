import type { InputOf } from '@shared/contract'
import type { InvitationInput } from '@shared/contract/invitations'
import type { Deletion } from '@shared/contract/trash'
import type { InvitationAnswer } from '@shared/domain/vocabulary'
import { AppError } from '@shared/errors'
import type { Reader } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import type { Done } from '../../handler'
import { commandOf, moveToTrash } from '../../trash/kinds'
import { communityById } from '../communities/communityRecord'
import { memberNames, namesInWords } from '../references'
import { saveInvitationContact } from './invitationContact'

interface Saving {
  id: number | null
  communityId: number
  invitation: InvitationInput
}

/** @throws AppError `not-found`; `conflict` for who is invited already, or by themselves. */
export function saveInvitation(
  writer: Writer,
  { id, communityId, invitation }: Saving,
): Done<{ id: number }> {
  const { name: community } = communityById(writer, communityId)
  assertKnown(writer, invitation)
  assertFree(writer, { id, communityId, invitation })
  const { memberId, name, email, invitedById, invitedOn, note } = invitation
  const columns = {
    member_id: memberId,
    // Who is in the directory is called as they are there.
    name: memberId === null ? name : null,
    email: memberId === null ? email : null,
    invited_by: invitedById,
    invited_on: invitedOn,
    note,
  }
  let saved = id
  if (saved === null) {
    const stamps = { created_at: writer.now, updated_at: writer.now }
    saved = writer.insert('invitations', { community_id: communityId, ...columns, ...stamps })
  } else {
    invitationById(writer, saved)
    if (writer.update('invitations', saved, columns)) touch(writer, saved)
  }
  saveInvitationContact(writer, saved)
  const { name: who } = invitationById(writer, saved)
  const what = id !== null ? 'Changes to the invitation of' : invitedOn === null ? 'Thought of' : 'Invited'
  return { value: { id: saved }, summary: `${what} ${who}, ${community}` }
}

/** @throws AppError `not-found`; `invalid-input` for a day before they were invited. */
export function answerInvitation(
  writer: Writer,
  { id, answer, answeredOn }: { id: number; answer: InvitationAnswer | null; answeredOn: string },
): Done<{ id: number }> {
  const { name, community, invitedOn } = invitationById(writer, id)
  if (answer !== null && invitedOn !== null && answeredOn < invitedOn)
    throw new AppError('invalid-input', `They were invited on ${invitedOn}.`, 'answeredOn')
  const changes = { answer, answered_on: answer === null ? null : answeredOn }
  if (writer.update('invitations', id, changes)) touch(writer, id)
  return { value: { id }, summary: `${name}, ${community}: ${answer ?? 'no answer yet'}` }
}

/** @throws AppError `not-found`. */
export function spokenWith(
  writer: Writer,
  { ids, invitedOn }: InputOf<'invitations.spoken'>,
): Done<{ spoken: number }> {
  const open = [...new Set(ids)]
    .map((id) => ({ id, ...invitationById(writer, id) }))
    .filter((one) => one.invitedOn === null)
  for (const { id } of open) {
    writer.update('invitations', id, { invited_on: invitedOn, updated_at: writer.now })
    saveInvitationContact(writer, id)
  }
  const words = namesInWords(open.map(({ name }) => name))
  return { value: { spoken: open.length }, summary: `Invited ${words}, ${open[0]?.community ?? ''}` }
}

export function removeInvitation(writer: Writer, { id }: { id: number }): Done<Deletion> {
  const { name, community } = invitationById(writer, id)
  const trash = [moveToTrash(writer, 'invitations', id)]
  return {
    value: { command: commandOf(writer), trash },
    summary: `Deleted the invitation of ${name}, ${community}`,
  }
}

function touch(writer: Writer, id: number): void {
  writer.update('invitations', id, { updated_at: writer.now })
}

export interface StoredInvitation {
  communityId: number
  community: string
  memberId: number | null
  name: string
  email: string | null
  invitedById: number | null
  invitedOn: string | null
  answeredOn: string | null
}

/** @throws AppError `not-found`. */
export function invitationById(db: Reader, id: number): StoredInvitation {
  const found = db.get<StoredInvitation>(
    `SELECT v.community_id AS communityId, c.name AS community, v.member_id AS memberId,
        coalesce(m.name, v.name, '${nobody}') AS name, v.email, v.invited_by AS invitedById,
        v.invited_on AS invitedOn, v.answered_on AS answeredOn
      FROM invitations v JOIN communities c ON c.id = v.community_id LEFT JOIN members m ON m.id = v.member_id
      WHERE v.id = ?`,
    id,
  )
  if (found) return found
  throw new AppError('not-found', 'This invitation is no longer there; it may have been removed meanwhile.')
}

/** What somebody is called of whom neither a record nor a name is left. */
export const nobody = 'Somebody'

function assertKnown(db: Reader, { memberId, invitedById }: InvitationInput): void {
  const known = memberNames(
    db,
    [memberId, invitedById].filter((id) => id !== null),
  )
  for (const [field, member] of Object.entries({ memberId, invitedById })) {
    if (member !== null && !known.has(member))
      throw new AppError(
        'not-found',
        'They are no longer in the directory. Choose again.',
        `invitation.${field}`,
      )
  }
  if (memberId !== null && memberId === invitedById)
    throw new AppError(
      'conflict',
      'Nobody invites themselves. Choose another member.',
      'invitation.invitedById',
    )
}

/** Somebody is on the list once, until they have declined. */
function assertFree(db: Reader, { id, communityId, invitation }: Saving): void {
  const { memberId, name, email } = invitation
  const other = db.value<string>(
    `SELECT coalesce(m.name, v.name) FROM invitations v LEFT JOIN members m ON m.id = v.member_id
      WHERE v.community_id = @communityId AND v.id IS NOT @id AND v.answer IS NOT 'declined'
        AND iif(@memberId IS NULL,
          v.member_id IS NULL AND (v.email = @email COLLATE NOCASE OR @email IS NULL AND v.name = @name COLLATE NOCASE),
          v.member_id = @memberId)
      LIMIT 1`,
    { id, communityId, memberId, name, email },
  )
  if (other !== undefined)
    throw new AppError(
      'conflict',
      `${other} is on the list already.`,
      memberId === null ? 'invitation.name' : 'invitation.memberId',
    )
}
