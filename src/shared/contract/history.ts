import { z } from 'zod'
import { type HistoryArea, historyAreaNames } from '../domain/historyWords'
import { count, date, id, nothing, words } from './fields'
import { main, read, write } from './operation'

/** A command by its number and in words. */
const target = z.object({ id, summary: z.string() }).nullable()

/** An undo takes back what was done or redone; a redo takes back an undo. */
export const commandKinds = ['do', 'undo', 'redo'] as const
const commandKind = z.enum(commandKinds)
export type CommandKind = z.infer<typeof commandKind>

export const diffPiece = z.object({ text: z.string(), is: z.enum(['same', 'added', 'removed']) })
export type DiffPiece = z.infer<typeof diffPiece>

const fieldChange = z.object({
  label: z.string(),
  /** How the two values are to be shown; a `date` is `YYYY-MM-DD`. */
  kind: z.enum(['text', 'date']),
  /** Null: nothing was there, or is there now. */
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** Of a long text only what differs, in its place; then `before` and `after` are null. */
  diff: z.array(diffPiece).nullable(),
})
export type FieldChange = z.infer<typeof fieldChange>

const command = z.object({
  id,
  /** ISO 8601, UTC. */
  at: z.string(),
  kind: commandKind,
  operation: z.string(),
  summary: z.string(),
  reason: z.string().nullable(),
  /** Whether a later undo or redo took its effect back. */
  takenBack: z.boolean(),
  /** Whether it, and with it all before, can never be taken back. */
  final: z.boolean(),
  /** How many records of which table it changed. */
  counts: z.record(z.string(), count),
})
export type HistoryCommand = z.infer<typeof command>

const recordChange = z.discriminatedUnion('type', [
  fieldChange.extend({ type: z.literal('field') }),
  /** Such as attendees: who came and who went. */
  z.object({
    type: z.literal('list'),
    label: z.string(),
    added: z.array(z.string()),
    removed: z.array(z.string()),
  }),
  /** A record that is part of this one, such as an action item. */
  z.object({
    type: z.literal('part'),
    label: z.string(),
    name: z.string(),
    what: z.enum(['added', 'changed', 'deleted']),
    fields: z.array(fieldChange),
  }),
])
export type RecordChange = z.infer<typeof recordChange>

const recordLine = z.object({
  command: id,
  at: z.string(),
  kind: commandKind,
  summary: z.string(),
  reason: z.string().nullable(),
  takenBack: z.boolean(),
  /** What became of the record by it. */
  what: z.enum(['added', 'imported', 'changed', 'deleted', 'restored']),
  /** The file that an imported record came from. */
  fileName: z.string().nullable(),
  changes: z.array(recordChange),
})
export type RecordLine = z.infer<typeof recordLine>

/** The records that have a history of their own. */
const historyTables = [
  'knowledge_items',
  'members',
  'sessions',
  'matches',
  'programs',
  'enrolments',
  'check_ins',
  'goals',
  'communities',
  'gatherings',
] as const

export const historyFilter = z
  .object({
    /** Words or parts of words, in what was done and why. */
    query: words,
    areas: z.array(z.enum(historyAreaNames as [HistoryArea, ...HistoryArea[]])),
    kinds: z.array(commandKind),
    /** Days of this computer's calendar. */
    from: date.nullable(),
    to: date.nullable(),
  })
  .strict()
export type HistoryFilter = z.infer<typeof historyFilter>

const place = z.object({ at: z.string(), id }).strict()

/** One record as a command left it. */
const entry = z.object({
  /** Number of the line in the record of changes; the next page begins behind it. */
  change: id,
  table: z.string(),
  row: id,
  /** How many rows, where many were added at once. */
  rows: count,
  what: z.enum(['added', 'changed', 'deleted']),
  /** The record by its name. */
  name: z.string(),
  /** What it is part of, such as the session of an attendee. */
  whole: z.object({ table: z.string(), id, name: z.string() }).nullable(),
  /** Where it, or what it is part of, can be opened; null when that is gone, or is shown nowhere. */
  opens: z.object({ screen: z.enum(['members', 'sessions']), id }).nullable(),
  fields: z.array(fieldChange),
})
export type HistoryEntry = z.infer<typeof entry>

const sqlValue = z.union([z.string(), z.number(), z.null()])

export const history = {
  /** What undo and redo would take back now; null when there is nothing. */
  'history.state': read({
    of: ['commands'],
    input: nothing,
    output: z.object({ undo: target, redo: target }),
  }),
  /** Whether what a command did is as it left it: not undone, or done again since. */
  'history.stands': read({
    of: ['commands'],
    input: z.object({ id }).strict(),
    output: z.object({ stands: z.boolean() }),
  }),
  /** With a command: only as long as that is what would be taken back. */
  'history.undo': write({
    input: z.object({ command: id.optional() }).strict(),
    output: z.object({ summary: z.string() }),
  }),
  'history.redo': write({ input: nothing, output: z.object({ summary: z.string() }) }),
  /** What happened to one record, the newest first; `before` is the command at which the last page ended. */
  'history.ofRecord': read({
    of: ['commands'],
    input: z
      .object({
        table: z.enum(historyTables),
        id,
        before: id.nullable(),
        limit: z.int().min(1).max(200),
      })
      .strict(),
    output: z.object({
      lines: z.array(recordLine),
      more: z.boolean(),
      /** When the record was made, where no line tells of it. */
      since: z.string().nullable(),
    }),
  }),
  /**
   * Commands, the newest first. A page may be short, even empty, before the end: each call looks through a bounded
   * part of the history. `next` says where to go on; null at the end.
   */
  'history.list': read({
    of: ['commands'],
    input: z
      .object({ filter: historyFilter, after: place.nullable(), limit: z.int().min(1).max(1000) })
      .strict(),
    output: z.object({ rows: z.array(command), next: place.nullable() }),
  }),
  'history.overview': read({
    of: ['commands'],
    input: nothing,
    output: z.object({ commands: count, firstAt: z.string().nullable() }),
  }),
  /** What one command changed, record by record. */
  'history.command': read({
    of: ['commands'],
    input: z.object({ id, after: count, limit: z.int().min(1).max(500) }).strict(),
    output: z.object({ command, entries: z.array(entry), next: count.nullable() }),
  }),
  /** The changes of several commands, in their order, with the values as they are stored and in words. */
  'history.changes': read({
    of: [],
    internal: true,
    input: z
      .object({
        commands: z.array(id).max(1000),
        after: z.object({ command: id, change: id }).strict().nullable(),
        limit: z.int().min(1).max(10_000),
      })
      .strict(),
    output: z.object({
      changes: z.array(
        entry.omit({ fields: true, opens: true, whole: true }).extend({
          command: id,
          fields: z.array(
            z.object({
              column: z.string(),
              /** Null for what is noted for Coppice itself. */
              label: z.string().nullable(),
              stored: z.object({ before: sqlValue, after: sqlValue }),
              words: z.object({ before: z.string().nullable(), after: z.string().nullable() }),
            }),
          ),
        }),
      ),
      next: z.object({ command: id, change: id }).nullable(),
    }),
  }),
  /** Asks where to, and writes what is filtered there as a CSV. Null when the dialog was dismissed. */
  'history.save': main({
    input: z.object({ filter: historyFilter }).strict(),
    output: z.object({ fileName: z.string(), commands: count }).nullable(),
  }),
  'history.write': read({
    of: [],
    long: true,
    internal: true,
    input: z.object({ filter: historyFilter, path: z.string() }).strict(),
    output: z.object({ commands: count }),
  }),
}
