import type { SessionFilter } from '@shared/contract/sessions'
import type { Reader, SqlValue } from '../../engine/reader'
import { allOf, among, type Condition, condition, list, listed } from '../conditions'
import { sessionMatch } from '../members/spelledOut'
import { topicsWithin } from '../topics'
import { idOfKey, keysBetween } from './sessionKeys'
import { unwritten } from './unwritten'

/** A choice of sessions over `sessions` as `s`; newest first is its only order. */
export interface SessionSelection {
  /** What `session_search` is asked; null for all. */
  match: string | null
  lowest: number
  highest: number
  /** Over what the index by key holds: medium and confidentiality. */
  kinds: Condition[]
  within: Choice[]
  withoutNotes: boolean
}

/** The sessions of a member, a match or some topics: all their ids, each once, or whether one session is among them. */
interface Choice {
  ids: Condition
  holds: (id: string) => Condition
}

export function selectionOf(db: Reader, filter: SessionFilter): SessionSelection {
  const { memberId, matchId, topicIds } = filter
  return {
    match: sessionMatch(db, filter.query),
    ...keysBetween(filter.from, filter.to),
    kinds: [...among('s.medium', filter.media), ...among('s.confidentiality', filter.confidentialities)],
    within: [
      ...(memberId === null ? [] : [linkedTo('session_attendees', 'member_id', [memberId])]),
      ...(matchId === null ? [] : [ofMatch(matchId)]),
      ...(topicIds.length === 0 ? [] : [linkedTo('session_topics', 'topic_id', topicsWithin(db, topicIds))]),
    ],
    withoutNotes: filter.withoutNotes,
  }
}

function linkedTo(table: string, column: string, targets: readonly number[]): Choice {
  const any = `${column} IN ${listed}`
  // With one target no session comes twice, and nothing has to be remembered to see that.
  const each = targets.length === 1 ? '' : 'DISTINCT '
  return {
    ids: condition(`SELECT ${each}session_id AS id FROM ${table} WHERE ${any}`, list(targets)),
    holds: (id) =>
      condition(`EXISTS (SELECT 1 FROM ${table} WHERE session_id = ${id} AND ${any})`, list(targets)),
  }
}

function ofMatch(match: number): Choice {
  return {
    ids: condition('SELECT id FROM sessions WHERE match_id = ?', match),
    holds: (id) => condition(`EXISTS (SELECT 1 FROM sessions WHERE id = ${id} AND match_id = ?)`, match),
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

/** How many sessions there are is counted in another way than their first page is found, where that is quicker. */
export interface SessionSources {
  paged: SessionSource
  counted: SessionSource
}

/**
 * The way through the tables is decided here, since SQLite does not know how many sessions a choice has. Texts are
 * never read on the way.
 */
export function sources(db: Reader, selection: SessionSelection): SessionSources {
  const { match, within } = selection
  const smallest = within
    .map((choice) => ({ choice, size: sizeOf(db, choice) }))
    .sort((a, b) => a.size - b.size)
    .at(0)
  if (match !== null)
    return oneWay(bySearch(selection, match, smallest && smallest.size <= fewHits ? smallest.choice : null))
  if (!smallest) return oneWay(byKey(selection))
  if (smallest.size <= fewSessions) return oneWay(byChoice(selection, smallest.choice))
  // The newest of many are soon found from the newest of all; to count them is to go through them alone.
  return { paged: byKey(selection), counted: counting(selection, smallest.choice) }
}

function oneWay(source: SessionSource): SessionSources {
  return { paged: source, counted: source }
}

function sizeOf(db: Reader, { ids: { sql, parameters } }: Choice): number {
  return db.value<number>(`SELECT count(*) FROM (${sql} LIMIT ${fewSessions + 1})`, ...parameters) ?? 0
}

function byChoice(selection: SessionSelection, { ids }: Choice): SessionSource {
  const from = `(${ids.sql}) AS chosen CROSS JOIN sessions s ON s.id = chosen.id`
  const others = selection.within.filter((one) => one.ids !== ids)
  return assembled('s.search_key', from, [
    { sql: 'true', parameters: ids.parameters },
    ...ofSession({ ...selection, within: others }),
  ])
}

/** To count all the sessions of a choice, no session has to be looked at. */
function counting(selection: SessionSelection, choice: Choice): SessionSource {
  const { lowest, highest, kinds, within, withoutNotes } = selection
  const all = lowest === 0 && highest === Number.MAX_SAFE_INTEGER && kinds.length === 0 && !withoutNotes
  if (!all || within.length > 1) return byChoice(selection, choice)
  return { key: 'id', from: `(${choice.ids.sql})`, where: 'true', parameters: [...choice.ids.parameters] }
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
    ...within.map(({ holds }) => holds('s.id')),
  ]
}

function bySearch(selection: SessionSelection, match: string, few: Choice | null): SessionSource {
  const { lowest, highest, kinds, within, withoutNotes } = selection
  const key = 'session_search.rowid'
  const keys = few && {
    sql: `${key} IN (SELECT search_key FROM sessions WHERE id IN (${few.ids.sql}))`,
    parameters: few.ids.parameters,
  }
  const conditions = [
    condition('session_search MATCH ?', match),
    // Hidden from FTS5 behind a plus where it is asked row by row.
    condition(`${keys ? '+' : ''}${key} BETWEEN ? AND ?`, lowest, highest),
    ...(keys ? [keys] : []),
    ...within.map(({ ids }) => ({ sql: `${idOfKey(key)} IN (${ids.sql})`, parameters: ids.parameters })),
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
