import type { SessionFilter } from '@shared/contract/sessions'
import type { Reader, SqlValue } from '../engine/reader'
import { allOf, among, type Condition, condition, list, listed } from './conditions'
import { idOfKey, keysBetween } from './sessionKeys'
import { sessionMatch } from './spelledOut'
import { unwritten } from './unwritten'

/** A choice of sessions over `sessions` as `s`; newest first is its only order. */
export interface SessionSelection {
  /** What `session_search` is asked; null for all. */
  match: string | null
  lowest: number
  highest: number
  /** Over what the index by key holds: medium and confidentiality. */
  kinds: Condition[]
  /** Each a subquery for ids of sessions. */
  within: Condition[]
  withoutNotes: boolean
}

export function selectionOf(db: Reader, filter: SessionFilter): SessionSelection {
  const { memberId, matchId, topicIds } = filter
  return {
    match: sessionMatch(db, filter.query),
    ...keysBetween(filter.from, filter.to),
    kinds: [...among('s.medium', filter.media), ...among('s.confidentiality', filter.confidentialities)],
    within: [
      ...(memberId === null
        ? []
        : [condition('SELECT session_id AS id FROM session_attendees WHERE member_id = ?', memberId)]),
      ...(matchId === null ? [] : [condition('SELECT id FROM sessions WHERE match_id = ?', matchId)]),
      ...(topicIds.length === 0
        ? []
        : [
            condition(
              `SELECT DISTINCT session_id AS id FROM session_topics WHERE topic_id IN ${listed}`,
              list(topicIds),
            ),
          ]),
    ],
    withoutNotes: filter.withoutNotes,
  }
}

/** FROM and WHERE of a selection; `key` names the sessions' keys in it. */
export interface SessionSource {
  key: string
  from: string
  where: string
  parameters: SqlValue[]
}

/** Up to so many sessions of one member, match or topic are sorted; beyond, the newest sessions are gone through. */
const fewSessions = 2000

/** Up to so many sessions FTS5 is asked about each; beyond, its hits are gone through. Each takes about 0.3 ms. */
const fewHits = 50

/**
 * The way through the tables is decided here, since SQLite does not know how many sessions a choice has. Texts are
 * never read on the way.
 */
export function source(db: Reader, selection: SessionSelection): SessionSource {
  const { match, within } = selection
  const smallest = within
    .map((choice) => ({ choice, size: sizeOf(db, choice) }))
    .sort((a, b) => a.size - b.size)
    .at(0)
  if (match !== null)
    return bySearch(selection, match, smallest && smallest.size <= fewHits ? smallest.choice : null)
  return smallest && smallest.size <= fewSessions ? byChoice(selection, smallest.choice) : byKey(selection)
}

function sizeOf(db: Reader, { sql, parameters }: Condition): number {
  return db.value<number>(`SELECT count(*) FROM (${sql} LIMIT ${fewSessions + 1})`, ...parameters) ?? 0
}

function byChoice(selection: SessionSelection, choice: Condition): SessionSource {
  const from = `(${choice.sql}) AS chosen CROSS JOIN sessions s ON s.id = chosen.id`
  return assembled('s.search_key', from, [
    { sql: 'true', parameters: choice.parameters },
    ...ofSession(selection),
  ])
}

function byKey(selection: SessionSelection): SessionSource {
  // The index of those without notes does not hold their kinds, but they are few.
  const index = selection.withoutNotes ? 'sessions_without_notes' : 'sessions_by_search_key'
  return assembled('s.search_key', `sessions s INDEXED BY ${index}`, ofSession(selection))
}

function ofSession({ lowest, highest, kinds, within, withoutNotes }: SessionSelection): Condition[] {
  return [
    condition('s.search_key BETWEEN ? AND ?', lowest, highest),
    ...(withoutNotes ? [condition(unwritten)] : []),
    ...kinds,
    ...within.map(({ sql, parameters }) => ({ sql: `+s.id IN (${sql})`, parameters })),
  ]
}

function bySearch(selection: SessionSelection, match: string, few: Condition | null): SessionSource {
  const { lowest, highest, kinds, within, withoutNotes } = selection
  const key = 'session_search.rowid'
  const keys = few && {
    sql: `${key} IN (SELECT search_key FROM sessions WHERE id IN (${few.sql}))`,
    parameters: few.parameters,
  }
  const conditions = [
    condition('session_search MATCH ?', match),
    // Hidden from FTS5 behind a plus where it is asked row by row.
    condition(`${keys ? '+' : ''}${key} BETWEEN ? AND ?`, lowest, highest),
    ...(keys ? [keys] : []),
    ...within.map(({ sql, parameters }) => ({ sql: `${idOfKey(key)} IN (${sql})`, parameters })),
    ...(withoutNotes ? [condition(`+${key} IN (SELECT search_key FROM sessions WHERE ${unwritten})`)] : []),
    ...kinds,
  ]
  const joined = ` CROSS JOIN sessions s INDEXED BY sessions_by_search_key ON s.search_key = ${key}`
  return assembled(key, `session_search${kinds.length === 0 ? '' : joined}`, conditions)
}

function assembled(key: string, from: string, conditions: readonly Condition[]): SessionSource {
  const { sql, parameters } = allOf(conditions)
  return { key, from, where: sql, parameters: [...parameters] }
}
