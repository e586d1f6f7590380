import { betweenness } from '@shared/domain/network/betweenness'
import { brokers } from '@shared/domain/network/brokers'
import { components } from '@shared/domain/network/components'
import { crossing } from '@shared/domain/network/crossing'
import { contactsOfEach, reciprocity } from '@shared/domain/network/figures'
import { gini } from '@shared/domain/network/gini'
import { structuralHoles } from '@shared/domain/network/holes'
import { matrixOf, neverMeet } from '@shared/domain/network/matrix'
import { Random } from '@shared/domain/random'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contactGraph, graphs, measured } from './graphs'
import type { Graph } from './networkx'

/** A graph with a group for everybody, 0 unknown, and another order of its people. */
const worlds = graphs.chain((graph) => {
  const everybody = Array.from({ length: graph.people }, (_, person) => person)
  return fc.record({
    graph: fc.constant(graph),
    of: fc.array(fc.nat(4), { minLength: graph.people, maxLength: graph.people }),
    order: fc.shuffledSubarray(everybody, { minLength: graph.people }),
  })
})

const grouping = (of: readonly number[]) => ({
  of: Int32Array.from(of),
  groups: Math.max(5, ...of.map((group) => group + 1)),
})
const close = (value: number | null, other: number | null) =>
  value === null || other === null ? expect(value).toBe(other) : expect(value).toBeCloseTo(other, 9)

describe('the measures of a network', () => {
  it('do not change when the people are numbered otherwise', () => {
    fc.assert(
      fc.property(worlds, ({ graph, of, order }) => {
        const placed = (person: number) => order[person] ?? 0
        const other: Graph = {
          people: graph.people,
          contacts: graph.contacts.map(([from, to, directed]) => [placed(from), placed(to), directed]),
        }
        const [before, after] = [measured(contactGraph(graph)), measured(contactGraph(other))]
        for (const name of ['degree', 'in', 'out', 'betweenness', 'constraint', 'effectiveSize'] as const) {
          before[name].forEach((value, person) => {
            close(value, after[name][placed(person)] ?? null)
          })
        }
        close(before.density, after.density)
        close(before.reciprocity, after.reciprocity)
        expect(before.components.map((part) => part.map(placed).sort((a, b) => a - b)).sort(byFirst)).toEqual(
          after.components,
        )
        const groups: number[] = []
        of.forEach((group, person) => {
          groups[placed(person)] = group
        })
        expect(crossing(contactGraph(other), grouping(groups))).toEqual(
          crossing(contactGraph(graph), grouping(of)),
        )
        expect(matrixOf(contactGraph(other), grouping(groups), 9)).toEqual(
          matrixOf(contactGraph(graph), grouping(of), 9),
        )
      }),
    )
  })

  it('stay within their bounds, and add up', () => {
    fc.assert(
      fc.property(worlds, ({ graph, of }) => {
        const network = contactGraph(graph)
        const { betweenness: between, components: parts, density, isolates } = measured(network)
        for (const value of between) expect(value).toSatisfy((one: number) => one >= 0 && one <= 1 + 1e-12)
        expect(density ?? 0).toBeLessThanOrEqual(1)
        expect(parts.flat().sort((a, b) => a - b)).toEqual(
          Array.from({ length: graph.people }, (_, at) => at),
        )
        expect(parts.filter((part) => part.length === 1)).toHaveLength(isolates)
        expect(contactsOfEach(network).reduce((sum, own) => sum + own, 0)).toBe(2 * graph.contacts.length)
        const { constraint, effectiveSize } = structuralHoles(network)
        effectiveSize.forEach((size, person) => {
          const degree = measured(network).degree[person] ?? 0
          if (degree === 0) expect(size).toBeNaN()
          else expect(size).toSatisfy((one: number) => one >= 1 - 1e-9 && one <= degree)
          if (degree === 1) expect(constraint[person]).toBeGreaterThanOrEqual(1)
        })
        const { returned, reached, pairs } = reciprocity(network)
        const ties = network.ties.to.length / 2
        expect(returned).toBeLessThanOrEqual(reached)
        expect(pairs).toBeLessThanOrEqual(ties)
        const often = reciprocity(network, 2)
        expect(often.returned).toBe(returned)
        expect(often.reached).toBeLessThanOrEqual(reached)
        const { external, internal, unknown } = crossing(network, grouping(of))
        expect(external + internal + unknown).toBe(ties)
      }),
      { numRuns: 60 },
    )
  })

  it('count the ties of a matrix once each, and expect as many as there are', () => {
    fc.assert(
      fc.property(worlds, ({ graph, of }) => {
        const network = contactGraph(graph)
        const { ties, contacts, expected, groups, sizes, leftOut } = matrixOf(network, grouping(of), 10)
        const upper = (cells: Int32Array | Float64Array, which: (a: number, b: number) => boolean) =>
          Array.from(cells).reduce((sum, cell, at) => {
            const [a, b] = [Math.floor(at / groups.length), at % groups.length]
            return which(a, b) ? sum + cell : sum
          }, 0)
        const { internal, external } = crossing(network, grouping(of))
        expect(upper(ties, (a, b) => a === b)).toBe(internal)
        expect(upper(ties, (a, b) => a < b)).toBe(external)
        expect(upper(ties, (a, b) => a > b)).toBe(external)
        expect(upper(expected, (a, b) => a <= b)).toBeCloseTo(internal + external, 9)
        const known = graph.contacts.filter(([from, to]) => of[from] !== 0 && of[to] !== 0)
        expect(upper(contacts, (a, b) => a <= b)).toBe(known.length)
        expect(sizes).toEqual(groups.map((group) => of.filter((own) => own === group).length))
        expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
        expect(leftOut).toBe(0)
        const small = matrixOf(network, grouping(of), 2)
        const kept = Math.min(2, groups.length)
        expect(small.groups).toEqual(groups.slice(0, 2))
        expect(small.leftOut).toBe(groups.length - kept)
        // What is left out counts in what is to be expected all the same.
        if (kept === 2) expect([small.ties[1], small.expected[1]]).toEqual([ties[1], expected[1]])
      }),
    )
  })
})

