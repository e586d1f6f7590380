import type { FunnelStep } from '../pipeline/funnel'
import { isTellable } from '../report/smallGroups'
import { type EnrolmentStep, enrolmentSteps, type RedactionLevel } from '../vocabulary'
import type { PipelineFigures } from './pipeline'

/** Of those who were enrolled it is always said how many; then what matters most comes first. */
const byWeight: readonly EnrolmentStep[] = ['applied', 'matched', 'closed', 'screened', 'trained', 'ready']

/**
 * The steps of a funnel of which may be told how many came there. Numbers one after the other tell also how many stayed
 * behind in between, so a step is left out that would make such a group a small one.
 */
export function toldSteps(steps: readonly FunnelStep[], redaction: RedactionLevel): FunnelStep[] {
  const told: FunnelStep[] = []
  for (const wanted of byWeight) {
    const step = steps.find((one) => one.step === wanted)
    if (!step || !isTellable(step.reached, redaction)) continue
    const isClear = told.every(({ reached }) => isTellable(Math.abs(reached - step.reached), redaction))
    if (isClear) told.push(step)
  }
  return told.sort((one, other) => enrolmentSteps.indexOf(one.step) - enrolmentSteps.indexOf(other.step))
}

/** Whether it may be told how many left at each step before the end: neither they nor those who stayed may be a small group. */
export function tellsLosses(steps: readonly FunnelStep[], redaction: RedactionLevel): boolean {
  return steps.slice(0, -1).every(({ reached, lost }, at) => {
    const stopped = reached - (steps[at + 1]?.reached ?? 0)
    return isTellable(lost, redaction) && isTellable(stopped - lost, redaction)
  })
}

/** Whether it may be told how many left: nor may those be a small group who came to the end, or are still under way. */
export function tellsLeft({ enrolled, steps, left }: PipelineFigures, redaction: RedactionLevel): boolean {
  const ended = steps.find(({ step }) => step === 'closed')?.reached ?? 0
  return [left, enrolled - left, enrolled - left - ended].every((count) => isTellable(count, redaction))
}
