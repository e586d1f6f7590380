import type { EqualPairs } from './equalPairs'
import type { Optimum } from './optimum'
import { nobody, type Problem } from './problem'
import { Seats } from './seats'

/** Which moves a search may make. */
export interface Allowed {
  /** Pairs with less than this are not made. */
  floor: number
  /** Mentees before this one stay where they are, and so does this one. */
  stays: number
  /**
   * Whether one mentor may get a mentee more and another one fewer: never; wherever the worth stays the same; or only
   * where it makes no load more even or less.
   */
  loads: 'stay' | 'may change' | 'swap'
}

/**
 * An optimal choice of pairs that is turned into others as good: somebody moves to a mentor, somebody from there moves
 * on, and so forth until the circle is closed. All choices as good as the first can be reached, and no other.
 *
 * Whoever has no partner sits at `outside`, a place beside the mentors with room for all.
 */
export class Exchange {
  readonly seats: Seats
  readonly mentees: number
  readonly outside: number
  /** By mentor: how many mentees they would have in all. */
  readonly total: Int32Array
  /** Looks at pairs since somebody last asked. */
  private work = 0
  private readonly reached: Uint8Array
  /** By mentor on the way: who would move there; `nobody` where one fewer there makes up for one more elsewhere. */
  private readonly mover: Int32Array
  private readonly before: Int32Array
  private readonly queue: Int32Array
  private head = 0
  private tail = 0

  constructor(
    readonly problem: Problem,
    private readonly found: Optimum,
    readonly pairs: EqualPairs,
  ) {
    const { mentees, mentors, capacity, held } = problem
    this.mentees = mentees
    this.outside = mentors
    this.seats = new Seats(mentees, Int32Array.of(...capacity, mentees))
    found.seats.placeOf.forEach((mentor, mentee) => {
      this.seats.sit(mentee, mentor === nobody ? mentors : mentor)
    })
    this.total = held.map((others, mentor) => others + (found.seats.load[mentor] ?? 0))
    this.reached = new Uint8Array(mentors + 1)
    this.mover = new Int32Array(mentors + 1)
    this.before = new Int32Array(mentors + 1)
    this.queue = new Int32Array(mentors + 1)
  }

  takeWork(): number {
    const { work } = this
    this.work = 0
    return work
  }

  /** The fit of a mentee where they sit; null outside. */
  fitOf(mentee: number): number | null {
    const mentor = this.seats.placeOf[mentee] ?? nobody
    if (mentor === this.outside) return null
    return this.problem.fits[mentee * this.problem.mentors + mentor] ?? 0
  }

  /** Whether a mentor's load may change without the worth of the choice changing. */
  isLoose(mentor: number): boolean {
    return mentor !== this.outside && this.found.mentorPrice[mentor] === 0
  }

  /** Forgets what was reached. */
  begin(): void {
    this.reached.fill(0)
  }

  /**
   * Looks for a way from `start`, where somebody is to come, to a mentor whom `isEnd` accepts; whoever was reached since
   * `begin` is known to lead nowhere.
   *
   * @returns the end, or `nobody`.
   */
  reach(start: number, allowed: Allowed, isEnd: (mentor: number) => boolean): number {
    if (this.reached[start] === 1) return nobody
    this.head = 0
    this.tail = 0
    this.enter(start, nobody, nobody)
    if (isEnd(start)) return start
    while (this.head < this.tail) {
      const end = this.lookFrom(this.queue[this.head++] ?? 0, allowed, isEnd)
      if (end !== nobody) return end
    }
    return nobody
  }

  /** Makes the moves that lead from `start` to `end`; if somebody is given, they leave the end for the start. */
  shift(end: number, start: number, mentee: number | null): void {
    const moves: [mentee: number, mentor: number][] = mentee === null ? [] : [[mentee, start]]
    for (let mentor = end; mentor !== start; mentor = this.before[mentor] ?? start) {
      const mover = this.mover[mentor] ?? nobody
      if (mover !== nobody) moves.push([mover, mentor])
    }
    for (const [mover] of moves) this.count(this.seats.stand(mover), -1)
    for (const [mover, mentor] of moves) {
      this.seats.sit(mover, mentor)
      this.count(mentor, 1)
    }
  }

  private count(mentor: number, change: number): void {
    if (mentor !== this.outside) this.total[mentor] = (this.total[mentor] ?? 0) + change
  }

  private enter(mentor: number, mover: number, before: number): void {
    this.reached[mentor] = 1
    this.mover[mentor] = mover
    this.before[mentor] = before
    this.queue[this.tail++] = mentor
  }

  private lookFrom(mentor: number, allowed: Allowed, isEnd: (mentor: number) => boolean): number {
    const { seats } = this
    const load = seats.load[mentor] ?? 0
    for (let seat = 0; seat < load; seat++) {
      const mentee = seats.at(mentor, seat)
      if (mentee <= allowed.stays) continue
      const end = this.lookOn(mentee, mentor, allowed.floor, isEnd)
      if (end !== nobody) return end
    }
    if (allowed.loads === 'stay' || !this.isLoose(mentor) || !seats.hasRoom(mentor)) return nobody
    return this.lookAround(mentor, allowed, isEnd)
  }

  /** Where this mentee could go. */
  private lookOn(mentee: number, from: number, floor: number, isEnd: (mentor: number) => boolean): number {
    const { offsets, mentors } = this.pairs
    const { fits } = this.problem
    const row = mentee * this.outside
    const last = offsets[mentee + 1] ?? 0
    for (let at = offsets[mentee] ?? 0; at < last; at++) {
      this.work++
      const mentor = mentors[at] ?? 0
      if (this.reached[mentor] === 1) continue
      if (mentor !== this.outside && (fits[row + mentor] ?? 0) < floor) continue
      this.enter(mentor, mentee, from)
      if (isEnd(mentor)) return mentor
    }
    return nobody
  }

  /** Who could have one mentee fewer, now that `taker` has room for one more. */
  private lookAround(taker: number, allowed: Allowed, isEnd: (mentor: number) => boolean): number {
    const { seats, total } = this
    const even = (total[taker] ?? 0) + 1
    this.work += this.outside
    for (let mentor = 0; mentor < this.outside; mentor++) {
      if (this.reached[mentor] === 1 || !this.isLoose(mentor) || (seats.load[mentor] ?? 0) === 0) continue
      if (allowed.loads === 'swap' && total[mentor] !== even) continue
      this.enter(mentor, nobody, taker)
      if (isEnd(mentor)) return mentor
    }
    return nobody
  }
}
