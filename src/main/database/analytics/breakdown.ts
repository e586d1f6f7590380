import type { ActivityScope } from '@shared/contract/activity'
import { compareNames, inGroups } from './groups'
import { countDistinct } from './pairs'
import { chooseSessions, scanInteractions } from './scan'
import { type Filter, filterOf } from './scope'
import type { Columns, Named } from './shape'
import { increment, Tally } from './tally'

interface Part {
  name: string | null
  interactions: number
  sessions: number
  minutes: number
  members: number
}

/**
 * Sums over the scope, largest part first; parts with nothing in them are left out.
 *
 * - By location and department: interactions and sessions with somebody from there, so that one between two places
 *   counts for both; members from there who took part.
 * - By kind and community: the interactions, the sessions that they came from, and the members on either side.
 *   Sessions that none of the interactions came from, and their attendees, are under null.
 * - By medium: sessions, their attendees, and the interactions that came from them; nothing that was no session.
 *
 * Minutes are those of the sessions, each session once a part, unknown ones as none.
 *
 * @throws AppError `invalid-input` for a date that no calendar has.
 */
export function breakdown(columns: Columns, scope: ActivityScope, of: Named): Part[] {
  const filter = filterOf(columns, scope)
  const chosen = chooseSessions(columns, filter)
  const tally = new Tally(columns.names[of].length)
  if (of === 'medium') byMedium(columns, filter, chosen, tally)
  else if (of === 'kind' || of === 'community') byContext(columns, filter, chosen, tally, of)
  else byPlace(columns, filter, chosen, tally, of)
  return columns.names[of]
    .map((name, part) => ({
      name,
      interactions: tally.interactions[part] ?? 0,
      sessions: tally.sessions[part] ?? 0,
      minutes: tally.minutes[part] ?? 0,
      members: tally.members[part] ?? 0,
    }))
    .filter((part) => part.interactions + part.sessions > 0)
    .sort(
      (a, b) => b.interactions - a.interactions || b.sessions - a.sessions || compareNames(a.name, b.name),
    )
}

function byPlace(
  columns: Columns,
  filter: Filter,
  chosen: Uint8Array,
  tally: Tally,
  of: 'location' | 'department',
): void {
  const place = columns.members[of]
  const { from, to } = columns.interactions
  const tookPart = new Uint8Array(columns.members.rows)
  const count = inGroups(columns, of, (groups, _rows, length) => {
    for (let i = 0; i < length; i++) increment(tally.interactions, groups[i] ?? 0)
  })
  scanInteractions(columns, filter, (rows, length) => {
    for (let i = 0; i < length; i++) {
      const row = rows[i] ?? 0
      tookPart[from[row] ?? 0] = 1
      tookPart[to[row] ?? 0] = 1
    }
    count(rows, length)
  })

  countDistinct(tally.sessions.length, columns.sessions.rows, (pairs) => {
    const { rows, session, member } = columns.attendees
    for (let row = 1; row < rows; row++) {
      const at = session[row] ?? 0
      if (chosen[at] !== 1) continue
      const who = member[row] ?? 0
      const part = place[who] ?? 0
      tookPart[who] = 1
      if (pairs.isNew(part, at)) tally.addSession(part, columns, at)
    }
  })
  for (let row = 1; row < tookPart.length; row++) {
    if (tookPart[row] === 1) increment(tally.members, place[row] ?? 0)
  }
}

function byContext(
  columns: Columns,
  filter: Filter,
  chosen: Uint8Array,
  tally: Tally,
  of: 'kind' | 'community',
): void {
  const { from, to, session } = columns.interactions
  /** The chosen sessions that none of the interactions came from. */
  const alone = chosen.slice()
  // Members and sessions are told apart in one go: sessions are numbered on from the last member.
  const members = columns.members.rows
  countDistinct(tally.members.length, members + columns.sessions.rows, (pairs) => {
    const count = inGroups(columns, of, (groups, rows, length) => {
      for (let i = 0; i < length; i++) {
        const row = rows[i] ?? 0
        const part = groups[i] ?? 0
        const at = session[row] ?? 0
        alone[at] = 0
        if (!pairs.covers(part)) continue
        increment(tally.interactions, part)
        if (pairs.isNew(part, from[row] ?? 0)) increment(tally.members, part)
        if (pairs.isNew(part, to[row] ?? 0)) increment(tally.members, part)
        if (chosen[at] === 1 && pairs.isNew(part, members + at)) tally.addSession(part, columns, at)
      }
    })
    scanInteractions(columns, filter, count)
    const { rows, session: attended, member } = columns.attendees
    for (let row = 1; row < rows; row++) {
      if (alone[attended[row] ?? 0] === 1 && pairs.isNew(0, member[row] ?? 0)) increment(tally.members, 0)
    }
  })
  for (let row = 1; row < alone.length; row++) {
    if (alone[row] === 1) tally.addSession(0, columns, row)
  }
}

function byMedium(columns: Columns, filter: Filter, chosen: Uint8Array, tally: Tally): void {
  const { medium } = columns.sessions
  for (let row = 1; row < chosen.length; row++) {
    if (chosen[row] === 1) tally.addSession(medium[row] ?? 0, columns, row)
  }
  const { session } = columns.interactions
  scanInteractions(columns, filter, (rows, length) => {
    for (let i = 0; i < length; i++) {
      const at = session[rows[i] ?? 0] ?? 0
      if (chosen[at] === 1) increment(tally.interactions, medium[at] ?? 0)
    }
  })
  countDistinct(tally.sessions.length, columns.members.rows, (pairs) => {
    const { rows, session: attended, member } = columns.attendees
    for (let row = 1; row < rows; row++) {
      const at = attended[row] ?? 0
      if (chosen[at] !== 1) continue
      const part = medium[at] ?? 0
      if (pairs.isNew(part, member[row] ?? 0)) increment(tally.members, part)
    }
  })
}
