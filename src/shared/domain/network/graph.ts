import { type Entries, type Neighbours, neighboursOf } from './neighbours'

/** Contacts of a window, between people who are numbered from 0. */
export interface Contacts {
  /** How many there are; the arrays may be longer. */
  length: number
  from: Int32Array
  to: Int32Array
  /** 1 where `from` reached out to `to`; 0 where the two met and nobody knows who began. */
  directed: Uint8Array
}

/** Who was in contact with whom. Of two people there is one tie, however often they were in contact. */
export interface ContactGraph {
  people: number
  contacts: number
  /** Everybody's contacts, in whichever direction: the undirected graph. */
  ties: Neighbours
  /** Who reached out to whom, as far as that is known; pairs of whom nobody knows are only in `ties`. */
  reached: Neighbours
  /**
   * The ways that something told could take: along `reached`, and both ways between two who met. Where every
   * direction is known this is the directed graph, where none is known the undirected one.
   */
  paths: Neighbours
}

/** What only matters by who has a tie with whom. */
export type TieGraph = Pick<ContactGraph, 'people' | 'ties'>

/** The graph of some contacts among `people` people; nobody is in contact with themselves. */
export function graphOf(people: number, contacts: Contacts): ContactGraph {
  const known = countDirected(contacts)
  const ties = neighboursOf(people, entriesOf(contacts, 'all', 'all'))
  const reached = neighboursOf(people, entriesOf(contacts, 'directed', 'none'))
  return { people, contacts: contacts.length, ties, reached, paths: paths() }

  function paths(): Neighbours {
    if (known === 0) return ties
    return known === contacts.length
      ? reached
      : neighboursOf(people, entriesOf(contacts, 'all', 'undirected'))
  }
}

function countDirected({ directed, length }: Contacts): number {
  let known = 0
  for (let at = 0; at < length; at++) known += directed[at] ?? 0
  return known
}

const wanted = {
  all: [1, 1],
  directed: [0, 1],
  undirected: [1, 0],
  none: [0, 0],
} as const

/** The contacts that are wanted as they are, and those that are wanted the other way round. */
function entriesOf(
  { length, from, to, directed }: Contacts,
  forth: keyof typeof wanted,
  back: keyof typeof wanted,
): Entries {
  const entries = { length: 0, from: new Int32Array(2 * length), to: new Int32Array(2 * length) }
  const [there, again] = [wanted[forth], wanted[back]]
  // Each is written, and kept where it counts.
  for (let at = 0; at < length; at++) {
    const kind = directed[at] === 1 ? 1 : 0
    const [one, other] = [from[at] ?? 0, to[at] ?? 0]
    entries.from[entries.length] = one
    entries.to[entries.length] = other
    entries.length += there[kind]
    entries.from[entries.length] = other
    entries.to[entries.length] = one
    entries.length += again[kind]
  }
  return entries
}
