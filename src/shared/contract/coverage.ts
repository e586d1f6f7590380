import { z } from 'zod'
import { count, date, reference } from './fields'
import { read } from './operation'

const coverageStates = ['missing', 'one person', 'out of date', 'covered'] as const

const topic = z.object({
  topic: reference,
  state: z.enum(coverageStates),
  /** Active members who want it, and active mentors who offer it. */
  wanted: count,
  mentors: count,
  /** Pieces of knowledge about it that are not retired, and how many of them should have been looked through again. */
  items: count,
  outdated: count,
  /** The one on whom it depends, as mentor or as author; null unless there is exactly one. */
  onlyPerson: reference.nullable(),
})
export type TopicCoverage = z.infer<typeof topic>

export const coverage = {
  /**
   * The topics that active members want, against the active mentors who offer them and the knowledge about them: first
   * what nobody offers and nobody wrote about, then what depends on one person, then that of which all that is written
   * is out of date, then the rest; in each the most wanted first.
   */
  'coverage.topics': read({
    of: ['members', 'member_skills', 'topics', 'knowledge_items', 'knowledge_topics', 'knowledge_authors'],
    input: z.object({ today: date }).strict(),
    output: z.array(topic),
  }),
}
