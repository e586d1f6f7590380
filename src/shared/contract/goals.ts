import { z } from 'zod'
import { count, date, id, requiredLine } from './fields'
import { write } from './operation'
import { deletion } from './trash'

const milestone = z
  .object({
    /** Null for a new one. */
    id: id.nullable(),
    text: requiredLine,
    dueOn: date.nullable(),
    doneOn: date.nullable(),
  })
  .strict()

const goalFields = z
  .object({
    text: requiredLine,
    /** Whose goal it is, somebody of the match; null for all of them. */
    ownerId: id.nullable(),
    dueOn: date.nullable(),
    /** In their order; one that is missing goes. */
    milestones: z.array(milestone).max(100),
  })
  .strict()
export type GoalInput = z.infer<typeof goalFields>

/** A goal of a match as its page shows it. */
export const goal = goalFields.extend({
  id,
  reachedOn: z.string().nullable(),
  droppedOn: z.string().nullable(),
  milestones: z.array(milestone.extend({ id })),
  /** Of the action items that belong to it; the open ones are on the match's page. */
  doneItems: count,
})
export type Goal = z.infer<typeof goal>

/** What a match works towards. */
export const goals = {
  'goals.save': write({
    input: z.object({ id: id.nullable(), matchId: id, goal: goalFields }).strict(),
    output: z.object({ id }),
  }),
  /** Reached, dropped, or open again where neither is given. */
  'goals.settle': write({
    input: z
      .object({ id, reachedOn: date.nullable(), droppedOn: date.nullable() })
      .strict()
      .refine(({ reachedOn, droppedOn }) => reachedOn === null || droppedOn === null, {
        message: 'A goal is either reached or dropped.',
        path: ['droppedOn'],
      }),
    output: z.object({ id }),
  }),
  /** Into the trash, with its milestones; action items stay and belong to no goal then. */
  'goals.remove': write({ input: z.object({ id }).strict(), output: deletion }),
  'milestones.setDone': write({
    input: z.object({ id, doneOn: date.nullable() }).strict(),
    output: z.object({ id }),
  }),
  /** One more, agreed on in a session that is written already; for a goal of that session's match, or for none. */
  'actionItems.add': write({
    input: z
      .object({
        sessionId: id,
        goalId: id.nullable(),
        text: requiredLine,
        ownerId: id.nullable(),
        dueOn: date.nullable(),
      })
      .strict(),
    output: z.object({ id }),
  }),
  'actionItems.setGoal': write({
    input: z.object({ id, goalId: id.nullable() }).strict(),
    output: z.object({ id }),
  }),
}
