/**
 * How often a coordinator talks with each side of a match. Sources of the named presets: field notes, section A
 * (MENTOR's Elements of Effective Practice, 4th and 5th edition; practice of Big Brothers Big Sisters agencies). They
 * were made for the mentoring of young people: elsewhere they are a default, never a norm to be held to.
 */

export const checkInDepths = ['quick', 'in depth'] as const
/** A few minutes to hear that all is well, or a talk about how the relationship is going. */
export type CheckInDepth = (typeof checkInDepths)[number]

export const presetNames = ['EEPM 4th edition', 'EEPM 5th edition', 'monthly, then quarterly', 'own'] as const
export type PresetName = (typeof presetNames)[number]

/** What holds from an age of the match on, in days: the ideal interval, and the longest before somebody is let down. */
export interface Stage {
  from: number
  every: number
  latest: number
}

/** Each list begins at age 0 and rises; without a list for talks in depth none are asked for. */
export interface SupportPlan {
  preset: PresetName
  quick: readonly Stage[]
  inDepth: readonly Stage[]
}

/** A contact counts as let slip beyond so many times its interval. Source: field notes, section A. */
const LATEST_IN_INTERVALS = 1.5

/** A stage whose latest is the usual one and a half times its interval. */
export function stage(from: number, every: number): Stage {
  return { from, every, latest: Math.ceil(every * LATEST_IN_INTERVALS) }
}

export const supportPresets: Readonly<Record<Exclude<PresetName, 'own'>, SupportPlan>> = {
  // Twice in the first month, then monthly.
  'EEPM 4th edition': { preset: 'EEPM 4th edition', quick: [stage(0, 14), stage(28, 30)], inDepth: [] },
  // Quick monthly for a year and never less than quarterly; in depth monthly for a quarter, then quarterly.
  'EEPM 5th edition': {
    preset: 'EEPM 5th edition',
    quick: [stage(0, 30), stage(365, 90)],
    inDepth: [stage(0, 30), stage(90, 90)],
  },
  'monthly, then quarterly': {
    preset: 'monthly, then quarterly',
    quick: [stage(0, 30), stage(365, 90)],
    inDepth: [],
  },
}

/** One interval for as long as a match lasts. */
export function ownPlan(every: number, latest: number, inDepthEvery: number | null): SupportPlan {
  return {
    preset: 'own',
    quick: [{ from: 0, every, latest }],
    inDepth: inDepthEvery === null ? [] : [stage(0, inDepthEvery)],
  }
}

/** A plan in one sentence. */
export function planWords({ quick, inDepth }: SupportPlan): string {
  const parts = [
    `A check-in with each person ${stagesWords(quick)}`,
    inDepth.length === 0 ? '' : `a talk in depth ${stagesWords(inDepth)}`,
  ].filter((part) => part !== '')
  return `${parts.join(', and ')}.`
}

function stagesWords(stages: readonly Stage[]): string {
  return stages
    .map(({ every }, index) => {
      const next = stages[index + 1]
      const until = next ? ` in the first ${ageWords(next.from)}` : ''
      return `${index > 0 ? 'then ' : ''}every ${every} days${until}`
    })
    .join(', ')
}

function ageWords(days: number): string {
  if (days === 365) return 'year'
  return days % 7 === 0 ? `${days / 7} weeks` : `${days} days`
}
