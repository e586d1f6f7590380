import type { DatabaseClient } from '@main/database/client'
import type { InputOf } from '@shared/contract'
import type Database from 'better-sqlite3-multiple-ciphers'

/** One chart, in both ways; what they give is the same, in an order of its own. */
export interface ActivityFigure {
  name: string
  ask: (client: DatabaseClient) => Promise<string[]>
  scan: (connection: Database.Database) => string[]
}

const everything: InputOf<'activity.series'>['scope'] = {
  from: null,
  to: null,
  communityId: null,
  location: null,
  department: null,
}

// 1970-01-01 was a Thursday: three days later weeks begin on Mondays.
const week = "date((day + 3) / 7 * 7 - 3 + julianday('1970-01-01'))"

/** Locations of both sides; an interaction within one location belongs to it once. */
const byLocation = `SELECT i.day, f.location FROM interactions i NOT INDEXED JOIN members f ON f.id = i.from_id
  UNION ALL
  SELECT i.day, t.location FROM interactions i NOT INDEXED
    JOIN members f ON f.id = i.from_id JOIN members t ON t.id = i.to_id
    WHERE t.location IS NOT f.location`

export const activityFigures: readonly ActivityFigure[] = [
  seriesBy(
    'community',
    `SELECT ${week} AS week, c.name, count(*) FROM interactions i NOT INDEXED
      LEFT JOIN communities c ON c.id = i.community_id GROUP BY (day + 3) / 7, i.community_id`,
  ),
  seriesBy(
    'location',
    `SELECT ${week} AS week, location, count(*) FROM (${byLocation}) GROUP BY (day + 3) / 7, location`,
  ),
  breakdownOf(
    'kind',
    'SELECT kind, count(*) FROM interactions NOT INDEXED GROUP BY kind',
    `SELECT kind, count(DISTINCT member) FROM (
      SELECT kind, from_id AS member FROM interactions NOT INDEXED
      UNION ALL SELECT kind, to_id FROM interactions NOT INDEXED) GROUP BY kind`,
  ),
  breakdownOf(
    'location',
    `SELECT location, count(*) FROM (${byLocation}) GROUP BY location`,
    `SELECT location, count(DISTINCT member) FROM (
      SELECT m.location, m.id AS member FROM interactions i NOT INDEXED JOIN members m ON m.id = i.from_id
      UNION ALL
      SELECT m.location, m.id FROM interactions i NOT INDEXED JOIN members m ON m.id = i.to_id) GROUP BY location`,
  ),
]

/** Interactions a week in each group. */
function seriesBy(group: 'community' | 'location', sql: string): ActivityFigure {
  return {
    name: `weeks by ${group}`,
    async ask(client) {
      const { buckets, groups } = await client.ask('activity.series', {
        scope: everything,
        by: 'week',
        group,
      })
      return groups
        .flatMap(({ name, counts }) => counts.map((count, at) => ({ count, cell: `${buckets[at]} ${name}` })))
        .filter(({ count }) => count > 0)
        .map(({ cell, count }) => `${cell} ${count}`)
        .sort()
    },
    scan: (connection) => lines(connection, sql),
  }
}

/** Interactions and members of each part. */
function breakdownOf(of: 'kind' | 'location', counts: string, members: string): ActivityFigure {
  return {
    name: `breakdown by ${of}`,
    async ask(client) {
      const parts = await client.ask('activity.breakdown', { scope: everything, of })
      return parts.map((part) => `${part.name} ${part.interactions} ${part.members}`).sort()
    },
    scan(connection) {
      const known = new Map(connection.prepare(members).raw().all() as [string | null, number][])
      const parts = connection.prepare(counts).raw().all() as [string | null, number][]
      return parts.map(([name, count]) => `${name} ${count} ${known.get(name) ?? 0}`).sort()
    },
  }
}

function lines(connection: Database.Database, sql: string): string[] {
  const rows = connection.prepare(sql).raw().all() as (string | number | null)[][]
  return rows.map((row) => row.map(String).join(' ')).sort()
}
