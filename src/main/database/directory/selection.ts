import type { MemberFilter } from '@shared/contract/members'
import {
  type ConsentStanding,
  consentPurposes,
  type MentoringRole,
  memberStatuses,
  mentoringRoles,
} from '@shared/domain/vocabulary'
import type { Ints } from '../columns/intColumn'
import type { Reader } from '../engine/reader'
import { matchExpression } from '../queries/fullText'
import { topicsWithin } from '../queries/topics'
import { unknown } from './tables'
import type { DirectoryView } from './view'

const purposes: readonly string[] = consentPurposes

/** What a filter may keep a member out by; each is a bit, so that counts can leave one of them out. */
export const dimensions = {
  statuses: 1,
  roles: 2,
  locations: 4,
  departments: 8,
  skills: 16,
  consents: 32,
} as const
export type Dimension = keyof typeof dimensions
/** Kept out by something that is no dimension, or nobody at all. */
const elsewhere = 64

/** Of each row the dimensions that keep the member out; 0 for those whom the filter lets through. */
export function keptOut(db: Reader, view: DirectoryView, filter: MemberFilter): Uint8Array {
  const { members } = view
  const out = new Uint8Array(members.rows)
  const match = matchExpression(filter.query)
  const hits = match === null ? null : view.hits(db, match)
  const taken = filter.withRoom ? view.matches().taken : null
  const archived = filter.archived ? 1 : 0
  const wanted = filter.importId
  out[0] = elsewhere
  for (let row = 1; row < members.rows; row++) {
    const there =
      members.status[row] !== 0 &&
      members.archived[row] === archived &&
      (hits === null || hits[row] === 1) &&
      (wanted === null || members.import[row] === wanted) &&
      (taken === null || hasRoom(view, row, taken[row] ?? 0))
    if (!there) out[row] = elsewhere
  }
  const { texts } = view.tables
  keepOut(out, members.status, dimensions.statuses, allowed(filter.statuses, oneBased(memberStatuses)))
  keepOut(out, members.role, dimensions.roles, allowed(rolesIncluded(filter.roles), oneBased(mentoringRoles)))
  keepOut(out, members.location, dimensions.locations, allowed(filter.locations, texts.location.values))
  keepOut(
    out,
    members.department,
    dimensions.departments,
    allowed(filter.departments, texts.department.values),
  )
  if (filter.skills.length > 0)
    keepOut(out, null, dimensions.skills, withSkill(view, topicsWithin(db, filter.skills)))
  if (filter.consents.length > 0) keepOut(out, null, dimensions.consents, withStanding(view, filter.consents))
  return out
}

/** How many members nothing keeps out. */
export function countThrough(out: Uint8Array): number {
  let count = 0
  for (let row = 1; row < out.length; row++) if (out[row] === 0) count++
  return count
}

/** The roles that a filter for these roles lets through. */
function rolesIncluded(roles: readonly MentoringRole[]): MentoringRole[] {
  return roles.flatMap((role) => (role === 'mentor' || role === 'mentee' ? [role, 'both' as const] : [role]))
}

/** A mentor who said how many mentees they take, and has fewer. */
function hasRoom({ members }: DirectoryView, row: number, taken: number): boolean {
  const role = mentoringRoles[(members.role[row] ?? 0) - 1]
  const capacity = members.capacity[row] ?? unknown
  return (role === 'mentor' || role === 'both') && capacity !== unknown && capacity > taken
}

function oneBased(words: readonly string[]): (string | null)[] {
  return [null, ...words]
}

/** Of each number of a column whether it is let through; null when all are. */
function allowed<T>(chosen: readonly T[], values: readonly (T | null)[]): Uint8Array | null {
  if (chosen.length === 0) return null
  const wanted = new Set<T | null>(chosen)
  return Uint8Array.from(values, (value) => (wanted.has(value) ? 1 : 0))
}

/** @param column null when `through` is by row itself */
function keepOut(out: Uint8Array, column: Ints | null, dimension: number, through: Uint8Array | null): void {
  if (through === null) return
  for (let row = 1; row < out.length; row++) {
    if (through[column === null ? row : (column[row] ?? 0)] !== 1) out[row] = (out[row] ?? 0) | dimension
  }
}

/** Of each row whether the member offers or wants one of the topics. */
function withSkill(view: DirectoryView, topics: readonly number[]): Uint8Array {
  const wanted = allowed(topics, view.tables.topics.values)
  const through = new Uint8Array(view.members.rows)
  const { rows, member, topic } = view.tables.skills.view()
  for (let row = 1; row < rows; row++) {
    if (wanted?.[topic[row] ?? 0] === 1) through[member[row] ?? 0] = 1
  }
  return through
}

/** Of each row whether the member stands so to one of the purposes. Who was erased was asked nothing. */
function withStanding(view: DirectoryView, standings: readonly ConsentStanding[]): Uint8Array {
  const through = new Uint8Array(view.members.rows)
  const { rows, member, purpose, answer } = view.tables.consents.view()
  for (const standing of standings) {
    const [about, state] = standing.split(':')
    const wanted = 1 + purposes.indexOf(about ?? '')
    const answered = new Uint8Array(view.members.rows)
    for (let row = 1; row < rows; row++) {
      if (purpose[row] !== wanted) continue
      const who = member[row] ?? 0
      answered[who] = 1
      if (view.tables.answers.values[answer[row] ?? 0] === state) through[who] = 1
    }
    if (state !== 'missing') continue
    for (let row = 1; row < through.length; row++) {
      if (answered[row] === 0 && view.members.erased[row] === 0) through[row] = 1
    }
  }
  return through
}
