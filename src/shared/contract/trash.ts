import { z } from 'zod'
import { count, id, page } from './fields'
import { read, write } from './operation'

/** What can lie in the trash. */
export const trashTables = [
  'sessions',
  'members',
  'programs',
  'enrolments',
  'survey_templates',
  'survey_responses',
  'check_ins',
  'goals',
  'communities',
  'gatherings',
  'asks',
  'invitations',
  'knowledge_items',
  'knowledge_reuses',
] as const

const trashRow = z.object({
  id,
  table: z.enum(trashTables),
  /** When it was deleted: ISO 8601, UTC. */
  deletedAt: z.string(),
  /** What it was. */
  name: z.string(),
  /** The date of a session. */
  heldOn: z.string().nullable(),
  /** What tells it from others: the beginning of a session's notes, where a member belongs. */
  detail: z.string(),
  /** What was deleted with it, by table. */
  parts: z.record(z.string(), count),
})
export type TrashRow = z.infer<typeof trashRow>

const ids = z.array(id).min(1).max(1000, 'That is more than a thousand at once.')

export const trash = {
  /** What was deleted and can come back, the last first. */
  'trash.list': read({
    of: ['trash', 'commands', 'members', 'topics'],
    input: z.object({ page }).strict(),
    output: z.object({ total: count, rows: z.array(trashRow) }),
  }),
  /** Brings back what can be; what could not is told in sentences. */
  'trash.restore': write({
    input: z.object({ ids }).strict(),
    output: z.object({
      restored: z.array(z.object({ table: z.enum(trashTables), id, name: z.string() })),
      notes: z.array(z.string()),
    }),
  }),
  /** Deletes for good, all of it or some: nothing of it can be read any more, and undo stops there. */
  'trash.purge': write({
    input: z.object({ ids: ids.nullable() }).strict(),
    output: z.object({ count }),
  }),
}

/** What a deletion answers, for the way back: what undo has to find, and what lies in the trash. */
export const deletion = z.object({ command: id, trash: z.array(id) })
export type Deletion = z.infer<typeof deletion>
