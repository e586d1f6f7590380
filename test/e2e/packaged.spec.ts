import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FuseState, type FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { chromium, type Page } from '@playwright/test'
import { fuses, fusesOfNewerElectron } from '../../electron-builder.config.mjs'
import { packagedExecutable } from '../../scripts/support/packageApp.mjs'
import { checkout, projectNode } from '../../scripts/support/paths.mjs'
import { collect } from '../../scripts/support/run.mjs'
import { expect, test } from './support/launch'
import { machine } from './support/machine'

test.describe('the packaged app', () => {
  test.beforeAll(async () => {
    test.setTimeout(300_000)
    const packaged = await collect(projectNode, [join(checkout, 'scripts', 'package.mjs')], { cwd: checkout })
    expect(packaged.code, packaged.output).toBe(0)
  })

  test('cannot be turned into a Node, a debugger or another app', async () => {
    const { runtime } = await machine()
    const wire = await getCurrentFuseWire(packagedExecutable())
    for (const [fuse, enabled] of Object.entries(fuses)) {
      const option = Number(fuse) as FuseV1Options
      if (runtime.fallback && fusesOfNewerElectron.includes(option)) continue
      expect(wire[option], `fuse ${fuse}`).toBe(enabled ? FuseState.ENABLE : FuseState.DISABLE)
    }
  })

  test('opens without a file, and says how to begin', async ({ folder }) => {
    await running(folder, [], async (window) => {
      await expect(window.getByRole('heading', { name: 'Coppice' })).toBeVisible()
      await expect(window.getByRole('button', { name: 'Explore the sample program' })).toBeEnabled()
    })
  })

  test('opens a program file', async ({ folder, coppice }) => {
    const file = join(folder, 'Sample.coppice')
    await coppice.answerSaveDialog(file)
    await coppice.window.getByRole('button', { name: 'Explore the sample program' }).click()
    await expect(coppice.window.getByRole('heading', { name: 'Today' })).toBeVisible()
    await coppice.close()
    await running(folder, [file], async (window) => {
      await expect(window.getByRole('heading', { name: 'Today' })).toBeVisible()
    })
  })
})

/** Starts the packaged app, which Playwright cannot launch as Electron: its fuses forbid the inspector. */
async function running(
  folder: string,
  words: string[],
  look: (window: Page) => Promise<void>,
): Promise<void> {
  const { flags, environment } = await machine()
  const profile = join(folder, 'packaged-profile')
  const app = spawn(
    packagedExecutable(),
    [...flags, `--user-data-dir=${profile}`, '--remote-debugging-port=0', ...words],
    {
      // The addon has to come out of the package, not from where development finds it.
      env: { ...environment, COPPICE_SQLITE_BINDING: undefined },
      stdio: 'ignore',
    },
  )
  try {
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await debuggingPort(profile, app)}`)
    const context = browser.contexts()[0]
    if (!context) throw new Error('The packaged app has no window.')
    await look(context.pages()[0] ?? (await context.waitForEvent('page')))
    await browser.close()
  } finally {
    await ended(app)
  }
}

async function ended(app: ChildProcess): Promise<void> {
  const exited = once(app, 'exit')
  if (app.exitCode !== null || !app.kill()) return
  const patience = setTimeout(() => app.kill('SIGKILL'), 10_000)
  const [, signal] = await exited
  clearTimeout(patience)
  expect(signal, 'the packaged app ends when it is asked to').toBeNull()
}

async function debuggingPort(profile: string, app: ChildProcess): Promise<string> {
  let port = ''
  await expect(async () => {
    if (app.exitCode !== null) throw new Error(`The packaged app ended with code ${app.exitCode}.`)
    port = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n')[0] ?? ''
    expect(port).toMatch(/^\d+$/)
  }).toPass({ timeout: 20_000 })
  return port
}
