import { type FolderHeader, type WholeHeader, wholeFormat } from '@shared/domain/whole/description'
import { AppError } from '@shared/errors'
import { z } from 'zod'

const numbers = z.record(z.string().max(100), z.int().nonnegative())

const header = z
  .object({
    format: z.literal(wholeFormat.name),
    formatVersion: z.literal(wholeFormat.version),
    schemaVersion: z.int().positive(),
    exportedAt: z.string().max(40).default(''),
    programBegan: z.iso.datetime().nullable().default(null),
    privateTexts: z.enum(['included', 'left out']).default('included'),
    highestIds: numbers.default({}),
    counts: numbers.default({}),
  })
  .strict()

const folderHeader = header.extend({
  notes: z.enum(['in the tables', 'in files']),
  noteFiles: z.int().nonnegative(),
})

export const headerKeys: readonly string[] = Object.keys(header.shape)

/** @throws AppError `unreadable-input` that says what is wrong with it. */
export function wholeHeader(found: Readonly<Record<string, unknown>>, file: string): WholeHeader {
  return parsed(header, found, file)
}

/** The same of the manifest of a folder. */
export function wholeFolderHeader(found: unknown, file: string): FolderHeader {
  const fields = typeof found === 'object' && found !== null ? Object.entries(found) : []
  return parsed(folderHeader, Object.fromEntries(fields), file)
}

function parsed<T>(schema: z.ZodType<T>, found: Readonly<Record<string, unknown>>, file: string): T {
  if (found.format !== wholeFormat.name) {
    throw new AppError(
      'unreadable-input',
      `“${file}” is no export of everything in a Coppice program file: its beginning does not say so.`,
    )
  }
  if (found.formatVersion !== wholeFormat.version) {
    throw new AppError(
      'file-newer',
      `“${file}” is in version ${String(found.formatVersion).slice(0, 20)} of the format, which this Coppice does not know. Update Coppice to open it.`,
    )
  }
  const result = schema.safeParse(found)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const field = issue?.path.join('.') || 'its beginning'
  throw new AppError('unreadable-input', `“${file}”, ${field}: ${issue?.message ?? 'this does not fit.'}`)
}
