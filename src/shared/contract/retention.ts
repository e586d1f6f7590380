import { z } from 'zod'
import { mostMonths, retentionRuleNames } from '../domain/retention'
import { count, date, id, nothing, reference, requiredLine } from './fields'
import { main, read, write } from './operation'

const months = z
  .int('Give whole months.')
  .min(1, 'A rule needs a month at least.')
  .max(mostMonths, 'That is more than fifty years.')
  .nullable()
const rules = z
  .object({
    ...{ members: months, prospects: months, notes: months, checkIns: months, history: months },
    trash: months,
  })
  .strict()
const rule = z.enum(retentionRuleNames)

/** A member whose time is over, with the day that it ran from. */
const dueMember = reference.extend({ since: z.string() })
export type DueMember = z.infer<typeof dueMember>

const due = z.object({
  /** Former members: alumni, and whoever is archived. */
  members: z.object({ count, first: z.array(dueMember) }),
  /** People who never joined. */
  prospects: z.object({ count, first: z.array(dueMember) }),
  /** Sessions whose title, agenda and notes would go. */
  notes: z.object({
    count,
    first: z.array(z.object({ id, heldOn: z.string(), attendees: z.array(reference) })),
  }),
  /** Check-ins, and the talks at the end of a match, whose notes would go; nobody in particular at a look back together. */
  checkIns: z.object({
    count,
    first: z.array(
      z.object({ kind: z.enum(['check-in', 'end']), id, on: z.string(), name: z.string().nullable() }),
    ),
  }),
  /** Lines of the history whose details would be forgotten. */
  history: z.object({ count }),
  trash: z.object({ count, first: z.array(z.object({ id, name: z.string(), deletedAt: z.string() })) }),
  /** Members that a rule would erase, were they not marked as to be kept. */
  kept: z.object({ count, first: z.array(reference.extend({ because: z.string() })) }),
})
export type RetentionDue = z.infer<typeof due>

const request = z
  .object({
    rule,
    today: date,
    /** How many the user has looked at: nothing is removed that was not shown. */
    expected: count,
  })
  .strict()

const depends = [
  'settings',
  'members',
  'sessions',
  'session_attendees',
  'interactions',
  'enrolments',
  'check_ins',
  'closures',
  'closure_steps',
  'match_members',
  'commands',
  'trash',
] as const

/** How long what is kept. Nothing is ever removed without somebody who has looked at it. */
export const retention = {
  'retention.rules': read({ of: ['settings'], input: nothing, output: rules }),
  'retention.setRules': write({ input: rules, output: rules }),
  /** What the rules would remove today. */
  'retention.due': read({ of: depends, input: z.object({ today: date }).strict(), output: due }),
  /** Only how much it is, for the line in Today. */
  'retention.count': read({
    of: depends,
    input: z.object({ today: date }).strict(),
    output: z.object({ members: count, others: count }),
  }),
  /** Removes what one rule has found, from the file and everything that was written of it. */
  'retention.run': main({ input: request, output: z.object({ count }) }),
  'retention.runRecords': write({
    internal: true,
    input: request,
    output: z.object({
      count,
      spellings: z.array(z.object({ key: id, kind: z.enum(['name', 'email', 'phone']), text: z.string() })),
    }),
  }),
  /** Marks a member as to be kept, whatever the rules say and whoever wants to erase; null takes the mark away. */
  'members.keep': write({
    input: z
      .object({ id, keep: z.object({ because: requiredLine, since: date }).strict().nullable() })
      .strict(),
    output: z.object({ id }),
  }),
}
