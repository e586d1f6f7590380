import { existsSync } from 'node:fs'
import { mkdir, rm, stat, statfs } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type BackupReason, backupName, type Position } from '@shared/domain/backups'
import { AppError } from '@shared/errors'
import { stopIf } from '../engine/command'
import { copySeal, flush, withoutLog } from '../engine/copy'
import type { Reader } from '../engine/reader'
import type { Task } from '../handler'
import { copyProblem, expectedContents, isStale } from './compare'
import { changeFacts, type Recorded, readFacts } from './facts'
import { clearUnfinished, putInPlace, unfinishedPath } from './folder'
import { type Contents, digestOf, newestCommand, readThrough } from './inspect'
import { noBackup, toldOfBackup } from './troubles'

/** A backup that was written, read back and compared, and where it is. */
export interface Written extends Recorded {
  path: string
}

export interface BackupRequest {
  /** Made when it is not there. */
  folder: string
  reason: BackupReason
  /** Where the backup goes when it is not to be one among others in the folder. */
  path?: string
}

/**
 * Writes one backup of the open file: a copy as of one moment, under a name of its own only when it was read back and
 * holds what the file held. Nothing else is changed or removed.
 *
 * @throws AppError that says why there is none, and that the file is as it was.
 */
export async function writeBackup(db: Reader, request: BackupRequest, task: Task): Promise<Written> {
  const { folder, reason, path } = request
  const { setup } = task
  const made = new Date()
  try {
    await mkdir(folder, { recursive: true })
    await clearUnfinished(folder)
    await assertRoom(setup.file, folder)
    const unfinished = unfinishedPath(folder)
    try {
      const { contents, sha256 } = await copyAndCompare(db, unfinished, folder, task)
      const target =
        path ??
        join(
          folder,
          backupName(made, reason, (name) => existsSync(join(folder, name))),
        )
      const written: Written = {
        name: basename(target),
        path: target,
        at: made.toISOString(),
        reason,
        bytes: (await stat(unfinished)).size,
        sha256,
        ...contents,
        verifiedAt: new Date().toISOString(),
        damaged: false,
        problem: null,
      }
      await putInPlace(unfinished, target)
      if (path === undefined) await record(folder, written)
      return written
    } finally {
      for (const end of ['', '-journal']) await rm(`${unfinished}${end}`, { force: true })
    }
  } catch (error) {
    throw toldOfBackup(error, folder)
  }
}

async function copyAndCompare(
  db: Reader,
  unfinished: string,
  folder: string,
  { setup, progress, cancelled }: Task,
): Promise<{ contents: Contents; sha256: string }> {
  const step = (label: string, done: number) => {
    stopIf(cancelled)
    progress({ label, done, total: 3 })
  }
  const before = newestCommand(db)
  step('Writing a backup', 0)
  await copy(db, unfinished, setup, (done, total) => step('Writing a backup', done / total))
  step('Reading it back', 1)
  const contents = readThrough(unfinished, setup)
  const problem = copyProblem({
    copy: contents,
    expected: expectedContents(db, contents.newest),
    before,
    holdsBefore: holds(contents, before, db),
  })
  if (problem !== null) throw unfit(problem)
  step('Comparing it', 2)
  const sha256 = await digestOf(unfinished)
  const previous = (await readFacts(folder)).backups
    .filter(({ program }) => program === contents.program)
    .reduce<Recorded | undefined>((one, other) => (one && one.at > other.at ? one : other), undefined)
  if (isStale({ sha256, newest: contents.newest }, previous, before)) {
    throw unfit('It is the same as the one before, though something was done since.')
  }
  return { contents, sha256 }
}

async function copy(
  db: Reader,
  to: string,
  { file, secret, nativeBinding }: Task['setup'],
  onPart: (done: number, total: number) => void,
): Promise<void> {
  if (secret === null) {
    await db.copyPagesInto(to, onPart)
    withoutLog(to, nativeBinding)
  } else {
    db.copyInto(to)
    copySeal(file, to)
  }
  flush(to)
}

/** Commands are only ever added, so a copy whose newest one is in the file has all that came before it. */
function holds({ newest }: Contents, before: Position | null, db: Reader): boolean {
  if (before === null) return true
  if (newest === null || newest.id < before.id) return false
  return db.value('SELECT 1 FROM commands WHERE id = ? AND at = ?', newest.id, newest.at) !== undefined
}

function unfit(problem: string): AppError {
  return new AppError(
    'disk-error',
    `The backup that was just written is not what it should be, so it was not kept. ${problem} Your records are as they were. Check the disk, and try again.`,
  )
}

/** What the facts say of the folder's program is by the last one that was backed up into it. */
async function record(folder: string, { path: _path, ...written }: Written): Promise<void> {
  await changeFacts(folder, ({ backups }) => ({
    program: written.program,
    backups: [...backups.filter(({ name }) => name !== written.name), written],
  }))
}

/** Some room has to be left for the file itself to grow. */
const spare = 4 * 1024 * 1024

async function assertRoom(file: string, folder: string): Promise<void> {
  const disk = await statfs(folder).catch(() => null)
  if (disk === null || disk.blocks === 0) return
  const needed = (await stat(file)).size + spare
  if (disk.bavail * disk.bsize < needed) throw noBackup('disk-full', folder)
}
