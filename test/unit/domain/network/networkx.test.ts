import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { expectSame } from './compare'
import { contactGraph, graphs, measured } from './graphs'
import { askNetworkx, type Graph, networkx, type Reference } from './networkx'

const long = process.env.COPPICE_LONG === '1'
const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../fixtures/network/${name}.json`, import.meta.url), 'utf8'))
const kept = fixture('reference') as (Graph & { name: string; measures: Reference })[]

/** Real messages between 1,899 people, where the folder with the data lies beside the checkout. */
const messages = new URL('../../../../../shared/data/collegemsg-interactions.csv', import.meta.url)
const ofMessages = it.skipIf(!existsSync(messages))

describe('the measures of a network', () => {
  it.each(kept)('$name: are those that networkx gave', (graph) => {
    expectSame(measured(contactGraph(graph)), graph.measures)
  })

  it.skipIf(!networkx)('are those of networkx on random graphs (needs python3-networkx)', () => {
    const drawn = fc.sample(graphs, { numRuns: long ? 2000 : 150, seed: 20_261_125 })
    askNetworkx(drawn).forEach((reference, at) => {
      expectSame(measured(contactGraph(drawn[at] ?? { people: 0, contacts: [] })), reference)
    })
  })

  ofMessages('are those that networkx gave on the messages of a real community', () => {
    const ours = measured(contactGraph(readMessages()))
    const everyTenth = Object.entries(ours).map(([name, value]: [string, unknown]) => {
      if (name === 'components') return [name, ours.components.map((part) => part.length)]
      return [name, Array.isArray(value) ? value.filter((_, person) => person % 10 === 0) : value]
    })
    expectSame(Object.fromEntries(everyTenth), fixture('collegemsg') as object)
  })

  it.skipIf(!networkx || !long || !existsSync(messages))(
    'are those of networkx on the same messages, of everybody (the long run; needs python3-networkx)',
    () => {
      const graph = readMessages()
      const [reference] = askNetworkx([graph])
      expectSame(measured(contactGraph(graph)), reference ?? { nothing: 'came' })
    },
    300_000,
  )
})

function readMessages(): Graph {
  const people = new Map<string, number>()
  const number = (name = '') => {
    const known = people.get(name) ?? people.size
    people.set(name, known)
    return known
  }
  const lines = readFileSync(messages, 'utf8').trim().split('\n').slice(1)
  const contacts = lines.map((line) => {
    const [from, to] = line.split(',')
    return [number(from), number(to), 1] as const
  })
  return { people: people.size, contacts }
}
