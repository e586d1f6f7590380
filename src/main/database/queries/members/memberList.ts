import type { MemberCandidate, MemberFilter, MemberRow } from '@shared/contract/members'
import { fromDayNumber } from '@shared/domain/calendar'
import { type MemberOrder, pageOf } from '../../directory/order'
import { countThrough, keptOut } from '../../directory/selection'
import type { DirectoryView } from '../../directory/view'
import type { Reader } from '../../engine/reader'
import { list } from '../conditions'
import { beginning, matchWords, searchWords } from '../fullText'
import { lastContactDay } from './lastContact'

/** Reads the directory from memory, and of the file no more than the members that are shown. */
export function listMembers(
  db: Reader,
  view: DirectoryView,
  lastContact: () => Int32Array,
  input: { filter: MemberFilter; sort: MemberOrder; page: { offset: number; limit: number } },
): { total: number; rows: MemberRow[] } {
  const out = keptOut(db, view, input.filter)
  return {
    total: countThrough(out),
    rows: memberRows(db, view, pageOf(view, out, input.sort, lastContact, input.page)),
  }
}

type StoredRow = Omit<MemberRow, 'lastContactOn' | 'archived' | 'erased' | 'matches' | 'mentoring'> & {
  lastContactDay: number | null
  archived: number
  erased: number
}

function memberRows(db: Reader, view: DirectoryView, ids: readonly number[]): MemberRow[] {
  const rows = db.all<StoredRow>(
    `SELECT m.id, m.name, m.sort_name AS sortName, m.email, m.phone, m.role, m.status, m.job_title AS jobTitle,
        m.organisation, m.location, m.department, m.joined_on AS joinedOn, m.capacity,
        ${lastContactDay('m.id')} AS lastContactDay, m.archived_at IS NOT NULL AS archived,
        m.erased_at IS NOT NULL AS erased
      FROM json_each(?) AS page CROSS JOIN members m ON m.id = page.value ORDER BY page.key`,
    list(ids),
  )
  const { current, mentoring } = view.matches()
  return rows.map(({ lastContactDay: day, archived, erased, ...row }) => ({
    ...row,
    matches: current[view.tables.members.knownRow(row.id)] ?? 0,
    mentoring: mentoring[view.tables.members.knownRow(row.id)] ?? 0,
    lastContactOn: day === null ? null : fromDayNumber(day),
    archived: archived === 1,
    erased: erased === 1,
  }))
}

/**
 * The members that a few typed letters most likely mean: first those whose name begins so, then those with such a
 * word anywhere in the name, then those where it is found elsewhere; by name within each. Who was erased is nobody to
 * be found, chosen or mentioned.
 */
export function findMembers(
  db: Reader,
  view: DirectoryView,
  { query, limit }: { query: string; limit: number },
): MemberCandidate[] {
  const words = searchWords(query)
  const anywhere = matchWords(words)
  const [first, ...others] = words.map(beginning)
  const questions =
    anywhere === null
      ? [null]
      : [`name : (${[`^ ${first}`, ...others].join(' AND ')})`, `name : (${anywhere})`, anywhere]
  const found = new Set<number>()
  for (const match of questions) {
    if (found.size >= limit) break
    for (const id of firstByName(db, view, match, found, limit - found.size)) found.add(id)
  }
  return candidates(db, [...found])
}

/** Members whom the search finds, by name. */
function firstByName(
  db: Reader,
  view: DirectoryView,
  match: string | null,
  known: ReadonlySet<number>,
  limit: number,
): number[] {
  const { id, archived, erased } = view.members
  const hits = match === null ? null : view.hits(db, match)
  const found: number[] = []
  for (const row of view.rowsByName()) {
    if (found.length === limit) break
    const isFound = archived[row] === 0 && erased[row] === 0 && (hits === null || hits[row] === 1)
    if (isFound && !known.has(id[row] ?? 0)) found.push(id[row] ?? 0)
  }
  return found
}

export function candidates(db: Reader, ids: readonly number[]): MemberCandidate[] {
  return db.all<MemberCandidate>(
    `SELECT m.id, m.name, m.location, m.department, m.role
      FROM json_each(?) AS found CROSS JOIN members m ON m.id = found.value ORDER BY found.key`,
    list(ids),
  )
}
