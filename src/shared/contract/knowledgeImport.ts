import { z } from 'zod'
import { count, date } from './fields'
import { knowledgeKind } from './knowledge'
import { main, read, write } from './operation'

/** What becomes of a note whose title a piece of knowledge bears already. */
const notePolicies = ['new version', 'skip'] as const

const request = z
  .object({
    /** Stands for a folder, or a note, that the user chose; the command line gives the path itself. */
    file: z.string().min(1).max(10_000),
    onDuplicate: z.enum(notePolicies),
    /** What a note is that does not say it. */
    kind: knowledgeKind,
    today: date,
  })
  .strict()
export type KnowledgeImportRequest = z.infer<typeof request>

const told = z.object({ path: z.string(), reason: z.string() })

export const knowledgeImportOutcome = z.object({
  added: count,
  /** Written anew, with what was there before as a version. */
  changed: count,
  /** There already, just so. */
  unchanged: count,
  /** There already, and left as it is because that was wanted. */
  skipped: count,
  /** Pictures and other files that came with them. */
  files: count,
  /** Notes that are not taken, with why. */
  rejected: z.array(told),
  /** What was noticed of notes that are taken. */
  remarks: z.array(told),
})
export type KnowledgeImportOutcome = z.infer<typeof knowledgeImportOutcome>

/** Notes in Markdown, out of a folder and those in it, as pieces of knowledge. */
export const knowledgeImport = {
  /** Asks for a folder. Null when the dialog was dismissed. */
  'knowledge.chooseFolder': main({
    input: z.object({}).strict(),
    output: z.object({ file: z.string(), name: z.string() }).nullable(),
  }),
  /** What an import would do, with nothing written. */
  'knowledge.previewImport': read({
    of: ['knowledge_items', 'knowledge_files', 'members', 'communities'],
    long: true,
    input: request,
    output: knowledgeImportOutcome.extend({
      /** The first of them, as they would be taken. */
      sample: z.array(
        z.object({
          path: z.string(),
          title: z.string(),
          kind: knowledgeKind,
          topics: z.array(z.string()),
          fate: z.enum(['added', 'changed', 'unchanged', 'skipped']),
        }),
      ),
    }),
  }),
  /** One command: undone as one step. */
  'knowledge.import': write({
    backsUpFirst: 'before import',
    input: request,
    output: knowledgeImportOutcome,
  }),
}
