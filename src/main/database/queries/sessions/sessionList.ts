import type { SessionFilter, SessionRow } from '@shared/contract/sessions'
import { type ExcerptPiece, excerptAround, excerptOf } from '@shared/domain/excerpt'
import type { Reader } from '../../engine/reader'
import { list, listed } from '../conditions'
import { hitMarks } from '../fullText'
import { attendeesOf, grouped } from '../references'
import { selectionOf, sources } from './sessionFilters'
import { sessionIdOf } from './sessionKeys'

/** Counting stops here: "10,000 and more" is all that anybody needs to know. */
const mostCounted = 10_000

/** Newest first; with words to search for, the newest that hold them. */
export function listSessions(
  db: Reader,
  { filter, page }: { filter: SessionFilter; page: { offset: number; limit: number } },
): { total: number; rows: SessionRow[] } {
  const selection = selectionOf(db, filter)
  const { paged, counted } = sources(db, selection)
  const counting = `SELECT count(*) FROM (SELECT 1 FROM ${counted.from} WHERE ${counted.where} LIMIT ${mostCounted})`
  const total = db.remembered(
    `${counting} ${JSON.stringify(counted.parameters)}`,
    () => db.value<number>(counting, ...counted.parameters) ?? 0,
  )
  const { key, from, where, parameters } = paged
  const marked = selection.match === null ? '' : `, ${highlighted('notes', 2)}, ${highlighted('agenda', 1)}`
  const hits = db.all<Hit>(
    `SELECT ${key} AS "key"${marked} FROM ${from} WHERE ${where} ORDER BY ${key} DESC LIMIT ? OFFSET ?`,
    ...parameters,
    page.limit,
    page.offset,
  )
  return { total, rows: sessionRows(db, hits) }
}

/** The key of a session and, where something was searched for, its texts with the hits marked. */
interface Hit {
  key: number
  notes?: string | null
  agenda?: string | null
}

function highlighted(name: string, column: number): string {
  return `highlight(session_search, ${column}, '${hitMarks.open}', '${hitMarks.close}') AS ${name}`
}

type StoredRow = Omit<SessionRow, 'attendees' | 'topics' | 'excerpt'> & { beginning: string }

/** So much of the notes is enough for an excerpt of them. */
const beginning = 500

function sessionRows(db: Reader, hits: readonly Hit[]): SessionRow[] {
  const marked = new Map(hits.map((hit) => [sessionIdOf(hit.key), hit]))
  const ids = [...marked.keys()]
  const rows = db.all<StoredRow>(
    `SELECT s.id, s.held_on AS heldOn, s.minutes, s.medium, s.title, s.confidentiality, s.rating,
        (SELECT count(*) FROM action_items WHERE session_id = s.id AND done_on IS NULL) AS openActionItems,
        substr(s.notes, 1, ${beginning}) AS beginning
      FROM json_each(?) AS page CROSS JOIN sessions s ON s.id = page.value ORDER BY page.key`,
    list(ids),
  )
  const attendees = attendeesOf(db, ids)
  const topics = topicsOf(db, ids)
  return rows.map(({ beginning: notes, ...row }) => ({
    ...row,
    attendees: attendees.get(row.id) ?? [],
    topics: topics.get(row.id) ?? [],
    excerpt: excerpt(marked.get(row.id), notes),
  }))
}

function excerpt(hit: Hit | undefined, notes: string): ExcerptPiece[] {
  const found = [hit?.notes, hit?.agenda].find((text) => text?.includes(hitMarks.open))
  if (found) return excerptAround(found, hitMarks)
  const text = excerptOf(notes)
  return text === '' ? [] : [{ text, hit: false }]
}

export function topicsOf(db: Reader, sessionIds: readonly number[]): Map<number, string[]> {
  const rows = db.all<{ session: number; name: string }>(
    `SELECT st.session_id AS session, t.name FROM session_topics st JOIN topics t ON t.id = st.topic_id
      WHERE st.session_id IN ${listed} ORDER BY st.id`,
    list(sessionIds),
  )
  return grouped(
    rows,
    ({ session }) => session,
    ({ name }) => name,
  )
}
