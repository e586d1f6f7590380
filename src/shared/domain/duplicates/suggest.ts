import { blocksOf, frequenciesOf } from './blocks'
import { comparedPerson, confidences, type Judgement, judge, type Person } from './judge'

/** Two who may be one person, and why. */
export interface Suggestion extends Judgement {
  first: number
  second: number
}

/** One key for a pair, whichever of the two comes first. */
export function pairKey(one: number, other: number): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}

/**
 * Everybody who may be in a directory twice, the surest first.
 *
 * @param apart keys of pairs that are known to be two people
 * @param about only pairs with one of these, where it is given
 * @param onStep is told now and then how many pairs were compared; what it throws ends the search
 */
export function suggestDuplicates(
  people: readonly Person[],
  {
    apart,
    about,
    onStep,
  }: { apart: ReadonlySet<string>; about?: ReadonlySet<number>; onStep(pairs: number): void },
): Suggestion[] {
  const compared = people.map(comparedPerson)
  const frequencies = frequenciesOf(compared)
  const found = new Map<string, Suggestion>()
  let pairs = 0
  for (const block of blocksOf(compared)) {
    for (let at = 0; at < block.length; at++) {
      const one = block[at]
      for (let next = at + 1; one && next < block.length; next++) {
        const other = block[next]
        if (++pairs % stepLength === 0) onStep(pairs)
        if (!other || (about && !about.has(one.id) && !about.has(other.id))) continue
        const judgement = judge(one, other, frequencies)
        if (judgement === null) continue
        const key = pairKey(one.id, other.id)
        const [first, second] = one.id < other.id ? [one.id, other.id] : [other.id, one.id]
        if (!apart.has(key)) found.set(key, { first, second, ...judgement })
      }
    }
  }
  return [...found.values()].sort(bySureness)
}

/** So many comparisons take some milliseconds. */
const stepLength = 20_000

export function bySureness(a: Suggestion, b: Suggestion): number {
  const rank = ({ confidence }: Suggestion) => confidences.indexOf(confidence)
  return rank(a) - rank(b) || b.weight - a.weight || a.first - b.first || a.second - b.second
}
