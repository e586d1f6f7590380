import { AppError } from '@shared/errors'
import type { Reader, Row } from '../engine/reader'
import { changesOfRow, currentRow, foldBack, type RowChange } from '../history/images'

/** Which command gave a field its value, and when. */
export interface Stamp {
  uid: string
  at: string
}

/** A value that the history knows no beginning of: it was there before the copies parted. */
const always: Stamp = { uid: '', at: '' }

const mergeOperation = 'copies.merge'

interface Command extends Stamp {
  id: number
  isMerge: boolean
}

/** More rows than this no command has touched; a file that says otherwise was not written by Coppice. */
const mostRows = 10_000_000

/** Whoever can say whether a command has reached them. */
export type Knowing = Pick<Side, 'knows'>

/** The later of two; between equal moments a rule that is the same in every copy. */
export function later(one: Stamp, other: Stamp): Stamp {
  if (one.at !== other.at) return one.at > other.at ? one : other
  return one.uid >= other.uid ? one : other
}

/** One copy, as a merge looks at it: which commands are in it, who a row is, and where its values come from. */
export class Side {
  private readonly commands = new Map<number, Command>()
  private readonly byUid = new Map<string, number>()
  /** Every command whose effect is in this copy, its own and those that were merged. */
  private readonly known = new Set<string>([''])
  /** Merges that were undone, and their undoing: as if neither had been. */
  private readonly void = new Set<number>()

  constructor(readonly db: Reader) {
    for (const [id, at, uid, operation] of db.arrays<[number, string, string, string]>(
      "SELECT id, at, coalesce(uid, id || ' ' || at || ' ' || operation), operation FROM commands ORDER BY id",
    )) {
      this.commands.set(id, { id, at, uid, isMerge: operation === mergeOperation })
      this.byUid.set(uid, id)
      this.known.add(uid)
    }
    for (const uid of db.column<string>('SELECT uid FROM merged_commands')) this.known.add(uid)
    const reversals = db.arrays<[number, number]>(
      'SELECT id, reverses FROM commands WHERE operation = ? AND reverses IS NOT NULL ORDER BY id DESC',
      mergeOperation,
    )
    for (const [id, reversed] of reversals) {
      if (this.void.has(id)) continue
      this.void.add(id).add(reversed)
    }
  }

  knows({ uid }: Stamp): boolean {
    return this.known.has(uid)
  }

  /** The number of its last own command up to which another has them all; 0 for none. */
  heardBy(other: Knowing): number {
    let last = 0
    for (const [id, command] of this.commands) {
      if (!other.knows(command)) break
      last = id
    }
    return last
  }

  /** The first of its own commands up to `last` that another has not; null when it has them all. */
  missedBy(other: Knowing, last: number): Stamp | null {
    for (const [id, command] of this.commands) if (id <= last && !other.knows(command)) return command
    return null
  }

  /** The commands of this copy, own and merged, that another has not. */
  unknownTo(other: Side): Stamp[] {
    const own = [...this.commands.values()].filter((command) => !other.knows(command))
    const merged = this.db
      .all<{ uid: string; at: string }>('SELECT uid, at FROM merged_commands ORDER BY id')
      .filter((command) => !other.knows(command))
    return [...merged, ...own]
  }

  /** Rows that something happened to which another copy does not know of, with how they were meanwhile. */
  changedSince(
    other: Knowing,
    tables: ReadonlySet<string>,
  ): Map<string, { table: string; id: number; images: Row[] }> {
    const rows = new Map<string, { table: string; id: number; images: Row[] }>()
    for (const { id: command } of [...this.commands.values()].filter((one) => !other.knows(one))) {
      const lines = this.db.all<{ table: string; first: number; last: number }>(
        'SELECT DISTINCT table_name AS "table", first_row AS first, last_row AS last FROM changes WHERE command_id = ?',
        command,
      )
      for (const { table, first, last } of lines) {
        if (!tables.has(table)) continue
        if (last - first + rows.size > mostRows) throw tooManyRows()
        for (let id = first; id <= last; id++) {
          const key = `${table} ${id}`
          if (!rows.has(key)) rows.set(key, { table, id, images: this.imagesSince(other, table, id) })
        }
      }
    }
    return rows
  }

