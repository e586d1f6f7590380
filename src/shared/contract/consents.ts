import { z } from 'zod'
import { consentAnswers, consentPurposes } from '../domain/vocabulary'
import { count, date, id, optionalLine } from './fields'
import { read, write } from './operation'

const purpose = z.enum(consentPurposes)
const answer = z.enum(consentAnswers)

const consent = z.object({
  id,
  purpose,
  answer,
  /** Calendar date. */
  answeredOn: z.string(),
  /** How it was given, such as "form"; null when nobody noted it. */
  how: z.string().nullable(),
  recordedAt: z.string(),
  current: z.boolean(),
})
export type Consent = z.infer<typeof consent>

export const consents = {
  /** Every answer of a member, the newest of each purpose first. */
  'consents.of': read({
    of: ['consents'],
    input: z.object({ memberId: id }).strict(),
    output: z.array(consent),
  }),
  /** The same answer of some members; those who have given this very answer are not counted. */
  'consents.record': write({
    input: z
      .object({
        memberIds: z.array(id).min(1).max(100_000),
        purpose,
        answer,
        answeredOn: date,
        how: optionalLine,
      })
      .strict(),
    output: z.object({ count }),
  }),
}
