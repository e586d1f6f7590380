import type { ActivityScope } from '@shared/contract/activity'
import type { Ints } from '../columns/intColumn'
import { inGroups } from './groups'
import { type From, PartCount, type PartRange } from './partCount'
import { scanInteractions } from './scan'
import type { Filter } from './scope'
import type { Columns } from './shape'
import { increment, Tally } from './tally'

/** Interactions and sessions with somebody from a place, and the members from there who took part. */
export class ByPlace extends PartCount {
  private readonly tookPart = new Uint8Array(this.memberRoom)
  private readonly sessionsThere = this.pairsWith(this.sessionRoom)
  /** Where the members were when they were counted. */
  private places: Ints = new Int8Array(0)

  constructor(
    columns: Columns,
    scope: ActivityScope,
    private readonly of: 'location' | 'department',
    range: PartRange,
  ) {
    super(columns, scope, columns.names[of].length, range)
  }

  /** Who took part is from where they are now. */
  override finished(columns: Columns): Tally {
    const tally = new Tally(this.tally.members.length)
    tally.interactions.set(this.tally.interactions)
    tally.sessions.set(this.tally.sessions)
    tally.minutes.set(this.tally.minutes)
    const place = columns.members[this.of]
    for (let row = 1; row < columns.members.rows; row++) {
      if (this.tookPart[row] === 1 && this.covers(place[row] ?? 0)) increment(tally.members, place[row] ?? 0)
    }
    return tally
  }

  protected override fits(columns: Columns): boolean {
    const now = columns.members[this.of]
    if (columns.names[this.of].length !== this.tally.members.length) return false
    for (let row = 0; row < this.places.length; row++) if (this.places[row] !== now[row]) return false
    return true
  }

  protected override take(columns: Columns, filter: Filter, from: From): void {
    const place = columns.members[this.of]
    const { tookPart } = this
    const { from: one, to: other } = columns.interactions
    const count = inGroups(columns, this.of, (groups, _rows, length) => {
      for (let i = 0; i < length; i++) {
        if (this.covers(groups[i] ?? 0)) increment(this.tally.interactions, groups[i] ?? 0)
      }
    })
    const take = (rows: Int32Array, length: number) => {
      for (let i = 0; i < length; i++) {
        const row = rows[i] ?? 0
        tookPart[one[row] ?? 0] = 1
        tookPart[other[row] ?? 0] = 1
      }
      count(rows, length)
    }
    scanInteractions(columns, filter, take, from.interactions)
    const { rows, session, member } = columns.attendees
    for (let row = from.attendees; row < rows; row++) {
      const at = session[row] ?? 0
      if (this.chosen[at] !== 1) continue
      const who = member[row] ?? 0
      const part = place[who] ?? 0
      tookPart[who] = 1
      if (this.sessionsThere.isNew(part, at)) this.tally.addSession(part, columns, at)
    }
    this.places = place.slice(0, columns.members.rows)
  }
}
