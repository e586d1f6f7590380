import { z } from 'zod'
import { nothing } from './fields'
import { read, write } from './operation'

/** What undo and redo would take back now, in words; null when there is nothing. */
export const history = {
  'history.state': read({
    of: ['commands'],
    input: nothing,
    output: z.object({ undo: z.string().nullable(), redo: z.string().nullable() }),
  }),
  'history.undo': write({ input: nothing, output: z.object({ summary: z.string() }) }),
  'history.redo': write({ input: nothing, output: z.object({ summary: z.string() }) }),
}
