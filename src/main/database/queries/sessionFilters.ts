import type { SessionFilter } from '@shared/contract/sessions'
import { among, type Condition, condition, list, listed } from './conditions'
import { matchExpression } from './fullText'
import { idOfKey, keysBetween } from './sessionKeys'

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

export function selectionOf(filter: SessionFilter): SessionSelection {
  const { memberId, matchId, topicIds } = filter
  return {
    match: matchExpression(filter.query),
    ...keysBetween(filter.from, filter.to),
    kinds: [...among('s.medium', filter.media), ...among('s.confidentiality', filter.confidentialities)],
    within: [
      ...(memberId === null
        ? []
        : [condition('SELECT session_id FROM session_attendees WHERE member_id = ?', memberId)]),
      ...(matchId === null ? [] : [condition('SELECT id FROM sessions WHERE match_id = ?', matchId)]),
      ...(topicIds.length === 0
        ? []
        : [condition(`SELECT session_id FROM session_topics WHERE topic_id IN ${listed}`, list(topicIds))]),
    ],
    withoutNotes: filter.withoutNotes,
  }
}

/** FROM and WHERE of a selection, by way of the search index or of the index by key, never by the texts. */
export function source(selection: SessionSelection): {
  key: string
  from: string
  where: string
  parameters: (string | number)[]
} {
  return selection.match === null ? byKey(selection) : bySearch(selection, selection.match)
}

function byKey({ lowest, highest, kinds, within, withoutNotes }: SessionSelection) {
  // Without notes, the index of just those sessions; it does not hold their kinds.
  const index = withoutNotes ? 'sessions_without_notes' : 'sessions_by_search_key'
  const conditions = [
    condition('s.search_key BETWEEN ? AND ?', lowest, highest),
    ...(withoutNotes ? [condition("s.notes = ''")] : []),
    ...kinds,
    ...within.map(({ sql, parameters }) => ({ sql: `+s.id IN (${sql})`, parameters })),
  ]
  return assembled('s.search_key', `sessions s INDEXED BY ${index}`, conditions)
}

function bySearch({ lowest, highest, kinds, within, withoutNotes }: SessionSelection, match: string) {
  const key = 'session_search.rowid'
  const conditions = [
    condition('session_search MATCH ?', match),
    condition(`${key} BETWEEN ? AND ?`, lowest, highest),
    // FTS5 would look up each of these row numbers by itself, so it must not see that they are row numbers.
    ...within.map(({ sql, parameters }) => ({ sql: `${idOfKey(key)} IN (${sql})`, parameters })),
    ...(withoutNotes ? [condition(`+${key} IN (SELECT search_key FROM sessions WHERE notes = '')`)] : []),
    ...kinds,
  ]
  const joined =
    kinds.length === 0
      ? ''
      : ` CROSS JOIN sessions s INDEXED BY sessions_by_search_key ON s.search_key = ${key}`
  return assembled(key, `session_search${joined}`, conditions)
}

function assembled(key: string, from: string, conditions: readonly Condition[]) {
  return {
    key,
    from,
    where: conditions.map(({ sql }) => `(${sql})`).join(' AND '),
    parameters: conditions.flatMap(({ parameters }) => parameters) as (string | number)[],
  }
}
