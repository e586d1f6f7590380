import type { Pace, Steps } from '../steps'
import { nobody, type Problem } from './problem'
import { Seats } from './seats'

/**
 * As many pairs as there can be with fits of at least `floor` (augmenting paths, many in one pass). Begins with those of
 * `before` that still may be.
 */
export function* cover(problem: Problem, floor: number, before: Seats | null, pace: Pace): Steps<Seats> {
  const { mentees, mentors, fits, capacity } = problem
  const seats = new Seats(mentees, capacity)
  const waiting: number[] = []
  for (let mentee = 0; mentee < mentees; mentee++) {
    const mentor = before?.placeOf[mentee] ?? nobody
    if (mentor !== nobody && (fits[mentee * mentors + mentor] ?? -1) >= floor) seats.sit(mentee, mentor)
    else waiting.push(mentee)
  }
  const search = new CoverSearch(problem, floor, seats)
  let left = waiting
  for (;;) {
    search.beginPass()
    const still: number[] = []
    for (const mentee of left) {
      if (!search.seat(mentee)) still.push(mentee)
      if (pace.isDue(search.takeWork())) yield { label: 'Finding the weakest pair', done: 0, total: null }
    }
    if (still.length === left.length) return seats
    left = still
  }
}

/** One pass: no mentor is looked at twice, so a pass costs no more than looking at every pair once. */
class CoverSearch {
  private readonly seen: Uint8Array
  /** By mentee: the mentor from whom on they have not looked yet in this pass. */
  private readonly next: Int32Array
  private work = 0

  constructor(
    private readonly problem: Problem,
    private readonly floor: number,
    private readonly seats: Seats,
  ) {
    this.seen = new Uint8Array(problem.mentors)
    this.next = new Int32Array(problem.mentees)
  }

  beginPass(): void {
    this.seen.fill(0)
    this.next.fill(0)
  }

  takeWork(): number {
    const { work } = this
    this.work = 0
    return work
  }

  /** Finds a way to seat one more, by moving others where that is needed. */
  seat(mentee: number): boolean {
    const { seats } = this
    /** The way so far: each would take the place of the next one. */
    const way: { mentee: number; mentor: number; seat: number }[] = [{ mentee, mentor: nobody, seat: 0 }]
    for (;;) {
      const last = way.at(-1)
      if (last === undefined) return false
      // Everybody at a mentor may be the one who moves on.
      if (last.mentor === nobody || last.seat === (seats.load[last.mentor] ?? 0)) {
        last.mentor = this.nextMentor(last.mentee)
        last.seat = 0
        if (last.mentor === nobody) {
          way.pop()
          continue
        }
        if (seats.hasRoom(last.mentor)) {
          for (const { mentee: mover, mentor } of way.toReversed()) {
            if (seats.placeOf[mover] !== nobody) seats.stand(mover)
            seats.sit(mover, mentor)
          }
          return true
        }
      }
      way.push({ mentee: seats.at(last.mentor, last.seat++), mentor: nobody, seat: 0 })
    }
  }

  private nextMentor(mentee: number): number {
    const { seen, floor } = this
    const { mentors, fits } = this.problem
    const row = mentee * mentors
    let mentor = this.next[mentee] ?? 0
    const first = mentor
    while (mentor < mentors && (seen[mentor] === 1 || (fits[row + mentor] ?? -1) < floor)) mentor++
    this.work += mentor - first + 1
    this.next[mentee] = mentor + 1
    if (mentor >= mentors) return nobody
    seen[mentor] = 1
    return mentor
  }
}
