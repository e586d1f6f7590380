/** A questionnaire whose answers are steps of one scale, and how a person's answers become scores. */

export interface SurveyItem {
  text: string
  /** Agreeing speaks against what the scale is about: its answers are turned round before they are counted. */
  reversed: boolean
  /** Index of its subscale; null when it counts for the whole alone. */
  subscale: number | null
}

export interface Subscale {
  name: string
  /** What helps where this is low; null when there is nothing to advise. */
  whenLow: string | null
}

export interface Scale {
  /** What each answer means, from the lowest; the first is 1. */
  anchors: string[]
  items: SurveyItem[]
  subscales: Subscale[]
  /** The part of its items, in per cent, that has to be answered for a score. */
  leastAnswered: number
}

/** An answer for each item, from 1; null where none was given. */
export type Answers = readonly (number | null)[]

/** Everybody's scores are told together only from so many people on. */
export const smallestSurveyGroup = 5

/** An answer seen from the other end of the scale. */
export function turned(answer: number, points: number): number {
  return points + 1 - answer
}

/** Of so many items as many have to be answered for a score; never none. */
export function leastOf(items: number, leastAnswered: number): number {
  return Math.max(1, Math.ceil((items * leastAnswered) / 100 - 1e-9))
}

/** The answers with those to reversed items turned round, so that more is always better. */
export function keyed({ anchors, items }: Scale, answers: Answers): (number | null)[] {
  return items.map(({ reversed }, index) => {
    const answer = answers[index] ?? null
    return answer !== null && reversed ? turned(answer, anchors.length) : answer
  })
}

export interface Scores {
  /** Mean of all items, from 1 to the number of anchors; null where too few were answered. */
  whole: number | null
  /** The same by subscale. */
  subscales: (number | null)[]
}

/** What is not answered is left out of the mean, as long as enough is answered. */
export function scoresOf(scale: Scale, answers: Answers): Scores {
  const values = keyed(scale, answers)
  const mean = (wanted: (item: SurveyItem) => boolean): number | null => {
    const asked = values.filter((_, index) => {
      const item = scale.items[index]
      return item !== undefined && wanted(item)
    })
    const given = asked.filter((value) => value !== null)
    if (asked.length === 0 || given.length < leastOf(asked.length, scale.leastAnswered)) return null
    return meanOf(given)
  }
  return {
    whole: mean(() => true),
    subscales: scale.subscales.map((_, index) => mean(({ subscale }) => subscale === index)),
  }
}

/** @returns NaN for none. */
export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
