import { nobody, wholeFit } from './assignment/problem'
import type { Choice } from './choice'
import type { MatchingInput } from './input'
import type { Pairs } from './pairs'
import { Pace, type Steps } from './steps'

/**
 * How many pairs that are possible and not to be would suit both better than what they get (blocking pairs): the mentee
 * would have a better fit, and the mentor one better than their weakest, or has room. Whoever is fixed does not count.
 */
export function* blockingPairs(input: MatchingInput, pairs: Pairs, choice: Choice): Steps<number> {
  if (input.peers !== undefined) return yield* blockingPeers(pairs, choice)
  /** By mentor: what a mentee has to be better than; the greatest there is where nothing can change. */
  const bars = Int32Array.from(input.mentors, ({ room }, mentor) => {
    const mentees = choice.menteesOf[mentor] ?? []
    if (mentees.length < room) return -1
    const free = mentees.filter((mentee) => choice.fixed[mentee] === null)
    return Math.min(wholeFit, ...free.map((mentee) => pairs.fitOf(mentee, mentor)))
  })
  const pace = new Pace()
  let blocking = 0
  for (let mentee = 0; mentee < pairs.mentees; mentee++) {
    if (choice.fixed[mentee] !== null) continue
    const mentor = choice.mentorOf[mentee] ?? nobody
    const own = mentor === nobody ? -1 : pairs.fitOf(mentee, mentor)
    const row = mentee * pairs.mentors
    for (let other = 0; other < pairs.mentors; other++) {
      const fit = pairs.fits[row + other] ?? -1
      if (fit > own && fit > (bars[other] ?? 0)) blocking++
    }
    if (pace.isDue(pairs.mentors)) yield { label: 'Explaining', done: mentee, total: null }
  }
  return blocking
}

/** The same among equals: each of the two would have a better fit than now. */
function* blockingPeers(pairs: Pairs, choice: Choice): Steps<number> {
  const own = Int32Array.from({ length: pairs.mentees }, (_, person) => {
    const partner = choice.mentorOf[person] ?? nobody
    if (choice.fixed[person] !== null) return wholeFit
    return partner === nobody ? -1 : pairs.fitOf(person, partner)
  })
  const pace = new Pace()
  let blocking = 0
  for (let one = 0; one < pairs.mentees; one++) {
    const row = one * pairs.mentors
    for (let other = one + 1; other < pairs.mentors; other++) {
      const fit = pairs.fits[row + other] ?? -1
      if (fit > (own[one] ?? 0) && fit > (own[other] ?? 0)) blocking++
    }
    if (pace.isDue(pairs.mentors)) yield { label: 'Explaining', done: one, total: null }
  }
  return blocking
}
