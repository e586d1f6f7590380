import type { ActivityScope } from '@shared/contract/activity'
import { inGroups } from './groups'
import { type From, PartCount, type PartRange } from './partCount'
import { scanInteractions } from './scan'
import type { Filter } from './scope'
import type { Columns } from './shape'
import { increment, sumOf, Tally } from './tally'

/** Interactions by kind or community, the sessions that they came from, and the members on either side. */
export class ByContext extends PartCount {
  private readonly membersThere = this.pairsWith(this.memberRoom)
  private readonly sessionsThere = this.pairsWith(this.sessionRoom)
  /** 1 for every session that one of the interactions came from. */
  private readonly came = new Uint8Array(this.sessionRoom)

  constructor(
    columns: Columns,
    scope: ActivityScope,
    private readonly of: 'kind' | 'community',
    range: PartRange,
  ) {
    super(columns, scope, columns.names[of].length, range)
  }

  /** With the sessions that none of the interactions came from, and their attendees, who are under null. */
  override finished(columns: Columns): Tally {
    const alone = new Tally(this.tally.members.length)
    if (!this.covers(0)) return this.tally
    const isAlone = (session: number) => this.chosen[session] === 1 && this.came[session] === 0
    for (let row = 1; row < columns.sessions.rows; row++) if (isAlone(row)) alone.addSession(0, columns, row)
    if (alone.sessions[0] === 0) return this.tally
    const counted = new Uint8Array(columns.members.rows)
    const { rows, session, member } = columns.attendees
    for (let row = 1; row < rows; row++) {
      const who = member[row] ?? 0
      if (!isAlone(session[row] ?? 0) || counted[who] === 1 || this.membersThere.has(0, who)) continue
      counted[who] = 1
      increment(alone.members, 0)
    }
    return sumOf(this.tally, alone)
  }

  protected override fits(columns: Columns): boolean {
    return columns.names[this.of].length === this.tally.members.length
  }

  protected override take(columns: Columns, filter: Filter, { interactions }: From): void {
    const { chosen, came, tally, membersThere, sessionsThere } = this
    const { from, to, session } = columns.interactions
    const count = inGroups(columns, this.of, (groups, rows, length) => {
      for (let i = 0; i < length; i++) {
        const row = rows[i] ?? 0
        const part = groups[i] ?? 0
        const at = session[row] ?? 0
        came[at] = 1
        if (!this.covers(part)) continue
        increment(tally.interactions, part)
        if (membersThere.isNew(part, from[row] ?? 0)) increment(tally.members, part)
        if (membersThere.isNew(part, to[row] ?? 0)) increment(tally.members, part)
        if (chosen[at] === 1 && sessionsThere.isNew(part, at)) tally.addSession(part, columns, at)
      }
    })
    scanInteractions(columns, filter, count, interactions)
  }
}
