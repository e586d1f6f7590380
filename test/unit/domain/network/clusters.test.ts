import { type Clusters, clustersOf } from '@shared/domain/network/clusters'
import { components } from '@shared/domain/network/components'
import type { ContactGraph } from '@shared/domain/network/graph'
import { degreeOf } from '@shared/domain/network/neighbours'
import { Random } from '@shared/domain/random'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contactGraph, graphs } from './graphs'
import { askModularity, type Graph, networkx } from './networkx'

/** By its definition: a pair at a time. */
function modularityOf({ people, ties }: ContactGraph, of: Int32Array): number | null {
  const ends = ties.to.length
  if (ends === 0) return null
  let sum = 0
  for (let one = 0; one < people; one++) {
    const row = ties.to.subarray(ties.start[one] ?? 0, ties.start[one + 1] ?? 0)
    for (let other = 0; other < people; other++) {
      if (of[one] !== of[other]) continue
      const tie = row.includes(other) ? 1 : 0
      sum += tie - (degreeOf(ties, one) * degreeOf(ties, other)) / ends
    }
  }
  return sum / ends
}

const parts = (graph: ContactGraph, { of, sizes }: Clusters) =>
  [...sizes.keys()]
    .map((own) => Array.from(of.keys()).filter((person) => of[person] === own))
    .concat(
      // In networkx everybody is in some part.
      Array.from({ length: graph.people }, (_, person) => person)
        .filter((person) => of[person] === -1)
        .map((person) => [person]),
    )

/** So many groups of so many people, most of whose contacts stay in their group. */
function planted(groups: number, each: number): Graph {
  const random = new Random(7)
  const people = groups * each
  const contacts = Array.from({ length: people * 8 }, (_, at) => {
    const from = at % people
    const within = random.chance(0.85)
    const start = within ? from - (from % each) : 0
    const to = start + random.below(within ? each : people)
    return [from, to, 0] as const
  })
  return { people, contacts: contacts.filter(([from, to]) => from !== to) }
}

describe('clusters', () => {
  it('hold everybody with a tie, the largest first, and never two who are not connected at all', () => {
    fc.assert(
      fc.property(graphs, (drawn) => {
        const graph = contactGraph(drawn)
        const { of, sizes, modularity } = clustersOf(graph)
        const connected = components(graph)
        expect([...sizes]).toEqual([...sizes].sort((a, b) => b - a))
        sizes.forEach((size, own) => {
          expect(of.filter((cluster) => cluster === own)).toHaveLength(size)
        })
        of.forEach((own, person) => {
          expect(own === -1).toBe(degreeOf(graph.ties, person) === 0)
          if (own >= 0) expect(connected.of[of.indexOf(own)]).toBe(connected.of[person])
        })
        const reference = modularityOf(graph, of)
        if (reference === null) expect(modularity).toBeNull()
        else expect(modularity).toBeCloseTo(reference, 9)
      }),
    )
  })

  it('are better than one for each connected part, and than one for each person', () => {
    fc.assert(
      fc.property(graphs, (drawn) => {
        const graph = contactGraph(drawn)
        const found = clustersOf(graph).modularity ?? 0
        expect(found).toBeGreaterThanOrEqual((modularityOf(graph, components(graph).of) ?? 0) - 1e-9)
        const alone = Int32Array.from({ length: graph.people }, (_, person) => person)
        expect(found).toBeGreaterThanOrEqual((modularityOf(graph, alone) ?? 0) - 1e-9)
      }),
    )
  })

  it('find groups that most contacts stay in, each time the same', () => {
    const graph = contactGraph(planted(12, 50))
    const found = clustersOf(graph)
    expect(clustersOf(graph)).toEqual(found)
    expect(found.sizes).toHaveLength(12)
    // Hardly anybody is in another one than their neighbours in the group.
    let apart = 0
    for (let group = 0; group < 12; group++) {
      const own = found.of.subarray(group * 50, group * 50 + 50)
      const most = Math.max(
        ...[...found.sizes.keys()].map((one) => own.filter((cluster) => cluster === one).length),
      )
      apart += 50 - most
    }
    expect(apart).toBeLessThan(12)
  })

  it('of nobody are none', () => {
    expect(clustersOf(contactGraph({ people: 0, contacts: [] }))).toEqual({
      of: new Int32Array(0),
      sizes: new Int32Array(0),
      modularity: null,
    })
  })

  it.skipIf(!networkx)('are as good as those that networkx finds (needs python3-networkx)', () => {
    const drawn = [planted(12, 50), planted(40, 25), ...fc.sample(graphs, { numRuns: 60, seed: 20_261_126 })]
    const ours = drawn.map((graph) => clustersOf(contactGraph(graph)))
    const asked = drawn.map((graph, at) => {
      const found = ours[at]
      return { ...graph, parts: found ? parts(contactGraph(graph), found) : [] }
    })
    let [sum, reference] = [0, 0]
    askModularity(asked).forEach(({ modularity, louvain }, at) => {
      const found = ours[at]?.modularity ?? null
      if (modularity === null) expect(found).toBeNull()
      else expect(found).toBeCloseTo(modularity, 9)
      sum += found ?? 0
      reference += louvain ?? 0
    })
    // Which of several good ones is found is chance, in ours as in theirs.
    expect(sum).toBeGreaterThan(reference - 0.005 * drawn.length)
  })
})
