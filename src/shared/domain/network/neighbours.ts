/** Pairs of people, one from `from` and one from `to`; the arrays may be longer than `length`. */
export interface Entries {
  length: number
  from: Int32Array
  to: Int32Array
}

/**
 * Whom everybody is connected with, in rows: the neighbours of person v are `to[start[v]]` up to before
 * `to[start[v + 1]]`, in rising order and each once, with how many contacts there were in `contacts`.
 */
export interface Neighbours {
  start: Int32Array
  to: Int32Array
  contacts: Int32Array
}

/** The rows of some pairs, in time proportional to people and pairs: sorted by counting, first by `to`. */
export function neighboursOf(people: number, entries: Entries): Neighbours {
  const byTarget = sorted(people, entries, entries.to)
  const { entries: rows, start: ends } = sorted(people, byTarget.entries, byTarget.entries.from)
  const start = new Int32Array(people + 1)
  const contacts = new Int32Array(rows.length)
  let length = 0
  for (let person = 0; person < people; person++) {
    const begin = length
    start[person] = begin
    const end = ends[person + 1] ?? 0
    for (let at = ends[person] ?? 0; at < end; at++) {
      const target = rows.to[at] ?? 0
      // In place: there are never more neighbours than pairs read so far.
      if (length === begin || rows.to[length - 1] !== target) rows.to[length++] = target
      contacts[length - 1] = (contacts[length - 1] ?? 0) + 1
    }
  }
  start[people] = length
  return { start, to: rows.to.slice(0, length), contacts: contacts.slice(0, length) }
}

/** The pairs in the order of one side; those alike in it keep their order. `start` tells where each person's begin. */
function sorted(
  people: number,
  { from, to, length }: Entries,
  key: Int32Array,
): { entries: Entries; start: Int32Array } {
  const start = new Int32Array(people + 1)
  for (let at = 0; at < length; at++) start[(key[at] ?? 0) + 1] = (start[(key[at] ?? 0) + 1] ?? 0) + 1
  for (let person = 0; person < people; person++) {
    start[person + 1] = (start[person + 1] ?? 0) + (start[person] ?? 0)
  }
  const next = start.slice()
  const entries = { length, from: new Int32Array(length), to: new Int32Array(length) }
  for (let at = 0; at < length; at++) {
    const person = key[at] ?? 0
    const place = next[person] ?? 0
    next[person] = place + 1
    entries.from[place] = from[at] ?? 0
    entries.to[place] = to[at] ?? 0
  }
  return { entries, start }
}

/** How many people somebody is connected with. */
export function degreeOf({ start }: Neighbours, person: number): number {
  return (start[person + 1] ?? 0) - (start[person] ?? 0)
}

/** Where one stands among the other's neighbours, −1 where nowhere: a search by halves. */
export function placeOf({ start, to }: Neighbours, person: number, other: number): number {
  let low = start[person] ?? 0
  let high = start[person + 1] ?? 0
  while (low < high) {
    const middle = (low + high) >> 1
    const found = to[middle] ?? 0
    if (found === other) return middle
    if (found < other) low = middle + 1
    else high = middle
  }
  return -1
}
