import { Random } from '../random'
import type { Components } from './components'
import type { ContactGraph } from './graph'
import { degreeOf } from './neighbours'
import { ShortestPaths } from './shortestPaths'

/** Up to so many people every shortest path is counted; above, those from a sample of people. */
const exactUpTo = 5000
const sampleSize = 500
const seed = 1

export interface Betweenness {
  /** Of each person, 0 to 1. */
  values: Float64Array
  /** From how many people shortest paths were counted; null when from all. */
  sampled: number | null
}

/**
 * Betweenness b(v) = Σ over s ≠ v ≠ t of σ(s, t | v) / σ(s, t), divided by (n − 1)(n − 2): the share of all shortest
 * ways between two others that lead through a person. Along `paths`, so directions count where they are known. Source:
 * Brandes 2001, as networkx `betweenness_centrality` normalises it. O(n · ties).
 *
 * With more than `limits.exactUpTo` people it is estimated from `limits.sampleSize` of those with any path, always the
 * same ones: Σ over the sample, times how many there are for each in it. `tell` hears how many are done.
 */
export function betweenness(
  graph: ContactGraph,
  { of, sizes }: Pick<Components, 'of' | 'sizes'>,
  tell: (done: number, total: number) => void = () => undefined,
  limits: { exactUpTo: number; sampleSize: number } = { exactUpTo, sampleSize },
): Betweenness {
  const { people, paths } = graph
  const values = new Float64Array(people)
  const sources = withPaths(graph)
  const chosen =
    people > limits.exactUpTo && sources.length > limits.sampleSize
      ? sample(sources, limits.sampleSize)
      : sources
  if (people > 2 && chosen.length > 0) {
    const search = new ShortestPaths(paths, of, sizes)
    chosen.forEach((source, done) => {
      search.addFrom(source, values)
      tell(done + 1, chosen.length)
    })
    const scale = sources.length / chosen.length / ((people - 1) * (people - 2))
    for (let person = 0; person < people; person++) values[person] = (values[person] ?? 0) * scale
  }
  return { values, sampled: chosen.length < sources.length ? chosen.length : null }
}

/** The people from whom any path leads on; from the others nothing goes through anybody. */
function withPaths({ people, paths }: ContactGraph): Int32Array {
  return Int32Array.from({ length: people }, (_, person) => person).filter(
    (person) => degreeOf(paths, person) > 0,
  )
}

/** So many of them, drawn without putting back. */
function sample(people: Int32Array, size: number): Int32Array {
  const random = new Random(seed)
  const order = people.slice()
  for (let place = 0; place < size; place++) {
    const other = place + random.below(order.length - place)
    const drawn = order[other] ?? 0
    order[other] = order[place] ?? 0
    order[place] = drawn
  }
  return order.slice(0, size)
}
