import { isUtf8 } from 'node:buffer'
import { lstat, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import {
  noteFile,
  notesFolder,
  type WholeColumn,
  type WholeTable,
  type WholeValue,
} from '@shared/domain/whole/description'
import type { WholePlace } from '@shared/domain/whole/sink'
import { AppError } from '@shared/errors'

/** Notes that stand in files of their own, beside the tables. */
export class NoteReader {
  private found = 0

  constructor(
    private readonly folder: string,
    private readonly inFiles: boolean,
    /** No notes are longer, in bytes. */
    private readonly longest: number,
  ) {}

  /** The row with its notes; those of a record without a file are empty. @throws AppError `unreadable-input` */
  async filled(
    table: WholeTable,
    column: WholeColumn,
    row: readonly WholeValue[],
    place: WholePlace,
  ): Promise<WholeValue[]> {
    const path = join(this.folder, notesFolder, ...noteFile(table, row))
    const text = await textIn(path, place, this.longest)
    if (text !== null) this.found++
    const at = table.columns.indexOf(column)
    return row.map((value, index) => (index === at ? (text ?? '') : value))
  }

  /** @throws AppError when there are not as many as there have to be */
  assertAll(name: string, expected: number): void {
    if (!this.inFiles || this.found === expected) return
    const many = (number: number) => number.toLocaleString('en')
    throw new AppError(
      'unreadable-input',
      `“${name}” says that it holds ${many(expected)} files of notes, and ${many(this.found)} were found. Some are missing: copy the whole folder, or correct “noteFiles” in coppice.json.`,
    )
  }
}

async function textIn(path: string, place: WholePlace, longest: number): Promise<string | null> {
  const found = await lstat(path).catch(() => null)
  if (found === null) return null
  // A link could lead anywhere, and a pipe would be waited for.
  if (!found.isFile()) throw refused(path, place, 'is a link or a folder')
  if (found.size > longest) throw refused(path, place, 'is longer than notes can be')
  const bytes = await readFile(path).catch(() => {
    throw refused(path, place, 'cannot be read')
  })
  if (!isUtf8(bytes)) throw refused(path, place, 'is no text in UTF-8')
  return withoutFrontMatter(bytes.toString('utf8'))
}

/** What stands below the second line of dashes and one empty line; the whole text where nothing stands before it. */
function withoutFrontMatter(text: string): string {
  const head = /^\ufeff?---\r?\n(?:.*\r?\n)*?---\r?\n(?:\r?\n)?/.exec(text)
  return head ? text.slice(head[0].length) : text
}

function refused(path: string, place: WholePlace, what: string): AppError {
  return new AppError(
    'unreadable-input',
    `${place()}: its notes, “${basename(path)}”, cannot be taken: the file ${what}.`,
  )
}
