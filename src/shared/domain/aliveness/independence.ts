import { type PartReading, type Ratio, ratio, readingOf, tooFew } from './reading'
import type { Period } from './records'

const fewestContacts = 10

/** I, independence: contacts that others than the coordinators initiated / contacts of which it is known who did. */
export function independenceReading(period: Period): PartReading {
  const found = independenceOf(period)
  const initiated = found.denominator ?? 0
  const coordinators = period.records.coordinator.reduce((sum, one) => sum + one, 0)
  return readingOf(
    found,
    coordinators === 0
      ? 'Nobody is recorded as its coordinator.'
      : tooFew(initiated, fewestContacts, 'contacts of which it is known who initiated them'),
    { inputs: { coordinators, contacts: period.contacts.length } },
  )
}

export function independenceOf({ records: { coordinator }, contacts }: Period): Ratio {
  let [byOthers, initiated] = [0, 0]
  for (let at = 0; at < contacts.length; at++) {
    if (contacts.directed[at] !== 1) continue
    initiated++
    byOthers += 1 - (coordinator[contacts.from[at] ?? 0] ?? 0)
  }
  return ratio(byOthers, initiated)
}
