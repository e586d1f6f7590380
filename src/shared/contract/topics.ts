import { z } from 'zod'
import { count, id, requiredLine } from './fields'
import { read, write } from './operation'

const topic = z.object({
  id,
  name: z.string(),
  /** The topic it stands under. */
  parentId: id.nullable(),
  /** What is about it itself, without what is about the topics below it. */
  sessions: count,
  knowledge: count,
  offering: count,
  wanting: count,
  asks: count,
})
export type Topic = z.infer<typeof topic>

const done = z.object({ id })

/** What skills, sessions, knowledge and asks are about, as the topics stand under one another. */
export const topics = {
  /** By name. */
  'topics.list': read({
    of: ['topics', 'session_topics', 'knowledge_topics', 'member_skills', 'asks'],
    input: z.object({}).strict(),
    output: z.array(topic),
  }),
  'topics.rename': write({
    input: z.object({ id, name: requiredLine.max(200, 'A topic has at most 200 characters.') }).strict(),
    output: done,
  }),
  /** Under another one, with all that stands below it; null is under none. */
  'topics.move': write({ input: z.object({ id, parentId: id.nullable() }).strict(), output: done }),
  /** Everything that is about `other` is about `keep` from then on, what stands below it included. */
  'topics.merge': write({
    input: z.object({ keep: id, other: id }).strict(),
    output: z.object({ moved: count }),
  }),
  /** One that nothing is about; what stands below it moves up. */
  'topics.remove': write({ input: z.object({ id }).strict(), output: done }),
}
