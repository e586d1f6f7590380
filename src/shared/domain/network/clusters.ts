import type { TieGraph } from './graph'

/** People who have most of their ties among each other. */
export interface Clusters {
  /** The cluster of each person, from 0, the largest first; −1 of who has no tie at all. */
  of: Int32Array
  /** How many people each has. */
  sizes: Int32Array
  /**
   * Q = Σ over clusters of (ties within / all ties − (degrees within / 2 ties)²), from −½ to 1: how much more ties stay
   * within than if everybody's were dealt out by chance; null without ties. As networkx `modularity`.
   */
  modularity: number | null
}

/** A graph of people, or of clusters of them: rows as in `Neighbours`, with how many ties each entry stands for. */
interface Level {
  size: number
  start: Int32Array
  to: Int32Array
  weight: Float64Array
  /** Twice the ties within each, and the ends of all its ties. */
  own: Float64Array
  degree: Float64Array
}

/**
 * Clusters by the method of Louvain (Blondel and others 2008): everybody joins the cluster that gains modularity most,
 * as long as any does; then clusters take the place of people, and so on. Each tie counts once. The same ties always
 * give the same clusters. About as long as reading the ties a few dozen times.
 */
export function clustersOf({ people, ties }: TieGraph): Clusters {
  const ends = ties.to.length
  const of = new Int32Array(people).map((_, person) => person)
  let level: Level = {
    size: people,
    start: ties.start,
    to: ties.to,
    weight: new Float64Array(ends).fill(1),
    own: new Float64Array(people),
    degree: Float64Array.from(of, (person) => (ties.start[person + 1] ?? 0) - (ties.start[person] ?? 0)),
  }
  for (let merged = ends > 0; merged; ) {
    const { cluster, clusters } = numbered(joined(level, ends))
    merged = clusters < level.size
    if (!merged) break
    for (let person = 0; person < people; person++) of[person] = cluster[of[person] ?? 0] ?? 0
    level = together(level, cluster, clusters)
  }
  let modularity = 0
  for (let at = 0; at < level.size; at++) {
    modularity += (level.own[at] ?? 0) / ends - ((level.degree[at] ?? 0) / ends) ** 2
  }
  return { ...largestFirst(of, level), modularity: ends === 0 ? null : modularity }
}

/** Moves one at a time to where most is gained; who has a neighbour that moved is looked at again. */
function joined({ size, start, to, weight, degree }: Level, ends: number): Int32Array {
  const cluster = new Int32Array(size).map((_, node) => node)
  const total = degree.slice()
  const towards = new Float64Array(size)
  const met = new Int32Array(size)
  const waiting = new Uint8Array(size).fill(1)
  // Round and round: nobody stands in it twice.
  const queue = new Int32Array(size).map((_, node) => node)
  for (let [first, length] = [0, size]; length > 0; ) {
    const node = queue[first] ?? 0
    first = first + 1 === size ? 0 : first + 1
    length--
    waiting[node] = 0
    const [begin, end] = [start[node] ?? 0, start[node + 1] ?? 0]
    const home = cluster[node] ?? 0
    let known = 0
    for (let at = begin; at < end; at++) {
      const other = cluster[to[at] ?? 0] ?? 0
      if (towards[other] === 0) met[known++] = other
      towards[other] = (towards[other] ?? 0) + (weight[at] ?? 0)
    }
    const share = (degree[node] ?? 0) / ends
    total[home] = (total[home] ?? 0) - (degree[node] ?? 0)
    let [best, most] = [home, (towards[home] ?? 0) - share * (total[home] ?? 0) + tiny]
    for (let at = 0; at < known; at++) {
      const other = met[at] ?? 0
      const gain = (towards[other] ?? 0) - share * (total[other] ?? 0)
      if (gain > most) [best, most] = [other, gain]
      towards[other] = 0
    }
    total[best] = (total[best] ?? 0) + (degree[node] ?? 0)
    if (best === home) continue
    cluster[node] = best
    for (let at = begin; at < end; at++) {
      const other = to[at] ?? 0
      if (waiting[other] === 1 || cluster[other] === best) continue
      waiting[other] = 1
      queue[(first + length++) % size] = other
    }
  }
  return cluster
}

