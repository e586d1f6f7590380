import { daysBetween } from '../calendar'
import { median } from '../pipeline/funnel'
import { isIn, type ReportSpan } from '../report/span'
import type { ReportClosure, ReportMatch } from './records'
import { type Tally, tallyOf } from './tally'

export interface OutcomeFigures {
  /** Matches that ended in the period. */
  ended: number
  completed: number
  early: number
  /** How long they lasted, of those whose start is known. */
  medianDays: number | null
  /** Those that were closed with their steps, and of these who foresaw it. */
  closed: number
  anticipated: number
  talks: { asked: number; held: number }
  celebrations: { asked: number; held: number }
  /** What people said in their last talks that they want next. */
  afterwards: { rematch: number; end: number }
  reasons: Tally[]
}

/** How the matches ended that ended in the period. */
export function outcomeFigures(matches: readonly ReportMatch[], span: ReportSpan): OutcomeFigures {
  const ended = matches.filter((match) => isEnded(match, span))
  const closures = ended.flatMap((match) => closureOf(match) ?? [])
  const steps = closures.flatMap((closure) => closure.steps)
  const of = (kind: 'interview' | 'celebration') => {
    const those = steps.filter((step) => step.kind === kind)
    return { asked: those.length, held: those.filter(({ doneOn }) => doneOn !== null).length }
  }
  const wanted = (what: 'rematch' | 'end') => steps.filter(({ afterwards }) => afterwards === what).length
  return {
    ended: ended.length,
    completed: ended.filter(({ status }) => status === 'completed').length,
    early: ended.filter(({ status }) => status === 'ended early').length,
    medianDays: median(
      ended.flatMap(({ startedOn, endedOn }) =>
        startedOn === null || endedOn === null ? [] : daysBetween(startedOn, endedOn),
      ),
    ),
    closed: closures.length,
    anticipated: closures.filter(({ anticipated }) => anticipated).length,
    talks: of('interview'),
    celebrations: of('celebration'),
    afterwards: { rematch: wanted('rematch'), end: wanted('end') },
    reasons: tallyOf(closures.map(({ reason }) => reason)),
  }
}

export function isEnded({ status, endedOn }: ReportMatch, span: ReportSpan): boolean {
  return (status === 'completed' || status === 'ended early') && isIn(span, endedOn)
}

/** The closing that holds: the last that was finished and not taken back. */
export function closureOf({ closures }: ReportMatch): ReportClosure | null {
  return closures.findLast(({ closedOn, reopenedOn }) => closedOn !== null && reopenedOn === null) ?? null
}
