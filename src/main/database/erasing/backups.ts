import { rename, rm, stat } from 'node:fs/promises'
import type { Spelling } from '@shared/domain/nameFinder'
import { AppError } from '@shared/errors'
import type Database from 'better-sqlite3-multiple-ciphers'
import { type Backup, listFolder } from '../backups/list'
import { rewriteBackup } from '../backups/rewrite'
import { derivations } from '../derived'
import { runUntracked } from '../engine/command'
import { copySeal } from '../engine/copy'
import { migrate } from '../engine/migrate'
import { openConnection } from '../engine/open'
import { Reader } from '../engine/reader'
import type { Task } from '../handler'
import { migrations } from '../migrations'
import { newestVersion } from '../migrations/newest'
import { eraseMembers, tidyErased } from './erase'
import { type ErasedMember, erasedMembers, keepLedger } from './ledger'
import { eraseNotes } from './notes'

/** A backup that still holds what was erased, and why. */
export interface Left {
  name: string
  problem: string
}

/** What has gone from the open file, and so has to go from each of its backups. */
interface Gone {
  members: ErasedMember[]
  /** Sessions whose texts were erased. */
  sessions: { id: number; createdAt: string }[]
  /** Check-ins and last talks whose notes a rule has erased. */
  checkIns: { id: number; createdAt: string }[]
  closureSteps: { id: number; begunOn: string }[]
  /** How those who were erased just now were written: notes may name them from before they were members. */
  spellings: Spelling<number>[]
}

/**
 * Erases in every backup of a folder what was erased in the open file: each is brought up to date where it is older,
 * erased, written anew, read back and put in its place. One that holds nothing of it is left as it is.
 *
 * @returns how many were changed, and those that could not be.
 */
export async function eraseInFolder(
  db: Reader,
  { folder, spellings }: { folder: string; spellings: Spelling<number>[] },
  task: Task,
): Promise<{ erased: number; left: Left[] }> {
  const result = { erased: 0, left: [] as Left[] }
  const there = await stat(folder).catch(() => null)
  if (!there?.isDirectory()) return result
  const gone: Gone = {
    members: erasedMembers(db),
    sessions: db.all('SELECT id, created_at AS createdAt FROM sessions WHERE notes_erased_at IS NOT NULL'),
    checkIns: db.all(`SELECT id, created_at AS createdAt FROM check_ins WHERE ${isErasedIn('check_ins')}`),
    closureSteps: db.all(
      `SELECT s.id, c.begun_on AS begunOn FROM closure_steps s JOIN closures c ON c.id = s.closure_id
        WHERE s.${isErasedIn('closure_steps')}`,
    ),
    spellings,
  }
  await keepLedger(db, folder)
  const backups = (await listFolder(folder)).filter(({ state }) => state !== 'other')
  for (const [index, backup] of backups.entries()) {
    task.progress({ label: `Erasing in the backup ${backup.name}`, done: index, total: backups.length })
    try {
      if (await eraseInBackup(backup, gone, task)) result.erased++
    } catch (error) {
      const problem = error instanceof AppError ? error.message : 'It could not be read or written.'
      result.left.push({ name: backup.name, problem })
    }
  }
  return result
}

/** @returns whether there was anything to erase. */
async function eraseInBackup(backup: Backup, gone: Gone, task: Task): Promise<boolean> {
  let changed = false
  await rewriteBackup(backup, task.setup, async (path) => {
    changed = await eraseInCopy(path, gone, task)
    return changed
  })
  return changed
}

async function eraseInCopy(path: string, gone: Gone, task: Task): Promise<boolean> {
  const { secret, nativeBinding } = task.setup
  const anew = `${path}-anew`
  const connection = openConnection({ file: path, mode: 'write', secret, nativeBinding, newestVersion })
  try {
    migrate(connection, migrations)
    if (!(await eraseThere(connection, gone, { ...task, progress: () => undefined, cancelled: () => false })))
      return false
    await runUntracked(connection, derivations(), (writer) => {
      tidyErased(writer)
      return { value: null }
    })
    new Reader(connection).copyInto(anew)
    copySeal(path, anew)
  } finally {
    connection.close()
    for (const end of ['-wal', '-shm']) await rm(`${path}${end}`, { force: true })
  }
  await rename(anew, path)
  return true
}

async function eraseThere(connection: Database.Database, gone: Gone, task: Task): Promise<boolean> {
  const changes = () => connection.prepare('SELECT total_changes()').pluck().get()
  const before = changes()
  await runUntracked(connection, derivations(), (writer) => {
    const members = writer.column<number>(
      `SELECT m.id FROM members m ${among} AND m.erased_at IS NULL`,
      JSON.stringify(gone.members),
    )
    eraseMembers(writer, members, task, gone.spellings)
    const sessions = writer.column<number>(
      `SELECT m.id FROM sessions m ${among} AND (m.notes <> '' OR m.title IS NOT NULL OR m.agenda IS NOT NULL)`,
      JSON.stringify(gone.sessions),
    )
    const checkIns = writer.column<number>(
      `SELECT m.id FROM check_ins m ${among} AND m.notes <> ''`,
      JSON.stringify(gone.checkIns),
    )
    const closureSteps = writer.column<number>(
      `SELECT s.id FROM closure_steps s JOIN closures c ON c.id = s.closure_id JOIN json_each(?) AS gone
        ON s.id = gone.value ->> '$.id' WHERE c.begun_on = gone.value ->> '$.begunOn' AND s.notes <> ''`,
      JSON.stringify(gone.closureSteps),
    )
    if (sessions.length + checkIns.length + closureSteps.length > 0)
      eraseNotes(writer, { sessions, checkIns, closureSteps })
    return { value: null }
  })
  return changes() !== before
}

/** SQL for rows without notes that a rule for how long things are kept has written to: the history says so for ever. */
function isErasedIn(table: string): string {
  return `id IN (
    SELECT x.first_row FROM changes x JOIN commands y ON y.id = x.command_id
      WHERE x.table_name = '${table}' AND x.kind = 'update' AND y.operation = 'retention.runRecords') AND notes = ''`
}

/** SQL for the rows that are the same records: of the same number, and made at the same moment. */
const among = `JOIN json_each(?) AS gone
  ON m.id = gone.value ->> '$.id' WHERE m.created_at = gone.value ->> '$.createdAt'`
