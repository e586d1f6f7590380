import type { SummarySession } from '@shared/domain/redaction'
import { type Replacing, replaceNames } from '@shared/domain/replaceNames'
import type { Reader } from '../../engine/reader'
import { list, listed } from '../conditions'
import { replacingMembers } from '../members/spellings'

/** What stands in a report for somebody who does not want to be named. */
export const unnamedWords = 'a member'

/** Members who have refused to be named in reports, or have taken back that they may be. */
export function unwillingMembers(db: Reader): number[] {
  return db.column<number>(
    `SELECT member_id FROM consents
      WHERE purpose = 'reports' AND is_current = 1 AND answer IN ('refused', 'withdrawn')`,
  )
}

/** Beyond that many it would take too long to look for each of them in the texts of a preview. */
const mostSearched = 200

/** How many of them these sessions name: as who was there, as who does something, or in the text. */
export function unwillingNamed(db: Reader, sessionIds: readonly number[]): number {
  const unwilling = unwillingMembers(db)
  if (unwilling.length === 0) return 0
  const sessions = list(sessionIds)
  const named = new Set(
    db.column<number>(
      `SELECT member_id FROM session_attendees WHERE member_id IN ${listed} AND session_id IN ${listed}
        UNION SELECT owner_id FROM action_items WHERE owner_id IN ${listed} AND session_id IN ${listed}`,
      list(unwilling),
      sessions,
      list(unwilling),
      sessions,
    ),
  )
  const others = unwilling.filter((id) => !named.has(id)).slice(0, mostSearched)
  return named.size + others.filter((id) => isInTexts(db, id, sessions)).length
}

/** By the search index, which knows a mention by its address. */
function isInTexts(db: Reader, id: number, sessions: string): boolean {
  const name = db.value<string>('SELECT name FROM members WHERE id = ?', id) ?? ''
  const match = `"${name.replaceAll('"', ' ')}" OR "coppice member ${id}"`
  return (
    db.value(
      `SELECT 1 FROM session_search CROSS JOIN sessions s ON s.search_key = session_search.rowid
        WHERE session_search MATCH ? AND s.id IN ${listed} LIMIT 1`,
      match,
      sessions,
    ) !== undefined
  )
}

/** Takes the names of those who do not want to be named out of sessions; as they are when everybody may be. */
export function namingWithout(db: Reader): (session: SummarySession) => SummarySession {
  const unwilling = unwillingMembers(db)
  if (unwilling.length === 0) return (session) => session
  const hidden = new Set(unwilling)
  const replacing = replacingMembers(db, unwilling, unnamedWords)
  return (session) => unnamed(session, hidden, replacing)
}

function unnamed(session: SummarySession, hidden: ReadonlySet<number>, replacing: Replacing): SummarySession {
  const text = (words: string) => replaceNames(words, replacing)
  return {
    ...session,
    title: session.title === null ? null : text(session.title),
    agenda: session.agenda === null ? null : text(session.agenda),
    notes: text(session.notes),
    attendees: session.attendees.map((attendee) =>
      hidden.has(attendee.id) ? { ...attendee, name: unnamedWords } : attendee,
    ),
    topics: session.topics.map(text),
    actionItems: session.actionItems.map((item) => ({
      ...item,
      text: text(item.text),
      owner: item.owner === null ? null : text(item.owner),
    })),
  }
}
