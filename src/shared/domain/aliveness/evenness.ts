import { contactsOfEach } from '../network/figures'
import { gini } from '../network/gini'
import { type PartReading, type Ratio, ratio, readingOf, tooFew } from './reading'
import type { Period } from './records'

/** Under so many people the Gini coefficient says little. */
const fewestPeople = 8

/**
 * V, evenness: 1 − G* of the contacts of each, over those who had any. Beside it the share of contacts that the busiest
 * person has no part in.
 */
export function evennessReading(period: Period): PartReading {
  const each = contactsOfActive(period)
  const { contacts } = period.graph
  const busiest = each.reduce((most, own) => Math.max(most, own), 0)
  return readingOf(unevenness(each, contacts), tooFew(each.length, fewestPeople, 'people with contacts'), {
    inputs: { people: each.length, contacts },
    // Each contact has two sides, so that one person who has part in all of them leaves half to the others.
    also: [{ name: 'contacts without the busiest person', ...ratio(contacts - busiest, contacts) }],
  })
}

export function evennessOf(period: Period): Ratio {
  return unevenness(contactsOfActive(period), period.graph.contacts)
}

function unevenness(each: Int32Array, contacts: number): Ratio {
  const found = gini(each)
  if (found === null) return { value: null, numerator: null, denominator: null }
  const mean = (2 * contacts) / each.length
  // G* is half of the mean difference between two people, as a share of the mean.
  return { value: 1 - found.corrected, numerator: found.corrected * mean, denominator: mean }
}

function contactsOfActive({ graph }: Period): Int32Array {
  return contactsOfEach(graph).filter((own) => own > 0)
}
