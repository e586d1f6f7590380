import { addDays, daysBetween } from '../calendar'
import type { EnrolmentStep } from '../vocabulary'

/** Whoever waits longer than this in one step may have been forgotten. A convention, not a finding. */
export const stuckAfterDays = 21

/** The steps in which somebody waits for the coordinator; in a match, or at the end, nobody does. */
export const waitingSteps: readonly EnrolmentStep[] = ['applied', 'screened', 'trained', 'ready']

/** Who has been in a waiting step since an earlier day than this is stuck today. */
export function stuckBefore(today: string): string {
  return addDays(today, -stuckAfterDays)
}

export function isStuck(step: EnrolmentStep, since: string, today: string): boolean {
  return waitingSteps.includes(step) && daysBetween(since, today) > stuckAfterDays
}
