import { daysBetween } from '../calendar'
import { type EnrolmentStep, enrolmentSteps } from '../vocabulary'

/** What the funnel has to know of one enrolment. */
export interface Journey {
  step: EnrolmentStep
  /** Whether it was closed before its end. */
  left: boolean
  /** Every step it was moved to, in the order in which that was done; the first is where it began. */
  moves: readonly { to: EnrolmentStep; on: string }[]
}

export interface FunnelStep {
  step: EnrolmentStep
  /** Who came this far or further, also over it; of `closed` only who came to the end. */
  reached: number
  /** Of all who were enrolled, and of those who reached the step before; 0 to 1, null of nobody. */
  ofAll: number | null
  ofBefore: number | null
  /** Who came this far and no further, and dropped out. */
  lost: number
  /** Who is in this step now; of `closed` only who came to the end. */
  here: number
  /** Days that a stay in this step has taken, of the stays that are over; null where none is. */
  medianDays: number | null
  /** How many such stays there were. */
  stays: number
}

const rank = (step: EnrolmentStep): number => enrolmentSteps.indexOf(step)
const last = enrolmentSteps.length - 1

/**
 * How many came how far. Whoever was moved back has come as far as they once were: a funnel tells of what happened.
 * Every enrolment is either `here` in one step or `lost` in one, so the two add up to all.
 */
export function funnelOf(journeys: readonly Journey[]): FunnelStep[] {
  const furthest = journeys.map(furthestRank)
  const stays = staysByStep(journeys)
  let before: number | null = null
  return enrolmentSteps.map((step, at) => {
    const reached = furthest.filter((far) => far >= at).length
    const result: FunnelStep = {
      step,
      reached,
      ofAll: share(reached, journeys.length),
      ofBefore: before === null ? null : share(reached, before),
      lost: journeys.filter(({ left }, index) => left && furthest[index] === at).length,
      here: journeys.filter((journey) => !journey.left && journey.step === step).length,
      medianDays: median(stays.get(step) ?? []),
      stays: stays.get(step)?.length ?? 0,
    }
    before = reached
    return result
  })
}

/** The furthest step that was ever reached. The end counts only for who is there now, and not for having left. */
function furthestRank({ step, left, moves }: Journey): number {
  if (step === 'closed' && !left) return last
  return moves.reduce((far, { to }) => (to === 'closed' ? far : Math.max(far, rank(to))), stepOrStart(step))
}

const stepOrStart = (step: EnrolmentStep): number => (step === 'closed' ? 0 : rank(step))

/** Days of every stay that is over, by step. */
function staysByStep(journeys: readonly Journey[]): Map<EnrolmentStep, number[]> {
  const stays = new Map<EnrolmentStep, number[]>()
  for (const { moves } of journeys) {
    for (const [index, { to, on }] of moves.entries()) {
      const next = moves[index + 1]
      if (!next || to === 'closed') continue
      const days = Math.max(0, daysBetween(on, next.on))
      const known = stays.get(to)
      if (known) known.push(days)
      else stays.set(to, [days])
    }
  }
  return stays
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

/** The middle one, or the mean of the two in the middle; null of none. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const high = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? 0) + high) / 2
}
