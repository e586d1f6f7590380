import { resolve } from 'node:path'
import type { InputOf, OutputOf } from '@shared/contract'
import type { copies } from '@shared/contract/copies'
import { plural } from '@shared/domain/summaryWords'
import { AppError } from '@shared/errors'
import { programOf } from '../../backups/inspect'
import { carryOut } from '../../copies/apply'
import { Side } from '../../copies/side'
import { type MergePlan, planOf } from '../../copies/threeWay'
import { openConnection } from '../../engine/open'
import { Reader } from '../../engine/reader'
import type { Handlers, Task } from '../../handler'
import { newestVersion } from '../../migrations/newest'
import { tell } from './tell'

type Told = OutputOf<'copies.preview'>

/** Another coordinator's copy of this file: what it would bring, and taking it in. */
export const copyHandlers: Handlers<typeof copies> = {
  'copies.preview': (db, input, task) => withOther(db, input, task, (plan) => tell(db, plan)),
  'copies.merge': (writer, input, task) =>
    withOther(writer, input, task, (plan) => {
      // Told before anything is written: afterwards both copies say the same.
      const value: Told = tell(writer, plan)
      carryOut(writer, plan, input.choices)
      const coming = value.added + value.changed + value.removed
      return { value, summary: `Merged a colleague’s copy: ${plural(coming, 'change')} came in` }
    }),
}

function withOther<T>(
  db: Reader,
  { path, secret }: Pick<InputOf<'copies.preview'>, 'path' | 'secret'>,
  { setup }: Task,
  use: (plan: MergePlan) => T,
): T {
  if (resolve(path) === resolve(setup.file))
    throw new AppError('invalid-input', 'This is the file that is open. Choose the copy of your colleague.')
  const connection = openConnection({
    ...{ file: path, mode: 'inspect', secret, newestVersion, nativeBinding: setup.nativeBinding },
  })
  try {
    const other = new Reader(connection)
    assertCopy(db, other)
    return use(planOf(new Side(db), new Side(other)))
  } finally {
    connection.close()
  }
}

/** @throws AppError for a file that is no copy of this one, or of another version. */
function assertCopy(db: Reader, other: Reader): void {
  if (programOf(db) !== programOf(other)) {
    throw new AppError(
      'unreadable-input',
      'This file did not begin as a copy of the same program file, so the two cannot be merged. Import it instead.',
    )
  }
  if ((other.value<number>('PRAGMA user_version') ?? 0) < newestVersion) {
    throw new AppError(
      'unreadable-input',
      'This copy was last opened with an older version of Coppice. Open it once with this version, then merge it.',
    )
  }
}
