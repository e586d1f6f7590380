import type { Reader, Row } from '../engine/reader'
import { imageOf } from '../engine/undo'
import { list, listed } from '../queries/conditions'
import { type TrashTable, trashKinds } from './kinds'

/** A line of the trash. */
export interface TrashItem {
  id: number
  table: TrashTable
  row: number
  command: number
}

const columns = 'id, table_name AS "table", row_id AS row, command_id AS command'

/** The last deleted first: what was deleted before something else may have belonged to it. */
export function itemsBy(db: Reader, ids: readonly number[]): TrashItem[] {
  return db.all<TrashItem>(
    `SELECT ${columns} FROM trash WHERE id IN ${listed} ORDER BY id DESC`,
    list([...new Set(ids)]),
  )
}

export function pageOfItems(db: Reader, { offset, limit }: { offset: number; limit: number }): TrashItem[] {
  return db.all<TrashItem>(`SELECT ${columns} FROM trash ORDER BY id DESC LIMIT ? OFFSET ?`, limit, offset)
}

/** What a record and its parts held when they were deleted. */
export interface Remains {
  /** Empty when it had to be forgotten. */
  root: Row
  parts: { table: string; row: Row }[]
}

export function remainsOf(db: Reader, item: TrashItem): Remains {
  return remains(db, item, 'before')
}

/** The same without what files hold, which may be a hundred megabytes and is nothing to be listed. */
export function outlineOf(db: Reader, item: TrashItem): Remains {
  return remains(db, item, "iif(table_name = 'knowledge_files', json_remove(before, '$.content'), before)")
}

function remains(db: Reader, { table, row, command }: TrashItem, image: string): Remains {
  const { parent, parts } = trashKinds[table]
  const images = db.all<{ table: string; row: number; before: string | null }>(
    `SELECT table_name AS "table", first_row AS row, ${image} AS before FROM changes
      WHERE command_id = ? AND kind = 'delete' AND table_name IN ${listed} ORDER BY id`,
    command,
    list([table, ...parts]),
  )
  const read = images.map((image) => ({ table: image.table, id: image.row, row: imageOf(image.before) }))
  return {
    root: read.find((image) => image.table === table && image.id === row)?.row ?? {},
    parts: read.filter((image) => image.table !== table && image.row[parent] === row),
  }
}
