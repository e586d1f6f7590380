import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseClient } from '@main/database/client'
import { checkout } from '../../scripts/support/paths.mjs'
import { working } from '../../scripts/support/say.mjs'

export const workerPath = join(checkout, 'out', 'main', 'worker.js')

export interface Sizes {
  members: number
  sessions: number
  interactions: number
}

/** What decides what is in a sample file; when any of it changes, the files are made anew. */
const makers = [
  'src/main/database/migrations/*.ts',
  'src/main/database/derived/*.ts',
  'src/main/database/queries/sampleProgram.ts',
  'src/main/sample/**/*.ts',
]

/**
 * A program file with the sample program in it. Kept in the temporary folder for the next run; nobody may write to
 * it.
 * @param today the day the sample program is opened on, `YYYY-MM-DD`
 * @returns the path
 */
export async function sampleFile(sizes: Sizes, today: string): Promise<string> {
  const { members, sessions, interactions } = sizes
  const folder = join(tmpdir(), 'coppice-bench', `${fingerprint()}`)
  const file = join(folder, `${members}-${sessions}-${interactions}-${today}.coppice`)
  if (existsSync(file)) return file
  removeOthers(folder)
  mkdirSync(folder, { recursive: true })
  const title = `Making a program of ${[members, sessions, interactions].map(inWords).join(', ')} records`
  return working(title, async () => {
    const unfinished = join(folder, `unfinished-${process.pid}.coppice`)
    removeFile(unfinished)
    const client = await DatabaseClient.open({
      file: unfinished,
      mode: 'create',
      workerPath,
      onTrouble: console.error,
    })
    try {
      await client.ask('program.begin', { name: 'Measured', timeZone: 'UTC' })
      await client.ask('program.fillSample', { today, seed: 1, ...sizes })
    } finally {
      await client.close()
    }
    renameSync(unfinished, file)
    return file
  })
}

/** An empty program file. */
export async function emptyFile(file: string): Promise<void> {
  const client = await DatabaseClient.open({ file, mode: 'create', workerPath, onTrouble: console.error })
  await client.ask('program.begin', { name: 'Measured', timeZone: 'UTC' })
  await client.close()
}

function removeFile(file: string): void {
  for (const path of [file, `${file}-wal`, `${file}-shm`]) rmSync(path, { force: true })
}

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const path of makers.flatMap((pattern) => globSync(pattern, { cwd: checkout })).sort()) {
    hash.update(`${path}\n`).update(readFileSync(join(checkout, path)))
  }
  return hash.digest('hex').slice(0, 12)
}

/** Files of earlier versions are of no use any more, and large. */
function removeOthers(folder: string): void {
  const parent = join(folder, '..')
  if (!existsSync(parent)) return
  for (const name of readdirSync(parent)) {
    const other = join(parent, name)
    if (other !== folder) rmSync(other, { recursive: true, force: true })
  }
}

function inWords(count: number): string {
  return count.toLocaleString('en')
}
