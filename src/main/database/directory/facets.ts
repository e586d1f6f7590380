import type { OutputOf } from '@shared/contract'
import type { MemberFilter } from '@shared/contract/members'
import { consentPurposes, consentStates, memberStatuses, mentoringRoles } from '@shared/domain/vocabulary'
import type { Ints } from '../columns/intColumn'
import { type Dimension, dimensions } from './selection'
import type { DirectoryView } from './view'

type Facets = OutputOf<'members.facets'>

/** The most values that a filter's menu offers; beyond that they are no facet. */
const mostValues = 500

/**
 * How many members have which value, each count under the filter without its own dimension: what choosing that value
 * too would show. Topics are told by their ids.
 *
 * @param out what keeps whom out, by row
 */
export function facetsOf(view: DirectoryView, out: Uint8Array, filter: MemberFilter) {
  const { members, tables } = view
  const counted = (dimension: Dimension, column: Ints, values: readonly (string | null)[]) =>
    valuesOf(countOf(out, dimensions[dimension], column, values.length), values)
  const roles = countOf(out, dimensions.roles, members.role, mentoringRoles.length + 1)
  // Someone who is both is found under mentors and under mentees, as the filter finds them.
  const both = roles[1 + mentoringRoles.indexOf('both')] ?? 0
  for (const role of ['mentor', 'mentee'] as const) {
    const at = 1 + mentoringRoles.indexOf(role)
    roles[at] = (roles[at] ?? 0) + both
  }
  return {
    statuses: counted('statuses', members.status, [null, ...memberStatuses]) as Facets['statuses'],
    roles: valuesOf(roles, [null, ...mentoringRoles]) as Facets['roles'],
    locations: counted('locations', members.location, tables.texts.location.values),
    departments: counted('departments', members.department, tables.texts.department.values),
    topics: topicsOf(view, out),
    consents: consentsOf(view, out, filter),
  }
}

function countOf(out: Uint8Array, dimension: number, column: Ints, values: number): Int32Array {
  const counts = new Int32Array(values)
  for (let row = 1; row < out.length; row++) {
    if (((out[row] ?? 0) | dimension) !== dimension) continue
    const value = column[row] ?? 0
    counts[value] = (counts[value] ?? 0) + 1
  }
  return counts
}

/** The most common values first. */
function valuesOf(counts: Int32Array, values: readonly (string | null)[]) {
  return values
    .map((value, number) => ({ value, count: counts[number] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.value ?? '').localeCompare(b.value ?? ''))
    .slice(0, mostValues)
}

/** Members by topic, whichever side it is on, the most common topics first. */
function topicsOf(view: DirectoryView, out: Uint8Array): { id: number; count: number }[] {
  const { topics } = view.tables
  const { member, topic } = view.skillsByMember()
  const counts = new Int32Array(topics.values.length)
  const latest = new Int32Array(topics.values.length)
  for (let index = 0; index < member.length; index++) {
    const who = member[index] ?? 0
    const about = topic[index] ?? 0
    if (((out[who] ?? 0) | dimensions.skills) !== dimensions.skills || latest[about] === who) continue
    latest[about] = who
    counts[about] = (counts[about] ?? 0) + 1
  }
  return topics.values
    .map((id, code) => ({ id: id ?? 0, count: counts[code] ?? 0 }))
    .filter(({ id, count }) => id > 0 && count > 0)
    .sort((a, b) => b.count - a.count || a.id - b.id)
    .slice(0, mostValues)
}

/**
 * How many members stand how to each purpose, by purpose; of those who were not erased also who was never asked. Nothing
 * in a file in which nobody was.
 */
function consentsOf(view: DirectoryView, out: Uint8Array, filter: MemberFilter): Facets['consents'] {
  const { rows, member, purpose, answer } = view.tables.consents.view()
  const isCounted = (who: number) => ((out[who] ?? 0) | dimensions.consents) === dimensions.consents
  const counts = new Map<string, number>()
  const add = (standing: string, count: number) => counts.set(standing, (counts.get(standing) ?? 0) + count)
  if (!purpose.subarray(0, rows).some((about) => about !== 0)) return []
  let asked = 0
  for (let row = 1; row < out.length; row++) if (isCounted(row) && view.members.erased[row] === 0) asked++
  for (const about of consentPurposes) add(`${about}:missing`, asked)
  for (let row = 1; row < rows; row++) {
    const about = consentPurposes[(purpose[row] ?? 0) - 1]
    if (about === undefined || !isCounted(member[row] ?? 0)) continue
    add(`${about}:${view.tables.answers.values[answer[row] ?? 0]}`, 1)
    add(`${about}:missing`, -1)
  }
  return consentPurposes.flatMap((about) =>
    consentStates
      .map((state) => ({ value: `${about}:${state}` as const, count: counts.get(`${about}:${state}`) ?? 0 }))
      .filter(({ value, count }) => count > 0 || filter.consents.includes(value)),
  )
}
