import type { MainName, Operations, OutputOf } from '@shared/contract'
import type { BrowserWindow } from 'electron'
import type { z } from 'zod'
import type { AppSettings } from '../appSettings'
import type { BackupKeeper } from '../backupKeeper'
import type { Reach } from '../database/reach'
import type { CallOptions } from '../database/workerLine'
import type { FilePlaces } from '../filePlaces'
import type { FileTokens } from '../fileTokens'
import type { HistoryMenu } from '../historyMenu'
import type { ProgramFiles } from '../programFiles'
import type { RecentFiles } from '../recentFiles'

/** What an operation of the main process works with. */
export interface Context {
  files: ProgramFiles
  backups: BackupKeeper
  tokens: FileTokens
  reach: Reach
  places: FilePlaces
  recent: RecentFiles
  settings: { get(): AppSettings; set(settings: AppSettings): void }
  historyMenu: HistoryMenu
  /** Tells every window that the theme changed, and what else hangs on preferences. */
  applyPreferences(): void
}

/** One call of one window. */
export interface MainCall extends Context {
  window: BrowserWindow
  options: CallOptions
}

/** One handler for each operation that the contract gives to the main process. */
export type MainHandlers = {
  [Name in MainName]: (input: z.output<Operations[Name]['input']>, call: MainCall) => Promise<OutputOf<Name>>
}
