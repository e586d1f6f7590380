import type { InputOf } from '@shared/contract'
import type { flags } from '@shared/contract/flags'
import type { FlagSnooze } from '@shared/domain/support/flags'
import { AppError } from '@shared/errors'
import type { Reader } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import type { Done, Handlers } from '../../handler'
import { listed } from '../conditions'
import { grouped } from '../references'
import { storedMatch } from './matchStatus'

export const flagHandlers: Handlers<typeof flags> = {
  'flags.setAside': setAside,
  'flags.showAgain': showAgain,
}

export interface StoredSnooze extends FlagSnooze {
  id: number
  reason: string
}

/** By match, what was set aside until after today; the newest first. `ids` is a list as JSON. */
export function snoozesOf(db: Reader, ids: string, today: string): Map<number, StoredSnooze[]> {
  return grouped(
    db.all<StoredSnooze & { match: number }>(
      `SELECT id, match_id AS "match", kind, made_on AS madeOn, until_on AS until, reason, shown_again_on AS shownAgainOn
        FROM flag_snoozes WHERE match_id IN ${listed} AND until_on > ? ORDER BY id DESC`,
      ids,
      today,
    ),
    ({ match }) => match,
    ({ match: _, ...snooze }): StoredSnooze => snooze,
  )
}

/** SQL for whether it is set aside until after `@day` that a match does not meet; it has not met since then. */
export const quietSetAside = (match: string) => `EXISTS (
  SELECT 1 FROM flag_snoozes f WHERE f.match_id = ${match} AND f.kind = 'no session' AND f.until_on > @day
    AND f.shown_again_on IS NULL
    AND NOT EXISTS (SELECT 1 FROM sessions s WHERE s.match_id = f.match_id AND s.held_on > f.made_on AND s.held_on <= @day))`

/** @throws AppError `not-found`, or `invalid-input` for a day that is not after the one it is made on. */
function setAside(
  writer: Writer,
  { matchId, kind, madeOn, until, reason }: InputOf<'flags.setAside'>,
): Done<{ id: number }> {
  storedMatch(writer, matchId)
  if (until <= madeOn) throw new AppError('invalid-input', 'Choose a day after today.', 'until')
  const snooze = { match_id: matchId, kind, made_on: madeOn, until_on: until, reason, shown_again_on: null }
  return { value: { id: writer.insert('flag_snoozes', snooze) }, summary: `Set aside: ${kind}` }
}

/** @throws AppError `not-found`. */
function showAgain(writer: Writer, { id, onDay }: InputOf<'flags.showAgain'>): Done<{ id: number }> {
  const kind = writer.value<string>('SELECT kind FROM flag_snoozes WHERE id = ?', id)
  if (kind === undefined)
    throw new AppError('not-found', 'This is no longer set aside; it may have been taken back meanwhile.')
  writer.update('flag_snoozes', id, { shown_again_on: onDay })
  return { value: { id }, summary: `Shown again: ${kind}` }
}
