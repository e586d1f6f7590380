import type { InputOf } from '@shared/contract'
import type { MatchPage } from '@shared/contract/matches'
import { keptFigures, keptWords } from '@shared/domain/support/kept'
import type { Reader } from '../../engine/reader'
import { closureOf } from '../support/closureRecord'
import { supportOfMatches } from '../support/supportDue'
import { adviceFor } from '../support/supportFacts'
import { keptOfMatch } from '../support/supportKept'
import { goalsOf } from './goalRecord'
import { matchGone } from './matches'
import { flagsOfMatches, sessionsOf } from './matchFlags'
import { timelineOf } from './matchTimeline'

/** Everything about one match. @throws AppError `not-found`. */
export function getMatchPage(db: Reader, { id, today }: InputOf<'matches.page'>): MatchPage {
  const [match] = supportOfMatches(db, [id], today)
  if (!match) throw matchGone()
  const sessions = sessionsOf(db, [id], today)
  const held = sessions.get(id) ?? { count: 0, lastOn: null }
  const { status, startedOn, endedOn, cadenceDays, plan, people } = match
  const flags = flagsOfMatches(db, [match], sessions, today).get(id) ?? { shown: [], aside: [] }
  const kept = keptOfMatch(db, match, today)
  return {
    id,
    program: { id: match.programId, name: match.program },
    status,
    startedOn,
    endedOn,
    cadenceDays,
    lastSessionOn: held.lastOn,
    lastSessionId: lastSessionId(db, id, today),
    sessions: held.count,
    planned: plan !== null,
    people: people.map(({ snoozes, ...person }) => ({
      ...person,
      advice: adviceFor(db, id, { ...person, snoozes }),
    })),
    flags: flags.shown,
    aside: flags.aside.map(({ flag, snooze }) => ({
      id: snooze.id,
      sentence: flag.sentence,
      until: snooze.until,
      reason: snooze.reason,
    })),
    reasons: reasonsOf(db, id),
    goals: goalsOf(db, id),
    openItems: openItemsOf(db, id),
    closure: closureOf(db, id),
    ...timelineOf(db, id),
    kept: kept === null ? null : keptWords(keptFigures(kept.flatMap(({ lines }) => lines))),
  }
}

function lastSessionId(db: Reader, match: number, today: string): number | null {
  const sql =
    'SELECT id FROM sessions WHERE match_id = ? AND held_on <= ? ORDER BY held_on DESC, id DESC LIMIT 1'
  return db.value<number>(sql, match, today) ?? null
}

function reasonsOf(db: Reader, match: number): MatchPage['reasons'] {
  const stored = db.value<string | null>('SELECT reasons FROM matches WHERE id = ?', match)
  return typeof stored === 'string' ? (JSON.parse(stored) as MatchPage['reasons']) : null
}

function openItemsOf(db: Reader, match: number): MatchPage['openItems'] {
  type Stored = Omit<MatchPage['openItems'][number], 'owner'> & {
    ownerId: number | null
    ownerName: string | null
  }
  return db
    .all<Stored>(
      `SELECT a.id, a.text, a.owner_id AS ownerId, m.name AS ownerName, a.due_on AS dueOn, s.id AS sessionId,
          s.held_on AS sessionOn, a.goal_id AS goalId
        FROM sessions s CROSS JOIN action_items a ON a.session_id = s.id LEFT JOIN members m ON m.id = a.owner_id
        WHERE s.match_id = ? AND a.done_on IS NULL ORDER BY a.due_on IS NULL, a.due_on, a.id`,
      match,
    )
    .map(({ ownerId, ownerName, ...item }) => ({
      ...item,
      owner: ownerId === null || ownerName === null ? null : { id: ownerId, name: ownerName },
    }))
}
