import { z } from 'zod'
import { presetNames } from '../domain/support/plan'

const days = z.int().min(1, 'At least one day.').max(3660)
const stages = z
  .array(z.object({ from: z.int().min(0).max(36_600), every: days, latest: days }).strict())
  .max(12)
  .refine((list) => list.every(({ every, latest }) => latest >= every), {
    message: 'The latest day cannot come before the ideal one.',
  })
  .refine(
    (list) => list.every(({ from }, at) => (at === 0 ? from === 0 : from > (list[at - 1]?.from ?? 0))),
    {
      message: 'The first stage begins at the start, and each other one after the one before.',
    },
  )

/** When check-ins are due in a program. @see domain/support/plan */
export const supportPlan = z
  .object({
    preset: z.enum(presetNames),
    quick: stages.min(1, 'Say how often.'),
    inDepth: stages,
  })
  .strict()
export type StoredPlan = z.infer<typeof supportPlan>
