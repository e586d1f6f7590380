import type { MemberSortKey } from '@shared/contract/members'
import { memberStatuses, mentoringRoles } from '@shared/domain/vocabulary'
import type { Reader, SqlValue } from '../engine/reader'
import type { MemberSelection } from './memberFilters'

/** Before the first day of year 1. */
const never = -1_000_000

export interface MemberOrder {
  by: MemberSortKey
  descending: boolean
}

/** From so many hits on it is quicker to go through the directory and ask of each member whether it is a hit. */
const manyHits = 2000

/** Ids of the chosen members in this order: what a page shows, before its details are read. */
export function memberIds(
  db: Reader,
  selection: MemberSelection,
  order: MemberOrder,
  page: { offset: number; limit: number },
): number[] {
  const { from, where, parameters } = source(db, selection, order)
  const sql = `SELECT members.id FROM ${from} WHERE ${where} ORDER BY ${orderBy(order)} LIMIT ? OFFSET ?`
  if (page.offset === 0 || order.by === 'name') {
    return db.column<number>(sql, ...parameters, page.limit, page.offset)
  }
  // Only the name has an index; the other orders are sorted once, and not again for each page.
  const all = db.remembered(`${sql} ${JSON.stringify(parameters)}`, () =>
    db.column<number>(sql, ...parameters, -1, 0),
  )
  return all.slice(page.offset, page.offset + page.limit)
}

export function countMembers(db: Reader, selection: MemberSelection): number {
  const { from, where, parameters } = source(db, selection, null)
  const sql = `SELECT count(*) FROM ${from} WHERE ${where}`
  return db.remembered(
    `${sql} ${JSON.stringify(parameters)}`,
    () => db.value<number>(sql, ...parameters) ?? 0,
  )
}

/**
 * FROM and WHERE of a selection, with the way through the tables decided here: SQLite does not know how many hits
 * the search will have. Without an order it goes by the index of the facets.
 */
export function source(
  db: Reader,
  { archived, match, where }: MemberSelection,
  order: MemberOrder | null,
): { from: string; where: string; parameters: SqlValue[] } {
  const inDirectory = `archived_at IS ${archived ? 'NOT NULL' : 'NULL'}`
  if (match === null) {
    return {
      from: `members ${wayThrough(archived, order)}`,
      where: `${inDirectory} AND ${where.sql}`,
      parameters: [...where.parameters],
    }
  }
  const hits = 'SELECT rowid FROM member_search WHERE member_search MATCH ?'
  const few = (db.value<number>(`SELECT count(*) FROM (${hits} LIMIT ${manyHits})`, match) ?? 0) < manyHits
  return few
    ? {
        from: `(${hits}) AS hit CROSS JOIN members ON members.id = hit.rowid`,
        where: `${inDirectory} AND ${where.sql}`,
        parameters: [match, ...where.parameters],
      }
    : {
        from: `members ${wayThrough(archived, order)}`,
        where: `${inDirectory} AND +members.id IN (${hits}) AND ${where.sql}`,
        parameters: [match, ...where.parameters],
      }
}

/** The columns that the index by name holds, so that a sort by them needs no look at the member itself. */
const inNameIndex: readonly MemberSortKey[] = [
  'name',
  'role',
  'status',
  'location',
  'department',
  'matches',
  'lastContactOn',
]

function wayThrough(archived: boolean, order: MemberOrder | null): string {
  if (archived || order === null) return 'INDEXED BY members_facets'
  return inNameIndex.includes(order.by) ? 'INDEXED BY members_by_sort_name' : 'NOT INDEXED'
}

function orderBy({ by, descending }: MemberOrder): string {
  const direction = descending ? 'DESC' : 'ASC'
  const byName = `members.sort_name COLLATE NOCASE ${direction}, members.id ${direction}`
  return by === 'name' ? byName : `${sortKeys[by]} ${direction} NULLS LAST, ${byName}`
}

const sortKeys: Record<Exclude<MemberSortKey, 'name'>, string> = {
  role: ranked('role', mentoringRoles),
  status: ranked('status', memberStatuses),
  location: 'location COLLATE NOCASE',
  department: 'department COLLATE NOCASE',
  jobTitle: 'job_title COLLATE NOCASE',
  organisation: 'organisation COLLATE NOCASE',
  email: 'email COLLATE NOCASE',
  joinedOn: 'joined_on',
  matches: currentMatches('members.id'),
  lastContactOn: lastContactDay('members.id'),
}

/** SQL for where the value of a column stands in a list. */
export function ranked(column: string, values: readonly string[]): string {
  return `CASE ${column} ${values.map((value, rank) => `WHEN '${value}' THEN ${rank}`).join(' ')} END`
}

/** SQL for how many matches of a member are active or paused. */
export function currentMatches(member: string, side?: 'mentor'): string {
  const onSide = side === undefined ? '' : `mm.side = '${side}' AND `
  return `(SELECT count(*) FROM match_members mm JOIN matches ma ON ma.id = mm.match_id
    WHERE mm.member_id = ${member} AND ${onSide}ma.status IN ('active', 'paused'))`
}

/** SQL for the day of a member's last interaction, in days since 1970-01-01; NULL when there is none. */
export function lastContactDay(member: string): string {
  const last = (end: string) =>
    `ifnull((SELECT max(day) FROM interactions WHERE ${end} = ${member}), ${never})`
  return `nullif(max(${last('from_id')}, ${last('to_id')}), ${never})`
}
