import { type LevelCounts, levelOf } from '@shared/domain/participation'
import { ActiveWeeks, firstDayOf, type Window } from './activeWeeks'
import { type Growing, Progress, withRoom } from './memory'
import { type Population, populationOf } from './population'
import { scanInteractions } from './scan'
import { communityNumber } from './scope'
import type { Columns } from './shape'

/** What was counted for one window, true until there is another contact in it. */
interface Counted {
  window: Window
  activeWeeks: Uint8Array
  levels: LevelCounts | null
  population: Population | null
}

/** Who was at a gathering on which day, in the order of days. */
export type Attended = readonly (readonly [member: number, day: number])[]

/** In how many weeks of some windows the members took part: were in contact or at a gathering, of one community or any. */
export class MemberWeeks implements Growing {
  private readonly community: number | null
  private readonly room: number
  private readonly contacts: ActiveWeeks
  private readonly attendance: string
  private readonly progress = new Progress()
  /** By the last day of the window. */
  private readonly counted = new Map<number, Counted>()
  private people: { population: Population; state: string } | null = null

  constructor(
    columns: Columns,
    private readonly communityId: number | null,
    windows: readonly Window[],
    attended: Attended,
  ) {
    this.community = numberOf(columns, communityId)
    this.room = withRoom(columns.members.rows)
    this.contacts = new ActiveWeeks(this.room, windows)
    this.attendance = stampOf(attended)
    if (attended.length === 0) return
    const rows = new Map(Array.from(columns.members.id, (id, row) => [id, row]))
    const { first, last } = this.contacts.days
    for (const [member, day] of attended) {
      const row = rows.get(member)
      if (row !== undefined && row < columns.members.rows && day >= first && day <= last)
        this.contacts.mark(row, day)
    }
  }

  /** Whether the attendance is what it was. */
  hasAttended(attended: Attended): boolean {
    return this.attendance === stampOf(attended)
  }

  advance(columns: Columns): boolean {
    const from = this.progress.next(columns)
    const isSame = this.community === numberOf(columns, this.communityId)
    if (from === null || !isSame || columns.members.rows > this.room) return false
    let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    const { contacts } = this
    const { day, from: one, to: other } = columns.interactions
    const filter = { ...contacts.days, community: this.community, members: null }
    const take = (rows: Int32Array, length: number) => {
      for (let i = 0; i < length; i++) {
        const row = rows[i] ?? 0
        const on = day[row] ?? 0
        if (on < first) first = on
        if (on > last) last = on
        contacts.mark(one[row] ?? 0, on)
        contacts.mark(other[row] ?? 0, on)
      }
    }
    scanInteractions(columns, filter, take, from.interactions)
    for (const [end, { window }] of this.counted) {
      if (first <= end && last >= firstDayOf(window)) this.counted.delete(end)
    }
    return true
  }

  /** Those whose levels are asked for. */
  population(columns: Columns): Population {
    const { members, communityMembers } = columns
    const state = [members, communityMembers].map(({ rows, rewrites }) => `${rows} ${rewrites}`).join(' ')
    if (this.people?.state !== state)
      this.people = { population: populationOf(columns, this.community), state }
    return this.people.population
  }

  /** Of each row of the members in how many weeks of the window they were in contact. */
  activeWeeks(window: Window): Uint8Array {
    return this.countedIn(window).activeWeeks
  }

  levels(population: Population, window: Window): LevelCounts {
    const counted = this.countedIn(window)
    if (counted.levels === null || counted.population !== population) {
      counted.levels = countLevels(population, counted.activeWeeks, window)
      counted.population = population
    }
    return counted.levels
  }

  private countedIn(window: Window): Counted {
    const known = this.counted.get(window.last)
    if (known) return known
    const counted: Counted = {
      window,
      activeWeeks: this.contacts.count(window),
      levels: null,
      population: null,
    }
    this.counted.set(window.last, counted)
    return counted
  }
}

/** Who had not left belongs to the window, if they were in contact or had joined by its last day. */
export function belongs(population: Population, place: number, activeWeeks: number, day: number): boolean {
  if ((population.left[place] ?? 0) <= day) return false
  return activeWeeks > 0 || (population.joined[place] ?? 0) <= day
}

/** Tells one attendance from another: FNV-1a over members and days. */
function stampOf(attended: Attended): string {
  let hash = 0x811c_9dc5
  for (const numbers of attended) for (const number of numbers) hash = Math.imul(hash ^ number, 0x0100_0193)
  return `${attended.length} ${hash}`
}

function numberOf(columns: Columns, communityId: number | null): number | null {
  return communityId === null ? null : communityNumber(columns, communityId)
}

function countLevels(population: Population, active: Uint8Array, { last, weeks }: Window): LevelCounts {
  const { rows } = population
  // First by weeks, so that the rule is asked once for all who have as many.
  const byWeeks = new Int32Array(weeks + 1)
  for (let place = 0; place < rows.length; place++) {
    const activeWeeks = active[rows[place] ?? 0] ?? 0
    if (belongs(population, place, activeWeeks, last)) byWeeks[activeWeeks] = (byWeeks[activeWeeks] ?? 0) + 1
  }
  const counts: LevelCounts = { core: 0, active: 0, peripheral: 0, outside: 0 }
  byWeeks.forEach((members, activeWeeks) => {
    counts[levelOf(activeWeeks, weeks)] += members
  })
  return counts
}
