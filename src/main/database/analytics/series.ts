import type { ActivityScope, Bucket, Grouping } from '@shared/contract/activity'
import { fromDayNumber } from '@shared/domain/calendar'
import { type Axis, makeAxis } from './axis'
import { inBatches } from './batches'
import { countByDay, type Daily } from './daily'
import { cubeOf, type DayCube } from './dayCube'
import { compareNames, type Grouped, inGroups } from './groups'
import type { FigureMemory } from './memory'
import { BLOCK, scanInteractions } from './scan'
import { dayOf, type Filter, filterOf } from './scope'
import type { Columns } from './shape'

export interface Series {
  from: string | null
  to: string | null
  buckets: string[]
  sessions: number[]
  interactions: number[]
  groups: SeriesGroup[]
}

interface SeriesGroup {
  name: string | null
  counts: number[]
  total: number
}

/** Counts that are held at a time: 16 MB. */
const MOST_CELLS = 2 ** 22

/** Groups beyond the largest so many are left out: nobody can tell more lines apart by far. */
export const MOST_GROUPS = 200

/**
 * Sessions and interactions per day, week (from Monday) or month. The axis is the scope's period, whole; where that
 * is open, it begins or ends with what was recorded. Groups come largest first.
 *
 * @param memory where the counts of the days are kept, so that they need not be counted anew the next time
 * @throws AppError `invalid-input` when the period has too many buckets, or a date that no calendar has.
 */
export function series(
  columns: Columns,
  scope: ActivityScope,
  by: Bucket,
  grouping: Grouping,
  memory?: FigureMemory,
): Series {
  const filter = filterOf(columns, scope)
  const daily = countByDay(columns, filter, memory)
  const axis = axisOf(scope, daily, by)
  return {
    from: daily && fromDayNumber(daily.first),
    to: daily && fromDayNumber(daily.last),
    buckets: axis.buckets,
    sessions: fold(axis, daily, daily?.sessions),
    interactions: fold(axis, daily, daily?.interactions),
    groups: grouping === 'none' ? [] : groupSeries(columns, filter, grouping, axis, memory),
  }
}

function axisOf(scope: ActivityScope, daily: Daily | null, by: Bucket): Axis {
  const first = scope.from === null ? daily?.first : dayOf(scope.from)
  const last = scope.to === null ? daily?.last : dayOf(scope.to)
  return first === undefined || last === undefined ? makeAxis(1, 0, by) : makeAxis(first, last, by)
}

function fold(axis: Axis, daily: Daily | null, counts: Int32Array | undefined): number[] {
  const sums = axis.buckets.map(() => 0)
  counts?.forEach((count, since) => {
    const bucket = axis.bucketByDay[(daily?.first ?? 0) + since - axis.first] ?? 0
    sums[bucket] = (sums[bucket] ?? 0) + count
  })
  return sums
}

function groupSeries(
  columns: Columns,
  filter: Filter,
  grouping: Grouped,
  axis: Axis,
  memory: FigureMemory | undefined,
): SeriesGroup[] {
  const names = columns.names[grouping]
  const width = axis.buckets.length
  const cube = cubeOf(columns, filter, grouping === 'community' ? 'kind' : grouping, memory)
  let largest: SeriesGroup[] = []
  inBatches(names.length, width, MOST_CELLS, (first, length) => {
    const { counts, totals } = cube
      ? foldCells(cube, filter, grouping, axis, first, length)
      : countCells(columns, filter, grouping, axis, first, length)
    const found = [...totals.keys()]
      .filter((group) => totals[group] !== 0)
      .sort((a, b) => (totals[b] ?? 0) - (totals[a] ?? 0))
      .slice(0, MOST_GROUPS)
      .map((group) => ({
        name: names[first + group] ?? null,
        counts: [...counts.subarray(group * width, (group + 1) * width)],
        total: totals[group] ?? 0,
      }))
    largest = [...largest, ...found]
      .sort((a, b) => b.total - a.total || compareNames(a.name, b.name))
      .slice(0, MOST_GROUPS)
  })
  return largest
}

/** The same as `countCells`, from the counts of the days. */
function foldCells(
  cube: DayCube,
  filter: Filter,
  grouping: Grouped,
  { buckets, bucketByDay, first: firstDay }: Axis,
  first: number,
  length: number,
): { counts: Int32Array; totals: Int32Array } {
  const width = buckets.length
  const counts = new Int32Array(length * width)
  const totals = new Int32Array(length)
  for (let group = 0; group < length; group++) {
    const days = new Int32Array(Math.max(0, filter.last - filter.first + 1))
    if (grouping === 'community') cube.addDaysOf(days, filter, first + group)
    else cube.addDays(days, filter, first + group)
    for (let since = 0; since < days.length; since++) {
      const count = days[since] ?? 0
      if (count === 0) continue
      const cell = group * width + (bucketByDay[filter.first + since - firstDay] ?? 0)
      counts[cell] = (counts[cell] ?? 0) + count
      totals[group] = (totals[group] ?? 0) + count
    }
  }
  return { counts, totals }
}

/** Counts the groups from `first` on by bucket, group after group, and in all. */
function countCells(
  columns: Columns,
  filter: Filter,
  grouping: Grouped,
  axis: Axis,
  first: number,
  length: number,
): { counts: Int32Array; totals: Int32Array } {
  const width = axis.buckets.length
  // One group more than asked for: there the counts of all other groups go.
  const counts = new Int32Array((length + 1) * width)
  const begin = Int32Array.from(columns.names[grouping], (_, group) =>
    group >= first && group < first + length ? (group - first) * width : length * width,
  )
  const { day } = columns.interactions
  const { bucketByDay } = axis
  const buckets = new Int32Array(2 * BLOCK)
  const count = inGroups(columns, grouping, (groups, rows, found) => {
    // In two steps, which the processor can do in half the time of one.
    for (let i = 0; i < found; i++) buckets[i] = bucketByDay[(day[rows[i] ?? 0] ?? 0) - axis.first] ?? 0
    for (let i = 0; i < found; i++) {
      const cell = (begin[groups[i] ?? 0] ?? 0) + (buckets[i] ?? 0)
      counts[cell] = (counts[cell] ?? 0) + 1
    }
  })
  scanInteractions(columns, filter, count)
  const totals = new Int32Array(length)
  for (let cell = 0; cell < length * width; cell++) {
    const group = Math.floor(cell / width)
    totals[group] = (totals[group] ?? 0) + (counts[cell] ?? 0)
  }
  return { counts, totals }
}
