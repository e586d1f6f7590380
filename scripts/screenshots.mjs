// `npm run screenshots`: the pictures of the README, taken of the real app with the sample program.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureRuntime } from './runtime/ensure.mjs'
import { runtimeEnvironment } from './runtime/resolve.mjs'
import { ensureBuild } from './support/build.mjs'
import { ensureDependencies } from './support/dependencies.mjs'
import { openDisplay } from './support/display.mjs'
import { electronFlags } from './support/electronFlags.mjs'
import { entry } from './support/entry.mjs'
import { checkout, projectNode } from './support/paths.mjs'
import { show } from './support/run.mjs'

const size = { width: 1280, height: 800 }

/** What is on each picture: the button in the navigation, and what to do before it is taken. */
const pictures = /** @type {const} */ ([
  { name: 'today', screen: 'Today', shown: 'today', theme: 'light' },
  { name: 'members', screen: 'Members', shown: 'members', theme: 'light', open: 5 },
  { name: 'sessions', screen: 'Sessions', shown: 'sessions', theme: 'dark', search: 'feedback', open: 2 },
  { name: 'activity', screen: 'Activity', shown: 'activity', theme: 'light' },
  {
    name: 'matches',
    screen: 'Mentoring',
    shown: 'mentoring',
    theme: 'light',
    choose: ['Crosscurrents, cohort 7', 'Matches'],
  },
  {
    name: 'community',
    screen: 'Communities',
    shown: 'communities',
    theme: 'light',
    choose: ['Field Practice'],
  },
  { name: 'reports', screen: 'Reports', shown: 'reports', theme: 'light' },
])

entry(async () => {
  await ensureDependencies()
  const runtime = await ensureRuntime()
  await ensureBuild()
  const display = await openDisplay()
  const folder = mkdtempSync(join(tmpdir(), 'coppice-screenshots-'))
  const file = join(folder, 'Tidewright.coppice')
  const environment = { ...process.env, ...runtimeEnvironment(runtime), ...display.environment }
  try {
    const cli = join(checkout, 'out', 'main', 'cli.js')
    const made = await show(projectNode, [cli, 'sample', file], { cwd: checkout, env: environment })
    if (made !== 0) return made
    // Installed by ensureDependencies, so not there when this file is read.
    const { _electron } = await import('@playwright/test')
    const app = await _electron.launch({
      executablePath: runtime.executable,
      args: [checkout, ...electronFlags(display), `--user-data-dir=${join(folder, 'profile')}`, file],
      env: /** @type {Record<string, string>} */ (environment),
    })
    const page = await app.firstWindow()
    await app.evaluate(
      ({ BrowserWindow }, { width, height }) =>
        BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
      size,
    )
    for (const picture of pictures) {
      await page.emulateMedia({ colorScheme: picture.theme })
      await page.getByRole('navigation').getByRole('button', { name: picture.screen }).click()
      await page.locator(`html[data-shown=${picture.shown}]`).waitFor()
      if ('search' in picture) await page.getByRole('searchbox').fill(picture.search)
      if ('open' in picture) {
        await page.locator(`[data-index="${picture.open}"] [role=gridcell]`).first().waitFor()
        await page.locator(`[data-index="${picture.open}"]`).click()
        await page.getByRole('complementary').waitFor()
      }
      for (const words of 'choose' in picture ? picture.choose : [])
        await page.getByRole('main').getByText(words, { exact: true }).first().click()
      // Fonts and charts settle without telling anybody.
      await page.waitForTimeout(800)
      await page.screenshot({ path: join(checkout, 'docs', 'screenshots', `${picture.name}.png`) })
      console.log(`docs/screenshots/${picture.name}.png`)
    }
    await app.close()
    return 0
  } finally {
    display.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
