import { preferences } from '@shared/contract/preferences'
import { z } from 'zod'

/** What the app remembers on this computer, outside any program file. */
export const appSettings = z.object({
  preferences,
  window: z.object({
    x: z.number().optional(),
    y: z.number().optional(),
    width: z.number(),
    height: z.number(),
    maximized: z.boolean(),
  }),
  /** Paths of program files, the last opened first. */
  recent: z.array(z.string()),
  /** Whether a file was open at the end, to open it again at the next start. */
  reopen: z.boolean(),
})
export type AppSettings = z.infer<typeof appSettings>

export const initialSettings: AppSettings = {
  preferences: { theme: 'system', lockAfterMinutes: 15 },
  window: { width: 1280, height: 800, maximized: false },
  recent: [],
  reopen: false,
}
