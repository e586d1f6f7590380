import { type Run, runsOf } from '../columns/chunks'
import { Following, type Range } from '../columns/following'
import { plain } from '../columns/numbers'
import type { Reader } from '../engine/reader'

/** More new interactions than these are not looked at one by one. */
const few = 1000

/** Numbers that ids are remembered by, a power of two; a few ids that share one cost nothing but a second look. */
const marks = 2 ** 20

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
    const people = new Set<number>()
    let firstTimes = 0
    for (const [one, others] of this.known) {
      people.add(one)
      for (const [other, before] of others) {
        people.add(other)
        if (!before) firstTimes++
      }
    }
    return { people: people.size, firstTimes }
  }

  private areFewNew(ranges: readonly Range[]): boolean {
    return (
      ranges.every(({ first }) => first > this.newest) &&
      ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0) <= few
    )
  }

  private count(db: Reader): void {
    this.known.clear()
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
    const marked = this.marked()
    for (const run of runs) this.takeBefore(run, marked)
  }

  private takeWeek({ ids, columns }: Run, metBefore: (one: number, other: number) => boolean): void {
    this.newest = Math.max(this.newest, ids.most)
    const [from = ids, to = ids, , day = ids] = columns
    const { monday, known } = this
    if (day.most < monday || day.least > monday + 6) return
    const [senders, receivers, days] = [plain(from), plain(to), plain(day)]
    for (let row = 0; row < days.length; row++) {
      const on = days[row] ?? 0
      if (on < monday || on > monday + 6) continue
      const [one, other] = [senders[row] ?? 0, receivers[row] ?? 0]
      const [low, high] = one < other ? [one, other] : [other, one]
      const others = known.get(low) ?? new Map<number, boolean>()
      if (others.size === 0) known.set(low, others)
      if (!others.has(high)) others.set(high, metBefore(low, high))
    }
  }

  /** Of each mark whether anybody with it was in contact in the week. */
  private marked(): Uint8Array {
    const marked = new Uint8Array(marks)
    for (const [one, others] of this.known) {
      marked[one % marks] = 1
      for (const other of others.keys()) marked[other % marks] = 1
    }
    return marked
  }

  private takeBefore({ ids, columns }: Run, marked: Uint8Array): void {
    const [from = ids, to = ids, , day = ids] = columns
    const { monday, known } = this
    if (day.least >= monday) return
    const [senders, receivers, days] = [plain(from), plain(to), plain(day)]
    for (let row = 0; row < days.length; row++) {
      const [one, other] = [senders[row] ?? 0, receivers[row] ?? 0]
      if (marked[one % marks] === 0 || marked[other % marks] === 0 || (days[row] ?? 0) >= monday) continue
      const [low, high] = one < other ? [one, other] : [other, one]
      const others = known.get(low)
      if (others?.get(high) === false) others.set(high, true)
    }
  }
}
