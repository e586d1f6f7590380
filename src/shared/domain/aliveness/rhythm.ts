import { burstiness, spreadOf } from './burstiness'
import { type PartReading, type Ratio, readingOf, tooFew } from './reading'
import { attendanceWithin, type CommunityRecords, contactsWithin } from './records'
import { rhythmDays, type Span } from './spans'

const fewestGaps = 6

/**
 * H, rhythm: (1 − A) / 2, A the burstiness of the gaps between days with a gathering; where no gathering is recorded,
 * between days with any contact.
 */
export function rhythmReading(records: CommunityRecords, span: Span): PartReading {
  const { days, gather } = eventDays(records, span)
  const gaps = gapsBetween(days, span)
  return readingOf(
    rhythmOf(gaps),
    tooFew(gaps.length, fewestGaps, `gaps between ${gather ? 'gatherings' : 'days with contacts'}`),
    { inputs: { gaps: gaps.length, gatherings: gather ? days.length : 0 } },
  )
}

/** Numerator and denominator are the standard deviation s and the mean m of the gaps, in days. */
export function rhythmOf(gaps: readonly number[]): Ratio {
  const found = burstiness(gaps)
  if (found === null) return { value: null, numerator: null, denominator: null }
  const { mean, deviation } = spreadOf(gaps)
  return { value: Math.min(1, Math.max(0, (1 - found) / 2)), numerator: deviation, denominator: mean }
}

export function rhythmGaps(records: CommunityRecords, span: Span): number[] {
  return gapsBetween(eventDays(records, span).days, span)
}

/**
 * The gaps between events that end in the span; where these are fewer than six, the last six within a year. The time
 * since the last event is one of them once it is the longest: it may get longer, but it will not get shorter.
 */
function gapsBetween(days: readonly number[], { first, last }: Span): number[] {
  const gaps = days.slice(1).map((day, at) => ({ ends: day, length: day - (days[at] ?? day) }))
  const longest = gaps.reduce((most, { length }) => Math.max(most, length), 0)
  const open = last - (days.at(-1) ?? last)
  if (longest > 0 && open > longest) gaps.push({ ends: last, length: open })
  const ending = gaps.filter(({ ends }) => ends >= first).length
  return gaps.slice(-Math.max(ending, fewestGaps)).map(({ length }) => length)
}

/** The days with a gathering, or without any those with a contact, up to the end of the span and `rhythmDays` back. */
export function eventDays(
  { contacts, attendance }: CommunityRecords,
  { first, last }: Span,
): { days: number[]; gather: boolean } {
  const begin = Math.min(first, last - rhythmDays + 1)
  const { length, day, gathering } = contactsWithin(contacts, { first: begin, last })
  /** 1 for a contact, 3 where it was at a gathering. */
  const happened = new Uint8Array(last - begin + 1)
  for (let at = 0; at < length; at++) {
    const since = (day[at] ?? 0) - begin
    happened[since] = (happened[since] ?? 0) | (gathering[at] === 1 ? 3 : 1)
  }
  const { day: attended } = attendanceWithin(attendance, { first: begin, last })
  for (const on of attended) happened[on - begin] = 3
  const gather = happened.includes(3)
  const days = Array.from(happened.keys(), (since) => begin + since)
  return { days: days.filter((_, since) => (happened[since] ?? 0) >= (gather ? 3 : 1)), gather }
}
