import { degreeOf, type Neighbours } from './neighbours'

/**
 * Counts, from one person after the other, on how many of the shortest paths everybody else lies (Brandes 2001): a
 * search in breadth that counts the paths to each, and a way back that hands down what each lies on.
 */
export class ShortestPaths {
  /** Those found, in order of their distance. */
  private readonly found: Int32Array
  /** −1 while not found. */
  private readonly distance: Int32Array
  /** How many shortest paths lead to each. */
  private readonly ways: Float64Array
  /** (1 + what lies beyond each) / `ways`, once that is known. */
  private readonly share: Float64Array
  /** How many in each component can be reached by anybody. */
  private readonly reachable: Int32Array
  private readonly isReached: Uint8Array

  constructor(
    private readonly paths: Neighbours,
    private readonly component: Int32Array,
    components: Int32Array,
  ) {
    const people = component.length
    this.found = new Int32Array(people)
    this.distance = new Int32Array(people).fill(-1)
    this.ways = new Float64Array(people)
    this.share = new Float64Array(people)
    this.isReached = new Uint8Array(people)
    this.reachable = new Int32Array(components.length)
    paths.to.forEach((person) => {
      if (this.isReached[person] === 1) return
      this.isReached[person] = 1
      const own = component[person] ?? 0
      this.reachable[own] = (this.reachable[own] ?? 0) + 1
    })
  }

  /** Adds to everybody's sum the share of shortest paths from `source` on which they lie. */
  addFrom(source: number, sums: Float64Array): void {
    if (degreeOf(this.paths, source) === 0) return
    const length = this.search(source)
    this.handDown(length, sums)
    for (let at = 0; at < length; at++) {
      const person = this.found[at] ?? 0
      this.distance[person] = -1
      this.ways[person] = 0
    }
  }

  /** @returns how many were found, the source included. */
  private search(source: number): number {
    const { found, distance, ways } = this
    const { start, to } = this.paths
    const everybody =
      (this.reachable[this.component[source] ?? 0] ?? 0) + (this.isReached[source] === 1 ? 0 : 1)
    let length = 1
    found[0] = source
    distance[source] = 0
    ways[source] = 1
    for (let at = 0; at < length; at++) {
      const person = found[at] ?? 0
      const next = (distance[person] ?? 0) + 1
      // All are found, and from here on everybody is as far away as the last: no path leads from one to another.
      if (length === everybody && next > (distance[found[length - 1] ?? 0] ?? 0)) break
      const own = ways[person] ?? 0
      const end = start[person + 1] ?? 0
      for (let edge = start[person] ?? 0; edge < end; edge++) {
        const other = to[edge] ?? 0
        const known = distance[other] ?? 0
        if (known === next) ways[other] = (ways[other] ?? 0) + own
        else if (known < 0) {
          distance[other] = next
          ways[other] = own
          found[length++] = other
        }
      }
    }
    return length
  }

  private handDown(length: number, sums: Float64Array): void {
    const { found, distance, ways, share } = this
    const { start, to } = this.paths
    const farthest = distance[found[length - 1] ?? 0] ?? 0
    for (let at = length - 1; at > 0; at--) {
      const person = found[at] ?? 0
      const next = (distance[person] ?? 0) + 1
      let beyond = 0
      if (next <= farthest) {
        const end = start[person + 1] ?? 0
        for (let edge = start[person] ?? 0; edge < end; edge++) {
          const other = to[edge] ?? 0
          if (distance[other] === next) beyond += share[other] ?? 0
        }
      }
      const own = ways[person] ?? 1
      const through = own * beyond
      share[person] = (1 + through) / own
      sums[person] = (sums[person] ?? 0) + through
    }
  }
}
