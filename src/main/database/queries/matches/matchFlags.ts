import { dayNumber } from '@shared/domain/calendar'
import { type Flag, flagsOf, isSetAside, sidedSince } from '@shared/domain/support/flags'
import type { Reader } from '../../engine/reader'
import { list, listed } from '../conditions'
import type { SupportedMatch } from '../support/supportFacts'
import { type StoredSnooze, snoozesOf } from './flagSnoozes'

export interface Sessions {
  count: number
  lastOn: string | null
}

/** By match: how many sessions, and the last of those that have been. */
export function sessionsOf(db: Reader, ids: readonly number[], today: string): Map<number, Sessions> {
  const rows = db.all<Sessions & { match: number }>(
    `SELECT match_id AS "match", count(*) AS count, max(held_on) AS lastOn
      FROM sessions WHERE match_id IN ${listed} AND held_on <= ? GROUP BY match_id`,
    list(ids),
    today,
  )
  return new Map(rows.map(({ match, count, lastOn }) => [match, { count, lastOn }]))
}

export interface Flags {
  shown: Flag[]
  /** What was known of and set aside. */
  aside: { flag: Flag; snooze: StoredSnooze }[]
}

/** What may be wrong with each of these matches; of those that do not run, nothing. */
export function flagsOfMatches(
  db: Reader,
  matches: readonly SupportedMatch[],
  sessions: ReadonlyMap<number, Sessions>,
  today: string,
): Map<number, Flags> {
  const running = matches.filter(({ status }) => status === 'active')
  const ids = list(running.map(({ id }) => id))
  const ratings = ratingsOf(db, ids, today)
  const overdue = overdueItemsOf(db, ids, today)
  const reached = reachedOut(db, ids, today)
  const snoozes = snoozesOf(db, ids, today)
  return new Map(
    running.map(({ id, startedOn, cadenceDays, people }) => {
      const facts = {
        startedOn,
        cadenceDays,
        lastSessionOn: sessions.get(id)?.lastOn ?? null,
        ratings: ratings.get(id)?.ratings ?? [],
        lastRatedOn: ratings.get(id)?.lastOn ?? null,
        overdueActions: overdue.get(id)?.count ?? 0,
        oldestActionOn: overdue.get(id)?.oldest ?? null,
        latestActionOn: overdue.get(id)?.latest ?? null,
        people: people.map(({ id: member, name, due, lastCheckInOn }) => ({
          id: member,
          name,
          due,
          lastCheckInOn,
          reachedOut: reached.get(`${id} ${member}`) ?? 0,
        })),
      }
      const flags = flagsOf(facts, today).map((flag) => ({
        flag,
        snooze: snoozes.get(id)?.find((one) => one.kind === flag.kind && isSetAside(one, facts, today)),
      }))
      return [
        id,
        {
          shown: flags.flatMap(({ flag, snooze }) => (snooze === undefined ? flag : [])),
          aside: flags.flatMap(({ flag, snooze }) => (snooze === undefined ? [] : { flag, snooze })),
        },
      ]
    }),
  )
}

/** The ratings of the last six rated sessions of each, the newest first; no older session is read. */
function ratingsOf(
  db: Reader,
  ids: string,
  today: string,
): Map<number, { ratings: number[]; lastOn: string | null }> {
  const rows = db.all<{ match: number; rated: string }>(
    `SELECT value AS "match", (
        SELECT json_group_array(json_array(rating, held_on)) FROM (
          SELECT rating, held_on FROM sessions WHERE match_id = value AND rating IS NOT NULL AND held_on <= ?
          ORDER BY held_on DESC, id DESC LIMIT 6)
      ) AS rated FROM json_each(?)`,
    today,
    ids,
  )
  return new Map(
    rows.map(({ match, rated }) => {
      const sessions = JSON.parse(rated) as [rating: number, on: string][]
      return [match, { ratings: sessions.map(([rating]) => rating), lastOn: sessions[0]?.[1] ?? null }]
    }),
  )
}

function overdueItemsOf(db: Reader, ids: string, today: string) {
  const rows = db.all<{ match: number; count: number; oldest: string; latest: string }>(
    `SELECT s.match_id AS "match", count(*) AS count, min(a.due_on) AS oldest, max(a.due_on) AS latest
      FROM sessions s CROSS JOIN action_items a ON a.session_id = s.id
      WHERE s.match_id IN ${listed} AND a.done_on IS NULL AND a.due_on < ? GROUP BY s.match_id`,
    ids,
    today,
  )
  return new Map(rows.map(({ match, ...items }) => [match, items]))
}

/** By match and member: contacts with others of the match that came from them. */
function reachedOut(db: Reader, ids: string, today: string): Map<string, number> {
  const rows = db.all<{ match: number; member: number; count: number }>(
    `SELECT mm.match_id AS "match", mm.member_id AS member, count(*) AS count
      FROM match_members mm CROSS JOIN interactions i ON i.from_id = mm.member_id
      CROSS JOIN match_members o ON o.match_id = mm.match_id AND o.member_id = i.to_id
      WHERE mm.match_id IN ${listed} AND i.directed = 1 AND i.day BETWEEN ? AND ?
      GROUP BY mm.match_id, mm.member_id`,
    ids,
    dayNumber(sidedSince(today)),
    dayNumber(today),
  )
  return new Map(rows.map(({ match, member, count }) => [`${match} ${member}`, count]))
}
