import type { MatchingSettings, Mentor, Participant } from '../input'

/** Who is compared with whom, each side in the order of the ids. */
export interface People {
  mentees: readonly Participant[]
  mentors: readonly Mentor[]
  /** Where they are equals, and everybody is on both sides. */
  peers?: readonly Participant[]
  settings: MatchingSettings
}

/** What is known of one mentee's fits with all mentors, summed over criteria. */
export interface Sums {
  /** By mentor: weight times fit, of what is known. */
  fits: Float64Array
  /** By mentor: the weight of what is known, where it is not known of all of them. */
  known: Float64Array
  /** The weight of what is known of all mentors. */
  knownOfAll: number
}

/**
 * One thing that two people are compared by: a number from 0 (no fit) to 1 (as good as can be), or unknown, for each
 * mentee and each mentor; with the same in words.
 */
export interface Comparison {
  /** Adds a mentee's fit with every mentor, by the weight. Of who is unknown nothing is added, not even the weight. */
  add(mentee: number, weight: number, sums: Sums): void
  /** A sentence about these two, with the figures that the number comes from. Only of equals it names them: see `naming`. */
  explain(mentee: number, mentor: number): string
}

/** @returns null when nothing is known about anybody: the criterion counts for nothing then. */
export type Criterion = (people: People) => Comparison | null

/** Adds values to the sums; below zero or NaN is unknown. */
export function addValues(values: Float64Array, weight: number, { fits, known }: Sums): void {
  for (let mentor = 0; mentor < values.length; mentor++) {
    const value = values[mentor] ?? 0
    if (value >= 0) {
      fits[mentor] = (fits[mentor] ?? 0) + weight * value
      known[mentor] = (known[mentor] ?? 0) + weight
    }
  }
}

/** The same where none of them is unknown: in half the time. */
export function addKnownValues(values: Float64Array, weight: number, sums: Sums): void {
  const { fits } = sums
  for (let mentor = 0; mentor < values.length; mentor++) {
    fits[mentor] = (fits[mentor] ?? 0) + weight * (values[mentor] ?? 0)
  }
  sums.knownOfAll += weight
}

/** What is looked at in one person, and how two of these are compared. */
interface Property<T> {
  /** Null is unknown. */
  of(person: Participant): T | null
  /** Equal texts stand for equal values. */
  key(value: T): string
  /** NaN where even so it is unknown. */
  fit(mentee: T, mentor: T): number
  explain(mentee: T, mentor: T): string
  /** What is said where one of the two is unknown. */
  unknown: string
}

/** A criterion that looks at one property of each; mentors with the same value are compared once. */
export function comparedBy<T>({ mentees, mentors }: People, property: Property<T>): Comparison | null {
  const own = mentees.map((mentee) => property.of(mentee))
  const others = mentors.map((mentor) => property.of(mentor))
  if (own.every((value) => value === null) || others.every((value) => value === null)) return null
  const distinct: T[] = []
  const numbers = new Map<string, number>()
  const numberOf = Int32Array.from(others, (value) => {
    if (value === null) return 0
    const key = property.key(value)
    const known = numbers.get(key) ?? distinct.push(value)
    numbers.set(key, known)
    return known
  })
  /** By number of the value; 0 stands for unknown. */
  const weighted = new Float64Array(distinct.length + 1)
  const weights = new Float64Array(distinct.length + 1)

  return {
    add(mentee, weight, sums) {
      const value = own[mentee] ?? null
      if (value === null) return
      let unknown = numberOf.includes(0)
      for (let at = 0; at < distinct.length; at++) {
        const fit = property.fit(value, distinct[at] as T)
        const isKnown = fit >= 0
        weighted[at + 1] = isKnown ? weight * fit : 0
        weights[at + 1] = isKnown ? weight : 0
        unknown ||= !isKnown
      }
      const { fits, known } = sums
      for (let mentor = 0; mentor < fits.length; mentor++) {
        fits[mentor] = (fits[mentor] ?? 0) + (weighted[numberOf[mentor] ?? 0] ?? 0)
      }
      if (!unknown) sums.knownOfAll += weight
      else {
        for (let mentor = 0; mentor < known.length; mentor++) {
          known[mentor] = (known[mentor] ?? 0) + (weights[numberOf[mentor] ?? 0] ?? 0)
        }
      }
    },
    explain(mentee, mentor) {
      const value = own[mentee] ?? null
      const other = others[mentor] ?? null
      return value === null || other === null ? property.unknown : property.explain(value, other)
    },
  }
}
