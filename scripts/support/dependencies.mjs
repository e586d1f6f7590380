import { createHash } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exclusively } from './lock.mjs'
import { checkout, checkoutLock, projectNode, textOf } from './paths.mjs'
import { npm, show } from './run.mjs'
import { duration, SetupError, say } from './say.mjs'

const modules = join(checkout, 'node_modules')
const stamp = join(modules, '.coppice-installed')

/** Installs exactly what package-lock.json names, when that is not what is installed. */
export async function ensureDependencies() {
  if (upToDate()) return
  await exclusively(checkoutLock('install'), 'another start installs the dependencies.', async () => {
    if (upToDate()) return
    if (!installedAsLocked()) await install()
    writeFileSync(stamp, fingerprint())
  })
}

function upToDate() {
  return textOf(stamp) === fingerprint() && existsSync(projectNode)
}

/** @returns {string} what the installed dependencies depend on */
function fingerprint() {
  const lock = textOf(join(checkout, 'package-lock.json')) ?? ''
  return `${process.platform} ${process.arch} ${createHash('sha256').update(lock).digest('hex')}`
}

/** Whether somebody ran npm themselves and everything is as it should be. */
function installedAsLocked() {
  const installed = textOf(join(modules, '.package-lock.json'))
  const wanted = textOf(join(checkout, 'package-lock.json'))
  if (installed === null || wanted === null || !existsSync(projectNode)) return false
  return sameVersions(JSON.parse(installed), JSON.parse(wanted))
}

/**
 * Whether everything that is wanted is installed in its version; what is optional may be missing.
 * @param {import('./lockEntries.mjs').Lockfile} installed
 * @param {import('./lockEntries.mjs').Lockfile} wanted
 * @returns {boolean}
 */
export function sameVersions(installed, wanted) {
  const have = installed.packages
  const want = wanted.packages
  const isAsWanted = Object.entries(want).every(([path, { version, optional, devOptional, peer }]) => {
    if (path === '') return true
    const found = have[path]
    return found ? found.version === version : Boolean(optional || devOptional || peer)
  })
  return isAsWanted && Object.keys(have).every((path) => path in want)
}

async function install() {
  const begun = Date.now()
  say('… Installing the dependencies with npm (usually half a minute)')
  const { command, args } = npm()
  const code = await show(command, [...args, 'ci', '--loglevel=error', '--no-audit', '--no-fund'], {
    cwd: checkout,
    stdoutToStderr: true,
  })
  if (code !== 0)
    throw new SetupError('npm could not install the dependencies: what it says above tells why.')
  if (!existsSync(projectNode)) {
    throw new SetupError(
      'The dependencies are installed, but not the Node among them. If npm is told to ignore scripts on this ' +
        'machine, type `npm rebuild node --ignore-scripts=false` and start again.',
    )
  }
  say(`✓ Installed the dependencies (${duration(Date.now() - begun)})`)
}
