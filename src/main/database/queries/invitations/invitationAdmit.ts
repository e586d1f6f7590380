import type { InputOf, OutputOf } from '@shared/contract'
import { AppError } from '@shared/errors'
import type { Writer } from '../../engine/writer'
import type { Done } from '../../handler'
import { join } from '../communities/communityMembers'
import { cameThrough } from '../members/inviters'
import { saveMember } from '../members/memberSave'
import { saveInvitationContact } from './invitationContact'
import { invitationById, type StoredInvitation } from './invitationSave'

/**
 * Makes somebody who was invited a member of the community; who is in no directory yet comes into it, unless somebody
 * there has the same e-mail address.
 *
 * @throws AppError `not-found`, or `invalid-input` for a day before they were invited.
 */
export function admit(
  writer: Writer,
  { id, joinedOn }: InputOf<'invitations.admit'>,
): Done<OutputOf<'invitations.admit'>> {
  const invitation = invitationById(writer, id)
  const { communityId, community, invitedOn } = invitation
  if (invitedOn !== null && joinedOn < invitedOn)
    throw new AppError('invalid-input', `They were invited on ${invitedOn}.`, 'joinedOn')
  const { memberId, isNew } = memberOf(writer, invitation, joinedOn)
  if (!isNew) activate(writer, memberId, invitation, joinedOn)
  writer.update('invitations', id, {
    member_id: memberId,
    name: null,
    email: null,
    answer: 'accepted',
    answered_on: invitation.answeredOn ?? joinedOn,
    updated_at: writer.now,
  })
  saveInvitationContact(writer, id)
  join(writer, { id: communityId, memberIds: [memberId], role: null, joinedOn })
  return { value: { memberId, isNew }, summary: `${invitation.name} accepted and joined ${community}` }
}

function memberOf(
  writer: Writer,
  { memberId, name, email, invitedById }: StoredInvitation,
  joinedOn: string,
): { memberId: number; isNew: boolean } {
  if (memberId !== null) return { memberId, isNew: false }
  const known =
    email === null
      ? undefined
      : writer.value<number>(
          'SELECT id FROM members WHERE lower(email) = lower(?) AND erased_at IS NULL ORDER BY archived_at IS NOT NULL, id LIMIT 1',
          email,
        )
  if (known !== undefined) return { memberId: known, isNew: false }
  const { value } = saveMember(writer, {
    id: null,
    member: { ...nothingElse, name, email, joinedOn, invitedBy: invitedById },
  })
  return { memberId: value.id, isNew: true }
}

const nothingElse = {
  sortName: '',
  phone: null,
  status: 'active',
  role: 'neither',
  jobTitle: null,
  organisation: null,
  location: null,
  department: null,
  capacity: null,
  externalId: null,
  about: null,
  skillsOffered: [],
  skillsWanted: [],
  timeZone: null,
  hours: null,
  seniority: null,
  manager: null,
  languages: [],
} as const satisfies Partial<Parameters<typeof saveMember>[1]['member']>

/** Who was thought of, or invited, belongs to the program now. */
function activate(writer: Writer, id: number, { invitedById }: StoredInvitation, joinedOn: string): void {
  const member = writer.get<{
    status: string
    joinedOn: string | null
    invitedBy: number | null
    archivedAt: string | null
    erasedAt: string | null
  }>(
    `SELECT status, joined_on AS joinedOn, invited_by AS invitedBy, archived_at AS archivedAt, erased_at AS erasedAt
      FROM members WHERE id = ?`,
    id,
  )
  if (member?.erasedAt) throw new AppError('conflict', 'Nobody who was erased can become a member again.')
  if (member?.status !== 'prospect' && member?.status !== 'invited') {
    // Whoever takes part again is in the lists again.
    if (member?.archivedAt) writer.update('members', id, { archived_at: null, updated_at: writer.now })
    return
  }
  writer.update('members', id, {
    status: 'active',
    joined_on: member.joinedOn ?? joinedOn,
    invited_by:
      member.invitedBy ??
      (invitedById === null || cameThrough(writer, invitedById, [id]) ? null : invitedById),
    archived_at: null,
    updated_at: writer.now,
  })
}
