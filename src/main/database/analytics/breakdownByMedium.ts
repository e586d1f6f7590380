import type { ActivityScope } from '@shared/contract/activity'
import { type From, PartCount, type PartRange } from './partCount'
import { scanInteractions } from './scan'
import type { Filter } from './scope'
import type { Columns } from './shape'
import { increment } from './tally'

/** Sessions, their attendees, and the interactions that came from them. */
export class ByMedium extends PartCount {
  private readonly attended = this.pairsWith(this.memberRoom)

  constructor(columns: Columns, scope: ActivityScope, range: PartRange) {
    super(columns, scope, columns.names.medium.length, range)
  }

  protected override fits(columns: Columns): boolean {
    return columns.names.medium.length === this.tally.members.length
  }

  protected override take(columns: Columns, filter: Filter, from: From): void {
    const { chosen, tally } = this
    const { medium, rows: sessions } = columns.sessions
    for (let row = from.sessions; row < sessions; row++) {
      const part = medium[row] ?? 0
      if (chosen[row] === 1 && this.covers(part)) tally.addSession(part, columns, row)
    }
    const { session } = columns.interactions
    const count = (rows: Int32Array, length: number) => {
      for (let i = 0; i < length; i++) {
        const at = session[rows[i] ?? 0] ?? 0
        const part = medium[at] ?? 0
        if (chosen[at] === 1 && this.covers(part)) increment(tally.interactions, part)
      }
    }
    scanInteractions(columns, filter, count, from.interactions)
    const { rows, session: attended, member } = columns.attendees
    for (let row = from.attendees; row < rows; row++) {
      const at = attended[row] ?? 0
      if (chosen[at] !== 1) continue
      const part = medium[at] ?? 0
      if (this.attended.isNew(part, member[row] ?? 0)) increment(tally.members, part)
    }
  }
}
