import { mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  noteFile,
  type WholeColumn,
  type WholeTable,
  type WholeValue,
} from '@shared/domain/whole/description'
import { namedColumns, type WholeRow, type WholeSource } from '@shared/domain/whole/source'
import { writingError } from '../fileErrors'

interface Notes {
  source: WholeSource
  table: WholeTable
  /** The notes themselves. */
  column: WholeColumn
}

/** So many files are on their way to the disk at a time. */
const atOnce = 8

/**
 * Writes the notes of some records as Markdown, a file each: what they are of stands before them, as front matter.
 * Records without notes have no file.
 *
 * @returns how many files were written
 */
export async function writeNotes(folder: string, notes: Notes, rows: readonly WholeRow[]): Promise<number> {
  const { source, table, column } = notes
  const at = table.columns.indexOf(column)
  const written = rows.filter((row) => row[at] !== '')
  const names = source.joined(
    table,
    written.map(([id]) => Number(id)),
  )
  const files = written.map((row) => ({
    path: join(folder, ...noteFile(table, row)),
    text: noteText(notes, row, names.get(Number(row[0]))),
  }))
  for (const path of new Set(files.map((file) => dirname(file.path)))) await mkdir(path, { recursive: true })
  for (let start = 0; start < files.length; start += atOnce)
    await Promise.all(files.slice(start, start + atOnce).map(writeNote))
  return files.length
}

async function writeNote({ path, text }: { path: string; text: string }): Promise<void> {
  try {
    const handle = await open(path, 'wx')
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (thrown) {
    throw writingError(thrown, path)
  }
}

type Names = ReadonlyMap<string, readonly string[]> | undefined

function noteText({ source, table, column }: Notes, row: WholeRow, names: Names): string {
  const named = namedColumns(table, source.description)
  const lines = table.columns.flatMap(({ name }, at) => {
    const value = row[at] ?? null
    return name === column.name || value === null ? [] : [`${name}: ${yaml(value)}`]
  })
  const people = [...(names ?? [])].map(([join, all]) => `${join}: [${all.map(yaml).join(', ')}]`)
  const others = named.flatMap((name, index) => {
    const value = row[table.columns.length + index] ?? null
    return value === null ? [] : [`${name.replace(/_id$/, '')} name: ${yaml(value)}`]
  })
  const at = table.columns.indexOf(column)
  return `---\ntable: ${table.name}\n${[...lines, ...others, ...people].join('\n')}\n---\n\n${row[at]}`
}

/** JSON's texts are YAML's as well, but for the ends of lines that only YAML knows. */
function yaml(value: WholeValue): string {
  return JSON.stringify(value).replace(
    /[\u0085\u2028\u2029\ufeff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
