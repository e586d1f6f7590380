import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkout, manifestOf } from '../support/paths.mjs'
import { addonFolder, distributionFolder, fallbackExists, recipe } from './recipe.mjs'

/**
 * An Electron that can be started.
 * @typedef {object} Runtime
 * @property {string} executable absolute path
 * @property {string} distribution absolute path of the folder of all its files
 * @property {string | null} nativeBinding better-sqlite3's addon for it; null: the one it ships with
 * @property {boolean} fallback true: for evaluation and tests, not for a release
 * @property {string} version of Electron
 */

/**
 * The runtime that is there already, or null. Changes nothing, fetches nothing.
 * @returns {Runtime | null}
 */
export function resolveRuntime() {
  return official() ?? preparedFallback()
}

/**
 * The official Electron: the one that `ELECTRON_OVERRIDE_DIST_PATH` names, or the one in node_modules.
 * @returns {Runtime | null}
 */
export function official() {
  const own = process.env.ELECTRON_OVERRIDE_DIST_PATH
  const folder = join(checkout, 'node_modules', 'electron')
  try {
    if (own) return described(own, platformExecutable(), versionIn(own) ?? manifestOf('electron').version)
    const executable = readFileSync(join(folder, 'path.txt'), 'utf8')
    const version = versionIn(join(folder, 'dist'))
    return version === manifestOf('electron').version
      ? described(join(folder, 'dist'), executable, version)
      : null
  } catch {
    return null
  }
}

/**
 * The fallback, when it has been prepared completely.
 * @returns {Runtime | null}
 */
export function preparedFallback() {
  if (!fallbackExists || process.env.COPPICE_RUNTIME === 'official') return null
  const nativeBinding = join(addonFolder(), 'better_sqlite3.node')
  const distribution = distributionFolder()
  const executable = join(distribution, 'electron')
  if (!existsSync(nativeBinding) || !existsSync(executable)) return null
  return { executable, distribution, nativeBinding, fallback: true, version: recipe.electron }
}

/**
 * What a process has to find in its environment to run the app on this runtime.
 * @param {Runtime} runtime
 * @returns {Record<string, string>}
 */
export function runtimeEnvironment(runtime) {
  return {
    COPPICE_ELECTRON: runtime.executable,
    ELECTRON_EXEC_PATH: runtime.executable,
    ELECTRON_MAJOR_VER: runtime.version.split('.')[0] ?? '',
    ...(runtime.nativeBinding === null ? {} : { COPPICE_SQLITE_BINDING: runtime.nativeBinding }),
  }
}

/**
 * @param {string} distribution
 * @param {string} name of the executable in it
 * @param {string} version
 * @returns {Runtime | null}
 */
function described(distribution, name, version) {
  const executable = join(distribution, name)
  if (!existsSync(executable)) return null
  return { executable, distribution, nativeBinding: null, fallback: false, version }
}

/** @param {string} folder */
function versionIn(folder) {
  const file = join(folder, 'version')
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : null
}

function platformExecutable() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}
