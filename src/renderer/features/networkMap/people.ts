import type { ChartTable } from '@renderer/components/charts/chartTable'
import type { Network, Person } from './colours'
import type { ToArrange } from './layout'
import { fewPeople, type Scene } from './scene'

/** How large somebody is drawn, by how many they are in contact with. */
const radiusOf = (contacts: number) => 3.5 + Math.min(6, Math.sqrt(contacts))

/** By the ties of the whole time, so that everybody stays in place whichever weeks are looked at. */
export function toArrange({ people, ties }: Network): ToArrange {
  return {
    ids: Int32Array.from(people, ({ id }) => id),
    radii: new Float32Array(people.length).fill(7),
    ties: pairs(ties),
    length: 60,
    // With few people their names stand between them.
    apart: people.length <= fewPeople ? 140 : 14,
  }
}

export function peopleScene(
  { people }: Network,
  shown: {
    places: Float32Array
    colours: string[]
    contacts: number[][]
    ties: Network['ties']
    /** The ids of those who hold departments together. */
    ringed: ReadonlySet<number>
  },
): Scene {
  const { places, colours, contacts, ties, ringed } = shown
  return {
    places,
    colours,
    radii: Float32Array.from(contacts, ({ length }) => radiusOf(length)),
    ringed: Uint8Array.from(people, ({ id }) => (ringed.has(id) ? 1 : 0)),
    hollow: Uint8Array.from(contacts, ({ length }) => (length === 0 ? 1 : 0)),
    ties: pairs(ties),
    widths: null,
    names: people.map(({ name }) => name),
    areGroups: false,
  }
}

export function pairs(ties: readonly { a: number; b: number }[]): Uint32Array {
  const found = new Uint32Array(2 * ties.length)
  ties.forEach(({ a, b }, at) => {
    found[2 * at] = a
    found[2 * at + 1] = b
  })
  return found
}

/** The whole map in words. */
export function peopleTable(
  people: readonly Person[],
  contacts: readonly number[][],
  brokers: ReadonlySet<number>,
): ChartTable {
  return {
    columns: [
      { label: 'Person', kind: 'text' },
      { label: 'Location', kind: 'text' },
      { label: 'Department', kind: 'text' },
      { label: 'Community', kind: 'text' },
      { label: 'Level', kind: 'text' },
      { label: 'In contact with', kind: 'text' },
      { label: 'Broker', kind: 'text' },
    ],
    rows: people.map(({ id, name, location, department, community, level }, at) => [
      name,
      location,
      department,
      community,
      level,
      (contacts[at] ?? []).map((other) => people[other]?.name ?? '').join('; '),
      brokers.has(id) ? 'yes' : '',
    ]),
  }
}
