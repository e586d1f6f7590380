import type { Reader } from '@main/database/engine/reader'
import type { InputOf, OutputOf } from '@shared/contract'
import type { ActivityScope, Bucket, Grouping } from '@shared/contract/activity'
import { dayNumber } from '@shared/domain/calendar'
import { levelOf } from '@shared/domain/participation'

/** The activity figures straight from the tables, by plain SQL: nothing is kept, so nothing can be stale. */

const there = (member: string) =>
  `((@location IS NULL OR ${member}.location = @location) AND (@department IS NULL OR ${member}.department = @department))`

const dayOf = (date: string) => `CAST(julianday(${date}) - 2440587.5 AS INTEGER)`

/** The interactions \`i\` and the sessions \`s\` of a scope. */
const scoped = `WITH i AS (
  SELECT interactions.* FROM interactions
    JOIN members a ON a.id = from_id JOIN members b ON b.id = to_id
    WHERE day BETWEEN @first AND @last AND (@community IS NULL OR community_id = @community)
      AND (${there('a')} OR ${there('b')})
), s AS (
  SELECT sessions.id, minutes, medium, ${dayOf('held_on')} AS day FROM sessions
    WHERE ${dayOf('held_on')} BETWEEN @first AND @last
      AND (@community IS NULL OR EXISTS (
        SELECT 1 FROM interactions WHERE session_id = sessions.id AND community_id = @community))
      AND (@location IS NULL AND @department IS NULL OR EXISTS (
        SELECT 1 FROM session_attendees JOIN members m ON m.id = member_id
        WHERE session_id = sessions.id AND ${there('m')}))
), met AS (
  SELECT s.*, member_id FROM s JOIN session_attendees ON session_id = s.id
)`

function parameters({ from, to, communityId, location, department }: ActivityScope) {
  return {
    first: from === null ? -1_000_000 : dayNumber(from),
    last: to === null ? 5_000_000 : dayNumber(to),
    community: communityId,
    location,
    department,
  }
}

const bucketOf: Record<Bucket, string> = {
  day: "date(day * 86400, 'unixepoch')",
  week: "date(day * 86400, 'unixepoch', 'weekday 0', '-6 days')",
  month: "strftime('%Y-%m-01', day * 86400, 'unixepoch')",
}

/** Interactions with the name they count for, twice where two names do. */
const named: Record<Exclude<Grouping, 'none'>, string> = {
  kind: 'SELECT i.*, kind AS name FROM i',
  community: 'SELECT i.*, name FROM i LEFT JOIN communities ON communities.id = community_id',
  location: `SELECT i.*, location AS name FROM i JOIN members ON members.id = from_id
    UNION SELECT i.*, location FROM i JOIN members ON members.id = to_id`,
  department: `SELECT i.*, department AS name FROM i JOIN members ON members.id = from_id
    UNION SELECT i.*, department FROM i JOIN members ON members.id = to_id`,
}

type Count = [name: string | null, bucket: string, count: number]

/** Every count above zero, by name and bucket. */
export function seriesCounts(db: Reader, { scope, by, group }: InputOf<'activity.series'>) {
  const counts = (name: string, from: string) => [
    ...db.rows<Count>(
      `${scoped} SELECT ${name}, ${bucketOf[by]}, count(*) FROM (${from}) GROUP BY 1, 2`,
      parameters(scope),
    ),
  ]
  return {
    interactions: counts('NULL', 'SELECT * FROM i').map(([, ...rest]) => rest),
    sessions: counts('NULL', 'SELECT * FROM s').map(([, ...rest]) => rest),
    groups: group === 'none' ? [] : counts('name', named[group]),
  }
}

export function calendarDays(
  db: Reader,
  { scope }: InputOf<'activity.calendar'>,
): OutputOf<'activity.calendar'> {
  return db.all(
    `${scoped} SELECT ${bucketOf.day} AS day, sum(interaction) AS interactions, sum(1 - interaction) AS sessions
      FROM (SELECT day, 1 AS interaction FROM i UNION ALL SELECT day, 0 FROM s) GROUP BY day ORDER BY day`,
    parameters(scope),
  )
}

type Part = OutputOf<'activity.breakdown'>[number]

