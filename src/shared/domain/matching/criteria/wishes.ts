import type { Participant } from '../input'
import { markOf } from '../naming'
import { addValues, type Criterion } from './criterion'

/**
 * How much the two wished for each other: 1 for the first of somebody's wishes, evenly down to the last; 0 for who is not
 * among them. Where both have wishes, the middle of the two.
 */
export const wishes: Criterion = ({ mentees, mentors, peers }) => {
  const ofMentees = mentees.map(ranks)
  const ofMentors = mentors.map(ranks)
  if ([...ofMentees, ...ofMentors].every((wished) => wished.size === 0)) return null
  const mentorAt = new Map(mentors.map(({ id }, mentor) => [id, mentor]))
  const wishers = wishersOf(mentees, ofMentors)
  /** What a mentee is to each mentor who did not wish for them: 0, or below zero where there are no wishes. */
  const others = Float64Array.from(ofMentors, (wished) => (wished.size === 0 ? -1 : 0))
  const values = new Float64Array(mentors.length)
  const mine = new Float64Array(mentors.length)

  return {
    add(mentee, weight, sums) {
      const own = ofMentees[mentee]
      values.set(others)
      for (const [mentor, value] of wishers[mentee] ?? []) values[mentor] = value
      if (own !== undefined && own.size > 0) {
        mine.fill(0)
        for (const [id] of own) {
          const mentor = mentorAt.get(id)
          if (mentor !== undefined) mine[mentor] = worth(own, id)
        }
        for (let mentor = 0; mentor < values.length; mentor++) {
          const theirs = values[mentor] ?? -1
          const value = mine[mentor] ?? 0
          values[mentor] = theirs < 0 ? value : (value + theirs) / 2
        }
      }
      addValues(values, weight, sums)
    },
    explain(mentee, mentor) {
      const [one, other] = [mentees[mentee], mentors[mentor]]
      if (one === undefined || other === undefined) return ''
      const sides = (
        peers === undefined
          ? [
              wishWords('the mentee', 'this mentor', ofMentees[mentee], other),
              wishWords('the mentor', 'this mentee', ofMentors[mentor], one),
            ]
          : [
              wishWords(markOf(one), markOf(other), ofMentees[mentee], other),
              wishWords(markOf(other), markOf(one), ofMentors[mentor], one),
            ]
      ).filter((words) => words !== null)
      if (sides.length === 0) return 'Neither has wished for anybody.'
      return `${sides.join('; ')}.`.replace(/^./, (letter) => letter.toUpperCase())
    },
  }
}

/** By id, the place among somebody's wishes, from 1. */
function ranks({ wishes: wished }: Participant): Map<number, number> {
  return new Map(wished.map((id, index) => [id, index + 1]))
}

/** By mentee: which mentors wished for them, and how much. */
function wishersOf(
  mentees: readonly Participant[],
  ofMentors: readonly ReadonlyMap<number, number>[],
): [mentor: number, value: number][][] {
  const menteeAt = new Map(mentees.map(({ id }, mentee) => [id, mentee]))
  const wishers: [number, number][][] = mentees.map(() => [])
  ofMentors.forEach((wished, mentor) => {
    for (const id of wished.keys()) {
      const mentee = menteeAt.get(id)
      if (mentee !== undefined) wishers[mentee]?.push([mentor, worth(wished, id)])
    }
  })
  return wishers
}

function worth(wished: ReadonlyMap<number, number>, id: number): number {
  const rank = wished.get(id)
  return rank === undefined ? 0 : (wished.size + 1 - rank) / wished.size
}

function wishWords(
  who: string,
  whom: string,
  wished: ReadonlyMap<number, number> | undefined,
  other: Participant,
): string | null {
  if (wished === undefined || wished.size === 0) return null
  const rank = wished.get(other.id)
  if (rank === undefined) return `${who} wished for others`
  return `${whom} is wish ${rank} of ${wished.size} of ${who}`
}
