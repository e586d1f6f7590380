import { z } from 'zod'
import { checkInDepths, presetNames } from '../domain/support/plan'
import {
  confidentiality,
  count,
  date,
  id,
  markdown,
  matchStatus,
  reference,
  requiredLine,
  sessionMedium,
} from './fields'
import { main, read, write } from './operation'
import { supportPlan } from './supportPlan'
import { deletion } from './trash'

const checkInDepth = z.enum(checkInDepths)
const dueStates = ['ok', 'due', 'overdue', 'breached', 'snoozed'] as const

/** The next check-in with one person. @see domain/support/due */
export const dueContact = z.object({
  depth: checkInDepth,
  preset: z.enum(presetNames),
  since: z.string(),
  dueOn: z.string(),
  latestOn: z.string(),
  state: z.enum(dueStates),
  daysLate: count,
  snoozedUntil: z.string().nullable(),
})

const checkInFields = z
  .object({
    matchId: id,
    /** Whom the coordinator talked with. */
    memberId: id,
    /** Today, or some day before: people call, and it is noted later. */
    madeOn: date,
    means: sessionMedium.nullable(),
    depth: checkInDepth,
    minutes: z.int().min(0).max(100_000).nullable(),
    notes: markdown,
    confidentiality,
  })
  .strict()
export type CheckInInput = z.infer<typeof checkInFields>

/** What waits for the coordinator in the support of matches. */
const line = {
  match: z.object({ id, programId: id, program: z.string(), members: z.array(reference) }),
  /** One of the two is 0; today both are. */
  daysLate: count,
  daysToGo: count,
  dueOn: z.string(),
}
const dueCheckIn = z.object({
  ...line,
  person: reference,
  depth: checkInDepth,
  preset: z.enum(presetNames),
  state: z.enum(dueStates),
  /** What to try when it does not come about. */
  advice: z.string().nullable(),
})
const dueStep = z.object({
  ...line,
  /** Null: all that is left is to close. */
  stepId: id.nullable(),
  closureId: id,
  text: z.string(),
})
const dueGoal = z.object({ ...line, goalId: id, text: z.string() })

const supportDocument = z.discriminatedUnion('what', [
  z.object({ what: z.literal('kept'), matchId: id, today: date }).strict(),
  z.object({ what: z.literal('week'), today: date }).strict(),
])
const saved = z.object({ fileName: z.string() }).nullable()

const dueTables = [
  'programs',
  'matches',
  'match_members',
  'members',
  'check_ins',
  'snoozes',
  'match_moves',
  'goals',
  'closures',
  'closure_steps',
] as const

export const support = {
  /** Check-ins, closing steps and goals of all programs that are due within these days or late; the latest first. */
  'support.due': read({
    of: dueTables,
    input: z
      .object({ today: date, days: z.int().min(0).max(366), limit: z.int().min(1).max(10_000) })
      .strict(),
    output: z.object({
      /** All there are, and how many of them are late or due today; the lists hold the first of each. */
      totals: z.object({ late: count, now: count, checkIns: count, steps: count, goals: count }),
      checkIns: z.array(dueCheckIn),
      steps: z.array(dueStep),
      goals: z.array(dueGoal),
    }),
  }),
  /** How often people are checked in with in a program; null while nobody chose. */
  'support.plan': read({
    of: ['programs'],
    input: z.object({ programId: id }).strict(),
    output: z.object({ plan: supportPlan.nullable() }),
  }),
  /** A document on paper: what was kept of the plan in a match, or what the coming week holds. */
  'support.document': read({
    of: [],
    internal: true,
    input: supportDocument,
    output: z.object({ title: z.string(), html: z.string() }),
  }),
  /** The days of planned sessions and check-ins as a calendar file (RFC 5545). */
  'support.calendar': read({
    of: [],
    internal: true,
    input: z.object({ today: date }).strict(),
    output: z.object({ text: z.string() }),
  }),
  /** Asks where to, and writes the document there. Null when the dialog was dismissed. */
  'support.save': main({
    input: z.object({ document: supportDocument, format: z.enum(['pdf', 'html']) }).strict(),
    output: saved,
  }),
  'support.print': main({
    input: z.object({ document: supportDocument }).strict(),
    output: z.object({ printed: z.boolean() }),
  }),
  'support.saveCalendar': main({ input: z.object({ today: date }).strict(), output: saved }),
  'support.choose': write({
    input: z.object({ programId: id, plan: supportPlan.nullable() }).strict(),
    output: z.object({ id }),
  }),
  'checkIns.get': read({
    of: ['check_ins', 'members'],
    input: z.object({ id }).strict(),
    output: checkInFields.extend({
      id,
      person: reference,
      dueOn: z.string().nullable(),
      preset: z.string().nullable(),
    }),
  }),
  'checkIns.save': write({
    input: z.object({ id: id.nullable(), checkIn: checkInFields }).strict(),
    output: z.object({ id }),
  }),
  /** Into the trash. */
  'checkIns.remove': write({ input: z.object({ id }).strict(), output: deletion }),
  /** Puts off what is due with one person, and says why. */
  'checkIns.snooze': write({
    input: z.object({ matchId: id, memberId: id, madeOn: date, until: date, reason: requiredLine }).strict(),
    output: z.object({ id }),
  }),
  /** Pauses a match, or lets it go on; ended ones are reopened by their closure. */
  'matches.setStatus': write({
    input: z
      .object({
        id,
        status: matchStatus.extract(['active', 'paused']),
        onDay: date,
        reason: z.string().trim().max(500),
      })
      .strict(),
    output: z.object({ id }),
  }),
}
export type DueCheckIn = z.infer<typeof dueCheckIn>
export type DueStep = z.infer<typeof dueStep>
export type DueGoal = z.infer<typeof dueGoal>
