import type { Goal } from '@shared/contract/goals'
import { AppError } from '@shared/errors'
import type { Reader } from '../../engine/reader'
import { grouped } from '../references'

/** The goals of a match: open ones first, by their day. */
export function goalsOf(db: Reader, match: number): Goal[] {
  const milestones = grouped(
    db.all<Goal['milestones'][number] & { goal: number }>(
      `SELECT mi.goal_id AS goal, mi.id, mi.text, mi.due_on AS dueOn, mi.done_on AS doneOn
        FROM milestones mi JOIN goals g ON g.id = mi.goal_id WHERE g.match_id = ? ORDER BY mi.goal_id, mi.position, mi.id`,
      match,
    ),
    ({ goal }) => goal,
    ({ goal: _, ...milestone }) => milestone,
  )
  return db
    .all<Omit<Goal, 'milestones'>>(
      `SELECT id, text, owner_id AS ownerId, due_on AS dueOn, reached_on AS reachedOn, dropped_on AS droppedOn,
          (SELECT count(*) FROM action_items WHERE goal_id = goals.id AND done_on IS NOT NULL) AS doneItems FROM goals
        WHERE match_id = ?
        ORDER BY reached_on IS NOT NULL OR dropped_on IS NOT NULL, due_on IS NULL, due_on, id`,
      match,
    )
    .map((goal) => ({ ...goal, milestones: milestones.get(goal.id) ?? [] }))
}

export function goalGone(): AppError {
  return new AppError(
    'not-found',
    'This goal is no longer in the program file; it may have been removed meanwhile.',
  )
}
