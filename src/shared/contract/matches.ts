import { z } from 'zod'
import { flagKinds } from '../domain/support/flags'
import { matchSides } from '../domain/vocabulary'
import { closure } from './closures'
import { count, date, id, matchStatus, page, reference, words } from './fields'
import { goal } from './goals'
import { matchReasons } from './matchingProposal'
import { read } from './operation'
import { dueContact } from './support'

/** Which matches of a program are shown. */
export const matchShows = ['attention', 'going', 'paused', 'proposed', 'ended', 'all'] as const
export type MatchShow = (typeof matchShows)[number]

const side = reference.extend({ side: z.enum(matchSides) })
const matchRow = z.object({
  id,
  members: z.array(side),
  status: matchStatus,
  startedOn: z.string().nullable(),
  lastSessionOn: z.string().nullable(),
  sessions: count,
  /** How urgent: somebody was let down, something is late, something comes up, or nothing at all. */
  tone: z.enum(['over', 'due', 'quiet', 'leaf']),
  /** What is to know of it now. */
  sentence: z.string(),
  /** Of how many flags the sentence tells the first. */
  flags: count,
})
export type MatchRow = z.infer<typeof matchRow>

const entryKinds = [
  'session',
  'check-in',
  'goal',
  'milestone',
  'status',
  'snooze',
  'flag',
  'knowledge',
] as const
const entry = z.object({
  kind: z.enum(entryKinds),
  /** Of the record that it is told of; 0 for the beginning itself. */
  id: count,
  on: z.string(),
  title: z.string(),
  detail: z.string(),
  rating: z.int().nullable(),
})
export type TimelineEntry = z.infer<typeof entry>

const person = side.extend({
  /** Null where nobody chose a plan, or nothing is expected of them now. */
  due: dueContact.nullable(),
  advice: z.string().nullable(),
  lastCheckInOn: z.string().nullable(),
})
export type MatchPerson = z.infer<typeof person>

const openItem = z.object({
  id,
  text: z.string(),
  owner: reference.nullable(),
  dueOn: z.string().nullable(),
  sessionId: id,
  sessionOn: z.string(),
  goalId: id.nullable(),
})

const matchPage = z.object({
  id,
  program: reference,
  status: matchStatus,
  startedOn: z.string().nullable(),
  endedOn: z.string().nullable(),
  cadenceDays: count.nullable(),
  lastSessionOn: z.string().nullable(),
  lastSessionId: id.nullable(),
  sessions: count,
  /** Whether the program has a plan for check-ins. */
  planned: z.boolean(),
  people: z.array(person),
  flags: z.array(z.object({ kind: z.enum(flagKinds), memberId: id.nullable(), sentence: z.string() })),
  /** Flags that are there, and were set aside until a day. */
  aside: z.array(z.object({ id, sentence: z.string(), until: z.string(), reason: z.string() })),
  /** Why these two, as it was when the proposal was accepted; null where nobody proposed them. */
  reasons: matchReasons.nullable(),
  goals: z.array(goal),
  /** Of all its sessions, the oldest first. */
  openItems: z.array(openItem),
  /** The last one; null when there never was one. */
  closure: closure.nullable(),
  /** The newest first; `more` were left out. */
  timeline: z.array(entry),
  more: count,
  /** What was kept of the plan with each of them, in a sentence; null without a plan. */
  kept: z.string().nullable(),
})
export type MatchPage = z.infer<typeof matchPage>

const tables = [
  'programs',
  'matches',
  'match_members',
  'members',
  'sessions',
  'action_items',
  'interactions',
  'check_ins',
  'snoozes',
  'flag_snoozes',
  'match_moves',
  'goals',
  'milestones',
  'closures',
  'closure_steps',
] as const

/** The matches of a program, and the story of each. */
export const matches = {
  /** Who needs attention most comes first. */
  'matches.list': read({
    of: tables,
    input: z.object({ programId: id, show: z.enum(matchShows), query: words, today: date, page }).strict(),
    output: z.object({
      total: count,
      rows: z.array(matchRow),
      /** How many there are of each kind, whatever is searched for. */
      counts: z.record(z.enum(matchShows), count),
    }),
  }),
  'matches.page': read({
    of: [...tables, 'knowledge_items'],
    input: z.object({ id, today: date }).strict(),
    output: matchPage,
  }),
}
