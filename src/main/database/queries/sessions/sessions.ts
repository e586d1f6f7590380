import type { OutputOf } from '@shared/contract'
import type { sessions } from '@shared/contract/sessions'
import { addDays } from '@shared/domain/calendar'
import { AppError } from '@shared/errors'
import type { Reader } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import type { Done, Handlers } from '../../handler'
import { findMatches, getMatch } from '../matches/matches'
import { recordCounts } from '../programFile/recordCounts'
import { findTopics } from '../topics'
import { keysBetween } from './sessionKeys'
import { listSessions } from './sessionList'
import { getSession } from './sessionRecord'
import { removeSession, saveSession } from './sessionSave'
import { unwritten } from './unwritten'

export const sessionHandlers: Handlers<typeof sessions> = {
  'sessions.list': listSessions,
  'sessions.overview': (db, { today }) => overview(db, today),
  'sessions.get': (db, { id }) => getSession(db, id),
  'sessions.save': saveSession,
  'sessions.remove': removeSession,
  'actionItems.setDone': setDone,
  'matches.find': findMatches,
  'matches.get': (db, { id }) => getMatch(db, id),
  'topics.find': findTopics,
}

function overview(db: Reader, today: string): OutputOf<'sessions.overview'> {
  const count = (sql: string, ...parameters: number[]) => db.value<number>(sql, ...parameters) ?? 0
  const { lowest, highest } = keysBetween(addDays(today, -29), today)
  return {
    sessions: recordCounts(db).sessions,
    lastThirtyDays: count('SELECT count(*) FROM sessions WHERE search_key BETWEEN ? AND ?', lowest, highest),
    withoutNotes: count(`SELECT count(*) FROM sessions WHERE ${unwritten}`),
    openActionItems: count('SELECT count(*) FROM action_items WHERE done_on IS NULL'),
  }
}

function setDone(
  writer: Writer,
  { id, doneOn }: { id: number; doneOn: string | null },
): Done<{ id: number }> {
  const text = writer.value<string>('SELECT text FROM action_items WHERE id = ?', id)
  if (text === undefined) {
    throw new AppError(
      'not-found',
      'This action item is no longer there; it may have been removed meanwhile.',
    )
  }
  writer.update('action_items', id, { done_on: doneOn })
  return { value: { id }, summary: `${doneOn === null ? 'Reopened' : 'Done'}: ${text}` }
}
