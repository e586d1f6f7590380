import type { ActivityScope } from '@shared/contract/activity'
import { inBatches } from './batches'
import { ByContext } from './breakdownByContext'
import { ByMedium } from './breakdownByMedium'
import { ByPlace } from './breakdownByPlace'
import { compareNames } from './groups'
import type { FigureMemory } from './memory'
import { MOST_BITS } from './pairs'
import type { PartCount, PartRange } from './partCount'
import type { Columns, Named } from './shape'
import { sumOf, Tally } from './tally'

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
 * @param memory where the counts are kept, so that they need not begin anew the next time
 * @throws AppError `invalid-input` for a date that no calendar has.
 */
export function breakdown(columns: Columns, scope: ActivityScope, of: Named, memory?: FigureMemory): Part[] {
  const tally = tallyOf(columns, scope, of, memory)
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

function tallyOf(columns: Columns, scope: ActivityScope, of: Named, memory: FigureMemory | undefined): Tally {
  const parts = columns.names[of].length
  const items = columns.members.rows + columns.sessions.rows
  const begin = (range: PartRange): PartCount => {
    if (of === 'medium') return new ByMedium(columns, scope, range)
    return of === 'kind' || of === 'community'
      ? new ByContext(columns, scope, of, range)
      : new ByPlace(columns, scope, of, range)
  }
  const { communityId, location, department } = scope
  // What is in a community or at a place may change with any row, and many parts are too many to remember.
  if (
    memory &&
    communityId === null &&
    location === null &&
    department === null &&
    parts * items < MOST_BITS
  ) {
    const name = `breakdown by ${of} from ${scope.from} to ${scope.to}`
    return memory.grown(name, columns, () => begin({ first: 0, length: parts })).finished(columns)
  }
  let sum = new Tally(parts)
  inBatches(parts, items, MOST_BITS, (first, length) => {
    const count = begin({ first, length })
    count.advance(columns)
    sum = sumOf(sum, count.finished(columns))
  })
  return sum
}
