import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of this checkout. */
export const checkout = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** The Node that the project pins as a dependency; it exists once dependencies are installed. */
export const projectNode = join(
  checkout,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
)

/**
 * Where everything that is prepared once and shared by checkouts lives.
 * `COPPICE_CACHE` names another place.
 * @returns {string}
 */
export function cacheFolder() {
  const chosen = process.env.COPPICE_CACHE
  if (chosen) return chosen
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'coppice')
  if (process.platform === 'win32') {
    return join(process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'coppice', 'Cache')
  }
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'coppice')
}

/**
 * A lock that belongs to this checkout, kept outside it (see lock.mjs).
 * @param {string} name
 * @returns {string}
 */
export function checkoutLock(name) {
  const id = createHash('sha256').update(checkout).digest('hex').slice(0, 12)
  return join(cacheFolder(), `${name}-${id}.lock`)
}

/**
 * A dependency's description: its version, its commands.
 * @param {string} name
 * @returns {{ version: string, bin?: string | Record<string, string> }}
 */
export function manifestOf(name) {
  return JSON.parse(readFileSync(join(checkout, 'node_modules', name, 'package.json'), 'utf8'))
}

/**
 * The script behind a dependency's command, to be run by Node on every platform alike.
 * @param {string} dependency
 * @param {string} [command] when it has several
 * @returns {string} absolute path
 */
export function toolOf(dependency, command = dependency) {
  const { bin } = manifestOf(dependency)
  const script = typeof bin === 'string' ? bin : bin?.[command]
  if (!script) throw new Error(`${dependency} has no command ${command}`)
  return join(checkout, 'node_modules', dependency, script)
}

/**
 * The text of a file, or null when it is not there.
 * @param {string} file
 * @returns {string | null}
 */
export function textOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}
