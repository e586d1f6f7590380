import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { resolveRuntime, runtimeEnvironment } from '../../scripts/runtime/resolve.mjs'
import { SetupError } from '../../scripts/support/say.mjs'

/** An app that has shown its window. */
export interface Launched {
  pid: number
  /** From the start of the process to the window in view and ready for use, in milliseconds. */
  shownAfter: number
  close(): Promise<void>
}

const patience = 60_000

/**
 * Starts an app with the Electron of this machine.
 * @param app its folder
 * @param profile where it keeps what it remembers
 * @param words what else stands on its command line
 */
export async function launch(app: string, profile: string, words: readonly string[]): Promise<Launched> {
  const runtime = resolveRuntime()
  if (!runtime) throw new SetupError('There is no Electron yet: `npm run bench` prepares one.')
  const flags = process.env.COPPICE_ELECTRON_FLAGS?.split(' ').filter((flag) => flag !== '') ?? []
  const begun = performance.now()
  const child = spawn(runtime.executable, [app, ...flags, `--user-data-dir=${profile}`, ...words], {
    env: { ...process.env, ...runtimeEnvironment(runtime), COPPICE_MARK_START: '1' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const close = async () => {
    child.kill()
    await ended
  }
  try {
    const shownAfter = (await shown(child)) - begun
    return { pid: child.pid ?? 0, shownAfter, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** @returns the moment at which the app says that it is shown. */
function shown(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new SetupError(`A window was not shown: ${why}.`))
    const timer = setTimeout(() => fail(`nothing in ${patience / 1000} s`), patience)
    let said = ''
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (!/^Shown/m.test(said)) return
      clearTimeout(timer)
      resolve(performance.now())
    })
    child.once('error', (error) => fail(error.message))
    child.once('exit', (code) => fail(`the app ended with code ${code}`))
  })
}

const bareMain = `import { app, BrowserWindow, protocol } from 'electron'

protocol.registerSchemesAsPrivileged([
  { scheme: 'bare', privileges: { standard: true, secure: true, codeCache: true, supportFetchAPI: true } },
])
const page = '<!doctype html><meta charset="utf-8"><title>Bare</title><h1>A page with nothing to do</h1>'

app.whenReady().then(() => {
  protocol.handle('bare', () => new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } }))
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
  })
  window.once('ready-to-show', () => {
    window.show()
    process.stdout.write('Shown\\n')
  })
  window.loadURL('bare://app/')
})
app.on('window-all-closed', () => app.quit())
`

/**
 * Makes the least that Electron can show: one sandboxed window with one heading, loaded as Coppice loads its page.
 * @returns its folder
 */
export function bareApp(parent: string): string {
  const folder = join(parent, 'bare')
  mkdirSync(folder, { recursive: true })
  const description = { name: 'bare', version: '0.0.0', type: 'module', main: 'main.mjs' }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(description))
  writeFileSync(join(folder, 'main.mjs'), bareMain)
  return folder
}
