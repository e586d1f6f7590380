import { copyFile, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { flush } from '../engine/copy'
import { changeFacts, type Recorded } from './facts'
import { putInPlace, unfinishedPath } from './folder'
import { digestOf, type Opening, readThrough } from './inspect'
import type { Backup } from './list'

/**
 * Puts an altered copy in the place of a backup. The old one stays until the new one was read back; what is written
 * down about it is taken back first, so that after a crash in between the file that is there speaks for itself.
 *
 * @param change alters the copy at the path that it is given; nobody has it open. False: there is nothing to alter
 * @param opening how the altered copy opens
 */
export async function rewriteBackup(
  { path, state: _state, ...told }: Backup,
  opening: Opening,
  change: (path: string) => unknown,
): Promise<void> {
  const folder = dirname(path)
  const unfinished = unfinishedPath(folder)
  try {
    await copyFile(path, unfinished)
    if ((await change(unfinished)) === false) return
    flush(unfinished)
    const contents = readThrough(unfinished, opening)
    const rewritten: Recorded = {
      ...told,
      ...contents,
      bytes: (await stat(unfinished)).size,
      sha256: await digestOf(unfinished),
      verifiedAt: new Date().toISOString(),
      damaged: false,
      problem: null,
    }
    const others = (backups: readonly Recorded[]) => backups.filter(({ name }) => name !== told.name)
    await changeFacts(folder, ({ program, backups }) => ({ program, backups: others(backups) }))
    await putInPlace(unfinished, path)
    await changeFacts(folder, ({ program, backups }) => ({
      program,
      backups: [...others(backups), rewritten],
    }))
  } finally {
    for (const end of ['', '-journal', '-anew', '-wal', '-shm'])
      await rm(`${unfinished}${end}`, { force: true })
  }
}
