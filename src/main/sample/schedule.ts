import { mix, Random } from '@shared/domain/random'
import type { Calendar } from './calendar'
import type { PlannedMatch } from './matches'

/** On which days which matches have a session. */
export interface Schedule {
  /** Where the days of match `m` begin in `days`; they end where those of `m + 1` begin. */
  offsets: Int32Array
  /** Ascending within a match. */
  days: Int32Array
  /** For every session in order of time, its match, or -1 for a talk outside any. */
  order: Int32Array
  /** For every session in order of time, its day. */
  orderDays: Int32Array
}

/** Share of the sessions that lie outside any match. */
const singles = 0.03

/** Running sums of the days' weights, to find the day at which a given part of the work is done. */
class Seasons {
  private readonly sums: Float64Array

  constructor(private readonly calendar: Calendar) {
    const { first, today } = calendar
    this.sums = new Float64Array(today - first + 2)
    for (let day = first; day <= today; day++) {
      this.sums[day - first + 1] = (this.sums[day - first] ?? 0) + calendar.weight(day)
    }
  }

  /** The work before a day. */
  before(day: number): number {
    return this.sums[day - this.calendar.first] ?? 0
  }

  /** The day on which the running sum passes `work`. */
  dayAt(work: number): number {
    let low = 0
    let high = this.sums.length - 2
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.sums[middle + 1] ?? 0) > work) high = middle
      else low = middle + 1
    }
    return this.calendar.first + low
  }
}

function daysOfMatch(
  match: PlannedMatch,
  count: number,
  seasons: Seasons,
  calendar: Calendar,
  random: Random,
): number[] {
  const { from, until } = match
  if (count === 1) return [until]
  const start = seasons.before(from)
  const step = (seasons.before(until) - start) / (count - 1)
  // Most pairs have a weekday of their own.
  const habit = random.between(1, 5)
  // Neither habit nor chance brings two sessions much closer together than was agreed.
  const apart = Math.floor((0.45 * (until - from)) / (count - 1))
  const days: number[] = []
  for (let index = 0; index < count; index++) {
    if (index === 0 || index === count - 1) {
      days.push(index === 0 ? from : until)
      continue
    }
    const day = seasons.dayAt(start + step * (index + (random.next() - 0.5) * 0.5))
    const moved = day + habit - ((day + 4) % 7)
    const earliest = (days[index - 1] ?? from) + apart
    const latest = until - apart
    const fits = moved >= earliest && moved <= latest && calendar.weight(moved) > 0 && random.chance(0.65)
    days.push(fits ? moved : calendar.workday(Math.min(Math.max(day, earliest), Math.max(latest, earliest))))
  }
  days.sort((a, b) => a - b)
  spread(days, calendar)
  return days
}

/** Moves sessions of one match apart that fell on the same day, as long as there are days left. */
function spread(days: number[], calendar: Calendar): void {
  for (let index = days.length - 2; index > 0; index--) {
    const next = days[index + 1] ?? 0
    const day = days[index] ?? 0
    const earlier = day < next ? day : calendar.workday(next - 1)
    days[index] = Math.max(earlier, days[0] ?? earlier)
  }
}

/** Spreads exactly `count` sessions over the matches by their length and cadence, and orders them by time. */
export function planSchedule(
  matches: readonly PlannedMatch[],
  calendar: Calendar,
  count: number,
  seed: number,
): Schedule {
  const seasons = new Seasons(calendar)
  const random = new Random(0)
  const natural = matches.map(({ from, until, cadence }) =>
    until < from ? 0 : 1 + ((seasons.before(until) - seasons.before(from)) * 1.37) / cadence,
  )
  const total = natural.reduce((sum, sessions) => sum + sessions, 0)
  const inMatches = total === 0 ? 0 : count - Math.round(count * singles)
  const offsets = new Int32Array(matches.length + 1)
  const days = new Int32Array(inMatches)
  let sum = 0
  matches.forEach((match, index) => {
    sum += natural[index] ?? 0
    const start = offsets[index] ?? 0
    const end = total === 0 ? 0 : Math.round((inMatches * sum) / total)
    offsets[index + 1] = end
    random.reseed(mix(seed ^ 0x646179, index))
    if (end > start) days.set(daysOfMatch(match, end - start, seasons, calendar, random), start)
  })
  return {
    offsets,
    days,
    ...inOrderOfTime(offsets, days, singleDays(count - inMatches, seasons, calendar, seed), calendar),
  }
}

/** Days of the talks outside matches, of which there are more towards the end. */
function singleDays(count: number, seasons: Seasons, calendar: Calendar, seed: number): Int32Array {
  const random = new Random(mix(seed, 0x73696e67))
  const all = seasons.before(calendar.today)
  return Int32Array.from({ length: count }, () => seasons.dayAt(all * (0.05 + 0.94 * random.next() ** 0.75)))
}

/** A counting sort by day. */
function inOrderOfTime(offsets: Int32Array, days: Int32Array, loose: Int32Array, calendar: Calendar) {
  const { first, today } = calendar
  const starts = new Int32Array(today - first + 2)
  for (const list of [days, loose])
    for (const day of list) starts[day - first + 1] = (starts[day - first + 1] ?? 0) + 1
  for (let index = 1; index < starts.length; index++)
    starts[index] = (starts[index] ?? 0) + (starts[index - 1] ?? 0)
  const order = new Int32Array(days.length + loose.length)
  const orderDays = new Int32Array(order.length)
  const place = (day: number, match: number) => {
    const slot = starts[day - first] ?? 0
    starts[day - first] = slot + 1
    order[slot] = match
    orderDays[slot] = day
  }
  for (let match = 0; match + 1 < offsets.length; match++) {
    for (let index = offsets[match] ?? 0; index < (offsets[match + 1] ?? 0); index++)
      place(days[index] ?? first, match)
  }
  for (const day of loose) place(day, -1)
  return { order, orderDays }
}
