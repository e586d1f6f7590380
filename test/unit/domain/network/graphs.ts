import { betweenness } from '@shared/domain/network/betweenness'
import { components } from '@shared/domain/network/components'
import { density, inDegrees, reciprocity } from '@shared/domain/network/figures'
import { type ContactGraph, graphOf } from '@shared/domain/network/graph'
import { structuralHoles } from '@shared/domain/network/holes'
import { degreeOf } from '@shared/domain/network/neighbours'
import fc from 'fast-check'
import type { Graph, Reference } from './networkx'

/** Graphs of up to 40 people, from hardly any contact to several of each pair, with directions known or not. */
export const graphs: fc.Arbitrary<Graph> = fc
  .record({
    people: fc.integer({ min: 1, max: 40 }),
    directions: fc.constantFrom<(0 | 1)[]>([0], [1], [0, 1]),
    contactsEach: fc.constantFrom(0, 1, 3, 8),
  })
  .chain(({ people, directions, contactsEach }) => {
    const person = fc.nat(people - 1)
    const contact = fc.tuple(person, person, fc.constantFrom(...directions))
    return fc.array(contact, { maxLength: people * contactsEach, size: 'max' }).map((contacts) => ({
      people,
      contacts: contacts.filter(([from, to]) => from !== to),
    }))
  })

export function contactGraph({ people, contacts }: Graph): ContactGraph {
  return graphOf(people, {
    length: contacts.length,
    from: Int32Array.from(contacts, ([from]) => from),
    to: Int32Array.from(contacts, ([, to]) => to),
    directed: Uint8Array.from(contacts, ([, , directed]) => directed),
  })
}

/** Everything that networkx knows as well, in its order. */
export function measured(graph: ContactGraph): Reference {
  const everybody = Array.from({ length: graph.people }, (_, person) => person)
  const parts = components(graph)
  const holes = structuralHoles(graph)
  const known = (values: Float64Array) => Array.from(values, (value) => (Number.isNaN(value) ? null : value))
  return {
    degree: everybody.map((person) => degreeOf(graph.ties, person)),
    in: Array.from(inDegrees(graph)),
    out: everybody.map((person) => degreeOf(graph.reached, person)),
    betweenness: Array.from(betweenness(graph, parts).values),
    constraint: known(holes.constraint),
    effectiveSize: known(holes.effectiveSize),
    density: density(graph),
    reciprocity: reciprocity(graph).value,
    components: Array.from(parts.sizes, (_, part) =>
      everybody.filter((person) => parts.of[person] === part),
    ).sort(([a = 0], [b = 0]) => a - b),
    isolates: parts.isolates,
  }
}
