import { join, resolve } from 'node:path'
import { app, BrowserWindow, nativeTheme } from 'electron'
import log from 'electron-log/main'
import { type AppSettings, appSettings, initialSettings } from './appSettings'
import { FileTokens } from './fileTokens'
import { openChannel } from './ipc/channel'
import { tell, tellAll } from './ipc/events'
import { lockWhenIdle } from './lockWhenIdle'
import { setMenu } from './menu'
import { nativeBinding } from './nativeBinding'
import { fileExtension, ProgramFiles } from './programFiles'
import { takeScreenshotWhenShown } from './screenshot'
import { declareAppScheme, serveAppScheme } from './security/appScheme'
import { lockDown } from './security/lockdown'
import { SettingsFile } from './settingsFile'
import { markStart } from './startMark'
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
  const files = programFiles(settings)
  // The file opens on a thread of its own while Electron gets ready and the window is made.
  openInitialFile(files, settings.get())
  app.whenReady().then(() => start(settings, files))
} else app.quit()

type Settings = SettingsFile<typeof appSettings>

function programFiles(settings: Settings): ProgramFiles {
  return new ProgramFiles({
    workerPath: join(import.meta.dirname, 'worker.js'),
    nativeBinding: nativeBinding(),
    onTouched: (tables) => tellAll('records-changed', { tables }),
    onChange: ({ path, how }) => {
      remember(settings, path)
      // A new page: nothing of what was shown is left in it.
      if (how === 'locked') for (const window of BrowserWindow.getAllWindows()) window.webContents.reload()
      else if (how !== 'start') tellAll('file-changed', { same: how === 'same' })
    },
    onTrouble,
  })
}

function start(settings: Settings, files: ProgramFiles): void {
  const applyPreferences = () => {
    nativeTheme.themeSource = settings.get().preferences.theme
  }

  lockDown()
  serveAppScheme(join(import.meta.dirname, '../renderer'))
  openChannel({ files, tokens: new FileTokens(), settings, applyPreferences }, onTrouble)
  applyPreferences()

  const window = createWindow(settings.get(), (bounds) => settings.set({ ...settings.get(), window: bounds }))
  if (process.env.COPPICE_SCREENSHOT) takeScreenshotWhenShown(window, process.env.COPPICE_SCREENSHOT)
  if (process.env.COPPICE_MARK_START) markStart(window)
  setMenu((command) => tell(window, 'menu', { command }))
  followSystem(window, files)
  lockWhenIdle(window, files, () => settings.get().preferences.lockAfterMinutes)
}

/** What was double-clicked or named on the command line, else what was open at the end of the last run. */
function openInitialFile(files: ProgramFiles, { reopen, recent }: AppSettings): void {
  const path = fileArgument(process.argv) ?? (reopen ? recent[0] : undefined)
  if (path !== undefined) files.openAtStart(path)
}

/** Files opened from outside while the app runs, and its end. */
function followSystem(window: BrowserWindow, files: ProgramFiles): void {
  const openFrom = (path: string | undefined) => {
    if (window.isMinimized()) window.restore()
    window.focus()
    if (path !== undefined)
      files.open(path).catch((error: Error) => tell(window, 'notice', { message: error.message }))
  }
  app.on('second-instance', (_event, argv, folder) => {
    const path = fileArgument(argv)
    openFrom(path === undefined ? undefined : resolve(folder, path))
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    openFrom(path)
  })
  app.on('window-all-closed', () => app.quit())

  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void files.shutDown().finally(() => {
      closed = true
      // Not while this event is still being handled, as when no file is open: that would not count.
      setImmediate(() => app.quit())
    })
  })
}

function fileArgument(argv: string[]): string | undefined {
  return argv.slice(1).find((argument) => argument.endsWith(fileExtension))
}

function remember(settings: Settings, path: string | null): void {
  const { recent, reopen } = settings.get()
  if (path !== null && path === recent[0] && reopen) return
  const list =
    path === null ? recent : [path, ...recent.filter((known) => known !== path)].slice(0, recentFiles)
  settings.set({ ...settings.get(), recent: list, reopen: path !== null })
}
