import { z } from 'zod'
import { main } from './operation'

/** Of this computer, not of the program file: kept in a small file of the app's own. */
export const preferences = z
  .object({
    theme: z.enum(['system', 'light', 'dark']),
    /** Minutes without a key or the mouse after which an encrypted file is locked; null: never. */
    lockAfterMinutes: z.int().min(1).max(480).nullable().default(15),
  })
  .strict()

export const preferenceOperations = {
  'preferences.get': main({ input: z.object({}).strict(), output: preferences }),
  'preferences.set': main({ input: preferences.partial().strict(), output: preferences }),
  /** The window says that a screen can be used; the start is measured by it. */
  'window.shown': main({ input: z.object({ screen: z.string().max(50) }).strict(), output: z.object({}) }),
  /** Somebody types into a text, which has an undo of its own, or does not any more: for the Edit menu. */
  'window.typing': main({ input: z.object({ typing: z.boolean() }).strict(), output: z.object({}) }),
  /** Opens a web or mail address outside the app, after asking. */
  'links.open': main({
    input: z.object({ url: z.string().max(2000) }).strict(),
    output: z.object({ opened: z.boolean() }),
  }),
}
