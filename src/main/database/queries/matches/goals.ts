import type { InputOf } from '@shared/contract'
import type { goals } from '@shared/contract/goals'
import type { Deletion } from '@shared/contract/trash'
import { AppError } from '@shared/errors'
import type { Reader } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import type { Done, Handlers } from '../../handler'
import { commandOf, moveToTrash } from '../../trash/kinds'
import { memberName } from '../references'
import { goalGone } from './goalRecord'
import { storedMatch } from './matchStatus'

export const goalHandlers: Handlers<typeof goals> = {
  'goals.save': saveGoal,
  'goals.settle': settleGoal,
  'goals.remove': removeGoal,
  'milestones.setDone': setMilestone,
  'actionItems.add': addItem,
  'actionItems.setGoal': setGoalOfItem,
}

interface StoredGoal {
  matchId: number
  text: string
}

/** @throws AppError `not-found`. */
function storedGoal(db: Reader, id: number): StoredGoal {
  const goal = db.get<StoredGoal>('SELECT match_id AS matchId, text FROM goals WHERE id = ?', id)
  if (!goal) throw goalGone()
  return goal
}

/** @throws AppError `not-found`, or `conflict` when a goal of another match or somebody outside of it is meant. */
function saveGoal(writer: Writer, { id, matchId, goal }: InputOf<'goals.save'>): Done<{ id: number }> {
  storedMatch(writer, matchId)
  assertOfMatch(writer, matchId, goal.ownerId)
  const columns = { text: goal.text, owner_id: goal.ownerId, due_on: goal.dueOn }
  if (id === null) {
    const stamps = { created_at: writer.now, updated_at: writer.now }
    const fresh = writer.insert('goals', { match_id: matchId, ...columns, ...stamps })
    saveMilestones(writer, fresh, goal.milestones)
    return { value: { id: fresh }, summary: `Goal “${goal.text}”` }
  }
  if (storedGoal(writer, id).matchId !== matchId)
    throw new AppError('conflict', 'This goal belongs to another match by now. Open it again.')
  const changed = writer.update('goals', id, columns)
  if (saveMilestones(writer, id, goal.milestones) || changed)
    writer.update('goals', id, { updated_at: writer.now })
  return { value: { id }, summary: `Goal “${goal.text}”` }
}

/** @throws AppError `conflict`. */
function assertOfMatch(db: Reader, match: number, owner: number | null): void {
  if (owner === null) return
  const sql = 'SELECT 1 FROM match_members WHERE match_id = ? AND member_id = ?'
  if (db.value(sql, match, owner) !== undefined) return
  throw new AppError(
    'conflict',
    'A goal belongs to somebody of its match. Choose again whose it is.',
    'goal.ownerId',
  )
}

/** @returns whether anything differs now. */
function saveMilestones(
  writer: Writer,
  goal: number,
  milestones: InputOf<'goals.save'>['goal']['milestones'],
): boolean {
  const known = new Set(writer.column<number>('SELECT id FROM milestones WHERE goal_id = ?', goal))
  const kept = new Set(milestones.flatMap(({ id }) => id ?? []))
  const gone = [...known].filter((id) => !kept.has(id))
  for (const id of gone) writer.remove('milestones', id)
  const changed = milestones.map(({ id, text, dueOn, doneOn }, position) => {
    const columns = { text, due_on: dueOn, done_on: doneOn, position }
    // One that was taken away meanwhile is meant to be there again.
    if (id !== null && known.has(id)) return writer.update('milestones', id, columns)
    writer.insert('milestones', { goal_id: goal, ...columns })
    return true
  })
  return gone.length > 0 || changed.includes(true)
}

/** @throws AppError `not-found`. */
function settleGoal(
  writer: Writer,
  { id, reachedOn, droppedOn }: InputOf<'goals.settle'>,
): Done<{ id: number }> {
  const { text } = storedGoal(writer, id)
  // One after the other would for a moment say both.
  writer.update('goals', id, { reached_on: reachedOn, dropped_on: droppedOn, updated_at: writer.now })
  const what = reachedOn !== null ? 'Reached' : droppedOn !== null ? 'Dropped' : 'Open again'
  return { value: { id }, summary: `${what}: ${text}` }
}

/** @throws AppError `not-found`. */
function removeGoal(writer: Writer, { id }: InputOf<'goals.remove'>): Done<Deletion> {
  const { text } = storedGoal(writer, id)
  for (const item of writer.column<number>('SELECT id FROM action_items WHERE goal_id = ?', id))
    writer.update('action_items', item, { goal_id: null })
  const trash = [moveToTrash(writer, 'goals', id)]
  return { value: { command: commandOf(writer), trash }, summary: `Deleted the goal “${text}”` }
}

/** @throws AppError `not-found`. */
function setMilestone(writer: Writer, { id, doneOn }: InputOf<'milestones.setDone'>): Done<{ id: number }> {
  const text = writer.value<string>('SELECT text FROM milestones WHERE id = ?', id)
  if (text === undefined) throw goalGone()
  writer.update('milestones', id, { done_on: doneOn })
  return { value: { id }, summary: `${doneOn === null ? 'Open again' : 'Done'}: ${text}` }
}

/** @throws AppError `not-found`, or `conflict` for a goal of another match. */
function addItem(
  writer: Writer,
  { sessionId, goalId, text, ownerId, dueOn }: InputOf<'actionItems.add'>,
): Done<{ id: number }> {
  const session = writer.get<{ matchId: number | null }>(
    'SELECT match_id AS matchId FROM sessions WHERE id = ?',
    sessionId,
  )
  if (!session) throw new AppError('not-found', 'This session is no longer there; it may have been removed.')
  assertGoalOf(writer, goalId, session.matchId)
  if (ownerId !== null) memberName(writer, ownerId)
  const item = { text, owner_id: ownerId, due_on: dueOn, goal_id: goalId }
  const id = writer.insert('action_items', { session_id: sessionId, ...item })
  writer.update('sessions', sessionId, { updated_at: writer.now })
  return { value: { id }, summary: `Action item “${text}”` }
}

/** @throws AppError `not-found`, or `conflict`. */
function assertGoalOf(db: Reader, goal: number | null, match: number | null): void {
  if (goal !== null && storedGoal(db, goal).matchId !== match)
    throw new AppError('conflict', 'The action item and the goal belong to different matches.')
}

/** @throws AppError `not-found`, or `conflict` for a goal of another match. */
function setGoalOfItem(writer: Writer, { id, goalId }: InputOf<'actionItems.setGoal'>): Done<{ id: number }> {
  const item = writer.get<{ text: string; matchId: number | null }>(
    `SELECT a.text, s.match_id AS matchId FROM action_items a JOIN sessions s ON s.id = a.session_id WHERE a.id = ?`,
    id,
  )
  if (!item) throw new AppError('not-found', 'This action item is no longer there; it may have been removed.')
  assertGoalOf(writer, goalId, item.matchId)
  writer.update('action_items', id, { goal_id: goalId })
  return { value: { id }, summary: `Action item “${item.text}”` }
}
