import type { ActivityColumns } from '../analytics/columns'
import { type Growing, Progress, withRoom } from '../analytics/memory'
import type { Columns } from '../analytics/shape'
import type { Reader } from '../engine/reader'
import { unknown } from './tables'
import type { DirectoryView } from './view'

/** When each member was last in contact with anybody. */
export class LastContacts {
  private known: { view: DirectoryView; version: number; days: Int32Array } | null = null

  constructor(private readonly activity: ActivityColumns) {}

  /** Of each row of the directory the day, `unknown` where there was no contact. */
  get(db: Reader, view: DirectoryView): Int32Array {
    const columns = this.activity.get(db)
    const { version, memory } = this.activity
    if (this.known?.view === view && this.known.version === version) return this.known.days
    const { latest } = memory.grown('last contacts', columns, () => new LatestDays())
    const days = new Int32Array(view.members.rows).fill(unknown)
    for (let row = 1; row < columns.members.rows; row++) {
      const member = view.tables.members.knownRow(columns.members.id[row] ?? 0)
      if (member > 0) days[member] = latest[row] ?? unknown
    }
    this.known = { view, version, days }
    return days
  }
}

class LatestDays implements Growing {
  /** Of each row of the activity's members. */
  latest = new Int32Array(0)
  private readonly progress = new Progress()

  advance(columns: Columns): boolean {
    const from = this.progress.next(columns)
    if (from === null) return false
    this.makeRoom(columns.members.rows)
    const { latest } = this
    const { rows, day, from: senders, to: receivers, kind } = columns.interactions
    for (let row = from.interactions; row < rows; row++) {
      if (kind[row] === 0) continue
      const on = day[row] ?? 0
      const [one, other] = [senders[row] ?? 0, receivers[row] ?? 0]
      if (on > (latest[one] ?? 0)) latest[one] = on
      if (on > (latest[other] ?? 0)) latest[other] = on
    }
    return true
  }

  private makeRoom(rows: number): void {
    if (rows <= this.latest.length) return
    const more = new Int32Array(withRoom(rows)).fill(unknown)
    more.set(this.latest)
    this.latest = more
  }
}
