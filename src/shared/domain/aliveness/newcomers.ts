import { type PartReading, ratio, readingOf, tooFew } from './reading'
import type { CommunityRecords } from './records'
import { newcomerDays, newcomerSpan, type Span, within } from './spans'

const fewestNewcomers = 5
const contactsToStay = 2

/**
 * N, newcomer conversion: of the members who joined in a span as long as this one that ended `newcomerDays` before it
 * did, the share who had two contacts or more within so many days of joining.
 */
export function newcomersReading(records: CommunityRecords, span: Span): PartReading {
  const stayed = newcomersWho(records, span)
  return readingOf(
    ratio(
      stayed.reduce((sum, one) => sum + one, 0),
      stayed.length,
    ),
    tooFew(stayed.length, fewestNewcomers, 'members who joined early enough to tell'),
  )
}

/** Of each newcomer 1 when they took part, else 0. */
export function newcomersWho(records: CommunityRecords, span: Span): number[] {
  const { member, joined, contacts } = records
  const arrivals = newcomerSpan(span)
  const counts = new Int32Array(records.people)
  const count = (person: number, day: number) => {
    const since = day - (joined[person] ?? 0)
    if (since >= 0 && since <= newcomerDays) counts[person] = (counts[person] ?? 0) + 1
  }
  for (let at = 0; at < contacts.length; at++) {
    const day = contacts.day[at] ?? 0
    count(contacts.from[at] ?? 0, day)
    count(contacts.to[at] ?? 0, day)
  }
  return Array.from(counts, (own, person) => ({ own, person }))
    .filter(({ person }) => member[person] === 1 && within(arrivals, joined[person] ?? 0))
    .map(({ own }) => (own >= contactsToStay ? 1 : 0))
}
