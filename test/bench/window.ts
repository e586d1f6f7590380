import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { checkout } from '../../scripts/support/paths.mjs'
import { bareApp, type Launched, launch } from './electron'
import { sampleFile, today } from './fixtures'
import { type Bench, type Context, inTurn, median, type Row } from './measure'
import { memoryOf } from './processes'

/** From the start of the process until the first screen can be used, with a usual program file. */
export const start: Bench = {
  name: 'start',
  title: 'Start to Today, against a bare Electron window',
  async run(context) {
    const apps = await warmApps(context)
    const shownAfter = async (app: App) => {
      const launched = await app()
      await launched.close()
      return launched.shownAfter
    }
    const { coppice, bare } = await inTurn(context.quick ? 2 : 11, {
      coppice: () => shownAfter(apps.coppice),
      bare: () => shownAfter(apps.bare),
    })
    return [compared('start to Today', 'ms', coppice, bare, 1.8)]
  },
}

/** All of the app's processes; memory that they share is counted once. */
export const memory: Bench = {
  name: 'memory',
  title: 'Memory at rest, against a bare Electron window',
  async run(context) {
    if (process.platform !== 'linux') return []
    const apps = await warmApps(context)
    const used = async (app: App) => {
      const launched = await app()
      await sleep(context.quick ? 1000 : 5000)
      const megabytes = memoryOf(launched.pid)
      await launched.close()
      return megabytes
    }
    const { coppice, bare } = await inTurn(context.quick ? 1 : 3, {
      coppice: () => used(apps.coppice),
      bare: () => used(apps.bare),
    })
    return [compared('memory (PSS of all processes)', 'MB', coppice, bare, 1.6)]
  },
}

type App = () => Promise<Launched>

/** Both apps, each started once before it counts: Chromium keeps compiled scripts for the next time. */
async function warmApps({ folder, quick }: Context): Promise<{ coppice: App; bare: App }> {
  const sizes = quick
    ? { members: 1000, sessions: 500, interactions: 2000 }
    : { members: 20_000, sessions: 10_000, interactions: 50_000 }
  const file = join(folder, 'measured.coppice')
  copyFileSync(await sampleFile(sizes, today()), file)
  const bareFolder = bareApp(folder)
  const coppice = () => launch(checkout, join(folder, 'coppice-profile'), [file])
  const bare = () => launch(bareFolder, join(folder, 'bare-profile'), [])
  for (const app of [coppice, bare, coppice]) {
    const launched = await app()
    await sleep(3000)
    await launched.close()
  }
  return { coppice, bare }
}

function compared(
  name: string,
  unit: Row['unit'],
  measured: number[],
  reference: number[],
  bound: number,
): Row {
  return { name, unit, measured: median(measured), reference: median(reference), bound }
}
