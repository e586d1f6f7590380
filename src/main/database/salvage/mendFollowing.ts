import type { Writer } from '../engine/writer'
import { contactsOfAsks } from '../queries/asks/askContacts'
import { contactsOfInvitations } from '../queries/invitations/invitationContact'
import { reuseContacts } from '../queries/knowledge/reuseContacts'

const columns = ['from_id', 'to_id', 'directed', 'day', 'at', 'kind', 'community_id']

/** Contacts of asks that were found keep their numbers; others are made anew, and those that are none go. */
export function mendAsks(writer: Writer): void {
  mend(writer, 'ask_id', contactsOfAsks)
}

/** The same for invitations. */
export function mendInvitations(writer: Writer): void {
  mend(writer, 'invitation_id', contactsOfInvitations)
}

/** The same for uses of knowledge. */
export function mendReuses(writer: Writer): void {
  mend(writer, 'reuse_id', reuseContacts)
}

function mend(writer: Writer, of: string, following: string): void {
  const all = [...columns, of]
  const same = all.map((column) => `i.${column} IS c.${column}`).join(' AND ')
  writer.derive(`CREATE TABLE temp.following AS ${following}`)
  writer.derive(`CREATE INDEX temp.following_from ON following (${of}, from_id)`)
  writer.derive(
    `DELETE FROM interactions WHERE ${of} IS NOT NULL AND id NOT IN (
      SELECT min(i.id) FROM interactions i JOIN temp.following c ON ${same} GROUP BY i.${of}, i.from_id, i.day
    )`,
  )
  writer.derive(
    `INSERT INTO interactions (${all.join(', ')}) SELECT ${all.join(', ')} FROM temp.following c
      WHERE NOT EXISTS (SELECT 1 FROM interactions i WHERE ${same})`,
  )
  writer.derive('DROP TABLE temp.following')
}
