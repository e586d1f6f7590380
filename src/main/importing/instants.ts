import type { ReadMoment } from './dateValues'

const minute = 60_000
const hour = 3_600_000

/**
 * Makes a function that turns a moment into `YYYY-MM-DDTHH:MM:SSZ`, or into its calendar date when the file
 * has no time, or a zone that nobody can be sure of. A time without zone is meant in `timeZone` (an IANA
 * name): where clocks are put back it is the first of the two, where they are put forward the time after the
 * gap. Throws a RangeError for a zone that nobody knows.
 */
export function instantMaker(timeZone: string): (moment: ReadMoment) => string {
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const offsets = new Map<number, number>()
  /** Milliseconds ahead of UTC; zones change theirs on the quarter hour at most. */
  const offsetAt = (instant: number): number => {
    const quarter = Math.floor(instant / (hour / 4))
    const known = offsets.get(quarter)
    if (known !== undefined) return known
    const found = offsetOf(format, quarter * (hour / 4))
    offsets.set(quarter, found)
    return found
  }
  return ({ date, time }) => {
    if (time === null || time.zoneUnknown) return date
    if (time.offset === 0 || (time.offset === null && timeZone === 'UTC')) return `${date}T${time.time}Z`
    const wall = Date.parse(`${date}T${time.time}Z`)
    if (time.offset !== null) return utcText(wall - time.offset * minute)
    // The offset a day before is the one from before any change, which gives the earlier of two instants.
    const before = wall - offsetAt(wall - 24 * hour)
    const after = wall - offsetAt(wall + 24 * hour)
    if (before + offsetAt(before) === wall) return utcText(before)
    return utcText(after + offsetAt(after) === wall ? after : before)
  }
}

function offsetOf(format: Intl.DateTimeFormat, instant: number): number {
  const shown = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  const part = (type: Intl.DateTimeFormatPartTypes): number => shown.get(type) ?? 0
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return wall - instant
}

function utcText(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`
}
