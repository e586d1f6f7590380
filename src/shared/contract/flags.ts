import { z } from 'zod'
import { flagsToSetAside } from '../domain/support/flags'
import { date, id, requiredLine } from './fields'
import { write } from './operation'

/** Signs of trouble in a match that are known and need nobody for a while. */
export const flags = {
  /** Until a day, or until something new happens. A check-in that is late is put off with `checkIns.snooze`. */
  'flags.setAside': write({
    input: z
      .object({ matchId: id, kind: z.enum(flagsToSetAside), madeOn: date, until: date, reason: requiredLine })
      .strict(),
    output: z.object({ id }),
  }),
  'flags.showAgain': write({
    input: z.object({ id, onDay: date }).strict(),
    output: z.object({ id }),
  }),
}
