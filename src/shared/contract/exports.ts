import { z } from 'zod'
import { type ExportFormat, exportFormats } from '../domain/vocabulary'
import { count, date, id, line, redaction } from './fields'
import { main, read } from './operation'

const exportFormat = z.enum(exportFormats)

export { type ExportFormat, exportFormats }

/** Which sessions a summary is about: of these members (all of them present), of one match, of a period. */
export const exportScope = z
  .object({
    memberIds: z.array(id).max(100),
    matchId: id.nullable(),
    from: date.nullable(),
    to: date.nullable(),
  })
  .strict()
export type ExportScope = z.infer<typeof exportScope>

const largestPicture = 60_000_000
/** A structured clone keeps bytes what they are; the first of a PNG are always the same. */
const isPng = (value: unknown) =>
  value instanceof Uint8Array &&
  value.length < largestPicture &&
  [0x89, 0x50, 0x4e, 0x47].every((byte, at) => value[at] === byte)

const request = z
  .object({
    scope: exportScope,
    redaction,
    today: date,
    /** Names those too who have refused to be named in reports; otherwise they are "a member". */
    nameAll: z.boolean().default(false),
  })
  .strict()

const saved = z.object({ fileName: z.string() }).nullable()

export const exports = {
  /** The whole summary as an HTML document, for Chromium to print. */
  'exports.document': read({
    of: [],
    long: true,
    internal: true,
    input: request,
    output: z.object({ html: z.string(), sessions: count }),
  }),
  'exports.write': read({
    of: [],
    long: true,
    internal: true,
    input: request.extend({ format: exportFormat.exclude(['pdf']), path: z.string() }).strict(),
    /** A Word report with many sessions is several files. */
    output: z.object({ sessions: count, files: z.array(z.string()) }),
  }),
  /** A picture or table made in the window: asks where to, and writes it. */
  'exports.savePicture': main({
    input: z.object({ name: line, png: z.custom<Uint8Array>(isPng, 'This is not a picture.') }).strict(),
    output: saved,
  }),
  'exports.saveDrawing': main({
    input: z
      .object({
        name: line,
        svg: z.string().max(largestPicture).startsWith('<svg xmlns="http://www.w3.org/2000/svg"'),
      })
      .strict(),
    output: saved,
  }),
  'exports.saveTable': main({
    input: z
      .object({
        name: line,
        header: z.array(z.string().max(10_000)).max(1000),
        rows: z
          .array(z.array(z.union([z.string().max(100_000), z.number(), z.null()])).max(1000))
          .max(100_000),
      })
      .strict(),
    output: saved,
  }),
}
