import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { _electron, type ElectronApplication, expect, type Page } from '@playwright/test'
import { usualDesign } from '@shared/domain/report/design'
import { checkout } from '../../scripts/support/paths.mjs'
import { openBackups } from '../e2e/pages/backups'
import { goTo } from '../e2e/pages/shell'
import { machine } from '../e2e/support/machine'
import { sampleFile } from './fixtures'
import type { Bench, Context, Row } from './measure'
import { madeMembers, writePeople } from './people'

/**
 * How long the window and the main process are busy with one thing at most, while something long goes on: a click waits
 * as long. Everything is done in the window itself, as people do it.
 */
export const stalls: Bench = {
  name: 'stalls',
  title: 'The longest task of window and main process',
  takesLong: true,
  run: measure,
}

/** Below that nobody feels it, in milliseconds. */
const unfelt = 50

/** How often both are asked whether they are free, in milliseconds. */
const often = 4

interface App {
  app: ElectronApplication
  window: Page
  folder: string
  quick: boolean
}

async function measure({ quick, folder }: Context): Promise<Row[]> {
  const sizes = quick
    ? { members: 1000, sessions: 2000, interactions: 8000 }
    : { members: 20_000, sessions: 200_000, interactions: 800_000 }
  const file = join(folder, 'stalls.coppice')
  copyFileSync(await sampleFile(sizes, '2026-11-23'), file)
  const { runtime, flags, environment } = await machine()
  const app = await _electron.launch({
    executablePath: runtime.executable,
    args: [checkout, ...flags, `--user-data-dir=${join(folder, 'stalls-profile')}`, file],
    cwd: checkout,
    env: environment,
  })
  try {
    const coppice = { app, window: await app.firstWindow(), folder, quick }
    await goTo(coppice.window, 'Members')
    // What the start leaves behind is another matter.
    await sleep(quick ? 1000 : 8000)
    await listen(coppice)
    return [
      ...(await longest(coppice, 'nothing', () => sleep(3000))),
      ...(await longest(coppice, 'an import', importing)),
      ...(await longest(coppice, 'a backup', backingUp)),
      ...(await longest(coppice, 'an export', exporting)),
    ]
  } finally {
    await app.close()
  }
}

/** Has both say from now on how long they were not free at most. */
async function listen({ app, window }: App): Promise<void> {
  // Runs in each of them; where Playwright hands over Electron first, the time comes second.
  const hear = (first: unknown, second?: number) => {
    const every = second ?? Number(first)
    let before = performance.now()
    Object.assign(globalThis, { longestTask: 0 })
    setInterval(() => {
      const now = performance.now()
      const waited = now - before - every
      before = now
      const heard = globalThis as unknown as { longestTask: number }
      if (waited > heard.longestTask) heard.longestTask = waited
    }, every)
  }
  await app.evaluate(hear, often)
  await window.evaluate(hear, often)
}

async function longest(coppice: App, name: string, work: (coppice: App) => Promise<void>): Promise<Row[]> {
  const { app, window } = coppice
  const taken = () => {
    const heard = globalThis as unknown as { longestTask: number }
    const longestTask = heard.longestTask
    heard.longestTask = 0
    return longestTask
  }
  await app.evaluate(taken)
  await window.evaluate(taken)
  await work(coppice)
  // What was written is shown a moment later.
  await sleep(1000)
  const row = (of: string, measured: number): Row => ({
    name: `longest task of ${of} during ${name}`,
    unit: 'ms',
    measured,
    reference: null,
    bound: null,
    aim: unfelt,
  })
  return [row('the window', await window.evaluate(taken)), row('the main process', await app.evaluate(taken))]
}

async function importing({ app, window, folder, quick }: App): Promise<void> {
  const csv = join(folder, 'stalls.csv')
  writePeople(csv, madeMembers(quick ? 500 : 50_000))
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
  }, csv)
  await goTo(window, 'Members')
  await window.getByRole('button', { name: 'Import…' }).click()
  await window.getByRole('button', { name: 'Choose a file…' }).click()
  await window.getByRole('button', { name: /^Import [\d,]+ rows?$/ }).click({ timeout: 120_000 })
  await window.getByRole('button', { name: 'Show them' }).click({ timeout: 120_000 })
}

async function backingUp({ window }: App): Promise<void> {
  const { makeNow, rows } = await openBackups(window)
  const before = await rows.count()
  await makeNow.click()
  await expect(rows).toHaveCount(before + 1, { timeout: 120_000 })
}

async function exporting({ app, window, folder }: App): Promise<void> {
  await app.evaluate(
    ({ dialog }, path) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: path })
    },
    join(folder, 'stalls-summary.xlsx'),
  )
  await goTo(window, 'Reports')
  const period = { span: 'fixed' as const, from: '2026-01-01', to: null }
  const design = { ...usualDesign('sessions'), redaction: 'none', period, format: 'xlsx' }
  const answer = await window.evaluate(async (asked) => {
    const { coppice } = globalThis as unknown as {
      coppice: { call(name: string, input: object, call: string): Promise<string> }
    }
    return coppice.call('reports.save', { design: asked, today: '2026-11-23' }, 'measured')
  }, design)
  if (!answer.startsWith('{"ok":true')) throw new Error(`The export failed: ${answer}`)
}
