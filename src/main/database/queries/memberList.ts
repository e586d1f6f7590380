import type { OutputOf } from '@shared/contract'
import type { MemberCandidate, MemberFilter, MemberRow } from '@shared/contract/members'
import { fromDayNumber } from '@shared/domain/calendar'
import type { MentoringRole } from '@shared/domain/vocabulary'
import type { Reader } from '../engine/reader'
import { allOf, condition, list, listed } from './conditions'
import { beginning, matchWords, searchWords } from './fullText'
import {
  type FacetName,
  facetColumns,
  rolesIncluded,
  selectionOf,
  selectionWithoutFacets,
  selectionWithoutSkills,
} from './memberFilters'
import {
  countMembers,
  currentMatches,
  lastContactDay,
  type MemberOrder,
  memberIds,
  source,
} from './memberIds'

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

type StoredRow = Omit<MemberRow, 'lastContactOn' | 'archived'> & {
  lastContactDay: number | null
  archived: number
}

function memberRows(db: Reader, ids: readonly number[]): MemberRow[] {
  const rows = db.all<StoredRow>(
    `SELECT m.id, m.name, m.sort_name AS sortName, m.email, m.phone, m.role, m.status, m.job_title AS jobTitle,
        m.organisation, m.location, m.department, m.joined_on AS joinedOn, m.capacity,
        ${currentMatches('m.id')} AS matches, ${currentMatches('m.id', 'mentor')} AS mentoring,
        ${lastContactDay('m.id')} AS lastContactDay, m.archived_at IS NOT NULL AS archived
      FROM json_each(?) AS page CROSS JOIN members m ON m.id = page.value ORDER BY page.key`,
    list(ids),
  )
  return rows.map(({ lastContactDay: day, archived, ...row }) => ({
    ...row,
    lastContactOn: day === null ? null : fromDayNumber(day),
    archived: archived === 1,
  }))
}

/** The most values that a filter's menu offers; beyond that they are no facet. */
const mostValues = 500

interface CubeCell {
  statuses: string
  roles: MentoringRole
  locations: string | null
  departments: string | null
  members: number
}

/**
 * How many members have which value, each count under the filter without its own dimension: what choosing that
 * value too would show. One pass over the members for all but the skills.
 */
export function memberFacets(db: Reader, filter: MemberFilter): OutputOf<'members.facets'> {
  const { from, where, parameters } = source(db, selectionWithoutFacets(filter), null)
  const columns = Object.entries(facetColumns).map(([name, column]) => `members.${column} AS ${name}`)
  const cube = db.all<CubeCell>(
    `SELECT ${columns.join(', ')}, count(*) AS members FROM ${from} WHERE ${where}
      GROUP BY members.status, members.role, members.location, members.department`,
    ...parameters,
  )
  return {
    statuses: counted(cube, filter, 'statuses') as OutputOf<'members.facets'>['statuses'],
    roles: counted(cube, filter, 'roles') as OutputOf<'members.facets'>['roles'],
    locations: counted(cube, filter, 'locations'),
    departments: counted(cube, filter, 'departments'),
    skills: skillFacet(db, filter),
  }
}

function counted(cube: readonly CubeCell[], filter: MemberFilter, name: FacetName) {
  const others = (Object.keys(facetColumns) as FacetName[]).filter((other) => other !== name)
  const filters = others.map((other) => {
    const wanted: readonly (string | null)[] = other === 'roles' ? rolesIncluded(filter.roles) : filter[other]
    return { other, wanted: new Set(wanted) }
  })
  const counts = new Map<string | null, number>()
  for (const cell of cube) {
    if (filters.some(({ other, wanted }) => wanted.size > 0 && !wanted.has(cell[other]))) continue
    // Someone who is both is found under mentors and under mentees, as the filter finds them.
    const values = name === 'roles' && cell.roles === 'both' ? ['mentor', 'mentee', 'both'] : [cell[name]]
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + cell.members)
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value ?? '').localeCompare(b.value ?? ''))
    .slice(0, mostValues)
}

function skillFacet(db: Reader, filter: MemberFilter): OutputOf<'members.facets'>['skills'] {
  const selection = selectionWithoutSkills(filter)
  const everybody = selection.match === null && selection.where.sql === 'true' && !selection.archived
  const { from, where, parameters } = source(db, selection, null)
  // Of everybody only the few archived members have to be left out, which needs no look at each member.
  const members = everybody
    ? 'NOT IN (SELECT id FROM members WHERE archived_at IS NOT NULL)'
    : `IN (SELECT members.id FROM ${from} WHERE ${where})`
  return db.all(
    `SELECT t.id, t.name, counts.count
      FROM (
        SELECT topic_id, count(DISTINCT member_id) AS count FROM member_skills INDEXED BY member_skills_by_topic
        WHERE member_id ${members} GROUP BY topic_id
      ) AS counts CROSS JOIN topics t ON t.id = counts.topic_id
      ORDER BY counts.count DESC, t.name COLLATE NOCASE LIMIT ${mostValues}`,
    ...(everybody ? [] : parameters),
  )
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
    const where = allOf(found.size === 0 ? [] : [condition(`+members.id NOT IN ${listed}`, list([...found]))])
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
