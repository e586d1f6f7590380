import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  _electron,
  test as base,
  type ElectronApplication,
  expect,
  type Page,
  type TestInfo,
} from '@playwright/test'
import { checkout } from '../../../scripts/support/paths.mjs'
import { machine } from './machine'

export { expect }

/** The running app: its window, and what a person outside the window would do. */
export interface Coppice {
  readonly app: ElectronApplication
  readonly window: Page
  /** Errors in the window's console and uncaught ones. A test that leaves some here fails. */
  readonly problems: string[]
  /** From now on every "open" dialog is answered with these files; with none it is dismissed. */
  answerOpenDialog(...paths: string[]): Promise<void>
  /** From now on every "save" dialog is answered with this file; null dismisses it. */
  answerSaveDialog(path: string | null): Promise<void>
  /** From now on every message box is answered with this button, counted from 0. */
  answerMessageBox(button: number): Promise<void>
  close(): Promise<void>
}

interface LaunchOptions {
  /** Program files and the like, as the system would hand them over. */
  words?: string[]
  environment?: Record<string, string>
}

interface Fixtures {
  /** A folder of the test's own, gone afterwards. */
  folder: string
  /** Starts the app; again with the same profile when it is called again. */
  launch: (options?: LaunchOptions) => Promise<Coppice>
  /** The app, started without a file on a fresh profile. */
  coppice: Coppice
}

/** Playwright's `test` with the real app in it. */
export const test = base.extend<Fixtures>({
  // Playwright wants fixtures to name what they take, be it only this.
  folder: async ({ playwright: _playwright }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'coppice-e2e-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
  launch: async ({ folder }, use, info) => {
    const started: Coppice[] = []
    await use(async (options = {}) => {
      const coppice = await start(join(folder, 'profile'), options)
      started.push(coppice)
      return coppice
    })
    for (const coppice of started) {
      await attachPicture(coppice, info)
      await coppice.close()
    }
    expect(
      started.flatMap(({ problems }) => problems),
      'no errors in the console',
    ).toEqual([])
  },
  coppice: async ({ launch }, use) => use(await launch()),
})

async function start(profile: string, { words = [], environment = {} }: LaunchOptions): Promise<Coppice> {
  const { runtime, flags, environment: own } = await machine()
  const app = await _electron.launch({
    executablePath: runtime.executable,
    args: [checkout, ...flags, `--user-data-dir=${profile}`, ...words],
    cwd: checkout,
    env: { ...own, ...environment },
  })
  const problems: string[] = []
  const window = await app.firstWindow()
  window.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  window.on('pageerror', (error) => problems.push(error.stack ?? error.message))
  let closed = false
  app.on('close', () => {
    closed = true
  })
  return {
    app,
    window,
    problems,
    answerOpenDialog: (...paths) =>
      app.evaluate(({ dialog }, filePaths) => {
        dialog.showOpenDialog = async () => ({ canceled: filePaths.length === 0, filePaths })
      }, paths),
    answerSaveDialog: (path) =>
      app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: filePath === null, filePath: filePath ?? '' })
      }, path),
    answerMessageBox: (button) =>
      app.evaluate(({ dialog }, response) => {
        dialog.showMessageBox = async () => ({ response, checkboxChecked: false })
      }, button),
    close: async () => {
      if (closed) return
      const patience = setTimeout(() => {
        problems.push('The app did not end when it was asked to.')
        app.process().kill('SIGKILL')
      }, 10_000)
      await app.close()
      clearTimeout(patience)
    },
  }
}

async function attachPicture({ window }: Coppice, info: TestInfo): Promise<void> {
  if (info.status === info.expectedStatus || window.isClosed()) return
  const path = info.outputPath(`window-${info.attachments.length}.png`)
  await window.screenshot({ path })
  await info.attach('window', { path, contentType: 'image/png' })
}