function byFirst([a = 0]: number[], [b = 0]: number[]): number {
  return a - b
}

describe('the Gini coefficient', () => {
  it('of five people of whom one does everything is 0.8, and 1 for a sample as small', () => {
    const found = gini(Float64Array.of(0, 0, 7, 0, 0))
    expect(found?.raw).toBeCloseTo(0.8, 12)
    expect(found?.corrected).toBeCloseTo(1, 12)
    expect(gini(Int32Array.of(3, 3, 3))?.corrected).toBeCloseTo(0, 12)
    expect(gini(Int32Array.of(0, 0))).toBeNull()
    expect(gini(Int32Array.of(5))).toBeNull()
  })

  it('is half of the mean difference between two people, as a share of the mean', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 2, maxLength: 30 }), (amounts) => {
        const sum = amounts.reduce((total, amount) => total + amount, 0)
        fc.pre(sum > 0)
        const differences = amounts.flatMap((one) => amounts.map((other) => Math.abs(one - other)))
        const n = amounts.length
        const mean = differences.reduce((total, one) => total + one, 0) / (n * (n - 1))
        expect(gini(Int32Array.from(amounts))?.corrected).toBeCloseTo(mean / 2 / (sum / n), 9)
      }),
    )
  })
})

describe('crossing the borders of groups', () => {
  const sized = (...sizes: number[]) => sizes.flatMap((size, group) => Array<number>(size).fill(group + 1))

  it.each([
    [[25, 25], 0.02],
    [[45, 5], -0.63],
    [[10, 10, 10, 10, 10], 0.63],
    [[40, 5, 5], -0.31],
  ])('by chance alone, in groups of %j, has an E-I of %d', (sizes, expected) => {
    const of = sized(...sizes)
    const { chance, chanceShare } = crossing(contactGraph({ people: 50, contacts: [] }), grouping(of))
    expect(chance).toBeCloseTo(expected, 2)
    // Ties drawn among all pairs alike have it, but for what is left to chance.
    const random = new Random(7)
    const contacts = Array.from({ length: 3000 }, () => {
      const from = random.below(50)
      return [from, (from + 1 + random.below(49)) % 50, 0] as const
    })
    const drawn = contacts.filter(([from, to]) => of[from] !== of[to]).length / contacts.length
    expect(Math.abs(drawn - (chanceShare ?? 0))).toBeLessThan(0.03)
  })

  it('leaves out whose group is not known: that is not a group', () => {
    const graph = contactGraph({
      people: 5,
      contacts: [
        [0, 1, 1],
        [1, 2, 1],
        [2, 3, 1],
        [3, 4, 0],
      ],
    })
    expect(crossing(graph, grouping([1, 1, 2, 0, 0]))).toEqual({
      external: 1,
      internal: 1,
      unknown: 2,
      index: 0,
      chanceShare: 1 - 2 / 6,
      chance: expect.closeTo(1 / 3, 12),
    })
  })

  it('names the pairs of groups that never meet, those first that should have', () => {
    const graph = contactGraph({
      people: 6,
      contacts: [
        [0, 3, 1],
        [3, 0, 1],
        [4, 5, 1],
      ],
    })
    const matrix = matrixOf(graph, grouping([1, 1, 1, 2, 3, 3]), 9)
    expect(neverMeet(matrix)).toEqual([
      { a: 0, b: 1, expected: expect.closeTo((2 * 6) / 15, 12) },
      { a: 1, b: 2, expected: expect.closeTo((2 * 2) / 15, 12) },
    ])
  })
})

