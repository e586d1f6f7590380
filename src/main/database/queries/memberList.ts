import type { MemberCandidate, MemberFilter, MemberRow } from '@shared/contract/members'
import { fromDayNumber } from '@shared/domain/calendar'
import type { Reader } from '../engine/reader'
import { allOf, condition, list, listed } from './conditions'
import { beginning, matchWords, searchWords } from './fullText'
import { selectionOf } from './memberFilters'
import { countMembers, currentMatches, lastContactDay, type MemberOrder, memberIds } from './memberIds'

export function listMembers(
  db: Reader,
  input: { filter: MemberFilter; sort: MemberOrder; page: { offset: number; limit: number } },
): { total: number; rows: MemberRow[] } {
  const selection = selectionOf(input.filter)
  return {
    total: countMembers(db, selection),
    rows: memberRows(db, memberIds(db, selection, input.sort, input.page)),
  }
}

type StoredRow = Omit<MemberRow, 'lastContactOn' | 'archived' | 'erased'> & {
  lastContactDay: number | null
  archived: number
  erased: number
}

function memberRows(db: Reader, ids: readonly number[]): MemberRow[] {
  const rows = db.all<StoredRow>(
    `SELECT m.id, m.name, m.sort_name AS sortName, m.email, m.phone, m.role, m.status, m.job_title AS jobTitle,
        m.organisation, m.location, m.department, m.joined_on AS joinedOn, m.capacity,
        ${currentMatches('m.id')} AS matches, ${currentMatches('m.id', 'mentor')} AS mentoring,
        ${lastContactDay('m.id')} AS lastContactDay, m.archived_at IS NOT NULL AS archived,
        m.erased_at IS NOT NULL AS erased
      FROM json_each(?) AS page CROSS JOIN members m ON m.id = page.value ORDER BY page.key`,
    list(ids),
  )
  return rows.map(({ lastContactDay: day, archived, erased, ...row }) => ({
    ...row,
    lastContactOn: day === null ? null : fromDayNumber(day),
    archived: archived === 1,
    erased: erased === 1,
  }))
}

/**
 * The members that a few typed letters most likely mean: first those whose name begins so, then those with such a
 * word anywhere in the name, then those where it is found elsewhere; by name within each.
 */
export function findMembers(
  db: Reader,
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
    // Who was erased is nobody to be found, chosen or mentioned.
    const where = allOf([
      condition('erased_at IS NULL'),
      ...(found.size === 0 ? [] : [condition(`+members.id NOT IN ${listed}`, list([...found]))]),
    ])
    const page = { offset: 0, limit: limit - found.size }
    const ids = memberIds(db, { archived: false, match, where }, { by: 'name', descending: false }, page)
    for (const id of ids) found.add(id)
  }
  return candidates(db, [...found])
}

export function candidates(db: Reader, ids: readonly number[]): MemberCandidate[] {
  return db.all<MemberCandidate>(
    `SELECT m.id, m.name, m.location, m.department, m.role
      FROM json_each(?) AS found CROSS JOIN members m ON m.id = found.value ORDER BY found.key`,
    list(ids),
  )
}
