import type { SummarySession } from '@shared/domain/redaction'
import type { Reader } from '../../engine/reader'

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
  type Attendee = SummarySession['attendees'][number] & { session: number }
  const attendees = grouped(
    db.all<Attendee>(
      `SELECT session_id AS session, members.id, name, side, location, department
       FROM session_attendees
       JOIN members ON members.id = session_attendees.member_id
       JOIN sessions ON sessions.id = session_id
       LEFT JOIN match_members ON match_members.match_id = sessions.match_id
        AND match_members.member_id = session_attendees.member_id
       WHERE session_id ${among} ORDER BY session_attendees.id`,
      list,
    ),
  )
  const topics = grouped(
    db.all<{ session: number; name: string }>(
      `SELECT session_id AS session, name FROM session_topics JOIN topics ON topics.id = topic_id
       WHERE session_id ${among} ORDER BY session_topics.id`,
      list,
    ),
  )
  type Item = SummarySession['actionItems'][number] & { session: number }
  const actionItems = grouped(
    db.all<Item>(
      `SELECT session_id AS session, text, name AS owner, due_on AS dueOn, done_on AS doneOn
       FROM action_items LEFT JOIN members ON members.id = owner_id
       WHERE session_id ${among} ORDER BY action_items.id`,
      list,
    ),
  )
  const byId = new Map(facts.map((session) => [session.id, session]))
  return ids.flatMap((id) => {
    const session = byId.get(id)
    if (!session) return []
    return {
      ...session,
      attendees: attendees.get(id) ?? [],
      topics: (topics.get(id) ?? []).map(({ name }) => name),
      actionItems: actionItems.get(id) ?? [],
    }
  })
}

function grouped<T extends { session: number }>(rows: T[]): Map<number, T[]> {
  return Map.groupBy(rows, ({ session }) => session)
}
