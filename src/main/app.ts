import { join } from 'node:path'
import { AppError } from '@shared/errors'
import { app, BrowserWindow, nativeTheme } from 'electron'
import log from 'electron-log/main'
import { type AppSettings, appSettings, backupPlanOf, initialSettings } from './appSettings'
import { BackupKeeper } from './backupKeeper'
import { Reach } from './database/reach'
import { watchHealth } from './fileHealth'
import { FileTokens } from './fileTokens'
import { HistoryMenu } from './historyMenu'
import { openChannel } from './ipc/channel'
import { tellAll } from './ipc/events'
import { lockWhenIdle } from './lockWhenIdle'
import { nativeBinding } from './nativeBinding'
import { ProgramFiles } from './programFiles'
import { closeBeforeQuit } from './quitting'
import { takeScreenshotWhenShown } from './screenshot'
import { declareAppScheme, serveAppScheme } from './security/appScheme'
import { lockDown } from './security/lockdown'
import { SettingsFile } from './settingsFile'
import { markStart } from './startMark'
import { fileArgument, followSystem } from './systemFiles'
import { createWindow } from './window'

const recentFiles = 8

// Root on Linux has to run without Chromium's sandbox, and says so on the command line.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
declareAppScheme()
log.transports.console.level = false
log.errorHandler.startCatching({ showDialog: false })

const onTrouble = (text: string) => log.warn(text)

if (app.requestSingleInstanceLock()) {
  const settings = new SettingsFile(
    join(app.getPath('userData'), 'settings.json'),
    appSettings,
    initialSettings,
  )
  const historyMenu = new HistoryMenu((command) => tellAll('menu', { command }))
  const backups = new BackupKeeper({
    planOf: (file) => backupPlanOf(settings.get(), file),
    onTold: (message) => tellAll('notice', { message }),
    onChange: () => tellAll('backups-changed', {}),
  })
  const files = programFiles(settings, backups, historyMenu)
  // The file opens on a thread of its own while Electron gets ready and the window is made.
  openInitialFile(files, settings.get())
  followSystem(theWindow, (path) => {
    // As long as there is no window that could be told, it is as if the app had been started with the file.
    if (!app.isReady()) files.openAtStart(path)
    else files.open(path).catch(tellUnlessCancelled)
  })
  app.whenReady().then(() => start(settings, files, backups, historyMenu))
} else app.quit()

function theWindow(): BrowserWindow | null {
  return BrowserWindow.getAllWindows()[0] ?? null
}

function tellUnlessCancelled(error: Error): void {
  if (!(error instanceof AppError && error.code === 'cancelled'))
    tellAll('notice', { message: error.message })
}

type Settings = SettingsFile<typeof appSettings>

function programFiles(settings: Settings, backups: BackupKeeper, historyMenu: HistoryMenu): ProgramFiles {
  const files = new ProgramFiles({
    workerPath: join(import.meta.dirname, 'worker.js'),
    nativeBinding: nativeBinding(),
    backups,
    onTouched: (tables) => {
      backups.touched()
      tellAll('records-changed', { tables })
      if (tables.includes('commands')) historyMenu.follow(files)
    },
    onChange: ({ path, how }) => {
      remember(settings, path)
      historyMenu.follow(files)
      lookAtHealth()
      // A new page: nothing of what was shown is left in it.
      if (how === 'locked') for (const window of BrowserWindow.getAllWindows()) window.webContents.reload()
      else if (how !== 'start') tellAll('file-changed', { same: how === 'same' })
    },
    onState: () => tellAll('file-state', {}),
    onSilence: (silence) => tellAll('silence', silence),
    onTrouble,
  })
  const lookAtHealth = watchHealth(files, (message) => tellAll('notice', { message }))
  return files
}

function start(
  settings: Settings,
  files: ProgramFiles,
  backups: BackupKeeper,
  historyMenu: HistoryMenu,
): void {
  const applyPreferences = () => {
    nativeTheme.themeSource = settings.get().preferences.theme
  }

  lockDown()
  serveAppScheme(join(import.meta.dirname, '../renderer'))
  const reach = new Reach()
  openChannel(
    { files, backups, tokens: new FileTokens(), reach, settings, historyMenu, applyPreferences },
    onTrouble,
  )
  applyPreferences()

  const window = createWindow(settings.get(), (bounds) => settings.set({ ...settings.get(), window: bounds }))
  if (process.env.COPPICE_SCREENSHOT) takeScreenshotWhenShown(window, process.env.COPPICE_SCREENSHOT)
  if (process.env.COPPICE_MARK_START) markStart(window)
  historyMenu.show()
  app.on('window-all-closed', () => app.quit())
  closeBeforeQuit(files, reach, backups)
  lockWhenIdle(window, files, () => settings.get().preferences.lockAfterMinutes)
}

/** What was double-clicked or named on the command line, else what was open at the end of the last run. */
function openInitialFile(files: ProgramFiles, { reopen, recent }: AppSettings): void {
  const path = fileArgument(process.argv) ?? (reopen ? recent[0] : undefined)
  if (path !== undefined) files.openAtStart(path)
}

function remember(settings: Settings, path: string | null): void {
  const { recent, reopen } = settings.get()
  if (path !== null && path === recent[0] && reopen) return
  const list =
    path === null ? recent : [path, ...recent.filter((known) => known !== path)].slice(0, recentFiles)
  settings.set({ ...settings.get(), recent: list, reopen: path !== null })
}
