import { dayNumber } from '@shared/domain/calendar'
import type { Writer } from '../../engine/writer'

/** What an interaction of an invitation is: who invited has reached out to who was invited. */
export const invitationInteraction = { directed: 1, kind: 'invitation' } as const

/** SQL for the contacts that follow from invitations `v`: both are in the directory, and it was spoken. */
export const contactsOfInvitations = `
  SELECT v.invited_by AS from_id, v.member_id AS to_id, ${invitationInteraction.directed} AS directed,
    CAST(julianday(v.invited_on) - 2440587.5 AS INTEGER) AS day, v.invited_on AS at,
    '${invitationInteraction.kind}' AS kind, v.community_id, v.id AS invitation_id
  FROM invitations v
  WHERE v.invited_by <> v.member_id AND v.invited_on IS NOT NULL`

/** Brings the contact of an invitation in line with it. */
export function saveInvitationContact(writer: Writer, id: number): void {
  const wanted = writer.get<{ from: number; to: number; at: string; communityId: number }>(
    `SELECT from_id AS "from", to_id AS "to", at, community_id AS communityId
      FROM (${contactsOfInvitations}) WHERE invitation_id = ?`,
    id,
  )
  const known = writer.value<number>('SELECT id FROM interactions WHERE invitation_id = ?', id)
  if (!wanted) {
    if (known !== undefined) writer.remove('interactions', known)
    return
  }
  const { from, to, at, communityId } = wanted
  const row = { from_id: from, to_id: to, day: dayNumber(at), at, community_id: communityId }
  if (known !== undefined) writer.update('interactions', known, row)
  else writer.insert('interactions', { ...row, ...invitationInteraction, invitation_id: id })
}
