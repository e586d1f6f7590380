import type { MemberFilter } from '@shared/contract/members'
import type { ConsentStanding, MentoringRole } from '@shared/domain/vocabulary'
import { allOf, among, type Condition, condition, list, listed } from './conditions'
import { matchExpression } from './fullText'

/** The filters that the directory counts members by, with the column of each. */
export const facetColumns = {
  statuses: 'status',
  roles: 'role',
  locations: 'location',
  departments: 'department',
} as const
export type FacetName = keyof typeof facetColumns

/** A choice of members, before it is put in order. */
export interface MemberSelection {
  /** Only archived members, or only the others. */
  archived: boolean
  /** What `member_search` is asked; null for everybody. */
  match: string | null
  /** Over the columns of `members`. */
  where: Condition
}

export function selectionOf(filter: MemberFilter): MemberSelection {
  return selection(filter, [
    ...Object.values(facetConditions(filter)).flat(),
    ...skillCondition(filter),
    ...consentCondition(filter),
  ])
}

/** The selection of what has no facet, and of the skills: the facets' own filters are left to whoever counts. */
export function selectionWithoutFacets(filter: MemberFilter): MemberSelection {
  return selection(filter, [...skillCondition(filter), ...consentCondition(filter)])
}

export function selectionWithoutSkills(filter: MemberFilter): MemberSelection {
  return selection(filter, [...Object.values(facetConditions(filter)).flat(), ...consentCondition(filter)])
}

export function selectionWithoutConsents(filter: MemberFilter): MemberSelection {
  return selection(filter, [...Object.values(facetConditions(filter)).flat(), ...skillCondition(filter)])
}

/** The stored roles that a filter for these roles lets through. */
export function rolesIncluded(roles: readonly MentoringRole[]): MentoringRole[] {
  return roles.flatMap((role) => (role === 'mentor' || role === 'mentee' ? [role, 'both' as const] : [role]))
}

function selection(filter: MemberFilter, chosen: readonly Condition[]): MemberSelection {
  const { archived, query, importId, withRoom } = filter
  return {
    archived,
    match: matchExpression(query),
    where: allOf([
      ...chosen,
      ...(importId === null ? [] : [condition('import_id = ?', importId)]),
      ...(withRoom ? [condition(hasRoom)] : []),
    ]),
  }
}

function facetConditions(filter: MemberFilter): Record<FacetName, Condition[]> {
  return {
    statuses: among('status', filter.statuses),
    roles: among('role', rolesIncluded(filter.roles)),
    locations: among('location', filter.locations),
    departments: among('department', filter.departments),
  }
}

function skillCondition({ skills }: MemberFilter): Condition[] {
  if (skills.length === 0) return []
  const sql = `+members.id IN (SELECT member_id FROM member_skills WHERE topic_id IN ${listed})`
  return [condition(sql, list(skills))]
}

/** Any of these standings. An erased member was asked nothing and will be asked nothing. */
function consentCondition({ consents }: MemberFilter): Condition[] {
  if (consents.length === 0) return []
  const answered = 'SELECT member_id FROM consents WHERE is_current = 1 AND purpose = ?'
  const each = consents.map((standing: ConsentStanding) => {
    const [purpose, state] = standing.split(':')
    return state === 'missing'
      ? condition(`+members.id NOT IN (${answered}) AND erased_at IS NULL`, purpose ?? '')
      : condition(`+members.id IN (${answered} AND answer = ?)`, purpose ?? '', state ?? '')
  })
  return [
    {
      sql: each.map(({ sql }) => `(${sql})`).join(' OR '),
      parameters: each.flatMap(({ parameters }) => parameters),
    },
  ]
}

/** A mentor who said how many mentees they take, and has fewer. A proposed match holds its place. */
const hasRoom = `role IN ('mentor', 'both') AND capacity > (
  SELECT count(*) FROM match_members mm JOIN matches ma ON ma.id = mm.match_id
  WHERE mm.member_id = members.id AND mm.side = 'mentor' AND ma.status IN ('proposed', 'active', 'paused')
)`
