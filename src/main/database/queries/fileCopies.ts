import { rmSync, statSync } from 'node:fs'
import type { InputOf, OutputOf } from '@shared/contract'
import { AppError } from '@shared/errors'
import { copySeal, type Encryption, finishCopy, flush } from '../engine/copy'
import { openConnection } from '../engine/open'
import type { Reader } from '../engine/reader'
import type { Task } from '../handler'

/** @throws AppError `disk-error` when the copy does not read back as it should; it is removed then. */
export function copyProgramFile(
  db: Reader,
  { path, encryption }: InputOf<'programFile.copyTo'>,
  { setup }: Task,
): OutputOf<'programFile.copyTo'> {
  try {
    db.copyInto(path)
    if (encryption === 'same') {
      copySeal(setup.file, path)
      flush(path)
    } else finishCopy(path, setup.secret, encryption, setup.nativeBinding)
    assertReadable(path, encryption === 'same' ? setup.secret : secretOf(encryption), setup.nativeBinding)
    return { bytes: statSync(path).size }
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  }
}

function secretOf(encryption: Encryption | null): SharedArrayBuffer | null {
  return encryption?.secret ?? null
}

/** A copy counts when it has been read back, every page of it, by whoever opens it later. */
function assertReadable(
  file: string,
  secret: SharedArrayBuffer | null,
  nativeBinding: string | undefined,
): void {
  const db = openConnection({
    file,
    mode: 'inspect',
    secret,
    nativeBinding,
    newestVersion: Number.MAX_SAFE_INTEGER,
  })
  try {
    const problem = db.prepare('PRAGMA quick_check(1)').pluck().get()
    if (problem !== 'ok')
      throw new AppError('disk-error', 'The copy could not be read back, so it was not used. Check the disk.')
  } finally {
    db.close()
  }
}
