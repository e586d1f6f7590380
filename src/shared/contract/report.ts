import { z } from 'zod'
import { exportFormats } from '../domain/vocabulary'
import { count, date, redaction } from './fields'

/** What every report is asked for with. */
export const reportChoices = {
  /** Both ends belong to it; null is open. Nothing is said of days after today. */
  from: date.nullable(),
  to: date.nullable(),
  redaction,
  today: date,
  /** Names those too who have refused to be named in reports; otherwise they are "a member". */
  nameAll: z.boolean().default(false),
}

const table = z.object({
  title: z.string(),
  columns: z.array(
    z.object({
      title: z.string(),
      kind: z.enum(['text', 'count', 'decimal', 'index', 'share', 'change', 'lean', 'day', 'month']),
    }),
  ),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
  more: count,
  picture: z.enum(['bars', 'weeks', 'months', 'matrix']).nullable(),
})

const report = z.object({
  about: z.enum(['program', 'community', 'coverage', 'import']),
  title: z.string(),
  programName: z.string(),
  period: z.string(),
  generatedOn: z.string(),
  reading: z.string(),
  redaction,
  label: z.string(),
  note: z.string(),
  sections: z.array(z.object({ title: z.string(), sentences: z.array(z.string()), tables: z.array(table) })),
})

/** A report as it would leave, with the first rows of its long tables. */
export const reportShown = z.object({
  report,
  /** Members in it who have refused to be named in reports, or have taken their consent back. */
  unwilling: count,
})

export const reportFormat = z.enum(exportFormats)
