import { burstiness, spreadOf } from './burstiness'
import { type PartReading, type Ratio, readingOf, tooFew } from './reading'
import type { CommunityRecords } from './records'
import { rhythmDays, type Span } from './spans'

const fewestGaps = 6

/**
 * H, rhythm: (1 − A) / 2, A the burstiness of the gaps between days with a gathering; where no gathering is recorded,
 * between days with any contact.
 */
export function rhythmReading(records: CommunityRecords, span: Span): PartReading {
  const gathers = hasGatherings(records, span)
  const gaps = rhythmGaps(records, span)
  return readingOf(
    rhythmOf(gaps),
    tooFew(gaps.length, fewestGaps, `gaps between ${gathers ? 'gatherings' : 'days with contacts'}`),
    { inputs: { gaps: gaps.length, ofGatherings: gathers ? 1 : 0 } },
  )
}

/** Numerator and denominator are the standard deviation s and the mean m of the gaps, in days. */
export function rhythmOf(gaps: readonly number[]): Ratio {
  const found = burstiness(gaps)
  if (found === null) return { value: null, numerator: null, denominator: null }
  const { mean, deviation } = spreadOf(gaps)
  return { value: Math.min(1, Math.max(0, (1 - found) / 2)), numerator: deviation, denominator: mean }
}

/**
 * The gaps between events that end in the span; where these are fewer than six, the last six within a year. The time
 * since the last event is one of them once it is the longest: it may get longer, but it will not get shorter.
 */
export function rhythmGaps(records: CommunityRecords, span: Span): number[] {
  const days = eventDays(records, span)
  const gaps = days.slice(1).map((day, at) => ({ ends: day, length: day - (days[at] ?? day) }))
  const longest = gaps.reduce((most, { length }) => Math.max(most, length), 0)
  const open = span.last - (days.at(-1) ?? span.last)
  if (longest > 0 && open > longest) gaps.push({ ends: span.last, length: open })
  const ending = gaps.filter(({ ends }) => ends >= span.first).length
  return gaps.slice(-Math.max(ending, fewestGaps)).map(({ length }) => length)
}

/** Whether the community is known to have gathered by then. */
function hasGatherings({ contacts }: CommunityRecords, { last }: Span): boolean {
  for (let at = 0; at < contacts.length; at++) {
    if (contacts.gathering[at] === 1 && (contacts.day[at] ?? 0) <= last) return true
  }
  return false
}

/** The days with an event up to the end of the span and as far back as `rhythmDays`, in order. */
function eventDays(records: CommunityRecords, span: Span): number[] {
  const { contacts } = records
  const { first, last } = span
  const gathers = hasGatherings(records, span)
  const begin = Math.min(first, last - rhythmDays + 1)
  const happened = new Uint8Array(last - begin + 1)
  for (let at = 0; at < contacts.length; at++) {
    // A day before the first or after the last has no place in the array.
    if (!gathers || contacts.gathering[at] === 1) happened[(contacts.day[at] ?? 0) - begin] = 1
  }
  return Array.from(happened.keys(), (since) => begin + since).filter((day) => happened[day - begin] === 1)
}
