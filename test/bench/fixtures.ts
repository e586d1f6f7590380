import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseClient } from '@main/database/client'
import { cacheFolder, checkout } from '../../scripts/support/paths.mjs'
import { working } from '../../scripts/support/say.mjs'

export const workerPath = join(checkout, 'out', 'main', 'worker.js')

export interface Sizes {
  members: number
  sessions: number
  interactions: number
}

/** What decides what is in a sample file; when any of it changes, the files are made anew. */
const makers = [
  'src/main/database/migrations/0010-first-schema.ts',
  'src/main/database/derived/*.ts',
  'src/main/database/queries/sample/*.ts',
  'src/main/sample/**/*.ts',
]

/** What a file that was made before can be brought up to. */
const later = ['src/main/database/migrations/*.ts']

/** Files that nobody measured with for so long are of no use any more, and large: a day, in milliseconds. */
const keptFor = 24 * 60 * 60 * 1000

/**
 * A program file with the sample program in it. Kept in the cache for the next run; nobody may write to it.
 * @param today the day the sample program is opened on, `YYYY-MM-DD`
 * @returns the path
 */
export async function sampleFile(sizes: Sizes, today: string): Promise<string> {
  const { members, sessions, interactions } = sizes
  const cache = join(cacheFolder(), 'bench')
  const made = fingerprint(makers)
  const folder = join(cache, `${made}-${fingerprint(later)}`)
  const name = `${members}-${sessions}-${interactions}-${today}.coppice`
  const file = join(folder, name)
  mkdirSync(folder, { recursive: true })
  const now = new Date()
  utimesSync(folder, now, now)
  removeOld(cache, now)
  if (existsSync(file)) return file
  const title = `Making a program of ${[members, sessions, interactions].map(inWords).join(', ')} records`
  return working(title, async () => {
    const unfinished = join(folder, `unfinished-${process.pid}.coppice`)
    removeFile(unfinished)
    const earlier = readdirSync(cache)
      .filter((other) => other.startsWith(made))
      .map((other) => join(cache, other, name))
      .find((other) => existsSync(other))
    if (!earlier || !(await broughtUp(earlier, unfinished))) await make(unfinished, sizes, today)
    renameSync(unfinished, file)
    return file
  })
}

/** Today on this machine: what the window takes it for. */
export function today(): string {
  const now = new Date()
  const pad = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
}

/** An empty program file. */
export async function emptyFile(file: string): Promise<void> {
  const client = await DatabaseClient.open({ file, mode: 'create', workerPath, onTrouble: console.error })
  await client.ask('program.begin', { name: 'Measured', timeZone: 'UTC' })
  await client.close()
}

/** Opening a file for writing brings it up to this version, unless it was made by another one. */
async function broughtUp(earlier: string, file: string): Promise<boolean> {
  copyFileSync(earlier, file)
  try {
    await (await DatabaseClient.open({ file, mode: 'write', workerPath })).close()
    return true
  } catch {
    removeFile(file)
    return false
  }
}

async function make(file: string, sizes: Sizes, today: string): Promise<void> {
  const client = await DatabaseClient.open({ file, mode: 'create', workerPath, onTrouble: console.error })
  try {
    await client.ask('program.begin', { name: 'Measured', timeZone: 'UTC' })
    await client.ask('program.fillSample', { today, seed: 1, ...sizes })
  } finally {
    await client.close()
  }
}

function removeFile(file: string): void {
  for (const path of [file, `${file}-wal`, `${file}-shm`]) rmSync(path, { force: true })
}

function fingerprint(patterns: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of patterns.flatMap((pattern) => globSync(pattern, { cwd: checkout })).sort()) {
    hash.update(`${path}\n`).update(readFileSync(join(checkout, path)))
  }
  return hash.digest('hex').slice(0, 12)
}

function removeOld(cache: string, now: Date): void {
  for (const name of readdirSync(cache)) {
    const folder = join(cache, name)
    if (now.getTime() - statSync(folder).mtimeMs > keptFor) rmSync(folder, { recursive: true, force: true })
  }
}

function inWords(count: number): string {
  return count.toLocaleString('en')
}
