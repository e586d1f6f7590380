import { preferences } from '@shared/contract/preferences'
import { usualSchedule } from '@shared/domain/backupSchedule'
import { z } from 'zod'

const backupPlan = z.object({
  automatic: z.boolean(),
  everyHours: z.number(),
  /** A folder of the user's, such as one on another disk, for second copies. */
  secondPlace: z.string().nullable(),
})
export type BackupPlan = z.infer<typeof backupPlan>

const keptPlace = z.object({
  /** Who has the folder beside this computer: a service of synchronisation, the network, or nobody. */
  by: z.string().nullable(),
  /** The names of the copies beside it that were told, made as two computers had changed it. */
  conflicts: z.array(z.string()),
})

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
  /** By the path of the program file. */
  backups: z.record(z.string(), backupPlan).default({}),
  /** The program files that are to stay where they are, though the user was told of their place; by path. */
  keptPlaces: z.record(z.string(), keptPlace).default({}),
})
export type AppSettings = z.infer<typeof appSettings>

export const initialSettings: AppSettings = {
  preferences: { theme: 'system', lockAfterMinutes: 15 },
  window: { width: 1280, height: 800, maximized: false },
  recent: [],
  reopen: false,
  backups: {},
  keptPlaces: {},
}

export function backupPlanOf({ backups }: AppSettings, file: string): BackupPlan {
  return backups[file] ?? { ...usualSchedule, secondPlace: null }
}
