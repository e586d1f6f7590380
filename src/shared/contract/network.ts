import { z } from 'zod'
import { count, id, period } from './fields'
import { read } from './operation'

/** 0 to 1 unless said otherwise; null where it is not defined. */
const figure = z.number().nullable()

/** How ties lie to the borders between locations or departments; each counts once. */
const crossing = z.object({
  external: count,
  internal: count,
  /** Ties with somebody whose group is not known. */
  unknown: count,
  /** −1 to 1, and what chance would make of it. */
  index: figure,
  chance: figure,
})

export const groups = crossing.extend({
  /** The groups, the largest first, and how many of the people each has; 60 at most, `leftOut` tells how many more. */
  groups: z.array(z.object({ name: z.string(), people: count })),
  leftOut: count,
  /** Ties, contacts, and the ties that chance would give, of each group with each: in their order, row by row. */
  ties: z.array(z.array(count)),
  contacts: z.array(z.array(count)),
  expected: z.array(z.array(z.number())),
  /** Pairs of groups without a single tie, those first of which chance would have made most. */
  neverMeet: z.array(z.object({ a: z.string(), b: z.string(), expected: z.number() })),
})

/** `chance` is that of the groups as large as they were by the end of the month. */
const monthly = z.object({ external: count, internal: count, index: figure, chance: figure })
/** By calendar month. */
export const months = z.array(
  z.object({ month: z.string(), ties: count, location: monthly, department: monthly }),
)

export const network = {
  /**
   * The network of contacts of a period: of a community's members, or of all active ones, and whoever was in contact
   * with them. What each figure is stands in `domain/network`.
   */
  'network.measures': read({
    of: ['interactions', 'members', 'communities', 'community_members'],
    long: true,
    input: period
      .extend({
        communityId: id.nullable(),
        /** Takes every contact as a meeting, whoever began it. */
        undirected: z.boolean(),
      })
      .strict(),
    output: z.object({
      overall: z.object({
        /** The first and last day with a contact. */
        from: z.string().nullable(),
        to: z.string().nullable(),
        people: count,
        contacts: count,
        ties: count,
        /** Pairs in their order, of one who reached out and one who was reached. */
        reached: count,
        /** Ties of which nobody knows who reached out. */
        unknownDirection: count,
        density: figure,
        reciprocity: figure,
        components: count,
        largestComponent: count,
        isolates: count,
        /** The share of people in the largest component. */
        reach: figure,
        /** Of contacts per person, of those who had any: G corrected for small samples, and as it is. */
        gini: figure,
        giniUncorrected: figure,
        /** From how many people betweenness was estimated; null when it is exact. */
        betweennessSampled: count.nullable(),
      }),
      location: groups,
      department: groups,
      months,
      /** In the order of names. */
      people: z.array(
        z.object({
          id,
          name: z.string(),
          location: z.string().nullable(),
          department: z.string().nullable(),
          member: z.boolean(),
          /** People they had contact with; who reached out to them; to whom they did. */
          degree: count,
          in: count,
          out: count,
          contacts: count,
          betweenness: z.number(),
          /** 1 is the largest. */
          component: count,
          constraint: z.number().nullable(),
          effectiveSize: z.number().nullable(),
          /** Departments in which they have contacts. */
          departments: count,
          broker: z.boolean(),
        }),
      ),
    }),
  }),
}
