import { z } from 'zod'
import { count, id, period } from './fields'
import { read } from './operation'

/** More people than this are no picture that anybody reads: they are shown by groups first. */
export const mostOnMap = 2500

export const networkMap = {
  /**
   * Who was in contact with whom in a period, for a picture: of a community's members, or of all active ones, and
   * whoever was in contact with them; or those of them in one place or department.
   */
  'networkMap.read': read({
    of: ['interactions', 'members', 'communities', 'community_members'],
    long: true,
    input: period
      .extend({
        communityId: id.nullable(),
        within: z
          .object({ by: z.enum(['location', 'department']), name: z.string() })
          .strict()
          .nullable(),
      })
      .strict(),
    output: z.object({
      /** How many there are; `people` is empty when they are more than `mostOnMap`. */
      total: count,
      /** In the order of names. */
      people: z.array(
        z.object({
          id,
          name: z.string(),
          location: z.string().nullable(),
          department: z.string().nullable(),
          member: z.boolean(),
          broker: z.boolean(),
        }),
      ),
      /** Mondays of all weeks from the first contact to the last. */
      weeks: z.array(z.string()),
      /** Places in `people`, and in which of the weeks the two were in contact, in rising order. */
      ties: z.array(z.object({ a: count, b: count, contacts: count, weeks: z.array(count) })),
    }),
  }),
}
