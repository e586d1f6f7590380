import type { MemberSortKey } from '@shared/contract/members'
import type { Ints } from '../columns/intColumn'
import { unknown } from './tables'
import type { DirectoryView } from './view'

export interface MemberOrder {
  by: MemberSortKey
  descending: boolean
}

/** What members are sorted by: a number of each row, and the one that stands for unknown. */
interface Key {
  of: (row: number) => number
  none: number | null
}

/** Ids of a page of those members whom nothing keeps out. Who has no value comes last, whichever way it is sorted. */
export function pageOf(
  view: DirectoryView,
  out: Uint8Array,
  order: MemberOrder,
  lastContact: () => Int32Array,
  { offset, limit }: { offset: number; limit: number },
): number[] {
  const rows =
    order.by === 'name'
      ? pageByName(view, out, order.descending, offset, limit)
      : sorted(view, out, order.descending, keyOf(view, order.by, lastContact), offset + limit).slice(offset)
  return rows.map((row) => view.members.id[row] ?? 0)
}

function pageByName(
  view: DirectoryView,
  out: Uint8Array,
  descending: boolean,
  offset: number,
  limit: number,
): number[] {
  const byName = view.rowsByName()
  const page: number[] = []
  let passed = 0
  for (let index = 0; index < byName.length && page.length < limit; index++) {
    const row = byName[descending ? byName.length - 1 - index : index] ?? 0
    if (out[row] === 0 && passed++ >= offset) page.push(row)
  }
  return page
}

/** The first rows of all that are let through, by the key and then by name. */
function sorted(
  view: DirectoryView,
  out: Uint8Array,
  descending: boolean,
  { of, none }: Key,
  count: number,
): number[] {
  const byName = view.rowsByName()
  const weights = new Float64Array(byName.length)
  // One number says all of it: the key first, then the place by name; a place is told from it afterwards.
  const width = byName.length + 1
  let length = 0
  for (let place = 0; place < byName.length; place++) {
    const row = byName[place] ?? 0
    if (out[row] !== 0) continue
    const key = of(row)
    const first = key === none ? last : descending ? -key : key
    weights[length++] = first * width + (descending ? byName.length - place : place)
  }
  const smallest = firstOf(weights.subarray(0, length), count)
  return Array.from(smallest, (weight) => {
    const place = ((weight % width) + width) % width
    return byName[descending ? byName.length - place : place] ?? 0
  })
}

/** Behind every key; with a place by name it is still told apart from its neighbours. */
const last = 2 ** 30

/** Sorting everything pays from this part of it on. */
const mostPicked = 1 / 8

/** The smallest numbers in order. Picking a page of a hundred thousand takes a tenth of sorting all of them. */
function firstOf(numbers: Float64Array, count: number): Float64Array {
  if (count >= numbers.length * mostPicked) return numbers.sort().subarray(0, count)
  // Sorted from time to time, what is beyond the wanted ones is thrown away: so few come in that it costs nothing.
  const picked = new Float64Array(count * 4)
  let length = 0
  let limit = Number.POSITIVE_INFINITY
  for (let index = 0; index < numbers.length; index++) {
    const number = numbers[index] ?? 0
    if (number >= limit) continue
    picked[length++] = number
    if (length < picked.length) continue
    picked.sort()
    length = count
    limit = picked[count - 1] ?? 0
  }
  return picked.subarray(0, length).sort().subarray(0, count)
}

function keyOf(view: DirectoryView, by: Exclude<MemberSortKey, 'name'>, lastContact: () => Int32Array): Key {
  const { members, tables } = view
  switch (by) {
    case 'role':
    case 'status':
      return plain(members[by], null)
    case 'joinedOn':
      return plain(members.joined, unknown)
    case 'matches':
      return plain(view.matches().current, null)
    case 'lastContactOn':
      return plain(lastContact(), unknown)
    default: {
      const ranks = tables.texts[by].ranks()
      const column = members[by]
      return { of: (row) => ranks[column[row] ?? 0] ?? 0, none: 0 }
    }
  }
}

function plain(column: Ints, none: number | null): Key {
  return { of: (row) => column[row] ?? 0, none }
}
