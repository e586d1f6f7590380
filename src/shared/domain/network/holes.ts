import type { ContactGraph } from './graph'
import { degreeOf } from './neighbours'

/** Of each person; NaN for who has no tie. */
export interface StructuralHoles {
  constraint: Float64Array
  effectiveSize: Float64Array
}

/**
 * Structural holes, on ties that all count alike, whatever their direction.
 *
 * - Constraint Σ over j of (p(i, j) + Σ over q of p(i, q) p(q, j))², p(i, j) = 1 / ties of i: how much of somebody's
 *   contacts leads back to the same people. High where contacts know each other. Source: Burt 2004, networkx
 *   `constraint` without weights.
 * - Effective size n − 2t / n, with n ties and t ties among those n: how many contacts do not repeat each other, 1
 *   to n. Source: Burt 1995 as Borgatti simplified it, networkx `effective_size`.
 *
 * O(Σ ties²).
 */
export function structuralHoles(graph: ContactGraph): StructuralHoles {
  const { people, ties } = graph
  const { start, to } = ties
  const constraint = new Float64Array(people).fill(Number.NaN)
  const effectiveSize = new Float64Array(people).fill(Number.NaN)
  /** 1 / ties of each. */
  const part = Float64Array.from({ length: people }, (_, person) => 1 / degreeOf(ties, person))
  /** p(q, j) of the person's neighbours q; 0 of all others. */
  const near = new Float64Array(people)
  /** 1 for the person's neighbours. */
  const isNear = new Uint8Array(people)
  for (let person = 0; person < people; person++) {
    const [begin, end] = [start[person] ?? 0, start[person + 1] ?? 0]
    if (begin === end) continue
    for (let at = begin; at < end; at++) {
      const other = to[at] ?? 0
      near[other] = part[other] ?? 0
      isNear[other] = 1
    }
    const own = part[person] ?? 0
    let sum = 0
    let among = 0
    for (let at = begin; at < end; at++) {
      const other = to[at] ?? 0
      const last = start[other + 1] ?? 0
      let shared = 0
      for (let edge = start[other] ?? 0; edge < last; edge++) {
        const third = to[edge] ?? 0
        shared += near[third] ?? 0
        among += isNear[third] ?? 0
      }
      sum += (own * (1 + shared)) ** 2
    }
    constraint[person] = sum
    // Each tie among them was met from both ends.
    effectiveSize[person] = end - begin - among / (end - begin)
    for (let at = begin; at < end; at++) {
      near[to[at] ?? 0] = 0
      isNear[to[at] ?? 0] = 0
    }
  }
  return { constraint, effectiveSize }
}
