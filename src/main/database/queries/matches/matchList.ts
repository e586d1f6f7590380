import type { InputOf, OutputOf } from '@shared/contract'
import type { MatchRow, MatchShow } from '@shared/contract/matches'
import { daysBetween } from '@shared/domain/calendar'
import { dayWords } from '@shared/domain/summaryWords'
import type { Flag } from '@shared/domain/support/flags'
import type { Reader } from '../../engine/reader'
import { condition } from '../conditions'
import { matchExpression } from '../fullText'
import { isAsked, type SupportedMatch, supportOf } from '../support/supportFacts'
import { flagsOfMatches, type Sessions, sessionsOf } from './matchFlags'

/** The matches of a program with a sentence each, the one who needs it most first. */
export function listMatches(
  db: Reader,
  { programId, show, query, today, page }: InputOf<'matches.list'>,
): OutputOf<'matches.list'> {
  const all = db.remembered(`matches of ${programId} on ${today}`, () => rowsOf(db, programId, today))
  const found = searched(db, all, query)
  const shown = found.filter((row) => isShown(row, show))
  return {
    total: shown.length,
    rows: shown.slice(page.offset, page.offset + page.limit),
    counts: {
      attention: count(all, 'attention'),
      going: count(all, 'going'),
      paused: count(all, 'paused'),
      proposed: count(all, 'proposed'),
      ended: count(all, 'ended'),
      all: all.length,
    },
  }
}

const count = (rows: readonly MatchRow[], show: MatchShow) => rows.filter((row) => isShown(row, show)).length

function isShown({ status, tone }: MatchRow, show: MatchShow): boolean {
  switch (show) {
    case 'all':
      return true
    case 'attention':
      return tone === 'over' || tone === 'due'
    case 'going':
      return status === 'active'
    case 'ended':
      return status === 'completed' || status === 'ended early'
    default:
      return status === show
  }
}

function searched(db: Reader, rows: readonly MatchRow[], query: string): readonly MatchRow[] {
  const expression = matchExpression(query)
  if (expression === null) return rows
  const members = new Set(
    db.column<number>('SELECT rowid FROM member_search WHERE member_search MATCH ?', expression),
  )
  return rows.filter((row) => row.members.some(({ id }) => members.has(id)))
}

function rowsOf(db: Reader, programId: number, today: string): MatchRow[] {
  const matches = supportOf(db, condition('ma.program_id = ?', programId), today)
  const sessions = sessionsOf(
    db,
    matches.map(({ id }) => id),
    today,
  )
  const flags = flagsOfMatches(db, matches, sessions, today)
  const closing = closingOn(db, programId)
  return matches
    .map((match) => {
      const held = sessions.get(match.id) ?? { count: 0, lastOn: null }
      const row = rowOf(match, flags.get(match.id)?.shown ?? [], {
        held,
        closesOn: closing.get(match.id) ?? null,
        today,
      })
      return { row, rank: rankOf(row), late: lateness(match) }
    })
    .sort((one, other) => one.rank - other.rank || other.late - one.late || one.row.id - other.row.id)
    .map(({ row }) => row)
}

function closingOn(db: Reader, programId: number): Map<number, string> {
  const rows = db.all<{ match: number; on: string }>(
    `SELECT c.match_id AS "match", c.ends_on AS "on" FROM closures c JOIN matches ma ON ma.id = c.match_id
      WHERE ma.program_id = ? AND c.closed_on IS NULL ORDER BY c.id`,
    programId,
  )
  return new Map(rows.map(({ match, on }) => [match, on]))
}

interface Circumstances {
  held: Sessions
  closesOn: string | null
  today: string
}

function rowOf(match: SupportedMatch, flags: readonly Flag[], circumstances: Circumstances): MatchRow {
  const { id, status, startedOn, people } = match
  const { held } = circumstances
  return {
    id,
    members: people.map(({ id: member, name, side }) => ({ id: member, name, side })),
    status,
    startedOn,
    lastSessionOn: held.lastOn,
    sessions: held.count,
    flags: flags.length,
    ...wordsOf(match, flags, circumstances),
  }
}

/** What is to know of a match now, in one sentence. */
function wordsOf(
  match: SupportedMatch,
  flags: readonly Flag[],
  { held, closesOn, today }: Circumstances,
): Pick<MatchRow, 'tone' | 'sentence'> {
  const { status, startedOn, endedOn, people } = match
  if (status === 'proposed') return { tone: 'quiet', sentence: 'Proposed; it begins when both have agreed.' }
  if (status === 'paused') return { tone: 'quiet', sentence: 'Paused.' }
  if (status !== 'active') {
    const how = status === 'completed' ? 'Completed' : 'Ended early'
    return {
      tone: 'quiet',
      sentence: `${how}${endedOn === null ? '' : ` on ${dayWords(endedOn)}`}, ${met(held)}.`,
    }
  }
  if (closesOn !== null) {
    return { tone: closesOn < today ? 'over' : 'due', sentence: `Closing, until ${dayWords(closesOn)}.` }
  }
  const [flag] = flags
  if (flag) return { tone: flag.kind === 'no check-in' ? 'over' : 'due', sentence: flag.sentence }
  const next = people
    .filter(({ due }) => due !== null && isAsked(due, today))
    .sort((one, other) => (other.due?.daysLate ?? 0) - (one.due?.daysLate ?? 0))[0]
  if (next?.due) {
    const late = next.due.daysLate
    const when = late === 0 ? 'today' : `for ${days(late)}`
    return { tone: 'due', sentence: `A check-in with ${next.name} is due ${when}.` }
  }
  const since = held.lastOn ?? startedOn
  if (since === null) return { tone: 'leaf', sentence: 'Under way.' }
  const ago = daysBetween(since, today)
  const when = ago <= 0 ? 'today' : `${days(ago)} ago`
  return {
    tone: 'leaf',
    sentence:
      held.lastOn === null
        ? `Began ${when}; no session yet.`
        : `Met ${when}; ${held.count === 1 ? 'one session' : `${held.count} sessions`} so far.`,
  }
}

const met = ({ count: sessions }: Sessions) =>
  sessions === 1 ? 'after one session' : `after ${sessions} sessions`
const days = (number: number) => `${number} ${number === 1 ? 'day' : 'days'}`

const lateness = ({ people }: SupportedMatch) =>
  people.reduce((most, { due }) => Math.max(most, due?.daysLate ?? 0), 0)

/** Those who need somebody come before those who go on, and the ended ones come last. */
function rankOf({ tone, status }: MatchRow): number {
  if (tone === 'over') return 0
  if (tone === 'due') return 1
  return { active: 2, paused: 3, proposed: 4, completed: 5, 'ended early': 5 }[status]
}
