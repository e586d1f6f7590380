import { isIn, type ReportSpan } from '../report/span'
import { type KeptLine, keptOf } from '../support/kept'
import { pausesOf } from '../support/pauses'
import type { CheckInDepth, SupportPlan } from '../support/plan'
import type { ReportMatch } from './records'

/** What became of check-ins that were due. */
export interface DueFigures {
  inTime: number
  later: number
  /** Made after the last day for it, or never. */
  missed: number
  /** Past their day, with some days left before they count as missed. */
  open: number
}

export interface CheckInFigures {
  /** Check-ins that were logged in the period, planned or not, and with how many people. */
  logged: number
  people: number
  /** What became of those that were due in the period; null without a plan. */
  due: DueFigures | null
  byDepth: ({ depth: CheckInDepth } & DueFigures)[]
}

/** How the coordinator kept in touch with the people of these matches, by the program's plan. */
export function checkInFigures(
  matches: readonly ReportMatch[],
  plan: SupportPlan | null,
  span: ReportSpan,
): CheckInFigures {
  const logged = matches.flatMap(({ checkIns }) => checkIns.filter(({ on }) => isIn(span, on)))
  const lines = plan === null ? [] : matches.flatMap((match) => keptOfMatch(match, plan, span))
  return {
    logged: logged.length,
    people: new Set(logged.map(({ member }) => member)).size,
    due: plan === null ? null : dueFigures(lines),
    byDepth: (['quick', 'in depth'] as const).flatMap((depth) => {
      const those = lines.filter((line) => line.depth === depth)
      return those.length === 0 ? [] : [{ depth, ...dueFigures(those) }]
    }),
  }
}

export function dueFigures(lines: readonly KeptLine[]): DueFigures {
  const count = (is: (line: KeptLine) => boolean) => lines.filter(is).length
  return {
    inTime: count(({ outcome }) => outcome === 'kept'),
    later: count(({ outcome, contactOn }) => outcome === 'late' && contactOn !== null),
    missed: count(({ outcome }) => outcome === 'missed'),
    open: count(({ outcome, contactOn }) => outcome === 'late' && contactOn === null),
  }
}

/** The share that took place in time, of those of which it is known; null of none. */
export function shareInTime({ inTime, later, missed }: DueFigures): number | null {
  const known = inTime + later + missed
  return known === 0 ? null : inTime / known
}

/**
 * What was due with each person of a match in the period, and what became of it by its end. What might still have taken
 * place when a match ended is asked of nobody.
 */
export function keptOfMatch(match: ReportMatch, plan: SupportPlan, span: ReportSpan): KeptLine[] {
  const { startedOn, endedOn } = match
  if (startedOn === null) return []
  const pauses = pausesOf(match.moves)
  const hasEnded = endedOn !== null && endedOn <= span.until
  return match.people
    .flatMap(({ id }) => {
      const contacts = match.checkIns.filter(({ member }) => member === id)
      return keptOf({ plan, startedOn, endedOn, pauses, contacts, today: span.until })
    })
    .filter(({ dueOn, contactOn, outcome }) => {
      const overtaken = hasEnded && contactOn === null && outcome === 'late'
      return outcome !== 'waiting' && !overtaken && isIn(span, dueOn)
    })
}
