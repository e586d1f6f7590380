import { type KeptFigures, type KeptLine, keptFigures, keptOf } from '../support/kept'
import { pausesOf } from '../support/pauses'
import type { CheckInDepth, SupportPlan } from '../support/plan'
import { isIn, type ReportMatch, type ReportSpan } from './records'

export interface CheckInFigures {
  /** Check-ins that were logged in the period, planned or not, and with how many people. */
  logged: number
  people: number
  /** What became of those that were due in the period; null without a plan. */
  kept: KeptFigures | null
  byDepth: ({ depth: CheckInDepth } & KeptFigures)[]
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
    kept: plan === null ? null : keptFigures(lines),
    byDepth: (['quick', 'in depth'] as const).flatMap((depth) => {
      const those = lines.filter((line) => line.depth === depth)
      return those.length === 0 ? [] : [{ depth, ...keptFigures(those) }]
    }),
  }
}

/** What was due with each person of a match in the period, and what became of it by its end. */
export function keptOfMatch(match: ReportMatch, plan: SupportPlan, span: ReportSpan): KeptLine[] {
  const { startedOn, endedOn } = match
  if (startedOn === null) return []
  const pauses = pausesOf(match.moves)
  return match.people
    .flatMap(({ id }) => {
      const contacts = match.checkIns.filter(({ member }) => member === id)
      return keptOf({ plan, startedOn, endedOn, pauses, contacts, today: span.until })
    })
    .filter(({ dueOn, outcome }) => outcome !== 'waiting' && isIn(span, dueOn))
}
