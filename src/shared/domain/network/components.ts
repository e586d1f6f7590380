import type { TieGraph } from './graph'

/** Who is connected with whom, over however many others. */
export interface Components {
  /** The component of each person, from 0, the largest first; of two alike the one with the earlier person. */
  of: Int32Array
  /** How many people each has. */
  sizes: Int32Array
  /** How many people have no contact at all; each of them is a component of one. */
  isolates: number
  /** The share of all people who are in the largest component, 0 to 1; null without people. */
  reach: number | null
}

/**
 * Connected components, whichever way a contact went: networkx `connected_components` of the undirected graph,
 * `weakly_connected_components` of the directed one. `without` is somebody whose ties shall not count.
 */
export function components({ people, ties }: TieGraph, without: number | null = null): Components {
  const found = new Int32Array(people).fill(-1)
  const sizes: number[] = []
  const queue = new Int32Array(people)
  let isolates = 0
  for (let first = 0; first < people; first++) {
    if (found[first] !== -1) continue
    const component = sizes.length
    let length = 1
    queue[0] = first
    found[first] = component
    for (let done = 0; done < length; done++) {
      const person = queue[done] ?? 0
      const end = ties.start[person + 1] ?? 0
      for (let at = ties.start[person] ?? 0; at < end; at++) {
        const other = ties.to[at] ?? 0
        if (found[other] !== -1 || person === without || other === without) continue
        found[other] = component
        queue[length++] = other
      }
    }
    sizes.push(length)
    if (length === 1) isolates++
  }
  const order = sizes.map((_, component) => component).sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0))
  const rank = new Int32Array(order.length)
  order.forEach((component, place) => {
    rank[component] = place
  })
  return {
    of: found.map((component) => rank[component] ?? 0),
    sizes: Int32Array.from(order, (component) => sizes[component] ?? 0),
    isolates,
    reach: people === 0 ? null : (sizes[order[0] ?? 0] ?? 0) / people,
  }
}
