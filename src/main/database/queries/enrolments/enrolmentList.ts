import type { InputOf, OutputOf } from '@shared/contract'
import type { EnrolmentFilter, EnrolmentRow, EnrolmentSortKey } from '@shared/contract/enrolments'
import type { StepCounts } from '@shared/contract/programs'
import { stuckBefore, waitingSteps } from '@shared/domain/pipeline/stuck'
import { type EnrolmentStep, enrolmentSteps, matchSides } from '@shared/domain/vocabulary'
import type { Reader } from '../../engine/reader'
import { allOf, among, type Condition, condition, list, listed } from '../conditions'
import { matchExpression } from '../fullText'
import { stepCounts } from '../programs/programList'
import { ranked } from '../ranked'

export interface EnrolmentOrder {
  by: EnrolmentSortKey
  descending: boolean
}

export function listEnrolments(
  db: Reader,
  { filter, sort, page }: InputOf<'enrolments.list'>,
): OutputOf<'enrolments.list'> {
  const ids = enrolmentIds(db, filter, sort)
  return { total: ids.length, rows: enrolmentRows(db, ids.slice(page.offset, page.offset + page.limit)) }
}

/** All that the filter lets through, in this order; remembered, so that a long list is put in order once. */
export function enrolmentIds(db: Reader, filter: EnrolmentFilter, sort: EnrolmentOrder): number[] {
  const { sql, parameters } = allOf([...conditionsOf(filter), ...among('e.step', filter.steps)])
  const query = `SELECT e.id FROM enrolments e JOIN members m ON m.id = e.member_id
    WHERE ${sql} ORDER BY ${orderBy(sort)}`
  return db.remembered(`${query} ${JSON.stringify(parameters)}`, () =>
    db.column<number>(query, ...parameters),
  )
}

/** The filter's own steps are left aside. */
export function countByStep(db: Reader, filter: EnrolmentFilter): StepCounts {
  const { sql, parameters } = allOf(conditionsOf(filter))
  return stepCounts(
    db.all<{ step: EnrolmentStep; count: number }>(
      `SELECT e.step, count(*) AS count FROM enrolments e WHERE ${sql} GROUP BY e.step`,
      ...parameters,
    ),
  )
}

export function enrolmentRows(db: Reader, ids: readonly number[]): EnrolmentRow[] {
  return db.all<EnrolmentRow>(
    `SELECT e.id, e.member_id AS memberId, m.name, e.role, e.step, e.step_since AS stepSince,
        e.applied_on AS appliedOn, m.location, m.department, e.left_reason AS leftReason,
        (SELECT count(*) FROM ${asked}) AS checks,
        (SELECT count(*) FROM ${asked} AND pc.id IN (${ticked})) AS checksDone
      FROM json_each(?) AS page CROSS JOIN enrolments e ON e.id = page.value
      CROSS JOIN members m ON m.id = e.member_id ORDER BY page.key`,
    list(ids),
  )
}

/** SQL for the checks that are asked of enrolment `e` in its step, and for those that are ticked off. */
const asked = `program_checks pc WHERE pc.program_id = e.program_id AND pc.step = e.step
  AND (pc.role IS NULL OR pc.role = e.role)`
const ticked = 'SELECT check_id FROM enrolment_checks WHERE enrolment_id = e.id'

function conditionsOf(filter: EnrolmentFilter): Condition[] {
  const { programId, query, roles, stuckOn, left, unchecked } = filter
  const match = matchExpression(query)
  return [
    condition('e.program_id = ?', programId),
    ...(match === null
      ? []
      : [condition('e.member_id IN (SELECT rowid FROM member_search WHERE member_search MATCH ?)', match)]),
    ...among('e.role', roles),
    ...(stuckOn === null
      ? []
      : [condition(`e.step IN ${listed} AND e.step_since < ?`, list(waitingSteps), stuckBefore(stuckOn))]),
    ...(left === 'with' ? [] : [condition(`e.left_reason IS ${left === 'only' ? 'NOT NULL' : 'NULL'}`)]),
    ...(unchecked ? [condition(`EXISTS (SELECT 1 FROM ${asked} AND pc.id NOT IN (${ticked}))`)] : []),
  ]
}

const sortKeys: Record<Exclude<EnrolmentSortKey, 'name'>, string> = {
  role: ranked('e.role', matchSides),
  step: ranked('e.step', enrolmentSteps),
  stepSince: 'e.step_since',
  appliedOn: 'e.applied_on',
  location: 'm.location COLLATE NOCASE',
  department: 'm.department COLLATE NOCASE',
}

function orderBy({ by, descending }: EnrolmentOrder): string {
  const direction = descending ? 'DESC' : 'ASC'
  const byName = `m.sort_name COLLATE NOCASE ${direction}, e.id ${direction}`
  return by === 'name' ? byName : `${sortKeys[by]} ${direction} NULLS LAST, ${byName}`
}
