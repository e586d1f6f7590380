import { z } from 'zod'
import { count, date, id, reference } from './fields'
import { read } from './operation'

const due = z.object({
  id,
  text: z.string(),
  owner: reference.nullable(),
  sessionId: id,
  sessionOn: z.string(),
  dueOn: z.string(),
  /** One of the two is 0; today both are. */
  daysLate: count,
  daysToGo: count,
})

/** What needs the coordinator, each with what settles it. */
export const today = {
  'today.get': read({
    of: [
      'members',
      'matches',
      'match_members',
      'programs',
      'sessions',
      'session_attendees',
      'action_items',
      'interactions',
      'flag_snoozes',
    ],
    input: z.object({ today: date }).strict(),
    output: z.object({
      /** All there are; the lists hold the first of each. */
      totals: z.object({
        late: count,
        dueToday: count,
        dueSoon: count,
        withoutNotes: count,
        quietMatches: count,
      }),
      /** Open action items that are due within a week or late, the latest first; some of each kind. */
      actionItems: z.array(due),
      /** Sessions of the last 60 days that have no notes yet. */
      withoutNotes: z.array(
        z.object({ id, heldOn: z.string(), attendees: z.array(reference), daysAgo: count }),
      ),
      /** Active matches that have not met for more than 1.5 times what they agreed on. */
      quietMatches: z.array(
        z.object({
          id,
          program: z.string(),
          members: z.array(reference),
          cadenceDays: count,
          daysSince: count,
          daysLate: count,
        }),
      ),
      /** Contacts a week, 26 weeks with the current one last; each week by its Monday. */
      pulse: z.array(z.object({ week: z.string(), contacts: count })),
      lastWeek: z.object({ people: count, firstTimes: count }),
    }),
  }),
}
