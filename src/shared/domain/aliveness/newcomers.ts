import { type PartReading, ratio, readingOf, tooFew } from './reading'
import { type CommunityRecords, contactsWithin } from './records'
import { newcomerDays, newcomerSpan, type Span } from './spans'

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
  const { people, contacts } = newcomersOf(records, span)
  return people.map((person) => ((contacts[person] ?? 0) >= contactsToStay ? 1 : 0))
}

/** Who is new, and how many contacts everybody who is had within `newcomerDays` of joining. */
export function newcomersOf(
  { people, member, joined, contacts }: CommunityRecords,
  span: Span,
): { people: number[]; contacts: Int32Array } {
  const { first, last } = newcomerSpan(span)
  const isNew = joined.map((day, person) => (member[person] === 1 && day >= first && day <= last ? 1 : 0))
  const { length, from, to, day } = contactsWithin(contacts, { first, last: last + newcomerDays })
  const counts = new Int32Array(people)
  for (let at = 0; at < length; at++) {
    const on = day[at] ?? 0
    for (let side = 0; side < 2; side++) {
      const person = (side === 0 ? from[at] : to[at]) ?? 0
      const since = on - (joined[person] ?? 0)
      if (isNew[person] === 1 && since >= 0 && since <= newcomerDays)
        counts[person] = (counts[person] ?? 0) + 1
    }
  }
  return { people: [...isNew.keys()].filter((person) => isNew[person] === 1), contacts: counts }
}
