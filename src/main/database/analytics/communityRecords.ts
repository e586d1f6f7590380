import {
  type Ask,
  type CommunityRecords,
  type KnowledgePiece,
  neverEnds,
} from '@shared/domain/aliveness/records'
import { type Circle, groupingOf } from './circle'
import { alwaysThere, type Columns, standing } from './shape'

/** What the columns do not hold; people by their ids. */
export interface Besides {
  /** Pairs that were put together. */
  assigned: readonly (readonly [one: number, other: number])[]
  /** On which day somebody's part came to its natural end. */
  completed: ReadonlyMap<number, number>
  coordinators: readonly number[]
  /** Who was at a gathering on which day, in the order of days. */
  attended: readonly (readonly [member: number, day: number])[]
  /** What was asked, in the order of days. */
  asks: readonly Ask[]
  pieces: readonly KnowledgePiece[]
  /** Who used which of them on which day, in the order of days; of what came of it 1 where it is told. */
  used: readonly {
    item: number
    member: number
    day: number
    told: number
    applied: number
    realised: number
  }[]
}

/** Where nothing beside the contacts is looked at. */
export const nothingBesides: Besides = {
  assigned: [],
  completed: new Map(),
  coordinators: [],
  attended: [],
  asks: [],
  pieces: [],
  used: [],
}

/** What aliveness is read from. */
export function recordsOf(
  columns: Columns,
  circle: Circle,
  { assigned, completed, coordinators, attended, asks, pieces, used }: Besides,
): CommunityRecords {
  const { rows } = circle
  const numbers = new Map(Array.from(rows, (row, person) => [columns.members.id[row] ?? 0, person]))
  const pairs = new Map(
    assigned.flatMap(([one, other]) => {
      const [first, second] = [numbers.get(one), numbers.get(other)]
      if (first === undefined || second === undefined) return []
      return [[`${Math.min(one, other)} ${Math.max(one, other)}`, [first, second] as const]]
    }),
  )
  return {
    people: rows.length,
    member: Uint8Array.from(rows, (_, person) => (person < circle.members ? 1 : 0)),
    joined: circle.joined,
    ends: rows.map((row) =>
      hasLeft(columns, row) ? alwaysThere : endOf(completed, columns.members.id[row] ?? 0),
    ),
    location: groupingOf(columns, circle, 'location'),
    department: groupingOf(columns, circle, 'department'),
    contacts: circle.contacts,
    attendance: attendanceOf(),
    assigned: [...pairs.values()],
    coordinator: coordinatorOf(),
    asks: asks.map((ask) => ({
      ...ask,
      asker: numbers.get(ask.asker) ?? -1,
      answerer: placeOf(ask.answerer),
      answererByMember: placeOf(ask.answererByMember),
    })),
    pieces: pieces.map((piece) => ({
      ...piece,
      authors: piece.authors.flatMap((member) => numbers.get(member) ?? []),
    })),
    uses: usesOf(),
  }

  function placeOf(member: number | null): number | null {
    return member === null ? null : (numbers.get(member) ?? -1)
  }

  function coordinatorOf(): Uint8Array {
    const is = new Set(coordinators)
    return Uint8Array.from(rows, (row) => (is.has(columns.members.id[row] ?? 0) ? 1 : 0))
  }

  function usesOf(): CommunityRecords['uses'] {
    const places = new Map(pieces.map(({ id }, at) => [id, at]))
    return {
      length: used.length,
      piece: Int32Array.from(used, ({ item }) => places.get(item) ?? -1),
      person: Int32Array.from(used, ({ member }) => numbers.get(member) ?? -1),
      day: Int32Array.from(used, ({ day }) => day),
      told: Uint8Array.from(used, ({ told }) => told),
      applied: Uint8Array.from(used, ({ applied }) => applied),
      realised: Uint8Array.from(used, ({ realised }) => realised),
    }
  }

  /** A guest who was in contact with nobody is not in the circle, and counts for nothing. */
  function attendanceOf(): CommunityRecords['attendance'] {
    const known = attended.flatMap(([member, day]) => {
      const person = numbers.get(member)
      return person === undefined ? [] : [{ person, day }]
    })
    return {
      length: known.length,
      person: Int32Array.from(known, ({ person }) => person),
      day: Int32Array.from(known, ({ day }) => day),
    }
  }
}

/** Nobody knows since when, so it counts from the beginning. */
function hasLeft({ members }: Columns, row: number): boolean {
  return members.standing[row] === standing.archived || members.standing[row] === standing.alumni
}

function endOf(completed: Besides['completed'], id: number): number {
  return completed.get(id) ?? neverEnds
}
