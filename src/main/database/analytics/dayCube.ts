import type { Ints } from '../columns/intColumn'
import { type Grouped, inGroups } from './groups'
import { type FigureMemory, type Growing, Progress } from './memory'
import { scanInteractions } from './scan'
import type { Filter } from './scope'
import type { Columns } from './shape'

/** What a cube counts by, besides communities and days. */
type By = Exclude<Grouped, 'community'>

/** The most counts that a cube holds: 16 MB. */
const mostCells = 2 ** 22

/** Days behind the last one that there is room for. */
const daysAhead = 100

/**
 * Interactions by community, by kind or place, and by day. Any chart over time is a sum over some of these counts, at the
 * same cost whatever number of interactions there are.
 */
export class DayCube implements Growing {
  private readonly counts: Int32Array
  private readonly first: number
  private readonly days: number
  private readonly groups: number
  private readonly communities: number
  private readonly progress = new Progress()
  /** Where the members were when they were counted. */
  private places: Ints = new Int8Array(0)
  /** Whether any interaction that came from a session belongs to a community. */
  linked = false

  constructor(
    columns: Columns,
    private readonly by: By,
  ) {
    const { first, last } = columns.recorded
    this.first = first
    this.days = Math.max(0, last - first + 1) + daysAhead
    this.groups = columns.names[by].length
    this.communities = columns.names.community.length
    this.counts = new Int32Array(this.communities * this.groups * this.days)
  }

  advance(columns: Columns): boolean {
    const from = this.progress.next(columns)
    if (from === null || !this.fits(columns)) return false
    const { counts, groups: width, days, first } = this
    const { day, community, session } = columns.interactions
    const everything: Filter = { ...columns.recorded, community: null, members: null }
    const count = inGroups(columns, this.by, (groups, rows, length) => {
      for (let i = 0; i < length; i++) {
        const row = rows[i] ?? 0
        const within = community[row] ?? 0
        if (within !== 0 && session[row] !== 0) this.linked = true
        const cell = (within * width + (groups[i] ?? 0)) * days + (day[row] ?? 0) - first
        counts[cell] = (counts[cell] ?? 0) + 1
      }
    })
    scanInteractions(columns, everything, count, from.interactions)
    if (this.by !== 'kind') this.places = columns.members[this.by].slice(0, columns.members.rows)
    return true
  }

  /** Adds the counts of the days to `sums`, which begins with the filter's first day; those of one group, or of all. */
  addDays(sums: Int32Array, filter: Filter, group: number | null): void {
    this.addCells(sums, filter, filter.community, group)
  }

  /** The same for one community, whatever the filter says. */
  addDaysOf(sums: Int32Array, filter: Filter, community: number): void {
    if (filter.community === null || filter.community === community)
      this.addCells(sums, filter, community, null)
  }

  private addCells(sums: Int32Array, filter: Filter, community: number | null, group: number | null): void {
    const communities = community === null ? [0, this.communities - 1] : [community, community]
    const groups = group === null ? [0, this.groups - 1] : [group, group]
    for (let one = communities[0] ?? 0; one <= (communities[1] ?? -1); one++) {
      for (let other = groups[0] ?? 0; other <= (groups[1] ?? -1); other++) {
        const start = (one * this.groups + other) * this.days - this.first
        for (let day = filter.first; day <= filter.last; day++)
          sums[day - filter.first] = (sums[day - filter.first] ?? 0) + (this.counts[start + day] ?? 0)
      }
    }
  }

  private fits(columns: Columns): boolean {
    const { first, last } = columns.recorded
    const { names, members } = columns
    if (first < this.first || last >= this.first + this.days) return false
    if (names[this.by].length !== this.groups || names.community.length !== this.communities) return false
    if (this.by === 'kind') return true
    const now = members[this.by]
    for (let row = 0; row < this.places.length; row++) if (this.places[row] !== now[row]) return false
    return true
  }
}

/** The cube by kind or place; null where it would be too large, or the filter asks for places, which it cannot tell. */
export function cubeOf(
  columns: Columns,
  filter: Filter,
  by: By,
  memory: FigureMemory | undefined,
): DayCube | null {
  const { first, last } = columns.recorded
  const cells = columns.names.community.length * columns.names[by].length * (last - first + 1 + daysAhead)
  if (!memory || filter.members !== null || filter.community === -1 || cells > mostCells) return null
  return memory.grown(`days by ${by}`, columns, () => new DayCube(columns, by))
}