/** A gain has to be more than what rounding leaves behind, or two could go on changing places. */
const tiny = 1e-9

/** The clusters that are left, numbered from 0 in the order in which they are met. */
function numbered(cluster: Int32Array): { cluster: Int32Array; clusters: number } {
  const number = new Int32Array(cluster.length).fill(-1)
  let clusters = 0
  for (let node = 0; node < cluster.length; node++) {
    const own = cluster[node] ?? 0
    if (number[own] === -1) number[own] = clusters++
  }
  return { cluster: cluster.map((own) => number[own] ?? 0), clusters }
}

/** The graph of the clusters. */
function together(level: Level, cluster: Int32Array, size: number): Level {
  const members = sortedBy(cluster, size)
  const found: Level = {
    size,
    start: new Int32Array(size + 1),
    to: new Int32Array(level.to.length),
    weight: new Float64Array(level.to.length),
    own: new Float64Array(size),
    degree: new Float64Array(size),
  }
  const place = new Int32Array(size).fill(-1)
  let length = 0
  for (let own = 0; own < size; own++) {
    const begin = length
    for (let at = members.start[own] ?? 0; at < (members.start[own + 1] ?? 0); at++) {
      const node = members.order[at] ?? 0
      found.own[own] = (found.own[own] ?? 0) + (level.own[node] ?? 0)
      found.degree[own] = (found.degree[own] ?? 0) + (level.degree[node] ?? 0)
      for (let edge = level.start[node] ?? 0; edge < (level.start[node + 1] ?? 0); edge++) {
        const other = cluster[level.to[edge] ?? 0] ?? 0
        const weight = level.weight[edge] ?? 0
        if (other === own) {
          found.own[own] = (found.own[own] ?? 0) + weight
          continue
        }
        if ((place[other] ?? -1) < begin) {
          place[other] = length
          found.to[length++] = other
        }
        const there = place[other] ?? 0
        found.weight[there] = (found.weight[there] ?? 0) + weight
      }
    }
    found.start[own + 1] = length
  }
  return { ...found, to: found.to.slice(0, length), weight: found.weight.slice(0, length) }
}

/** The nodes of each cluster, one cluster after the other: sorted by counting. */
function sortedBy(cluster: Int32Array, size: number): { start: Int32Array; order: Int32Array } {
  const start = new Int32Array(size + 1)
  for (const own of cluster) start[own + 1] = (start[own + 1] ?? 0) + 1
  for (let own = 0; own < size; own++) start[own + 1] = (start[own + 1] ?? 0) + (start[own] ?? 0)
  const next = start.slice()
  const order = new Int32Array(cluster.length)
  cluster.forEach((own, node) => {
    const place = next[own] ?? 0
    next[own] = place + 1
    order[place] = node
  })
  return { start, order }
}

/** Of two alike the one with the earlier person first; who has no tie is in none. */
function largestFirst(of: Int32Array, { size, degree }: Level): Pick<Clusters, 'of' | 'sizes'> {
  const people = new Int32Array(size)
  for (const own of of) people[own] = (people[own] ?? 0) + 1
  const order = [...people.keys()]
    .filter((own) => (degree[own] ?? 0) > 0)
    .sort((a, b) => (people[b] ?? 0) - (people[a] ?? 0) || a - b)
  const rank = new Int32Array(size).fill(-1)
  order.forEach((own, place) => {
    rank[own] = place
  })
  return {
    of: of.map((own) => rank[own] ?? -1),
    sizes: Int32Array.from(order, (own) => people[own] ?? 0),
  }
}
