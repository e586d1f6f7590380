import type { ActivityScope } from '@shared/contract/activity'
import { type Growing, Progress, withRoom } from './memory'
import { Pairs } from './pairs'
import { chooseSessions } from './scan'
import { type Filter, filterOf } from './scope'
import type { Columns } from './shape'
import { Tally } from './tally'

/** Parts that are counted at a time, by their numbers; all of them, unless there are very many. */
export interface PartRange {
  first: number
  length: number
}

/** The first row of each table that was not gone through yet. */
export type From = Record<'interactions' | 'sessions' | 'attendees', number>

/** Counts by part, for one scope, which go on where they stopped when rows were added. */
export abstract class PartCount implements Growing {
  protected readonly tally: Tally
  /** 1 for every session of the scope. */
  protected readonly chosen: Uint8Array
  protected readonly memberRoom: number
  protected readonly sessionRoom: number
  private readonly progress = new Progress()

  constructor(
    columns: Columns,
    private readonly scope: ActivityScope,
    parts: number,
    private readonly range: PartRange,
  ) {
    this.tally = new Tally(parts)
    this.memberRoom = withRoom(columns.members.rows)
    this.sessionRoom = withRoom(columns.sessions.rows)
    this.chosen = new Uint8Array(this.sessionRoom)
  }

  advance(columns: Columns): boolean {
    const from = this.progress.next(columns)
    const hasRoom = columns.members.rows <= this.memberRoom && columns.sessions.rows <= this.sessionRoom
    if (from === null || !hasRoom || !this.fits(columns)) return false
    const filter = filterOf(columns, this.scope)
    chooseSessions(columns, filter, this.chosen, from.sessions)
    this.take(columns, filter, from)
    return true
  }

  /** The counts, with what can only be told in the end. */
  finished(_columns: Columns): Tally {
    return this.tally
  }

  /** Whether what was counted is still what it would be now. */
  protected abstract fits(columns: Columns): boolean
  protected abstract take(columns: Columns, filter: Filter, from: From): void

  /** Whether this part is counted now. */
  protected covers(part: number): boolean {
    return part >= this.range.first && part - this.range.first < this.range.length
  }

  /** Tells which pairs of a part and one of so many rows were there before. */
  protected pairsWith(rows: number): Pairs {
    return new Pairs(this.range.first, this.range.length, rows)
  }
}
