import { z } from 'zod'
import { unlinkable } from '../domain/knowledge/links'
import { knowledgeKinds, knowledgeStates, valueCycles } from '../domain/vocabulary'
import { count, date, id, markdown, page, reference, requiredLine, words } from './fields'
import { diffPiece } from './history'
import { read, write } from './operation'
import { deletion } from './trash'

export const knowledgeKind = z.enum(knowledgeKinds)
const state = z.enum(knowledgeStates)

export const knowledgeFilter = z
  .object({
    /** Words or beginnings of words, anywhere in title, topics and text. */
    query: words,
    kinds: z.array(knowledgeKind),
    states: z.array(state),
    topicIds: z.array(id),
    communityIds: z.array(id),
    authorIds: z.array(id),
    /** Only what should have been looked through again by this day. */
    reviewBy: date.nullable(),
  })
  .strict()
export type KnowledgeFilter = z.infer<typeof knowledgeFilter>

const knowledgeSortKeys = ['title', 'updatedAt', 'reuses', 'reviewOn'] as const
const sort = z.object({ by: z.enum(knowledgeSortKeys), descending: z.boolean() }).strict()
export type KnowledgeSort = z.infer<typeof sort>

const row = z.object({
  id,
  kind: knowledgeKind,
  title: z.string(),
  state,
  authors: z.array(reference),
  topics: z.array(z.string()),
  community: reference.nullable(),
  reviewOn: z.string().nullable(),
  updatedAt: z.string(),
  reuses: count,
  /** Text in pieces; the pieces that were searched for are hits. */
  excerpt: z.array(z.object({ text: z.string(), hit: z.boolean() })),
})
export type KnowledgeRow = z.infer<typeof row>

export const knowledgeFields = z
  .object({
    kind: knowledgeKind,
    title: requiredLine
      .max(200, 'A title has at most 200 characters.')
      .refine(
        (title) => !unlinkable.test(title),
        'A title cannot hold [ ] or |: links to it are written [[Title]].',
      )
      .refine((title) => /[\p{L}\p{N}]/u.test(title), 'Give it a title with a word in it.'),
    body: markdown,
    topics: z.array(requiredLine).max(100),
    authorIds: z.array(id).max(100),
    communityId: id.nullable(),
    reviewOn: date.nullable(),
    /** The session out of whose notes it was made. */
    sessionId: id.nullable(),
  })
  .strict()
export type KnowledgeInput = z.infer<typeof knowledgeFields>

const item = knowledgeFields.omit({ authorIds: true }).extend({
  id,
  state,
  stateSince: z.string(),
  authors: z.array(reference),
  community: reference.nullable(),
  /** Null when it was not made out of a session's notes. */
  session: z.object({ id, heldOn: z.string(), people: z.array(reference) }).nullable(),
  /** How many versions there were before this one. */
  versions: count,
  writtenAt: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  /** The titles it links to, with the item of that title; null where nobody has written it yet. */
  links: z.array(z.object({ title: z.string(), id: id.nullable() })),
  /** What links to it. */
  backlinks: z.object({
    items: z.array(z.object({ id, name: z.string(), kind: knowledgeKind })),
    sessions: z.array(z.object({ id, heldOn: z.string(), people: z.array(reference) })),
  }),
  /** What shares topics with it, the closest first. */
  related: z.array(z.object({ id, name: z.string(), kind: knowledgeKind })),
})
export type KnowledgeItem = z.infer<typeof item>

const cycles = Object.fromEntries(valueCycles.map((cycle) => [cycle, z.string().nullable()])) as Record<
  (typeof valueCycles)[number],
  z.ZodNullable<z.ZodString>
>
export const valueStory = z.object(cycles).strict()
export type ValueStory = z.infer<typeof valueStory>

const itemTables = [
  'knowledge_items',
  'knowledge_authors',
  'knowledge_topics',
  'knowledge_reuses',
  'topics',
  'members',
  'communities',
] as const

