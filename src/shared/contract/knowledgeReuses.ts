import { z } from 'zod'
import { count, date, id, reference } from './fields'
import { knowledgeKind, valueStory } from './knowledge'
import { read, write } from './operation'
import { deletion } from './trash'

const told = z
  .string()
  .trim()
  .max(10_000, 'This is longer than ten thousand characters.')
  .transform((text) => (text === '' ? null : text))
  .nullable()

const reuseFields = z
  .object({
    memberId: id,
    usedOn: date,
    story: z
      .object({ immediate: told, potential: told, applied: told, realised: told, reframing: told })
      .strict(),
  })
  .strict()
export type ReuseInput = z.infer<typeof reuseFields>

const reuse = z.object({
  id,
  item: reference.extend({ kind: knowledgeKind }),
  member: reference.extend({ location: z.string().nullable(), department: z.string().nullable() }),
  usedOn: z.string(),
  story: valueStory,
  /** Whether who used it is elsewhere than every author; null where one place or the other is not known. */
  acrossPlaces: z.boolean().nullable(),
  acrossDepartments: z.boolean().nullable(),
})
export type Reuse = z.infer<typeof reuse>

const transferFigures = z.object({ uses: count, users: count, acrossPlaces: count, acrossDepartments: count })
export type TransferFigures = z.infer<typeof transferFigures>

const tables = ['knowledge_reuses', 'knowledge_items', 'knowledge_authors', 'members'] as const

/** Who used what was written down, when, and what came of it. */
export const knowledgeReuses = {
  /** Of an item, the latest first. */
  'knowledge.reuses': read({
    of: tables,
    input: z.object({ itemId: id }).strict(),
    output: z.object({ reuses: z.array(reuse), figures: transferFigures }),
  }),
  /** What a member wrote, how often others used it, and what they used themselves. */
  'knowledge.ofMember': read({
    of: tables,
    input: z.object({ memberId: id }).strict(),
    output: z.object({
      written: z.array(reference.extend({ kind: knowledgeKind, reuses: count })),
      used: z.array(reuse),
      figures: transferFigures,
    }),
  }),
  /** Who teaches whom what: the pairs with the most uses, and how many of them cross a boundary. */
  'knowledge.transfer': read({
    of: [...tables, 'knowledge_topics', 'topics'],
    input: z.object({ communityId: id.nullable() }).strict(),
    output: z.object({
      figures: transferFigures,
      pairs: z.array(
        z.object({
          from: reference,
          to: reference,
          uses: count,
          items: z.array(reference),
          topics: z.array(z.string()),
        }),
      ),
      /** From which department to which; null stands for unknown. */
      departments: z.array(z.object({ from: z.string().nullable(), to: z.string().nullable(), uses: count })),
      /** In how many uses each part of the value-creation story was told. */
      cycles: z.object({
        immediate: count,
        potential: count,
        applied: count,
        realised: count,
        reframing: count,
      }),
      /** Uses of which nothing is told, and the latest of those of which something is. */
      untold: count,
      stories: z.array(reuse),
    }),
  }),
  /** From each author to who used it, it counts as a contact. */
  'knowledge.saveReuse': write({
    input: z.object({ id: id.nullable(), itemId: id, reuse: reuseFields }).strict(),
    output: z.object({ id }),
  }),
  /** Into the trash. */
  'knowledge.removeReuse': write({ input: z.object({ id }).strict(), output: deletion }),
}
