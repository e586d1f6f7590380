import { z } from 'zod'
import { wholeFormats } from '../domain/vocabulary'
import { count, nothing } from './fields'
import { jot, main, read, tableNames } from './operation'

const path = z.string().min(1).max(10_000)
const format = z.enum(wholeFormats)

/** Everything of the program file in formats that any program reads, and back. */
export const whole = {
  /** How much there is to export, and how much of it is private to the coordinator. */
  'whole.overview': read({
    long: true,
    of: tableNames,
    input: nothing,
    output: z.object({ records: count, private: count, notes: count }),
  }),
  /** What stands in an export: as a JSON Schema, as text, and in words, as Markdown. */
  'whole.describe': read({
    of: [],
    input: nothing,
    output: z.object({ schema: z.string(), dictionary: z.string() }),
  }),
  /** Writes everything, all as it was at one moment: into one file, or into a folder that must not be there yet. */
  'whole.write': read({
    of: [],
    long: true,
    internal: true,
    input: z.object({ format, path, privateTexts: z.boolean() }).strict(),
    output: z.object({ path: z.string(), records: count }),
  }),
  /** Fills a new file with everything of an export. */
  'whole.fill': jot({
    internal: true,
    input: z.object({ path }).strict(),
    output: z.object({ records: count, privateTexts: z.enum(['included', 'left out']) }),
  }),
  /** Asks where to, and writes everything there. Null when the dialog was dismissed. */
  'whole.save': main({
    input: z.object({ format, privateTexts: z.boolean() }).strict(),
    output: z.object({ name: z.string(), records: count }).nullable(),
  }),
  /** Asks which export and where to, makes a program file of it there, and opens that. Null when a dialog was dismissed. */
  'whole.open': main({
    input: nothing,
    output: z
      .object({ fileName: z.string(), records: count, privateTexts: z.enum(['included', 'left out']) })
      .nullable(),
  }),
}