/** What was learned and written down, so that others find it and use it. */
export const knowledge = {
  /** With words to search for the best hits come first; else as sorted. */
  'knowledge.list': read({
    of: itemTables,
    input: z.object({ filter: knowledgeFilter, sort: sort.nullable(), page }).strict(),
    output: z.object({ total: count, rows: z.array(row) }),
  }),
  /** What the list can be narrowed down to, and the figures of the sentence above it. */
  'knowledge.overview': read({
    of: itemTables,
    input: z.object({ today: date }).strict(),
    output: z.object({
      items: count,
      endorsed: count,
      inReview: count,
      /** Not retired, and their day to be looked through again has come. */
      toReview: count,
      reuses: count,
      topics: z.array(reference.extend({ items: count })),
      communities: z.array(reference.extend({ items: count })),
      authors: z.array(reference.extend({ items: count })),
    }),
  }),
  'knowledge.get': read({
    of: [...itemTables, 'knowledge_versions', 'sessions', 'session_attendees'],
    input: z.object({ id }).strict(),
    output: item,
  }),
  /** Items by the beginnings of words of their titles, for the palette and for links; without words the newest. */
  'knowledge.find': read({
    of: ['knowledge_items'],
    input: z.object({ query: words, limit: z.int().min(1).max(100) }).strict(),
    output: z.array(z.object({ id, name: z.string(), kind: knowledgeKind, state })),
  }),
  /** The item of a title, as links find it. */
  'knowledge.titled': read({
    of: ['knowledge_items'],
    input: z.object({ title: words }).strict(),
    output: z.object({ id: id.nullable() }),
  }),
  /** With another title, the links to it follow: in other items, and in the notes of sessions. */
  'knowledge.save': write({
    input: z.object({ id: id.nullable(), item: knowledgeFields, today: date }).strict(),
    output: z.object({ id, relinked: count }),
  }),
  'knowledge.setState': write({
    input: z.object({ ids: z.array(id).min(1).max(1000), state, today: date }).strict(),
    output: z.object({ changed: count }),
  }),
  /** Looked through again, and still good; the next time is then. */
  'knowledge.review': write({
    input: z.object({ id, nextOn: date.nullable() }).strict(),
    output: z.object({ id }),
  }),
  /** Into the trash, with all that belongs to it. */
  'knowledge.remove': write({ input: z.object({ id }).strict(), output: deletion }),

  /** The versions of an item, the newest first, each with what differs from the one before it. */
  'knowledge.versions': read({
    of: ['knowledge_items', 'knowledge_versions'],
    input: z.object({ id }).strict(),
    output: z.array(
      z.object({
        number: count,
        writtenAt: z.string(),
        title: z.string(),
        /** The title it had before, where that was another one. */
        titleBefore: z.string().nullable(),
        /** Empty for the first. */
        difference: z.array(diffPiece),
      }),
    ),
  }),
  /** Writes the text of an earlier version again, as a new one. */
  'knowledge.restoreVersion': write({
    input: z.object({ id, number: z.int().positive() }).strict(),
    output: z.object({ id }),
  }),

  /**
   * A passage of a session's notes as the beginning of an item: what is private never leaves. With `names` hidden
   * people are called what they are to each other.
   */
  'knowledge.passage': read({
    of: ['sessions', 'session_attendees', 'session_topics', 'topics', 'members', 'match_members'],
    input: z.object({ sessionId: id, passage: markdown, names: z.enum(['kept', 'hidden']) }).strict(),
    output: z.object({
      title: z.string(),
      body: z.string(),
      topics: z.array(z.string()),
      /** Those of the session who passed it on. */
      authors: z.array(reference),
      /** Whether hiding names would change anything. */
      names: z.boolean(),
      /** The notes are meant for the pair: they have to be asked. */
      forPair: z.boolean(),
    }),
  }),
}
