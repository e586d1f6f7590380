import type { StoredPlan } from '@shared/contract/supportPlan'
import type { SupportPlan } from '@shared/domain/support/plan'

/** A plan as it is kept with a program: a copy of its own, that a preset's later edition leaves as it is. */
export function storedPlan({ preset, quick, inDepth }: SupportPlan): StoredPlan {
  return {
    preset,
    quick: quick.map((stage) => ({ ...stage })),
    inDepth: inDepth.map((stage) => ({ ...stage })),
  }
}
