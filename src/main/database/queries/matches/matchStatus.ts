import type { InputOf } from '@shared/contract'
import type { MatchStatus } from '@shared/domain/vocabulary'
import { AppError } from '@shared/errors'
import type { Reader, Row } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import type { Done } from '../../handler'
import { namesInWords } from '../references'
import { matchGone, matchMembers } from './matches'

interface StoredMatch {
  status: MatchStatus
  startedOn: string | null
  programId: number
}

/** @throws AppError `not-found`. */
export function storedMatch(db: Reader, id: number): StoredMatch {
  const match = db.get<StoredMatch>(
    'SELECT status, started_on AS startedOn, program_id AS programId FROM matches WHERE id = ?',
    id,
  )
  if (!match) throw matchGone()
  return match
}

/** The people of a match as history tells it. */
export function matchName(db: Reader, id: number): string {
  return namesInWords((matchMembers(db, [id]).get(id) ?? []).map(({ name }) => name))
}

interface Move {
  to: MatchStatus
  onDay: string
  reason: string | null
  columns?: Row
}

/** @throws AppError `not-found`, or `invalid-input` for a day before the start or the last move. */
export function moveMatch(writer: Writer, id: number, { to, onDay, reason, columns = {} }: Move): void {
  const { status, startedOn } = storedMatch(writer, id)
  const last =
    writer.value<string | null>('SELECT max(on_day) FROM match_moves WHERE match_id = ?', id) ?? null
  const since = last ?? startedOn
  if (since !== null && onDay < since) {
    throw new AppError(
      'invalid-input',
      `${matchName(writer, id)} came to “${status}” on ${since}; what comes next cannot be earlier. Choose a later day.`,
      'onDay',
    )
  }
  writer.update('matches', id, { status: to, ...columns })
  writer.insert('match_moves', { match_id: id, from_status: status, to_status: to, on_day: onDay, reason })
}

/** @throws AppError `not-found`, `conflict` for a match that has ended, `invalid-input` as `moveMatch`. */
export function setMatchStatus(
  writer: Writer,
  { id, status, onDay, reason }: InputOf<'matches.setStatus'>,
): Done<{ id: number }> {
  const match = storedMatch(writer, id)
  const name = matchName(writer, id)
  if (match.status === 'completed' || match.status === 'ended early') {
    throw new AppError('conflict', `The match of ${name} has ended. Reopen it first.`)
  }
  if (match.status === 'proposed' && status === 'paused') {
    throw new AppError('conflict', `The match of ${name} has not begun, so it cannot be paused.`)
  }
  if (match.status !== status) {
    const begins = match.status === 'proposed' && match.startedOn === null ? { started_on: onDay } : {}
    moveMatch(writer, id, { to: status, onDay, reason: reason === '' ? null : reason, columns: begins })
  }
  const what = status === 'paused' ? 'Paused' : match.status === 'proposed' ? 'Began' : 'Resumed'
  return { value: { id }, summary: `${what} the match of ${name}` }
}
