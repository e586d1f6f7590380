// `npm start`: makes sure of everything Coppice needs, and opens it.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureRuntime } from './runtime/ensure.mjs'
import { runtimeEnvironment } from './runtime/resolve.mjs'
import { ensureBuild } from './support/build.mjs'
import { ensureDependencies } from './support/dependencies.mjs'
import { openDisplay } from './support/display.mjs'
import { electronFlags } from './support/electronFlags.mjs'
import { entry, words } from './support/entry.mjs'
import { checkout } from './support/paths.mjs'
import { show } from './support/run.mjs'
import { say } from './support/say.mjs'

entry(async () => {
  await ensureDependencies()
  const runtime = await ensureRuntime()
  await ensureBuild()
  const display = await openDisplay()
  const picture = display.virtual ? announcePicture() : {}
  const flags = electronFlags(display)
  if (flags.includes('--no-sandbox'))
    say('Chromium’s sandbox cannot run for this user; Coppice opens without it.')
  try {
    return await show(runtime.executable, [checkout, ...flags, ...words], {
      // File names that were typed are meant from where they were typed.
      cwd: process.env.INIT_CWD ?? process.cwd(),
      env: {
        ...process.env,
        ...runtimeEnvironment(runtime),
        ...display.environment,
        ...picture,
      },
    })
  } finally {
    display.close()
  }
})

/**
 * Tells that nobody will see the window, and where the app puts a picture of it.
 * @returns {Record<string, string>} what asks the app for the picture
 */
function announcePicture() {
  const folder = join(checkout, 'out')
  const file = join(folder, 'coppice-start.png')
  mkdirSync(folder, { recursive: true })
  rmSync(file, { force: true })
  say('This machine has no display: Coppice opens on a virtual one (Xvfb). Ctrl+C closes it.')
  say(`A picture of its first screen: ${file}`)
  return { COPPICE_SCREENSHOT: file }
}
