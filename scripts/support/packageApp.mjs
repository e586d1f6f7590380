import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { checkout } from './paths.mjs'

/** Where packages go. */
const packages = join(checkout, 'dist')

/** Where the executable lies in the unpacked app, by platform. */
const executables = /** @type {Record<string, string>} */ ({
  darwin: join('Coppice.app', 'Contents', 'MacOS', 'Coppice'),
  linux: 'coppice',
  win32: 'Coppice.exe',
})

/**
 * Packages what is in out/ for this platform, without making an installer of it.
 * @param {import('../runtime/resolve.mjs').Runtime} runtime
 * @returns {Promise<string>} the packaged app's executable
 */
export async function packageApp(runtime) {
  const { build, DIR_TARGET, Platform } = await import('electron-builder')
  const { packaging } = await import('../../electron-builder.config.mjs')
  await build({
    projectDir: checkout,
    targets: Platform.current().createTarget(DIR_TARGET),
    config: packaging(runtime),
    publish: 'never',
  })
  return packagedExecutable()
}

/**
 * The executable of the app that was packaged for this platform.
 * @returns {string}
 */
export function packagedExecutable() {
  const name = executables[process.platform] ?? ''
  const folder = readdirSync(packages).find((entry) => existsSync(join(packages, entry, name)))
  if (!name || !folder) throw new Error(`No packaged app was found in ${packages}.`)
  return join(packages, folder, name)
}
