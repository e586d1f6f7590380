import { z } from 'zod'
import { matchSides } from '../domain/vocabulary'
import {
  confidentiality,
  count,
  date,
  id,
  markdown,
  matchStatus,
  optionalLine,
  page,
  reference,
  requiredLine,
  sessionMedium,
  words,
} from './fields'
import { read, write } from './operation'
import { deletion } from './trash'

export const sessionFilter = z
  .object({
    /** Words or beginnings of words, anywhere in title, agenda and notes. */
    query: words,
    memberId: id.nullable(),
    matchId: id.nullable(),
    topicIds: z.array(id),
    media: z.array(sessionMedium),
    confidentialities: z.array(confidentiality),
    from: date.nullable(),
    to: date.nullable(),
    /** Only sessions whose notes are still to be written. */
    withoutNotes: z.boolean(),
  })
  .strict()
export type SessionFilter = z.infer<typeof sessionFilter>

/** Text in pieces; the pieces that were searched for are hits. */
const excerpt = z.array(z.object({ text: z.string(), hit: z.boolean() }))
export type Excerpt = z.infer<typeof excerpt>

const sessionRow = z.object({
  id,
  heldOn: z.string(),
  minutes: count.nullable(),
  medium: sessionMedium.nullable(),
  title: z.string().nullable(),
  attendees: z.array(reference),
  topics: z.array(z.string()),
  confidentiality,
  rating: z.int().nullable(),
  openActionItems: count,
  excerpt,
})
export type SessionRow = z.infer<typeof sessionRow>

const actionItem = z
  .object({
    /** Null for a new one. */
    id: id.nullable(),
    text: requiredLine,
    ownerId: id.nullable(),
    dueOn: date.nullable(),
    doneOn: date.nullable(),
  })
  .strict()

const sessionFields = z
  .object({
    matchId: id.nullable(),
    attendeeIds: z.array(id).min(1, 'Say who met: at least one attendee.').max(500),
    heldOn: date,
    minutes: z.int().min(0).max(100_000).nullable(),
    medium: sessionMedium.nullable(),
    title: optionalLine,
    agenda: markdown.transform((text) => (text.trim() === '' ? null : text)).nullable(),
    notes: markdown,
    topics: z.array(requiredLine).max(100),
    actionItems: z.array(actionItem).max(200),
    confidentiality,
    rating: z.int().min(1).max(5).nullable(),
  })
  .strict()
export type SessionInput = z.infer<typeof sessionFields>

const session = sessionFields.extend({
  id,
  attendees: z.array(reference),
  actionItems: z.array(actionItem.extend({ id, owner: reference.nullable() })),
  match: z.object({ id, program: z.string() }).nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  /** When title, agenda and notes were erased. */
  notesErasedAt: z.string().nullable(),
})
export type Session = z.infer<typeof session>

const matchOption = z.object({
  id,
  program: z.string(),
  status: matchStatus,
  cadenceDays: count.nullable(),
  lastSessionOn: z.string().nullable(),
  members: z.array(reference.extend({ side: z.enum(matchSides) })),
})
export type MatchOption = z.infer<typeof matchOption>

export const sessions = {
  /** Newest first; with words to search for, the newest that hold them. `total` stops counting at 10,000. */
  'sessions.list': read({
    of: ['sessions', 'session_attendees', 'session_topics', 'topics', 'action_items', 'members'],
    input: z.object({ filter: sessionFilter, page }).strict(),
    output: z.object({ total: count, rows: z.array(sessionRow) }),
  }),
  /** The figures of the sentence under the title. */
  'sessions.overview': read({
    of: ['sessions', 'action_items'],
    input: z.object({ today: date }).strict(),
    output: z.object({ sessions: count, lastThirtyDays: count, withoutNotes: count, openActionItems: count }),
  }),
  'sessions.get': read({
    of: [
      'sessions',
      'session_attendees',
      'session_topics',
      'topics',
      'action_items',
      'members',
      'matches',
      'programs',
    ],
    input: z.object({ id }).strict(),
    output: session,
  }),
  'sessions.save': write({
    input: z.object({ id: id.nullable(), session: sessionFields }).strict(),
    output: z.object({ id }),
  }),
  /** Into the trash, with all that belongs to it. */
  'sessions.remove': write({
    input: z.object({ id }).strict(),
    output: deletion,
  }),
  'actionItems.setDone': write({
    input: z.object({ id, doneOn: date.nullable() }).strict(),
    output: z.object({ id }),
  }),
  /** Matches to write a session for; those that meet most recently come first. */
  'matches.find': read({
    of: ['matches', 'match_members', 'programs', 'members', 'sessions'],
    input: z.object({ query: words, limit: z.int().min(1).max(100) }).strict(),
    output: z.array(matchOption),
  }),
  'matches.get': read({
    of: ['matches', 'match_members', 'programs', 'members', 'sessions'],
    input: z.object({ id }).strict(),
    output: matchOption,
  }),
  'topics.find': read({
    of: ['topics', 'session_topics', 'member_skills', 'knowledge_topics'],
    input: z.object({ query: words, limit: z.int().min(1).max(200) }).strict(),
    output: z.array(reference),
  }),
}
