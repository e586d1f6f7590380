import type { TimelineEntry } from '@shared/contract/matches'
import { excerptOf } from '@shared/domain/excerpt'
import type { CheckInDepth } from '@shared/domain/support/plan'
import type { KnowledgeKind, KnowledgeState, MatchStatus } from '@shared/domain/vocabulary'
import type { Reader } from '../../engine/reader'

/** So much of a story fits on a page that is still read. */
const mostEntries = 300

/** What happened in a match, the newest first. */
export function timelineOf(db: Reader, match: number): { timeline: TimelineEntry[]; more: number } {
  const entries = [
    ...sessions(db, match),
    ...checkIns(db, match),
    ...goals(db, match),
    ...milestones(db, match),
    ...moves(db, match),
    ...snoozes(db, match),
    ...flagsAside(db, match),
    ...knowledge(db, match),
    ...start(db, match),
  ].sort((one, other) => (one.on < other.on ? 1 : one.on > other.on ? -1 : other.id - one.id))
  return { timeline: entries.slice(0, mostEntries), more: Math.max(0, entries.length - mostEntries) }
}

function sessions(db: Reader, match: number): TimelineEntry[] {
  interface Row {
    id: number
    on: string
    minutes: number | null
    medium: string | null
    title: string | null
    notes: string
    rating: number | null
  }
  return db
    .all<Row>(
      `SELECT id, held_on AS "on", minutes, medium, title, substr(notes, 1, 600) AS notes, rating
        FROM sessions WHERE match_id = ?`,
      match,
    )
    .map(({ minutes, medium, title, notes, ...row }) => ({
      ...row,
      kind: 'session',
      title: title ?? 'Session',
      detail: joined([medium, minutes === null ? null : `${minutes} min`, excerptOf(notes)]),
    }))
}

function checkIns(db: Reader, match: number): TimelineEntry[] {
  interface Row {
    id: number
    on: string
    name: string
    means: string | null
    depth: CheckInDepth
    minutes: number | null
    notes: string
  }
  return db
    .all<Row>(
      `SELECT c.id, c.made_on AS "on", m.name, c.means, c.depth, c.minutes, substr(c.notes, 1, 600) AS notes
        FROM check_ins c JOIN members m ON m.id = c.member_id WHERE c.match_id = ?`,
      match,
    )
    .map(({ id, on, name, means, depth, minutes, notes }) => ({
      kind: 'check-in',
      id,
      on,
      title: `Check-in with ${name}`,
      detail: joined([
        depth === 'quick' ? null : depth,
        means,
        minutes === null ? null : `${minutes} min`,
        excerptOf(notes),
      ]),
      rating: null,
    }))
}

function goals(db: Reader, match: number): TimelineEntry[] {
  interface Row {
    id: number
    text: string
    setOn: string
    reachedOn: string | null
    droppedOn: string | null
  }
  return db
    .all<Row>(
      `SELECT id, text, substr(created_at, 1, 10) AS setOn, reached_on AS reachedOn, dropped_on AS droppedOn
        FROM goals WHERE match_id = ?`,
      match,
    )
    .flatMap(({ id, text, setOn, reachedOn, droppedOn }) => {
      const said = (on: string | null, title: string): TimelineEntry[] =>
        on === null ? [] : [{ kind: 'goal', id, on, title, detail: text, rating: null }]
      return [
        ...said(setOn, 'Goal set'),
        ...said(reachedOn, 'Goal reached'),
        ...said(droppedOn, 'Goal dropped'),
      ]
    })
}

function milestones(db: Reader, match: number): TimelineEntry[] {
  return db
    .all<{ id: number; on: string; text: string }>(
      `SELECT mi.id, mi.done_on AS "on", mi.text FROM milestones mi JOIN goals g ON g.id = mi.goal_id
        WHERE g.match_id = ? AND mi.done_on IS NOT NULL`,
      match,
    )
    .map(({ id, on, text }) => ({
      kind: 'milestone',
      id,
      on,
      title: 'Milestone',
      detail: text,
      rating: null,
    }))
}

const becoming: Readonly<Record<MatchStatus, string>> = {
  proposed: 'Proposed',
  active: 'Goes on',
  paused: 'Paused',
  completed: 'Completed',
  'ended early': 'Ended early',
}

function moves(db: Reader, match: number): TimelineEntry[] {
  type Row = { id: number; on: string; from: MatchStatus; to: MatchStatus; reason: string | null }
  return db
    .all<Row>(
      `SELECT id, on_day AS "on", from_status AS "from", to_status AS "to", reason
        FROM match_moves WHERE match_id = ?`,
      match,
    )
    .map(({ id, on, from, to, reason }) => ({
      kind: 'status',
      id,
      on,
      title: to === 'active' && from !== 'paused' && from !== 'proposed' ? 'Reopened' : becoming[to],
      detail: reason ?? '',
      rating: null,
    }))
}

function snoozes(db: Reader, match: number): TimelineEntry[] {
  return db
    .all<{ id: number; on: string; name: string; reason: string }>(
      `SELECT s.id, s.made_on AS "on", m.name, s.reason
        FROM snoozes s JOIN members m ON m.id = s.member_id WHERE s.match_id = ?`,
      match,
    )
    .map(({ id, on, name, reason }) => ({
      kind: 'snooze',
      id,
      on,
      title: `Check-in with ${name} put off`,
      detail: reason,
      rating: null,
    }))
}

function flagsAside(db: Reader, match: number): TimelineEntry[] {
  return db
    .all<{ id: number; on: string; flag: string; reason: string }>(
      `SELECT id, made_on AS "on", kind AS flag, reason FROM flag_snoozes WHERE match_id = ?`,
      match,
    )
    .map(({ id, on, flag, reason }) => ({
      kind: 'flag',
      id,
      on,
      title: `Set aside: ${flag}`,
      detail: reason,
      rating: null,
    }))
}

/** What was made out of the notes of its sessions, for others to find. */
function knowledge(db: Reader, match: number): TimelineEntry[] {
  return db
    .all<{ id: number; on: string; title: string; kind: KnowledgeKind; state: KnowledgeState }>(
      `SELECT k.id, substr(k.created_at, 1, 10) AS "on", k.title, k.kind, k.state
        FROM sessions s JOIN knowledge_items k ON k.session_id = s.id WHERE s.match_id = ?`,
      match,
    )
    .map(({ id, on, title, kind, state }) => ({
      kind: 'knowledge',
      id,
      on,
      title,
      detail: joined([kind, state, 'made of what a session brought up']),
      rating: null,
    }))
}

function start(db: Reader, match: number): TimelineEntry[] {
  const on = db.value<string | null>('SELECT started_on FROM matches WHERE id = ?', match)
  // Before everything else of that day.
  return on ? [{ kind: 'status', id: 0, on, title: 'The match began', detail: '', rating: null }] : []
}

const joined = (parts: readonly (string | null)[]) =>
  parts.filter((part) => part !== null && part !== '').join(' · ')