export function breakdownParts(db: Reader, { scope, of }: InputOf<'activity.breakdown'>): Part[] {
  const { interactions, sessions, members } = partsOf(of)
  return db.all<Part>(
    `${scoped},
      ni AS (${interactions}), ns AS (SELECT DISTINCT name, id, minutes FROM (${sessions})),
      nm AS (SELECT DISTINCT name, member_id FROM (${members})),
      names AS (SELECT name FROM ni UNION SELECT name FROM ns)
    SELECT name, (SELECT count(*) FROM ni WHERE ni.name IS names.name) AS interactions,
      (SELECT count(*) FROM ns WHERE ns.name IS names.name) AS sessions,
      (SELECT coalesce(sum(minutes), 0) FROM ns WHERE ns.name IS names.name) AS minutes,
      (SELECT count(*) FROM nm WHERE nm.name IS names.name) AS members
    FROM names ORDER BY interactions DESC, sessions DESC, name IS NULL, name`,
    parameters(scope),
  )
}

function partsOf(of: InputOf<'activity.breakdown'>['of']) {
  if (of === 'medium') {
    return {
      interactions: 'SELECT i.*, medium AS name FROM i JOIN s ON s.id = session_id',
      sessions: 'SELECT medium AS name, id, minutes FROM s',
      members: 'SELECT medium AS name, member_id FROM met',
    }
  }
  if (of === 'location' || of === 'department') {
    return {
      interactions: named[of],
      sessions: `SELECT ${of} AS name, met.id, minutes FROM met JOIN members ON members.id = member_id`,
      members: `SELECT ${of} AS name, members.id AS member_id FROM members WHERE id IN (
        SELECT from_id FROM i UNION SELECT to_id FROM i UNION SELECT member_id FROM met)`,
    }
  }
  const alone = 'SELECT session_id FROM i WHERE session_id IS NOT NULL'
  return {
    interactions: named[of],
    sessions: `SELECT name, s.id, s.minutes FROM (${named[of]}) n JOIN s ON s.id = n.session_id
      UNION ALL SELECT NULL, id, minutes FROM s WHERE id NOT IN (${alone})`,
    members: `SELECT name, from_id AS member_id FROM (${named[of]}) UNION SELECT name, to_id FROM (${named[of]})
      UNION SELECT NULL, member_id FROM met WHERE id NOT IN (${alone})`,
  }
}

export function participants(db: Reader, { on, weeks, communityId }: InputOf<'activity.participation'>) {
  const population =
    communityId === null
      ? `SELECT id, name, joined_on FROM members WHERE status = 'active' AND archived_at IS NULL`
      : `SELECT members.id, name, community_members.joined_on FROM community_members
          JOIN members ON members.id = member_id WHERE community_id = @communityId AND archived_at IS NULL`
  return db
    .all<{ id: number; name: string; activeWeeks: number }>(
      `WITH contact AS (
        SELECT from_id, to_id, day FROM interactions
        WHERE day BETWEEN @on - 7 * @weeks + 1 AND @on AND (@communityId IS NULL OR community_id = @communityId)
      ), week AS (
        SELECT from_id AS id, CAST(@on - day AS INTEGER) / 7 AS number FROM contact UNION SELECT to_id, CAST(@on - day AS INTEGER) / 7 FROM contact
        UNION SELECT ga.member_id, CAST(@on - ${dayOf('g.held_on')} AS INTEGER) / 7
          FROM gatherings g JOIN gathering_attendees ga ON ga.gathering_id = g.id
          WHERE g.status = 'held' AND ${dayOf('g.held_on')} BETWEEN @on - 7 * @weeks + 1 AND @on
            AND (@communityId IS NULL OR g.community_id = @communityId)
      )
      SELECT p.id, name, count(number) AS activeWeeks FROM (${population}) p LEFT JOIN week USING (id) GROUP BY p.id
      HAVING activeWeeks > 0 OR joined_on IS NULL OR ${dayOf('joined_on')} <= @on`,
      { on: dayNumber(on), weeks, communityId },
    )
    .map((member) => ({ ...member, level: levelOf(member.activeWeeks, weeks) }))
}
