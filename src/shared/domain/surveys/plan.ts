import type { Means } from './results'
import type { Scale } from './scale'

export interface PlanStep {
  subscale: string
  mean: number
  advice: string
}

/** At most so many things are worked on at once. */
const mostSteps = 3

/**
 * What to begin with: the lowest parts of a scale that have advice, below three quarters of the way up, lowest first.
 */
export function planOf(scale: Scale, { subscales }: Pick<Means, 'subscales'>): PlanStep[] {
  const enough = 1 + (scale.anchors.length - 1) * 0.75
  return scale.subscales
    .flatMap(({ name, whenLow }, index) => {
      const mean = subscales[index] ?? null
      return mean === null || whenLow === null || mean >= enough
        ? []
        : [{ subscale: name, mean, advice: whenLow }]
    })
    .sort((a, b) => a.mean - b.mean)
    .slice(0, mostSteps)
}
