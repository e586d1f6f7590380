import type { Reader } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import type { Done } from '../../handler'
import { memberGone, memberNames } from '../references'
import { saveGatheringContacts } from './gatheringContacts'
import { gatheringInWords } from './gatheringRecord'

export interface Attendee {
  memberId: number
  minutes: number | null
}

interface Attending {
  id: number
  attendees: readonly Attendee[]
  guests: number
}

/** @throws AppError `not-found`. */
export function attend(writer: Writer, attending: Attending): Done<{ id: number; ties: number }> {
  const { id, attendees, guests } = attending
  const words = gatheringInWords(writer, id)
  saveAttendance(writer, attending)
  const ties = writer.value<number>('SELECT count(*) FROM interactions WHERE gathering_id = ?', id) ?? 0
  const people = new Set(attendees.map(({ memberId }) => memberId)).size + guests
  return { value: { id, ties }, summary: `${people === 1 ? '1 person' : `${people} people`} at ${words}` }
}

/**
 * Makes the attendance of a gathering what is said, with the contacts that follow from it; it was held then.
 *
 * @throws AppError `not-found`.
 */
export function saveAttendance(writer: Writer, { id, attendees, guests }: Attending): void {
  const wanted = new Map(attendees.map(({ memberId, minutes }) => [memberId, minutes]))
  const known = memberNames(writer, [...wanted.keys()])
  if ([...wanted.keys()].some((member) => !known.has(member))) throw memberGone()
  const belonging = belongingTo(writer, id)
  const there = writer.all<{ row: number; member: number }>(
    'SELECT id AS row, member_id AS member FROM gathering_attendees WHERE gathering_id = ?',
    id,
  )
  let changed = false
  for (const { row, member } of there) {
    const minutes = wanted.get(member)
    if (minutes === undefined) {
      writer.remove('gathering_attendees', row)
      changed = true
    } else changed = writer.update('gathering_attendees', row, { minutes }) || changed
    wanted.delete(member)
  }
  for (const [member, minutes] of wanted) {
    writer.insert('gathering_attendees', {
      gathering_id: id,
      member_id: member,
      minutes,
      is_guest: belonging.has(member) ? 0 : 1,
    })
    changed = true
  }
  changed = writer.update('gatherings', id, { status: 'held', guests }) || changed
  changed = saveGatheringContacts(writer, id) || changed
  if (changed) writer.update('gatherings', id, { updated_at: writer.now })
}

/** Who belonged to the community of a gathering on its day. */
function belongingTo(db: Reader, id: number): Set<number> {
  return new Set(
    db.column<number>(
      `SELECT cm.member_id FROM gatherings g JOIN community_members cm ON cm.community_id = g.community_id
        WHERE g.id = ? AND (cm.left_on IS NULL OR cm.left_on > g.held_on)`,
      id,
    ),
  )
}
