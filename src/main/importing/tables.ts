import { open, readFile } from 'node:fs/promises'
import { localDate } from '@shared/domain/calendar'
import type { FileForm } from '@shared/domain/imports'
import { AppError } from '@shared/errors'
import { calendarTable, isCalendar } from './calendarTable'
import { contactTable, isContacts } from './contactTable'
import { openingError, type Stop } from './inputErrors'
import { isJson, jsonTable } from './jsonTable'
import { isWorkbook, workbookTable } from './workbook/workbookTable'

interface Source {
  path: string
  name: string
  bytes: number
}

/** A form of file that is no table of text, and the table that it comes to. */
interface Form {
  form: FileForm
  /** By its first bytes. */
  is: (head: Buffer) => boolean
  called: string
  table: (source: Source, stop: Stop) => Promise<Buffer | string>
}

const forms: readonly Form[] = [
  {
    form: 'calendar',
    is: isCalendar,
    called: 'a calendar (iCalendar)',
    table: async ({ path }) => calendarTable(await readFile(path), localDate(new Date())),
  },
  {
    form: 'contacts',
    is: isContacts,
    called: 'a list of contact cards (vCard)',
    table: async ({ path }) => contactTable(await readFile(path)),
  },
  {
    form: 'workbook',
    is: isWorkbook,
    called: 'an Excel workbook',
    table: ({ path, name }, stop) => workbookTable(path, name, stop),
  },
  {
    form: 'json',
    is: isJson,
    called: 'a JSON file',
    table: async ({ path, name }) => jsonTable(await readFile(path), name),
  },
]

/** One beyond that is no one's, in bytes. Contact cards may carry pictures. */
const largest = 100_000_000

export interface MadeTable {
  form: FileForm
  table: Buffer
}

/**
 * The table, as CSV in UTF-8, of a file that is contact cards, a calendar, a workbook or JSON; null for any other.
 *
 * @throws AppError `unreadable-input` for what only begins like it, or is too large; `cancelled`.
 */
export async function tableMadeOf(source: Source, stop: Stop): Promise<MadeTable | null> {
  const { path, name, bytes } = source
  const head = await headOf(path).catch((thrown: unknown) => {
    throw openingError(thrown, name)
  })
  const form = forms.find(({ is }) => is(head))
  if (!form) return null
  if (bytes > largest) {
    throw new AppError(
      'unreadable-input',
      `“${name}” is ${form.called} of more than 100 MB. Export a part of it, or all of it as CSV.`,
    )
  }
  try {
    return { form: form.form, table: Buffer.from(await form.table(source, stop)) }
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown
    if (thrown instanceof Error && 'syscall' in thrown) throw openingError(thrown, name)
    throw new AppError(
      'unreadable-input',
      `“${name}” is ${form.called} that cannot be read to its end. Export it once more, or as CSV.`,
    )
  }
}

async function headOf(path: string): Promise<Buffer> {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
