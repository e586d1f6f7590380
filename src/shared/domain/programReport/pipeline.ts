import { type FunnelStep, funnelOf, type Journey } from '../pipeline/funnel'
import { isIn, type ReportSpan } from '../report/span'
import { type MatchSide, matchSides } from '../vocabulary'
import type { ReportEnrolment } from './records'
import { type Tally, tallyOf } from './tally'

export interface PipelineFigures {
  /** Everybody who was enrolled in the period, once in each role. */
  enrolled: number
  byRole: { role: MatchSide; enrolled: number; matched: number; left: number }[]
  steps: FunnelStep[]
  left: number
  /** Why they dropped out. */
  reasons: Tally[]
}

/** How far those came who were enrolled in the period, by the end of it. */
export function pipelineFigures(enrolments: readonly ReportEnrolment[], span: ReportSpan): PipelineFigures {
  const cohort = enrolments
    .filter(({ moves }) => isIn(span, moves[0]?.on ?? null))
    .map((enrolment) => ({ role: enrolment.role, ...wayOf(enrolment, span.until) }))
  const dropped = cohort.filter(({ journey }) => journey.left)
  return {
    enrolled: cohort.length,
    byRole: matchSides.flatMap((role) => {
      const those = cohort.filter((one) => one.role === role).map(({ journey }) => journey)
      if (those.length === 0) return []
      const matched = funnelOf(those).find(({ step }) => step === 'matched')?.reached ?? 0
      return { role, enrolled: those.length, matched, left: those.filter(({ left }) => left).length }
    }),
    steps: funnelOf(cohort.map(({ journey }) => journey)),
    left: dropped.length,
    reasons: tallyOf(dropped.map(({ reason }) => reason ?? '')),
  }
}

/** Somebody's way until a day, and why they had dropped out by then. */
function wayOf(
  { moves, leftReason }: ReportEnrolment,
  until: string,
): { journey: Journey; reason: string | null } {
  const made = moves.filter(({ on }) => on <= until)
  const last = made.at(-1)
  // Who has come back since is told by the move alone: what they said then stands with it.
  const reason = last?.to !== 'closed' ? null : made.length === moves.length ? leftReason : last.reason
  return { journey: { step: last?.to ?? 'applied', left: reason !== null, moves: made }, reason }
}
