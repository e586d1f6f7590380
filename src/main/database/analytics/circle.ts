import type { DatedContacts } from '@shared/domain/aliveness/records'
import type { Grouping } from '@shared/domain/network/crossing'
import type { Population } from './population'
import { scanInteractions } from './scan'
import type { Filter } from './scope'
import type { Columns, Named } from './shape'

/** Members and whoever else was in contact with them, numbered from 0, members first; and their contacts. */
export interface Circle {
  /** The row of each in `columns.members`. */
  rows: Int32Array
  /** How many of them are members. */
  members: number
  /** On which day each joined. */
  joined: Int32Array
  contacts: DatedContacts
  /** 1 for every contact that came in from a file. */
  imported: Uint8Array
}

/** What interactions of the kind are that a community's gathering is made of. */
const gatheringKind = 'gathering'

export function circleOf(
  columns: Columns,
  { rows: memberRows, joined: memberJoined }: Population,
  filter: Pick<Filter, 'first' | 'last' | 'community'>,
  loggedOnly: boolean,
): Circle {
  const { from, to, day, directed, kind, imported } = columns.interactions
  const chosen = interactionsWithin(columns, filter, loggedOnly)
  const numbers = new Numbers(columns.members.rows, memberRows)
  const gathering = columns.names.kind.indexOf(gatheringKind)
  const contacts = {
    length: chosen.length,
    from: chosen.map((row) => numbers.of(from[row] ?? 0)),
    to: chosen.map((row) => numbers.of(to[row] ?? 0)),
    day: chosen.map((row) => day[row] ?? 0),
    directed: Uint8Array.from(chosen, (row) => directed[row] ?? 0),
    gathering: Uint8Array.from(chosen, (row) => (kind[row] === gathering ? 1 : 0)),
  }
  const rows = Int32Array.from(numbers.rows)
  return {
    rows,
    members: memberRows.length,
    joined: rows.map((row, person) => memberJoined[person] ?? columns.members.joined[row] ?? 0),
    contacts,
    imported: Uint8Array.from(chosen, (row) => imported[row] ?? 0),
  }
}

/** Where everybody of a circle belongs; 0 is unknown. */
export function groupingOf(
  columns: Columns,
  { rows }: Circle,
  by: Extract<Named, 'location' | 'department'>,
): Grouping {
  const column = columns.members[by]
  return { of: rows.map((row) => column[row] ?? 0), groups: columns.names[by].length }
}

/** Rows that get a number each when they are first asked about. */
class Numbers {
  readonly rows: number[] = []
  private readonly numbers: Int32Array

  constructor(rows: number, first: readonly number[]) {
    this.numbers = new Int32Array(rows).fill(-1)
    for (const row of first) this.of(row)
  }

  of(row: number): number {
    const known = this.numbers[row] ?? -1
    if (known >= 0) return known
    const number = this.rows.push(row) - 1
    this.numbers[row] = number
    return number
  }
}

function interactionsWithin(
  columns: Columns,
  filter: Pick<Filter, 'first' | 'last' | 'community'>,
  loggedOnly: boolean,
): Int32Array {
  const { imported } = columns.interactions
  let found = new Int32Array(4096)
  let length = 0
  scanInteractions(columns, { ...filter, members: null }, (rows, count) => {
    if (length + count > found.length) {
      const more = new Int32Array(2 * found.length + count)
      more.set(found)
      found = more
    }
    for (let at = 0; at < count; at++) {
      const row = rows[at] ?? 0
      if (!loggedOnly || imported[row] === 0) found[length++] = row
    }
  })
  return found.subarray(0, length)
}
