import { spawn } from 'node:child_process'
import { existsSync, lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { cacheFolder, checkout, manifestOf, projectNode } from '../support/paths.mjs'
import { duration, say } from '../support/say.mjs'
import { official } from './resolve.mjs'

/** How long a host may take to answer, and how long a download may stand still. */
const patience = { answer: 10_000, silence: 60_000 }

/**
 * Lets the electron package install its own binary, the ordinary way. Slow networks are fine:
 * it is given up only when the host does not answer or nothing arrives any more.
 * @returns {Promise<import('./resolve.mjs').Runtime | null>} null: it cannot be had here
 */
export async function installOfficial() {
  if (process.env.ELECTRON_SKIP_BINARY_DOWNLOAD) return null
  const begun = Date.now()
  say(`… Fetching Electron ${manifestOf('electron').version} (about 120 MB, once)`)
  const problem = await runInstaller()
  const runtime = problem === null ? official() : null
  if (runtime) {
    say(`✓ Fetched Electron ${runtime.version} (${duration(Date.now() - begun)})`)
    return runtime
  }
  say(`  The official Electron cannot be fetched here: ${problem ?? 'its installer left nothing to run'}.`)
  return null
}

/** @returns {Promise<string | null>} what went wrong, null: nothing */
function runInstaller() {
  const electron = join(checkout, 'node_modules', 'electron')
  const temporary = join(cacheFolder(), 'official-download')
  rmSync(temporary, { recursive: true, force: true })
  mkdirSync(temporary, { recursive: true })
  const child = spawn(projectNode, [join(electron, 'install.js')], {
    cwd: checkout,
    env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let words = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      words += text
    })
  }
  return new Promise((resolve) => {
    const finish = (/** @type {string | null} */ problem) => {
      watch.stop()
      child.kill('SIGKILL')
      rmSync(temporary, { recursive: true, force: true })
      resolve(problem)
    }
    const watch = watchProgress([temporary, join(electron, 'dist')], finish)
    child.on('error', (error) => finish(error.message))
    child.on('close', (code) => finish(code === 0 ? null : reason(words)))
  })
}

/**
 * Calls `giveUp` with a reason when nothing more can be expected.
 * @param {string[]} folders that grow while the download goes on
 * @param {(reason: string) => void} giveUp
 */
function watchProgress(folders, giveUp) {
  let arrived = bytesIn(folders)
  let moved = Date.now()
  let told = Date.now()
  const timer = setInterval(() => {
    const now = bytesIn(folders)
    if (now !== arrived) {
      arrived = now
      moved = Date.now()
      if (moved - told > 5_000) {
        told = moved
        say(`  … ${Math.round(now / 1_000_000)} MB`)
      }
    } else if (Date.now() - moved > patience.silence) giveUp('nothing arrives any more')
  }, 500)
  const unanswered = new AbortController()
  const begin = arrived
  hostAnswers(unanswered.signal).then((answers) => {
    if (!answers && bytesIn(folders) === begin) giveUp('its site does not answer')
  })
  return {
    stop() {
      clearInterval(timer)
      unanswered.abort()
    },
  }
}

/**
 * Whether the place Electron is fetched from accepts a connection. Behind a proxy nobody can tell
 * before trying, so there it counts as answering.
 * @param {AbortSignal} signal ends the question: the answer is then true
 * @returns {Promise<boolean>}
 */
function hostAnswers(signal) {
  const { env } = process
  if (env.HTTPS_PROXY || env.https_proxy || env.ALL_PROXY) return Promise.resolve(true)
  const { hostname, port, protocol } = new URL(
    env.ELECTRON_MIRROR || env.npm_config_electron_mirror || 'https://github.com',
  )
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) || (protocol === 'http:' ? 80 : 443) })
    const settle = (/** @type {boolean} */ answer) => {
      clearTimeout(timer)
      socket.destroy()
      resolve(answer)
    }
    const timer = setTimeout(settle, patience.answer, false)
    socket.on('connect', () => settle(true)).on('error', () => settle(false))
    signal.addEventListener('abort', () => settle(true))
  })
}

/**
 * @param {string[]} folders
 * @returns {number}
 */
function bytesIn(folders) {
  let bytes = 0
  for (const folder of folders) {
    if (!existsSync(folder)) continue
    for (const name of readdirSync(folder, { recursive: true })) {
      bytes += lstatSync(join(folder, String(name)), { throwIfNoEntry: false })?.size ?? 0
    }
  }
  return bytes
}

/**
 * The first telling line of what the installer said.
 * @param {string} words
 */
function reason(words) {
  const line = words.split('\n').find((text) => /error|fail/i.test(text)) ?? 'its installer failed'
  return line.trim().replace(/\.$/, '')
}
