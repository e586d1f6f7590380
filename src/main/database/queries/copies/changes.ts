import { writeAtomically } from '@main/exporting/atomicFile'
import type { InputOf, OutputOf } from '@shared/contract'
import { AppError } from '@shared/errors'
import { programOf } from '../../backups/inspect'
import { packed } from '../../copies/container'
import { changesAfter } from '../../copies/contents'
import type { Reader } from '../../engine/reader'
import type { Task } from '../../handler'
import { colleagues } from './colleagues'

/**
 * Writes what was done here and a colleague has not, as a file of changes; without a path only says how much that is.
 *
 * @throws AppError `invalid-input` when there is nothing to give, or too much; errors of the disk in words
 */
export async function writeChanges(
  db: Reader,
  { colleague, since, file }: InputOf<'copies.changes'>,
  { setup }: Task,
): Promise<OutputOf<'copies.changes'>> {
  const after = heardUpTo(db, colleague) ?? beforeDay(db, since)
  const given = db.get<{ steps: number; firstAt: string | null; lastAt: string | null }>(
    'SELECT count(*) AS steps, min(at) AS firstAt, max(at) AS lastAt FROM commands WHERE id > ?',
    after,
  ) ?? { steps: 0, firstAt: null, lastAt: null }
  if (file === null) return given
  if (given.steps === 0)
    throw new AppError(
      'invalid-input',
      'There is nothing that they do not have: nothing was done since then.',
    )
  const about = { program: programOf(db) ?? '', madeAt: new Date().toISOString(), after }
  const bytes = packed(changesAfter(db, after, setup.nativeBinding), about, file.signer, file.sealing)
  await writeAtomically(file.path, (pending) => pending.write(bytes))
  return given
}

function heardUpTo(db: Reader, fingerprint: string | null): number | null {
  if (fingerprint === null) return null
  return colleagues(db).find((one) => one.fingerprint === fingerprint)?.heard ?? null
}

/** The number of the last command before a day; 0 for all that was ever done. */
function beforeDay(db: Reader, day: string | null): number {
  if (day === null) return 0
  return db.value<number>('SELECT max(id) FROM commands WHERE at < ?', day) ?? 0
}
