import { AppError } from '@shared/errors'
import type { Stop } from '../inputErrors'
import { TableText } from '../tableText'
import { Archive, tooLarge } from './archive'
import { numberKinds } from './numberFormats'
import { sharedStrings } from './sharedStrings'
import { type Lookup, sheetRows } from './sheetRows'
import { workbookIn } from './sheets'

/** In bytes, of the table that a sheet comes to: a million rows of usual length. */
const largestTable = 300_000_000

/** Whether a file is an Excel workbook (.xlsx), by its first bytes: a package whose parts are those of a workbook. */
export function isWorkbook(head: Buffer): boolean {
  const start = head.toString('latin1')
  if (!start.startsWith('PK\x03\x04') || /opendocument|word\/|ppt\//.test(start)) return false
  return /xl\/|\[Content_Types\]\.xml|_rels\/\.rels/.test(start)
}

/**
 * The first sheet of a workbook that has a table on it, as CSV; each row on the line that the spreadsheet gives it.
 * Numbers that are shown as dates are dates.
 *
 * @throws AppError `unreadable-input` when it is more than any list; Error when it is no workbook.
 */
export async function workbookTable(path: string, name: string, stop: Stop): Promise<Buffer> {
  const archive = await Archive.open(path, name, stop)
  try {
    const { sheets, strings, styles, from1904 } = await workbookIn(archive)
    const lookup: Lookup = {
      strings: strings === null ? [] : await sharedStrings(archive, strings),
      kinds: styles === null ? [] : await numberKinds(archive, styles),
      from1904,
    }
    let table: Buffer = Buffer.alloc(0)
    for (const sheet of sheets) {
      const { rows, text } = await tableOn(archive, sheet, lookup, name)
      if (table.length === 0 || rows > 1) table = text
      if (rows > 1) break
    }
    if (table.length === 0) {
      throw new AppError(
        'unreadable-input',
        `In “${name}” there is no sheet with a table. Choose another file.`,
      )
    }
    return table
  } finally {
    archive.close()
  }
}

async function tableOn(
  archive: Archive,
  sheet: string,
  lookup: Lookup,
  name: string,
): Promise<{ rows: number; text: Buffer }> {
  const table = new TableText()
  const texts: Buffer[] = []
  let rows = 0
  let bytes = 0
  for await (const part of sheetRows(archive, sheet, lookup)) {
    const text = Buffer.from(part.map(({ cells, line }) => table.row(cells, line)).join(''))
    rows += part.length
    bytes += text.length
    if (bytes > largestTable) throw tooLarge(name)
    texts.push(text)
  }
  return { rows, text: Buffer.concat(texts) }
}