  /**
   * Rows of which it has heard from other copies, by its commands after one, who they are, or where their values come
   * from: that may be news though nothing in the rows themselves has changed.
   */
  heardOfAfter(command: number): { table: string; id: number }[] {
    return ['merged_rows', 'merged_cells'].flatMap((table) =>
      this.db.all<{ table: string; id: number }>(
        `SELECT DISTINCT heard.table_name AS "table", heard.row_id AS id
          FROM changes JOIN ${table} heard ON heard.id BETWEEN changes.first_row AND changes.last_row
          WHERE changes.table_name = ? AND changes.command_id > ?`,
        table,
        command,
      ),
    )
  }

  /** Rows that it knows by a name, or with a value of a command, that another copy has not heard of. */
  knownBetterThan(other: Side): { table: string; id: number }[] {
    const names = this.db
      .all<{ table: string; id: number; uid: string }>(
        'SELECT table_name AS "table", row_id AS id, uid FROM merged_rows',
      )
      .filter(({ table, uid }) => other.numberOf(table, uid) === null)
    const values = this.db
      .all<{ table: string; id: number; uid: string }>(
        'SELECT DISTINCT table_name AS "table", row_id AS id, uid FROM merged_cells',
      )
      .filter(({ uid }) => !other.known.has(uid))
    return [...names, ...values]
  }

  private imagesSince(other: Knowing, table: string, id: number): Row[] {
    const steps = foldBack(changesOfRow(this.db, table, id), currentRow(this.db, table, id))
    const unknown = steps.filter(({ command }) => {
      const known = this.commands.get(command)
      return known !== undefined && !other.knows(known)
    })
    return unknown.flatMap(({ from, to }) => [from, to]).filter((image) => image !== null)
  }

  /** The row as it was before the first change that another copy does not know of. */
  before(other: Side, table: string, id: number): Row | null {
    const steps = foldBack(changesOfRow(this.db, table, id), currentRow(this.db, table, id))
    let image = currentRow(this.db, table, id)
    for (const { command, from } of steps) {
      const known = this.commands.get(command)
      if (known && !this.void.has(command) && other.knows(known)) break
      image = from
    }
    return image
  }

  /** The names of a record that are the same in every copy. */
  uidsOf(table: string, id: number): string[] {
    const merged = this.db.column<string>(
      'SELECT uid FROM merged_rows WHERE table_name = ? AND row_id = ? ORDER BY uid',
      table,
      id,
    )
    const first = changesOfRow(this.db, table, id).findLast(({ kind }) => kind === 'insert')
    const command = first && this.commands.get(first.command)
    // What a merge brought in has been made elsewhere, and is known by that.
    return command?.isMerge && merged.length > 0
      ? merged
      : [...merged, `${command?.uid ?? ''}/${table}/${id}`]
  }

  /** The number that a record has, or had, here; null for one that never was here. */
  numberOf(table: string, uid: string): number | null {
    const merged = this.db.value<number>(
      'SELECT row_id FROM merged_rows WHERE uid = ? AND table_name = ?',
      uid,
      table,
    )
    if (merged !== undefined) return merged
    const [command = '', , id] = uid.split('/')
    return command === '' || this.byUid.has(command) ? Number(id) : null
  }

  /** Where the values of a row come from. */
  stampsOf(table: string, id: number, columns: readonly string[]): Map<string, Stamp> {
    const stamps = new Map<string, { stamp: Stamp; command: number }>()
    for (const change of changesOfRow(this.db, table, id)) {
      if (this.void.has(change.command)) continue
      const stamp = this.commands.get(change.command) ?? always
      for (const column of writtenBy(change, columns)) {
        if (!stamps.has(column)) stamps.set(column, { stamp, command: change.command })
      }
      if (change.kind === 'insert') break
    }
    const merged = new Map(
      this.db
        .all<{ column: string; uid: string; at: string; command: number }>(
          `SELECT column_name AS "column", uid, at, command_id AS command FROM merged_cells
            WHERE table_name = ? AND row_id = ?`,
          table,
          id,
        )
        .map((cell) => [cell.column, cell]),
    )
    return new Map(
      columns.map((column): [string, Stamp] => {
        const own = stamps.get(column) ?? { stamp: always, command: 0 }
        const cell = merged.get(column) ?? merged.get('*')
        const isMerged = cell !== undefined && cell.command >= own.command
        return [column, isMerged ? { uid: cell.uid, at: cell.at } : { uid: own.stamp.uid, at: own.stamp.at }]
      }),
    )
  }
}

function writtenBy({ kind, before }: RowChange, columns: readonly string[]): readonly string[] {
  return kind === 'update' ? Object.keys(before) : columns
}

function tooManyRows(): AppError {
  return new AppError(
    'unreadable-input',
    'Its history speaks of more records than there can be, so it was not written by Coppice and is not merged.',
  )
}
