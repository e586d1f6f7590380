import { z } from 'zod'
import { dateOrders, delimiters, fileEncodings, type Inspection, importKinds } from '../domain/imports'
import { exportFormats } from '../domain/vocabulary'
import { attendanceOutcome } from './attendanceImport'
import { count, date, id, reference } from './fields'
import { knowledgeImportOutcome } from './knowledgeImport'
import { jot, main, read, write } from './operation'
import { enrolmentRole, enrolmentStep } from './programs'

/** Stands for a file that the user chose; the command line gives the path itself. */
const file = z.string().min(1).max(10_000)
const kind = z.enum(importKinds)
const encoding = z.enum(fileEncodings)
const delimiter = z.enum(delimiters)
const mapping = z.array(z.string().nullable()).max(16_384)

const plan = z
  .object({
    kind,
    encoding,
    delimiter,
    headerLine: count.nullable(),
    columns: z.array(z.string()).max(16_384),
    mapping,
    dateOrder: z.enum(dateOrders).nullable(),
    serialDateColumns: z.array(count),
    timeZone: z.string(),
  })
  .strict()

/** What becomes of a row whose member is known already. */
export const duplicatePolicies = ['merge', 'skip'] as const

/**
 * The user's word on a name in the file that several members could be meant by: one of them, somebody new, or
 * nobody (the rows are left out).
 */
const decision = z
  .object({ name: z.string(), is: z.union([id, z.literal('new'), z.literal('skip')]) })
  .strict()

const request = z
  .object({
    file,
    plan,
    onDuplicate: z.enum(duplicatePolicies),
    decisions: z.array(decision).max(10_000),
    /** Whether people who are not in the directory yet are added to it (sessions and interactions). */
    addUnknown: z.boolean(),
    today: date,
    /** A program that the members of the file apply for: they are enrolled with it, known ones as well. */
    enrol: z
      .object({ programId: id, role: enrolmentRole, step: enrolmentStep })
      .strict()
      .nullable()
      .optional(),
    /** How many of the rejected rows are listed, a thousand unless said; all of them are counted. */
    listed: count.optional(),
  })
  .strict()
export type ImportRequest = z.infer<typeof request>

const rejection = z.object({ line: count, reason: z.string() })

const person = reference.extend({
  email: z.string().nullable(),
  location: z.string().nullable(),
  department: z.string().nullable(),
})

const outcome = z.object({
  added: count,
  merged: count,
  skipped: count,
  /** The first of them; `rejectedCount` is all. */
  rejected: z.array(rejection),
  rejectedCount: count,
  /** Members who came into the directory because a session or an interaction names them. */
  newMembers: count,
  /** Members who were enrolled in the program. */
  enrolled: count,
})
export type ImportOutcome = z.infer<typeof outcome>

/** What an import of any kind has answered with. */
const cameIn = z.discriminatedUnion('what', [
  z.object({ what: z.literal('rows'), plan, outcome }).strict(),
  z.object({ what: z.literal('notes'), outcome: knowledgeImportOutcome }).strict(),
  z.object({ what: z.literal('attendance'), outcome: attendanceOutcome }).strict(),
])

const inspection: z.ZodType<Inspection> = z.custom<Inspection>(
  (value) => typeof value === 'object' && value !== null,
)

export const imports = {
  'imports.choose': main({
    input: z.object({}).strict(),
    output: z.object({ file: z.string(), fileName: z.string() }).nullable(),
  }),
  /** Finds out encoding, delimiter, header, columns and date order; what the user says goes before. */
  'imports.inspect': read({
    of: [],
    long: true,
    input: z
      .object({
        file,
        kind: kind.nullable(),
        encoding: encoding.nullable(),
        delimiter: delimiter.nullable(),
        /** Null: find it. 0: the file has none. */
        headerLine: count.nullable(),
        mapping: mapping.nullable(),
      })
      .strict(),
    output: inspection,
  }),
  /** What an import would do, row by row, with nothing written. */
  'imports.preview': read({
    of: ['members', 'sessions', 'interactions', 'programs', 'enrolments'],
    long: true,
    input: request,
    output: outcome.extend({
      /** Names that several members bear; until the user decides, their rows count as rejected. */
      ambiguous: z.array(z.object({ name: z.string(), rows: count, candidates: z.array(person) })),
      /** The first rows as they would be taken. */
      sample: z.array(
        z.object({
          line: count,
          fate: z.enum(['added', 'merged', 'skipped']),
          cells: z.record(z.string(), z.string()),
        }),
      ),
    }),
  }),
  /** One command: all of it, or nothing; undone as one step. */
  'imports.run': write({
    backsUpFirst: 'before import',
    input: request,
    output: outcome.extend({ importId: id.nullable() }),
  }),
  /** So that the next file with the same columns is understood at once. */
  'imports.remember': jot({
    input: plan.pick({ kind: true, columns: true, mapping: true, dateOrder: true }),
    output: z.object({}),
  }),
  /** Asks where to, and writes the rows that cannot be taken as a CSV with line and reason. */
  'imports.saveRejected': main({ input: request, output: z.object({ fileName: z.string() }).nullable() }),
  /** Asks where to, and writes a report of an import that took place. */
  'imports.saveReport': main({
    input: z.object({ file, on: date, came: cameIn, format: z.enum(exportFormats) }).strict(),
    output: z.object({ fileName: z.string() }).nullable(),
  }),
  'imports.writeRejected': read({
    of: [],
    long: true,
    internal: true,
    input: request
      .extend({
        path: z.string(),
        /** What an import has rejected; without it the file is gone through once more. */
        rejected: z.array(rejection).optional(),
      })
      .strict(),
    output: z.object({ rows: count }),
  }),
}
