import type { DatedContacts } from '@shared/domain/aliveness/records'
import type { Grouping } from '@shared/domain/network/crossing'
import type { Population } from './population'
import { scanInteractions } from './scan'
import type { Filter } from './scope'
import type { Columns, Named } from './shape'

/** Members and whoever else was in contact with them, numbered from 0, members first; and their contacts by day. */
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
  const found = byDay(columns, interactionsWithin(columns, filter, loggedOnly))
  const numbers = new Numbers(columns.members.rows, memberRows)
  const { contacts, imported } = contactsOf(columns, found, numbers)
  const rows = Int32Array.from(numbers.rows)
  return {
    rows,
    members: memberRows.length,
    joined: rows.map((row, person) => memberJoined[person] ?? columns.members.joined[row] ?? 0),
    contacts,
    imported,
  }
}

function contactsOf(
  columns: Columns,
  found: Int32Array,
  numbers: Numbers,
): Pick<Circle, 'contacts' | 'imported'> {
  const { from, to, day, directed, kind, imported } = columns.interactions
  const gathering = columns.names.kind.indexOf(gatheringKind)
  const { length } = found
  const contacts: DatedContacts = {
    length,
    from: new Int32Array(length),
    to: new Int32Array(length),
    day: new Int32Array(length),
    directed: new Uint8Array(length),
    gathering: new Uint8Array(length),
  }
  const flags = new Uint8Array(length)
  for (let at = 0; at < length; at++) {
    const row = found[at] ?? 0
    contacts.from[at] = numbers.of(from[row] ?? 0)
    contacts.to[at] = numbers.of(to[row] ?? 0)
    contacts.day[at] = day[row] ?? 0
    contacts.directed[at] = directed[row] ?? 0
    contacts.gathering[at] = kind[row] === gathering ? 1 : 0
    flags[at] = imported[row] ?? 0
  }
  return { contacts, imported: flags }
}

/** The rows in the order of their days, sorted by counting. */
function byDay({ interactions: { day } }: Columns, rows: Int32Array): Int32Array {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let at = 0; at < rows.length; at++) {
    const on = day[rows[at] ?? 0] ?? 0
    first = Math.min(first, on)
    last = Math.max(last, on)
  }
  const next = new Int32Array(rows.length === 0 ? 0 : last - first + 2)
  for (let at = 0; at < rows.length; at++) {
    const after = (day[rows[at] ?? 0] ?? 0) - first + 1
    next[after] = (next[after] ?? 0) + 1
  }
  for (let since = 1; since < next.length; since++) next[since] = (next[since] ?? 0) + (next[since - 1] ?? 0)
  const sorted = new Int32Array(rows.length)
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0
    const since = (day[row] ?? 0) - first
    const place = next[since] ?? 0
    next[since] = place + 1
    sorted[place] = row
  }
  return sorted
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
