import { z } from 'zod'
import { dismissals } from '../domain/aliveness/dismissals'
import { partKeys } from '../domain/aliveness/parts'
import { stepKinds } from '../domain/aliveness/steps'
import { count, date, id, reference } from './fields'
import { read, write } from './operation'

const part = z.enum(partKeys)
const kind = z.enum(stepKinds)
const dismissedAs = z.enum(dismissals)

/** A proposed step, with what its part says now. */
const step = z
  .object({
    communityId: id,
    part,
    kind,
    /** In the order in which the step names them. */
    memberIds: z.array(id).max(2),
    /** The piece of knowledge that it is about. */
    itemId: id.nullable(),
    takenOn: date,
    valueThen: z.number().min(0).max(1).nullable(),
  })
  .strict()

/** What was done for a community because of its aliveness, or was decided not to be, and what came of it. */
export const communitySteps = {
  /** The steps that were taken or dismissed, the latest first. */
  'communitySteps.list': read({
    of: ['community_steps', 'members', 'interactions', 'knowledge_items', 'knowledge_reuses'],
    input: z.object({ communityId: id }).strict(),
    output: z.array(
      z.object({
        id,
        part,
        kind,
        people: z.array(reference),
        item: reference.nullable(),
        takenOn: z.string(),
        /** The part's value on that day; null where it had none. */
        valueThen: z.number().nullable(),
        /** Contacts in the community since: between the two who were introduced, else of the first of them. */
        contactsSince: count.nullable(),
        /** How often the piece of knowledge was used since. */
        usesSince: count.nullable(),
        /** Why it is not to be taken, and until when; null where it was taken. Without a day it is until there is news. */
        dismissed: z.object({ as: dismissedAs, until: z.string().nullable() }).nullable(),
      }),
    ),
  }),
  'communitySteps.take': write({ input: step, output: z.object({ id }) }),
  /** Not to be proposed again before a day; without one, before something new has happened that it is about. */
  'communitySteps.dismiss': write({
    input: step.extend({ as: dismissedAs, until: date.nullable() }).strict(),
    output: z.object({ id }),
  }),
  /** It was not taken after all, or may be proposed again. */
  'communitySteps.remove': write({
    input: z.object({ id }).strict(),
    output: z.object({ id }),
  }),
}
