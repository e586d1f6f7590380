import type { OutputOf } from '@shared/contract'
import type { Reference } from '@shared/contract/fields'
import type { MemberFilter } from '@shared/contract/members'
import type { MentoringRole } from '@shared/domain/vocabulary'
import type { Reader, SqlValue } from '../engine/reader'
import { allOf, list, listed } from './conditions'
import { consentFacet } from './consentFacet'
import {
  type FacetName,
  facetColumns,
  type MemberSelection,
  rolesIncluded,
  selectionWithoutFacets,
  selectionWithoutSkills,
} from './memberFilters'
import { countMembers, source } from './memberIds'

type Facets = OutputOf<'members.facets'>

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
export function memberFacets(db: Reader, filter: MemberFilter): Facets {
  return db.remembered(`facets ${JSON.stringify(filter)}`, () => {
    const cube = cubeOf(db, selectionWithoutFacets(filter))
    return {
      statuses: counted(cube, filter, 'statuses') as Facets['statuses'],
      roles: counted(cube, filter, 'roles') as Facets['roles'],
      locations: counted(cube, filter, 'locations'),
      departments: counted(cube, filter, 'departments'),
      skills: skillFacet(db, filter),
      consents: consentFacet(db, filter),
    }
  })
}

/** The members of a selection, counted by all facets at once: far fewer rows than there are members. */
function cubeOf(db: Reader, selection: MemberSelection): CubeCell[] {
  const { from, where, parameters } = source(db, selection, null)
  const columns = Object.entries(facetColumns).map(([name, column]) => `members.${column} AS ${name}`)
  return db.all<CubeCell>(
    `SELECT ${columns.join(', ')}, count(*) AS members FROM ${from} WHERE ${where}
      GROUP BY members.status, members.role, members.location, members.department`,
    ...parameters,
  )
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

/** Up to so many members it is quicker to ask each for their skills than to go through all skills. */
const fewMembers = 5000

function skillFacet(db: Reader, filter: MemberFilter): Facets['skills'] {
  const selection = selectionWithoutSkills(filter)
  const { from, where, parameters } = source(db, selection, null)
  const chosen = `SELECT members.id FROM ${from} WHERE ${where}`
  if (countMembers(db, selection) < fewMembers) return named(db, countedOf(db, chosen, parameters))
  if (selection.match !== null || selection.where.sql !== 'true') {
    return named(db, countedAmong(db, `WHERE member_id IN (${chosen})`, parameters))
  }
  // Of everybody, which is what is asked most, only the few that are archived have to be taken off.
  const counts = countedAmong(db, '', [])
  const archived = countedOf(
    db,
    'SELECT id FROM members INDEXED BY members_facets WHERE archived_at IS NOT NULL',
    [],
  )
  for (const [topic, count] of archived) counts.set(topic, (counts.get(topic) ?? 0) - count)
  return named(db, counts)
}

/** Members by topic, asking each member. */
function countedOf(db: Reader, members: string, parameters: readonly SqlValue[]): Map<number, number> {
  const rows = db.all<{ topic: number; count: number }>(
    `SELECT topic_id AS topic, count(DISTINCT member_id) AS count
      FROM (${members}) AS chosen CROSS JOIN member_skills INDEXED BY member_skills_of_member ON member_id = chosen.id
      GROUP BY topic_id`,
    ...parameters,
  )
  return new Map(rows.map(({ topic, count }) => [topic, count]))
}

/** Members by topic, going through all skills. */
function countedAmong(db: Reader, where: string, parameters: readonly SqlValue[]): Map<number, number> {
  const rows = db.all<{ topic: number; count: number }>(
    `SELECT topic_id AS topic, count(DISTINCT member_id) AS count
      FROM member_skills INDEXED BY member_skills_by_topic ${where} GROUP BY topic_id`,
    ...parameters,
  )
  return new Map(rows.map(({ topic, count }) => [topic, count]))
}

/** The most common topics by name. */
function named(db: Reader, counts: ReadonlyMap<number, number>): Facets['skills'] {
  const common = [...counts]
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostValues)
  const names = db.all<Reference>(
    `SELECT id, name FROM topics WHERE id IN ${listed}`,
    list(common.map(([topic]) => topic)),
  )
  return names
    .map(({ id, name }) => ({ id, name, count: counts.get(id) ?? 0 }))
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name))
}

/** How many different values the directory holds, whatever the filter. */
export function placesInUse(db: Reader): { members: number; locations: number; departments: number } {
  const cube = cubeOf(db, { archived: false, match: null, where: allOf([]) })
  const distinct = (name: 'locations' | 'departments') =>
    new Set(cube.flatMap((cell) => cell[name] ?? [])).size
  return {
    members: cube.reduce((sum, cell) => sum + cell.members, 0),
    locations: distinct('locations'),
    departments: distinct('departments'),
  }
}
