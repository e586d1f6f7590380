import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { exclusively } from './lock.mjs'
import { cacheFolder } from './paths.mjs'
import { collect } from './run.mjs'
import { SetupError, working } from './say.mjs'

/** Packages that were renamed with 64-bit time: the newer name is taken where it exists. */
const renamed = new Set(['libgtk-3-0', 'libasound2'])

/**
 * Installs Debian packages where that is possible (Debian or a relative of it, as root);
 * elsewhere it stops with the one command to type.
 * @param {string} purpose what they are needed for
 * @param {string[]} packages none: nothing happens
 */
export async function ensureDebianPackages(purpose, packages) {
  if (packages.length === 0) return
  if (!isDebian()) {
    throw new SetupError(
      `Missing on this system: ${purpose}. On Debian these are the packages ${packages.join(' ')}; ` +
        "install your system's counterparts and start again.",
    )
  }
  if (process.getuid?.() !== 0) {
    throw new SetupError(
      `Missing on this system: ${purpose}. Type this and start again:\n` +
        `  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`,
    )
  }
  await exclusively(join(cacheFolder(), 'apt.lock'), 'another start installs system packages.', () =>
    working(`Installing system packages (${purpose}): ${packages.join(' ')}`, () => install(packages)),
  )
}

/** @param {string[]} packages */
async function install(packages) {
  await apt(['update'])
  const names = await Promise.all(packages.map(nameHere))
  await apt(['install', '-y', '--no-install-recommends', ...names])
}

/**
 * @param {string} name
 * @returns {Promise<string>}
 */
async function nameHere(name) {
  if (!renamed.has(name)) return name
  const newer = `${name}t64`
  return (await collect('apt-cache', ['show', '--no-all-versions', newer])).code === 0 ? newer : name
}

/** @param {string[]} args */
async function apt(args) {
  const { code, output } = await collect('apt-get', ['-q', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' },
  })
  if (code !== 0) {
    const last = output.trim().split('\n').slice(-8).join('\n')
    throw new SetupError(`apt-get ${args.join(' ')} failed:\n${last}`)
  }
}

function isDebian() {
  try {
    return /^(ID|ID_LIKE)=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}
