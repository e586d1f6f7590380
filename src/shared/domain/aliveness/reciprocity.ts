import { reciprocity } from '../network/figures'
import { type PartReading, type Ratio, ratio, readingOf, tooFew } from './reading'
import type { Period } from './records'

const fewestPairs = 5
/** Who was in contact once had no occasion to answer. */
const leastContacts = 2

/** R, reciprocity: networkx's, over pairs with two contacts or more of known direction. */
export function reciprocityReading(period: Period): PartReading {
  const { returned, reached, pairs } = reciprocity(period.graph, leastContacts)
  return readingOf(
    ratio(returned, reached),
    tooFew(pairs, fewestPairs, 'pairs with two contacts of which it is known who reached out'),
    {
      inputs: {
        pairs,
        // Whoever has reached out in return has had two contacts, so that none of these is missing.
        pairsOfKnownDirection: period.graph.reached.to.length - returned / 2,
        pairsInAll: period.graph.ties.to.length / 2,
      },
    },
  )
}

export function reciprocityOf({ graph }: Period): Ratio {
  const { returned, reached } = reciprocity(graph, leastContacts)
  return ratio(returned, reached)
}
