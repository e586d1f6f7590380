import { isIn, type ReportSpan } from '../report/span'
import type { ReportGoal, ReportMatch } from './records'

export interface GoalFigures {
  /** Goals that were worked towards in the period: each is reached, dropped or open at its end. */
  all: number
  reached: number
  dropped: number
  open: number
  /** Of those that are open, who are past their day. */
  overdue: number
  /** Matches with a goal, and with one that was reached in the period. */
  matches: number
  matchesReached: number
  /** Action items of the sessions of the period, as they stood at its end. */
  actions: { all: number; done: number; overdue: number }
}

export type GoalState = 'reached' | 'dropped' | 'open'

export function goalFigures(matches: readonly ReportMatch[], span: ReportSpan): GoalFigures {
  const found = matches.map(({ goals }) => goalsIn(goals, span))
  const goals = found.flat()
  const count = (wanted: GoalState) => goals.filter(({ state }) => state === wanted).length
  const actions = matches.flatMap(({ actionItems }) =>
    actionItems.filter(({ sessionOn }) => isIn(span, sessionOn)),
  )
  const isDone = ({ doneOn }: { doneOn: string | null }) => doneOn !== null && doneOn <= span.until
  return {
    all: goals.length,
    reached: count('reached'),
    dropped: count('dropped'),
    open: count('open'),
    overdue: goals.filter(({ state, dueOn }) => state === 'open' && dueOn !== null && dueOn < span.until)
      .length,
    matches: found.filter((those) => those.length > 0).length,
    matchesReached: found.filter((those) => those.some(({ state }) => state === 'reached')).length,
    actions: {
      all: actions.length,
      done: actions.filter(isDone).length,
      overdue: actions.filter((item) => !isDone(item) && item.dueOn !== null && item.dueOn < span.until)
        .length,
    },
  }
}

/** The goals of a match that were there in the period, and how they stood at its end. */
export function goalsIn(
  goals: readonly ReportGoal[],
  { from, until }: ReportSpan,
): (ReportGoal & { state: GoalState })[] {
  return goals.flatMap((goal) => {
    const { reachedOn, droppedOn } = goal
    // It may have been written down only after it was reached.
    const since = [goal.since, reachedOn, droppedOn].filter((day) => day !== null).sort()[0] ?? goal.since
    const endedOn = reachedOn ?? droppedOn
    if (since > until || (from !== null && endedOn !== null && endedOn < from)) return []
    const state =
      reachedOn !== null && reachedOn <= until
        ? 'reached'
        : droppedOn !== null && droppedOn <= until
          ? 'dropped'
          : 'open'
    return { ...goal, state }
  })
}
