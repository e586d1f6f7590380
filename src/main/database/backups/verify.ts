import { AppError } from '@shared/errors'
import type { Task } from '../handler'
import { changeFacts, type Recorded } from './facts'
import { digestOf, type Opening, readThrough } from './inspect'
import { type Backup, listFolder } from './list'

/** How a check of backups went. */
export interface Verified {
  checked: number
  /** Names of those that are not what they should be. */
  damaged: string[]
}

/**
 * Reads backups from the first byte to the last, compares them with what is written down about them, and writes down
 * what was found. None is removed.
 *
 * @param which null for all in the folder
 */
export async function verifyFolder(
  folder: string,
  which: readonly string[] | null,
  /** The open file's, for a folder that does not know. */
  program: string | null,
  { setup, progress, cancelled }: Task,
): Promise<Verified> {
  const backups = (await listFolder(folder)).filter(({ name }) => which === null || which.includes(name))
  const verified: Verified = { checked: 0, damaged: [] }
  for (const backup of backups) {
    if (cancelled()) break
    progress({ label: `Checking ${backup.name}`, done: verified.checked, total: backups.length })
    const found = await verifyBackup(backup, setup)
    await changeFacts(folder, ({ backups: known, ...facts }) => ({
      program: facts.program ?? program,
      backups: [...known.filter(({ name }) => name !== found.name), found],
    }))
    verified.checked++
    if (found.damaged) verified.damaged.push(found.name)
  }
  return verified
}

/** @returns what is known of it afterwards. */
export async function verifyBackup(backup: Backup, opening: Opening): Promise<Recorded> {
  const { path, state: _state, ...told } = backup
  const now = new Date().toISOString()
  try {
    const sha256 = await digestOf(path)
    if (told.sha256 !== null && told.sha256 !== sha256) {
      return damaged(
        told,
        'Its bytes are not those that were written: it was damaged, or changed by somebody.',
      )
    }
    const contents = readThrough(path, opening)
    const problem = told.counts && differs(told.counts, contents.counts)
    if (problem) return damaged(told, problem)
    return { ...told, ...contents, sha256, verifiedAt: now, damaged: false, problem: null }
  } catch (error) {
    if (error instanceof AppError) {
      if (error.code === 'wrong-passphrase' || error.code === 'passphrase-needed') {
        return closed(told, now)
      }
      if (error.code === 'file-damaged' || error.code === 'not-a-program-file')
        return damaged(told, error.message)
    }
    return damaged(told, `It could not be read. (${error instanceof Error ? error.message : error})`)
  }
}

/** Not to be opened with the key of today's file; with its digest unchanged it is still what was written. */
function closed(told: Recorded, now: string): Recorded {
  const problem =
    'It is encrypted with another key than the file, so it opens with the passphrase of its time.'
  return told.sha256 === null ? { ...told, problem } : { ...told, verifiedAt: now, damaged: false, problem }
}

function damaged(told: Recorded, problem: string): Recorded {
  return { ...told, damaged: true, problem }
}

function differs(told: Record<string, number>, found: Record<string, number>): string | null {
  const tables = new Set([...Object.keys(told), ...Object.keys(found)])
  const table = [...tables].find((name) => told[name] !== found[name])
  return table === undefined
    ? null
    : `It does not hold as many ${table.replaceAll('_', ' ')} as were written.`
}
