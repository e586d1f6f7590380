import type { SummarySession } from '@shared/domain/redaction'
import type { Reader, SqlValue } from '../../engine/reader'

type Attendee = SummarySession['attendees'][number]
type Item = SummarySession['actionItems'][number]
type Facts = Omit<SummarySession, 'attendees' | 'topics' | 'actionItems'>

/** Some sessions whole, in the order of their ids. */
export function summarySessions(db: Reader, ids: readonly number[]): SummarySession[] {
  const list = JSON.stringify(ids)
  const among = 'IN (SELECT value FROM json_each(?))'
  const facts = db.all<Facts>(
    `SELECT sessions.id, held_on AS heldOn, minutes, medium, title, agenda, notes, confidentiality, rating,
            programs.name AS program
     FROM sessions
     LEFT JOIN matches ON matches.id = match_id
     LEFT JOIN programs ON programs.id = program_id
     WHERE sessions.id ${among}`,
    list,
  )
  // As arrays, which are made in half the time of objects: these are by far the most rows.
  const attendees = grouped(
    db.arrays<[number, number, string, Attendee['side'], string | null, string | null]>(
      `SELECT session_id, members.id, name, side, location, department
       FROM session_attendees
       JOIN members ON members.id = session_attendees.member_id
       JOIN sessions ON sessions.id = session_id
       LEFT JOIN match_members ON match_members.match_id = sessions.match_id
        AND match_members.member_id = session_attendees.member_id
       WHERE session_id ${among} ORDER BY session_attendees.id`,
      list,
    ),
    ([, id, name, side, location, department]): Attendee => ({ id, name, side, location, department }),
  )
  const topics = grouped(
    db.arrays<[number, string]>(
      `SELECT session_id, name FROM session_topics JOIN topics ON topics.id = topic_id
       WHERE session_id ${among} ORDER BY session_topics.id`,
      list,
    ),
    ([, name]) => name,
  )
  const actionItems = grouped(
    db.arrays<[number, string, string | null, string | null, string | null]>(
      `SELECT session_id, text, name, due_on, done_on
       FROM action_items LEFT JOIN members ON members.id = owner_id
       WHERE session_id ${among} ORDER BY action_items.id`,
      list,
    ),
    ([, text, owner, dueOn, doneOn]): Item => ({ text, owner, dueOn, doneOn }),
  )
  const byId = new Map(facts.map((session) => [session.id, session]))
  return ids.flatMap((id) => {
    const session = byId.get(id)
    if (!session) return []
    return {
      ...session,
      attendees: attendees.get(id) ?? [],
      topics: topics.get(id) ?? [],
      actionItems: actionItems.get(id) ?? [],
    }
  })
}

function grouped<Row extends [session: number, ...SqlValue[]], T>(
  rows: readonly Row[],
  made: (row: Row) => T,
): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const row of rows) {
    const group = groups.get(row[0])
    if (group === undefined) groups.set(row[0], [made(row)])
    else group.push(made(row))
  }
  return groups
}
