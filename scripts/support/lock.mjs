import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { say } from './say.mjs'

const heartbeat = 5_000
const silence = 60_000

/**
 * Does the work while nobody else on this machine does work under the same lock.
 * A lock whose owner died is taken over.
 * @template T
 * @param {string} folder the lock: a folder that exists while it is held
 * @param {string} waitingFor what to say when someone else holds it
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function exclusively(folder, waitingFor, work) {
  mkdirSync(dirname(folder), { recursive: true })
  for (let attempts = 1; !take(folder); attempts++) {
    if (attempts === 2) say(`Waiting: ${waitingFor}`)
    await sleep(300)
  }
  const release = () => rmSync(folder, { recursive: true, force: true })
  const interrupted = () => process.exit(130)
  const beat = setInterval(() => utimesSync(folder, new Date(), new Date()), heartbeat)
  process.on('exit', release)
  process.on('SIGINT', interrupted).on('SIGTERM', interrupted)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    process.off('exit', release).off('SIGINT', interrupted).off('SIGTERM', interrupted)
    release()
  }
}

/** @param {string} folder */
function take(folder) {
  const owner = join(folder, 'owner')
  try {
    mkdirSync(folder)
    writeFileSync(owner, `${hostname()} ${process.pid}`)
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  if (abandoned(folder, owner)) rmSync(folder, { recursive: true, force: true })
  return false
}

/**
 * @param {string} folder
 * @param {string} owner
 */
function abandoned(folder, owner) {
  try {
    if (Date.now() - statSync(folder).mtimeMs > silence) return true
    const [host, pid] = readFileSync(owner, 'utf8').split(' ')
    if (host !== hostname()) return false
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}
