import type { Filter } from './scope'
import type { Columns } from './shape'

/** Takes the first `length` of the rows; the array is used again afterwards. */
export type Visit = (rows: Int32Array, length: number) => void

/** A block of row numbers stays in the processor's nearest cache while a figure goes over it. */
export const BLOCK = 2048

/**
 * Goes over the interactions that a filter lets through, a block of rows at a time. An interaction belongs to a
 * location or department when one of its two sides does; asked for both, one side has to be in both.
 *
 * Figures loop over a block with an index: `for … of` takes ten times as long on a typed array.
 *
 * @param from the row to begin with
 */
export function scanInteractions(columns: Columns, filter: Filter, visit: Visit, from = 1): void {
  const { rows } = columns.interactions
  const block = new Int32Array(BLOCK)
  for (let start = from; start < rows; start += BLOCK) {
    let length = keepDays(columns, filter, block, start, Math.min(rows, start + BLOCK))
    if (filter.community !== null) length = keepCommunity(columns, filter.community, block, length)
    if (filter.members !== null) length = keepMembers(columns, filter.members, block, length)
    if (length > 0) visit(block, length)
  }
}

// These three write every row and move on only where it is kept. Without a branch there is nothing for the processor
// to guess wrong: twice as fast where all rows belong to the period, four times where every second one does.

function keepDays(
  { interactions }: Columns,
  filter: Filter,
  block: Int32Array,
  start: number,
  end: number,
): number {
  const { day, kind } = interactions
  const { first, last } = filter
  let length = 0
  for (let row = start; row < end; row++) {
    const on = day[row] ?? 0
    block[length] = row
    // Each of the three is negative where the row does not count: too early, too late, deleted.
    length += 1 - (((on - first) | (last - on) | ((kind[row] ?? 0) - 1)) >>> 31)
  }
  return length
}

function keepCommunity({ interactions }: Columns, wanted: number, block: Int32Array, length: number): number {
  const { community } = interactions
  let kept = 0
  for (let i = 0; i < length; i++) {
    const row = block[i] ?? 0
    block[kept] = row
    kept += 1 - differ(community[row] ?? 0, wanted)
  }
  return kept
}

function keepMembers(
  { interactions }: Columns,
  members: Uint8Array,
  block: Int32Array,
  length: number,
): number {
  const { from, to } = interactions
  let kept = 0
  for (let i = 0; i < length; i++) {
    const row = block[i] ?? 0
    block[kept] = row
    kept += (members[from[row] ?? 0] ?? 0) | (members[to[row] ?? 0] ?? 0)
  }
  return kept
}

/** 1 when two whole numbers of 32 bits differ, else 0. */
export function differ(a: number, b: number): number {
  const bits = a ^ b
  return (bits | -bits) >>> 31
}

/**
 * 1 for every session that a filter lets through. A session belongs to a location or department when one of its
 * attendees does, and to a community when one of the interactions that came from it does.
 *
 * @param chosen where the rows from `from` on are marked, when those before are marked already
 */
export function chooseSessions(
  columns: Columns,
  filter: Filter,
  chosen: Uint8Array = new Uint8Array(columns.sessions.rows),
  from = 1,
): Uint8Array {
  const { rows, held, day } = columns.sessions
  const { first, last, members, community } = filter
  const attended = members && sessionsAttended(columns, members)
  const within = community === null ? null : sessionsOfCommunity(columns, community)
  for (let row = from; row < rows; row++) {
    const on = day[row] ?? 0
    if (on < first || on > last || held[row] === 0) continue
    if (attended !== null && attended[row] !== 1) continue
    if (within !== null && within[row] !== 1) continue
    chosen[row] = 1
  }
  return chosen
}

function sessionsAttended(columns: Columns, members: Uint8Array): Uint8Array {
  const { rows, session, member } = columns.attendees
  const attended = new Uint8Array(columns.sessions.rows)
  for (let row = 1; row < rows; row++) {
    if (members[member[row] ?? 0] === 1) attended[session[row] ?? 0] = 1
  }
  return attended
}

function sessionsOfCommunity(columns: Columns, community: number): Uint8Array {
  const { rows, session, community: communities } = columns.interactions
  const within = new Uint8Array(columns.sessions.rows)
  for (let row = 1; row < rows; row++) {
    if (communities[row] === community) within[session[row] ?? 0] = 1
  }
  return within
}
