import { type Cost, Forcing } from './assignment/forcing'
import { nobody, type Problem } from './assignment/problem'
import { solve } from './assignment/solve'
import type { Fixed } from './fixedPairs'
import type { MatchingInput } from './input'
import type { Pairs } from './pairs'
import type { Steps } from './steps'

/** Who is with whom, by numbers. Equals are on both sides, and so is each of their pairs. */
export interface Choice {
  /** By mentee: the mentor, or `nobody`. */
  mentorOf: Int32Array
  /** By mentor: their mentees of this run. */
  menteesOf: number[][]
  /** By mentee: how the pair is fixed; null where it was chosen, or where there is none. */
  fixed: (Fixed['kind'] | null)[]
  /** What it costs to force two who may be a pair and are none; null where one of them is in a fixed pair. */
  cost(mentee: number, mentor: number): Steps<Cost | null>
}

/** Solves around the fixed pairs. */
export function* choose(input: MatchingInput, pairs: Pairs, fixed: readonly Fixed[]): Steps<Choice> {
  const mentorOf = new Int32Array(pairs.mentees).fill(nobody)
  for (const { mentee, mentor } of fixed) mentorOf[mentee] = mentor
  const kinds = new Map(fixed.map(({ mentee, kind }) => [mentee, kind]))
  const taken = new Int32Array(pairs.mentors)
  for (const { mentor } of fixed) taken[mentor] = (taken[mentor] ?? 0) + 1

  const mentees = numbers(pairs.mentees).filter((mentee) => !kinds.has(mentee))
  const room = input.mentors.map((mentor, at) => mentor.room - (taken[at] ?? 0))
  const mentors = numbers(pairs.mentors).filter((mentor) => (room[mentor] ?? 0) > 0)
  const problem: Problem = {
    mentees: mentees.length,
    mentors: mentors.length,
    fits: part(pairs, mentees, mentors),
    capacity: Int32Array.from(mentors, (mentor) => room[mentor] ?? 0),
    held: Int32Array.from(mentors, (mentor) => (input.mentors[mentor]?.held ?? 0) + (taken[mentor] ?? 0)),
  }
  const solution = yield* solve(problem, input.settings.objective)
  const forcing = new Forcing(problem, solution)
  const [menteeAt, mentorAt] = [placesOf(mentees, pairs.mentees), placesOf(mentors, pairs.mentors)]
  solution.mentorOf.forEach((mentor, at) => {
    if (mentor !== nobody) mentorOf[mentees[at] ?? 0] = mentors[mentor] ?? nobody
  })
  const menteesOf: number[][] = numbers(pairs.mentors).map(() => [])
  mentorOf.forEach((mentor, mentee) => {
    if (mentor !== nobody) menteesOf[mentor]?.push(mentee)
  })
  return {
    mentorOf,
    menteesOf,
    fixed: numbers(pairs.mentees).map((mentee) => kinds.get(mentee) ?? null),
    *cost(mentee, mentor) {
      const [freeMentee, freeMentor] = [menteeAt[mentee] ?? nobody, mentorAt[mentor] ?? nobody]
      return freeMentee === nobody || freeMentor === nobody
        ? null
        : yield* forcing.cost(freeMentee, freeMentor)
    },
  }
}

function part(pairs: Pairs, mentees: readonly number[], mentors: readonly number[]): Int32Array {
  if (mentees.length === pairs.mentees && mentors.length === pairs.mentors) return pairs.fits
  const fits = new Int32Array(mentees.length * mentors.length)
  let at = 0
  for (const mentee of mentees) {
    const row = mentee * pairs.mentors
    for (const mentor of mentors) fits[at++] = pairs.fits[row + mentor] ?? -1
  }
  return fits
}

/** By number: the place in the list, or `nobody`. */
export function placesOf(list: readonly number[], length: number): Int32Array {
  const places = new Int32Array(length).fill(nobody)
  list.forEach((number, place) => {
    places[number] = place
  })
  return places
}

export function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, number) => number)
}
