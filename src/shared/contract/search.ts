import { z } from 'zod'
import { foundKinds } from '../domain/vocabulary'
import { count, date, id, reference, words } from './fields'
import { read } from './operation'

const foundKind = z.enum(foundKinds)

export const searchFilter = z
  .object({
    /** Words or beginnings of words; all of them have to be there, each in one of its forms. */
    query: words,
    /** None is all of them. */
    kinds: z.array(foundKind),
    /** Both ends belong to it. With a period, only what is of a day is found. */
    from: date.nullable(),
    to: date.nullable(),
    /** With one of these topics, or one below them. */
    topicIds: z.array(id),
    communityId: id.nullable(),
    programId: id.nullable(),
    /** As it was typed: no word is taken for another one. */
    literally: z.boolean(),
  })
  .strict()
export type SearchFilter = z.infer<typeof searchFilter>

/** Text in pieces; the pieces that were searched for are hits. */
const pieces = z.array(z.object({ text: z.string(), hit: z.boolean() }))

const found = z.object({
  kind: foundKind,
  id,
  /** Empty where it has no name of its own. */
  title: pieces,
  excerpt: pieces,
  /** The day it is of; null where it is of none. */
  on: z.string().nullable(),
  /** Who met, wrote, asked, or is to do it. */
  people: z.array(reference),
  /** The community or program that it belongs to. */
  within: reference.nullable(),
  /** The session of an action item. */
  sessionId: id.nullable(),
  /** What kind of knowledge or gathering, or what somebody is and where. */
  details: z.array(z.string()),
})
export type Found = z.infer<typeof found>

const tables = [
  'members',
  'member_skills',
  'topics',
  'programs',
  'enrolments',
  'matches',
  'match_members',
  'communities',
  'community_members',
  'knowledge_items',
  'knowledge_authors',
  'knowledge_topics',
  'gatherings',
  'sessions',
  'session_attendees',
  'session_topics',
  'action_items',
  'asks',
] as const

/** One search over everything that is in the file. */
export const search = {
  /**
   * The best of every kind: what is called so, then what its name begins with, then what is called by these words, then
   * what holds them.
   */
  'search.all': read({
    of: tables,
    input: z.object({ filter: searchFilter, limit: z.int().min(1).max(500) }).strict(),
    output: z.object({
      /** What was searched for instead, where a word that was typed is found nowhere; null else. */
      meant: z.string().nullable(),
      /** What may have been meant, where few things were found and a near word is far more common; null else. */
      suggested: z.string().nullable(),
      /** Of each kind how many were found, whichever kinds were asked for; it stops counting at 10,000. */
      counts: z.record(foundKind, count),
      rows: z.array(found),
    }),
  }),
}
