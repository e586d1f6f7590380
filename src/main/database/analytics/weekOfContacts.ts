import { type Run, runsOf } from '../columns/chunks'
import { Following, type Range } from '../columns/following'
import { numberAt, plain } from '../columns/numbers'
import type { Reader } from '../engine/reader'

/** More new interactions than these are not looked at one by one. */
const few = 1000

/** As many marks as there may be of pairs. A few pairs that share one cost nothing but a second look. */
const marks = 2 ** 22

/**
 * Who was in contact in one week, and who of them for the first time ever, in the memory of one thread: counted when
 * first needed, true whenever asked for. That takes going through all interactions, so what was found is kept, and new
 * interactions are added to it; when others were changed, it begins anew.
 */
export class WeekOfContacts {
  private following = new Following(['interactions'])
  private monday = 0
  /** Of two who were in contact in the week, the one with the lower id first, whether they had been before. */
  private readonly known = new Map<number, Map<number, boolean>>()
  private readonly people = new Set<number>()
  private firstTimes = 0
  private newest = 0

  /** @param monday the week's first day, in days since 1970-01-01 */
  get(db: Reader, monday: number): { people: number; firstTimes: number } {
    if (monday !== this.monday) {
      this.monday = monday
      this.following = new Following(['interactions'])
    }
    this.following.follow(db, {
      all: () => this.count(db),
      changed: (news) => {
        const ranges = news.get('interactions') ?? []
        if (this.areFewNew(ranges)) this.add(db, this.newest + 1)
        else this.count(db)
      },
    })
    return { people: this.people.size, firstTimes: this.firstTimes }
  }

  private areFewNew(ranges: readonly Range[]): boolean {
    return (
      ranges.every(({ first }) => first > this.newest) &&
      ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0) <= few
    )
  }

  private count(db: Reader): void {
    this.known.clear()
    this.people.clear()
    this.firstTimes = 0
    this.newest = 0
    for (const run of runsOf(db, 'interactions', 1, Number.MAX_SAFE_INTEGER)) this.takeWeek(run, () => false)
    const marked = this.marked()
    for (const run of runsOf(db, 'interactions', 1, Number.MAX_SAFE_INTEGER)) this.takeBefore(run, marked)
  }

  private add(db: Reader, first: number): void {
    const met = (one: number, other: number) =>
      db.value(
        'SELECT 1 FROM interactions WHERE from_id = ? AND to_id = ? AND day < ? LIMIT 1',
        one,
        other,
        this.monday,
      ) !== undefined
    const runs = [...runsOf(db, 'interactions', first, Number.MAX_SAFE_INTEGER)]
    for (const run of runs) this.takeWeek(run, (one, other) => met(one, other) || met(other, one))
    for (const run of runs) this.takeBefore(run, null)
  }

  private takeWeek({ ids, columns }: Run, metBefore: (one: number, other: number) => boolean): void {
    this.newest = Math.max(this.newest, ids.most)
    const [from = ids, to = ids, , day = ids] = columns
    const { monday } = this
    if (day.most < monday || day.least > monday + 6) return
    const [senders, receivers, days] = [plain(from), plain(to), plain(day)]
    for (let row = 0; row < days.length; row++) {
      const on = days[row] ?? 0
      if (on < monday || on > monday + 6) continue
      this.take(senders[row] ?? 0, receivers[row] ?? 0, metBefore)
    }
  }

  private take(one: number, other: number, metBefore: (one: number, other: number) => boolean): void {
    const [low, high] = [Math.min(one, other), Math.max(one, other)]
    const others = this.known.get(low) ?? new Map<number, boolean>()
    if (others.has(high)) return
    const before = metBefore(low, high)
    if (!before) this.firstTimes += 1
    this.known.set(low, others.set(high, before))
    this.people.add(one).add(other)
  }

  /** Of each mark whether a pair with it was in contact in the week. */
  private marked(): Uint8Array {
    const marked = new Uint8Array(marks)
    for (const [one, others] of this.known) for (const other of others.keys()) marked[markOf(one, other)] = 1
    return marked
  }

  /** @param marked those of the pairs that are looked for; null where that is not worth it */
  private takeBefore({ ids, columns }: Run, marked: Uint8Array | null): void {
    const [from = ids, to = ids, , day = ids] = columns
    if (day.least >= this.monday) return
    const [senders, receivers] = [plain(from), plain(to)]
    const rows = rowsWith(marked, senders, receivers)
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index] ?? 0
      if (numberAt(day, row) < this.monday) this.metBefore(senders[row] ?? 0, receivers[row] ?? 0)
    }
  }

  private metBefore(one: number, other: number): void {
    const others = this.known.get(Math.min(one, other))
    if (others?.get(Math.max(one, other)) !== false) return
    others.set(Math.max(one, other), true)
    this.firstTimes -= 1
  }
}

type Ids = Int32Array | Float64Array

/** The rows whose pair has one of the marks. Millions go through here and few come out, so it does nothing else. */
function rowsWith(marked: Uint8Array | null, senders: Ids, receivers: Ids): Int32Array {
  const rows = new Int32Array(senders.length)
  if (marked === null) return rows.map((_, row) => row)
  let length = 0
  for (let row = 0; row < senders.length; row++) {
    rows[length] = row
    length += marked[markOf(senders[row] ?? 0, receivers[row] ?? 0)] ?? 0
  }
  return rows.subarray(0, length)
}

/** The same whichever of the two comes first. */
function markOf(one: number, other: number): number {
  return (Math.imul(one ^ other, 0x9e37_79b1) + Math.imul(one + other, 0x85eb_ca6b)) >>> 10
}
