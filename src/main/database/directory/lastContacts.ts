import type { ActivityColumns } from '../analytics/columns'
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
    const { version } = this.activity
    if (this.known?.view === view && this.known.version === version) return this.known.days
    const { rows, day, from, to, kind } = columns.interactions
    const latest = new Int32Array(columns.members.rows).fill(unknown)
    for (let row = 1; row < rows; row++) {
      if (kind[row] === 0) continue
      const on = day[row] ?? 0
      const [one, other] = [from[row] ?? 0, to[row] ?? 0]
      if (on > (latest[one] ?? 0)) latest[one] = on
      if (on > (latest[other] ?? 0)) latest[other] = on
    }
    const days = new Int32Array(view.members.rows).fill(unknown)
    for (let row = 1; row < latest.length; row++) {
      const member = view.tables.members.knownRow(columns.members.id[row] ?? 0)
      if (member > 0) days[member] = latest[row] ?? unknown
    }
    this.known = { view, version, days }
    return days
  }
}
