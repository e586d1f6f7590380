import { levelOf } from '@shared/domain/participation'
import type { ParticipationLevel } from '@shared/domain/vocabulary'
import { ActiveWeeks, type Window } from './activeWeeks'
import { scanInteractions } from './scan'
import { communityNumber } from './scope'
import type { Columns } from './shape'

/** The window of the rule; a community that is younger is judged by the weeks that it has. */
const usualWeeks = 12
/** Under so many weeks the levels coincide. */
const fewestWeeks = 5
/** So far back the window slides, week by week. */
const weeksBack = 52

/** Who took part in what besides contacts: the member's id, and the day. */
export type Attendance = readonly (readonly [member: number, day: number])[]

interface Asked {
  communityId: number
  /** The last day of the window: what is dated later is a slip of the pen. */
  last: number
  /** Who was at its gatherings, by the last day at the latest. */
  attendance: Attendance
  /** The first day on which somebody is known to have belonged to it; null where no such day is known. */
  joined: number | null
}

/** How near the centre of a community somebody is. */
interface MemberLevel {
  /** Null where the community is too young to tell. */
  level: ParticipationLevel | null
  /** In how many weeks of the window they took part. */
  activeWeeks: number
  /** The level at the end of each week, the present one first; back to when they joined. */
  path: ParticipationLevel[]
  /** The last day on which they took part. */
  lastSeen: number | null
}

interface MemberLevels {
  /** Weeks of the window; null where the community is younger than five. */
  weeks: number | null
  /** @param joined the day on which they joined, where it is known */
  of(member: number, joined: number | null): MemberLevel
}

/**
 * The level of members of a community now and at the end of each of the weeks before, by the rule of
 * `shared/domain/participation`: contacts count, and so does having been at a gathering of any size.
 */
export function memberLevels(columns: Columns, asked: Asked): MemberLevels {
  const { last } = asked
  const rows = new Map<number, number>()
  for (let row = 1; row < columns.members.rows; row++) rows.set(columns.members.id[row] ?? 0, row)
  const { first, seen } = seenIn(columns, asked, rows)
  const age = Math.floor((last - first + 1) / 7)
  const weeks = Math.min(usualWeeks, age)
  const lastSeen = (row: number) => (seen[row] === never ? null : (seen[row] ?? null))
  if (weeks < fewestWeeks) {
    const of: MemberLevels['of'] = (member) => ({
      level: null,
      activeWeeks: 0,
      path: [],
      lastSeen: lastSeen(rows.get(member) ?? 0),
    })
    return { weeks: null, of }
  }
  const steps = Math.min(weeksBack, age - weeks)
  const windows = Array.from({ length: steps + 1 }, (_, back): Window => ({ last: last - 7 * back, weeks }))
  const active = new ActiveWeeks(columns.members.rows, windows)
  everyPart(columns, asked, rows, (row, day) => {
    if (day >= active.days.first) active.mark(row, day)
  })
  const counts = windows.map((window) => active.count(window))
  return {
    weeks,
    of: (member, joined) => {
      const row = rows.get(member) ?? 0
      // Before they joined there is nothing to tell.
      const known = windows.filter((window, back) => back === 0 || joined === null || window.last >= joined)
      const path = known.map((_, back) => levelOf(counts[back]?.[row] ?? 0, weeks))
      const activeWeeks = counts[0]?.[row] ?? 0
      return { level: path[0] ?? 'outside', activeWeeks, path, lastSeen: lastSeen(row) }
    },
  }
}

/** Before every day of the calendar. */
const never = -1_000_000

/** When each row of the members took part last, and the first day on which anything is known of the community. */
function seenIn(
  columns: Columns,
  asked: Asked,
  rows: ReadonlyMap<number, number>,
): { first: number; seen: Int32Array } {
  const seen = new Int32Array(columns.members.rows).fill(never)
  let first = Math.min(asked.joined ?? asked.last, asked.last)
  everyPart(columns, asked, rows, (row, day) => {
    if (day > (seen[row] ?? never)) seen[row] = day
    if (day < first) first = day
  })
  return { first, seen }
}

/** Every time that somebody took part in anything of the community up to the last day: contacts, then gatherings. */
function everyPart(
  columns: Columns,
  { communityId, last, attendance }: Asked,
  rows: ReadonlyMap<number, number>,
  take: (row: number, day: number) => void,
): void {
  const { day, from, to } = columns.interactions
  const filter = { first: never, last, community: communityNumber(columns, communityId), members: null }
  scanInteractions(columns, filter, (found, length) => {
    for (let at = 0; at < length; at++) {
      const row = found[at] ?? 0
      const on = day[row] ?? 0
      take(from[row] ?? 0, on)
      take(to[row] ?? 0, on)
    }
  })
  for (const [member, on] of attendance) take(rows.get(member) ?? 0, on)
}
