import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exclusively } from './lock.mjs'
import { checkout, checkoutLock, projectNode, textOf, toolOf } from './paths.mjs'
import { collect } from './run.mjs'
import { SetupError, working } from './say.mjs'

const stamp = join(checkout, 'out', '.built-from')
const products = [
  'main/index.js',
  'main/cli.js',
  'main/worker.js',
  'preload/index.cjs',
  'renderer/index.html',
]
const sources = [
  'src',
  'resources',
  'electron.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]

/** Builds the app into out/, when its sources have changed since the last time. */
export async function ensureBuild() {
  if (upToDate()) return
  await exclusively(checkoutLock('build'), 'another start builds the app.', async () => {
    if (upToDate()) return
    await working('Building Coppice', build)
  })
}

function upToDate() {
  return (
    textOf(stamp) === stateOf(sources) && products.every((name) => existsSync(join(checkout, 'out', name)))
  )
}

async function build() {
  const state = stateOf(sources)
  rmSync(stamp, { force: true })
  const { code, output } = await collect(
    projectNode,
    [toolOf('electron-vite'), 'build', '-c', 'electron.config.ts', '--logLevel', 'warn'],
    { cwd: checkout, env: { ...process.env, NO_COLOR: '1' } },
  )
  if (code !== 0) throw new SetupError(`Coppice could not be built:\n${output.trim()}`)
  mkdirSync(join(checkout, 'out'), { recursive: true })
  writeFileSync(stamp, state)
}

/**
 * Changes whenever one of the files is added, removed or written.
 * @param {string[]} paths files and folders of the checkout
 * @returns {string}
 */
function stateOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap(filesIn).sort()) {
    const { size, mtimeMs } = lstatSync(join(checkout, path))
    hash.update(`${path} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesIn(path) {
  const stats = lstatSync(join(checkout, path), { throwIfNoEntry: false })
  if (!stats) return []
  if (!stats.isDirectory()) return [path]
  return readdirSync(join(checkout, path)).flatMap((name) => filesIn(`${path}/${name}`))
}
