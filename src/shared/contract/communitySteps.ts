import { z } from 'zod'
import { numberParts } from '../domain/aliveness/parts'
import { stepKinds } from '../domain/aliveness/steps'
import { count, date, id, reference } from './fields'
import { read, write } from './operation'

const part = z.enum(numberParts)
const kind = z.enum(stepKinds)

/** What was done for a community because of its aliveness, and what came of it. */
export const communitySteps = {
  /** The steps that were taken, the latest first. */
  'communitySteps.list': read({
    of: ['community_steps', 'members', 'interactions'],
    input: z.object({ communityId: id }).strict(),
    output: z.array(
      z.object({
        id,
        part,
        kind,
        people: z.array(reference),
        takenOn: z.string(),
        /** The part's value when the step was taken; null where it had none. */
        valueThen: z.number().nullable(),
        /** Contacts in the community since: between the two who were introduced, else of the first of them. */
        contactsSince: count.nullable(),
      }),
    ),
  }),
  'communitySteps.take': write({
    input: z
      .object({
        communityId: id,
        part,
        kind,
        /** In the order in which the step names them. */
        memberIds: z.array(id).max(2),
        takenOn: date,
        /** What the part says now. */
        valueThen: z.number().min(0).max(1).nullable(),
      })
      .strict(),
    output: z.object({ id }),
  }),
  /** It was not taken after all. */
  'communitySteps.remove': write({
    input: z.object({ id }).strict(),
    output: z.object({ id }),
  }),
}