describe('betweenness', () => {
  /** People who mostly know those near them, and some who know many. */
  function community(people: number): Graph {
    const random = new Random(11)
    const contacts = Array.from({ length: people * 4 }, () => {
      const from = Math.floor(people * random.next() ** 3)
      return [from, (from + 1 + random.below(people - 1)) % people, 1] as const
    })
    return { people, contacts }
  }

  it('from a sample finds those through whom most leads', () => {
    const graph = contactGraph(community(1200))
    const parts = components(graph)
    const exact = betweenness(graph, parts)
    const rough = betweenness(graph, parts, undefined, { exactUpTo: 1000, sampleSize: 300 })
    expect(exact.sampled).toBeNull()
    expect(rough.sampled).toBe(300)
    const top = (values: Float64Array) =>
      Array.from(values.keys())
        .sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0))
        .slice(0, 20)
    expect(top(rough.values).filter((person) => top(exact.values).includes(person)).length).toBeGreaterThan(
      17,
    )
    const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0)
    expect(sum(rough.values) / sum(exact.values)).toBeCloseTo(1, 1)
    expect(betweenness(graph, parts, undefined, { exactUpTo: 1000, sampleSize: 300 })).toEqual(rough)
  })

  it('tells how far it has come', () => {
    const graph = contactGraph(community(30))
    const heard: number[] = []
    betweenness(graph, components(graph), (done, total) => heard.push(done / total))
    expect(heard.at(-1)).toBe(1)
  })

  it('and ties to two departments make a broker, one of them alone does not', () => {
    // Two circles of ten, joined by person 0 alone; person 20 joins people of one department.
    const circle = (first: number) =>
      Array.from({ length: 10 }, (_, at) => [first + at, first + ((at + 1) % 10), 0] as const)
    const spokes = [11, 13, 15, 17].map((person) => [0, person, 0] as const)
    const graph = contactGraph({
      people: 21,
      contacts: [...circle(0), ...circle(10), ...spokes, [20, 10, 0]],
    })
    const { values } = betweenness(graph, components(graph))
    const everybody = Array.from({ length: 21 }, (_, person) => person)
    const department = everybody.map((person) => (person < 10 ? 1 : 2))
    const found = brokers(graph, values, grouping(department))
    expect(Array.from(found.is.keys()).filter((person) => found.is[person] === 1)).toEqual([0])
    expect(found.departments[0]).toBe(2)
    expect(found.departments[20]).toBe(1)
    expect(brokers(graph, values, grouping(everybody.map(() => 1))).is.every((one) => one === 0)).toBe(true)
    expect(brokers(graph, values, grouping(everybody.map(() => 0))).departments[0]).toBe(0)
  })
})
