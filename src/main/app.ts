import { join } from 'node:path'
import { toErrorValue } from '@shared/errors'
import { app, BrowserWindow, nativeTheme } from 'electron'
import log from 'electron-log/main'
import { type AppSettings, appSettings, backupPlanOf, initialSettings } from './appSettings'
import { BackupKeeper } from './backupKeeper'
import { Reach } from './database/reach'
import { watchHealth } from './fileHealth'
import { FilePlaces } from './filePlaces'
import { FileTokens } from './fileTokens'
import { HistoryMenu } from './historyMenu'
import { openChannel } from './ipc/channel'
import { tellAll } from './ipc/events'
import { lockWhenIdle } from './lockWhenIdle'
import type { FileMenu } from './menu'
import { nativeBinding } from './nativeBinding'
import type { Context } from './operations/context'
import { askWhich } from './operations/programFile'
import { ProgramFiles } from './programFiles'
import { closeBeforeQuit } from './quitting'
import { RecentFiles, toldOfRecent } from './recentFiles'
import { takeScreenshotWhenShown } from './screenshot'
import { declareAppScheme, serveAppScheme } from './security/appScheme'
import { lockDown } from './security/lockdown'
import { SettingsFile } from './settingsFile'
import { markStart } from './startMark'
import { fileArgument, followSystem } from './systemFiles'
import { createWindow } from './window'

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
  const backups = new BackupKeeper({
    planOf: (file) => backupPlanOf(settings.get(), file),
    onTold: (message) => tellAll('notice', { message }),
    onChange: () => tellAll('backups-changed', {}),
  })
  const recent = new RecentFiles(settings, () => historyMenu.filesChanged())
  const historyMenu = new HistoryMenu((command) => tellAll('menu', { command }), fileMenu)
  const places = new FilePlaces(settings, () => tellAll('file-state', {}))
  const parts = { settings, backups, recent, historyMenu, places }
  const files = programFiles(parts)

  function fileMenu(): FileMenu {
    return {
      recent: recent.labelled.map(({ path, label }) => ({
        label,
        open: () => void opened(files, path, (error) => toldOfRecent(error, path)),
      })),
      open: () => void openAnother(files),
      clear: () => recent.clear(files.path ?? files.locked),
    }
  }

  // The file opens on a thread of its own while Electron gets ready and the window is made.
  openInitialFile(files, settings.get())
  followSystem(theWindow, (path) => {
    // As long as there is no window that could be told, it is as if the app had been started with the file.
    if (!app.isReady()) files.openAtStart(path)
    else void opened(files, path)
  })
  app.whenReady().then(() => start({ ...parts, files }))
} else app.quit()

function theWindow(): BrowserWindow | null {
  return BrowserWindow.getAllWindows()[0] ?? null
}

/** Opens a file, and tells why it cannot be. */
async function opened(
  files: ProgramFiles,
  path: string,
  told = (error: unknown): unknown => error,
): Promise<void> {
  try {
    await files.open(path)
  } catch (error) {
    const { code, message } = toErrorValue(told(error))
    if (code !== 'cancelled' && !files.damage.tells(error)) tellAll('notice', { message })
  }
}

/** Asks for a program file and opens it. */
async function openAnother(files: ProgramFiles): Promise<void> {
  const window = theWindow()
  const path = window && (await askWhich(window))
  if (path !== null) await opened(files, path)
}

type Parts = Pick<Context, 'settings' | 'backups' | 'recent' | 'historyMenu' | 'places'>

function programFiles({ backups, recent, historyMenu, places }: Parts): ProgramFiles {
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
      recent.opened(path)
      places.follow(path)
      historyMenu.follow(files)
      health.follow()
      // A new page: nothing of what was shown is left in it.
      if (how === 'locked') for (const window of BrowserWindow.getAllWindows()) window.webContents.reload()
      else if (how !== 'start') tellAll('file-changed', { same: how === 'same' })
    },
    onState: () => tellAll('file-state', {}),
    onSilence: (silence) => tellAll('silence', silence),
    onTrouble,
    onDoubt: () => health.doubt(),
  })
  const health = watchHealth(files)
  return files
}

function start(parts: Parts & Pick<Context, 'files'>): void {
  const { files, settings, historyMenu } = parts
  const applyPreferences = () => {
    nativeTheme.themeSource = settings.get().preferences.theme
  }

  lockDown()
  serveAppScheme(join(import.meta.dirname, '../renderer'), async (id) => {
    const { mediaType, content } = await (await files.use()).ask('knowledge.fileContent', { id })
    return { mediaType, bytes: Buffer.from(content, 'base64') }
  })
  const context = { ...parts, tokens: new FileTokens(), reach: new Reach(), applyPreferences }
  openChannel(context, onTrouble)
  applyPreferences()

  const window = createWindow(settings.get(), (bounds) => settings.set({ ...settings.get(), window: bounds }))
  if (process.env.COPPICE_SCREENSHOT) takeScreenshotWhenShown(window, process.env.COPPICE_SCREENSHOT)
  if (process.env.COPPICE_MARK_START) markStart(window)
  historyMenu.show()
  app.on('window-all-closed', () => app.quit())
  closeBeforeQuit(context)
  lockWhenIdle(window, files, () => settings.get().preferences.lockAfterMinutes)
}

/** What was double-clicked or named on the command line, else what was open at the end of the last run. */
function openInitialFile(files: ProgramFiles, { reopen, recent }: AppSettings): void {
  const path = fileArgument(process.argv) ?? (reopen ? recent[0] : undefined)
  if (path !== undefined) files.openAtStart(path)
}
