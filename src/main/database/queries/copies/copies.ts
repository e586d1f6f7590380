import type { InputOf, OutputOf } from '@shared/contract'
import type { copies } from '@shared/contract/copies'
import { plural } from '@shared/domain/summaryWords'
import { AppError } from '@shared/errors'
import { carryOut } from '../../copies/apply'
import { Side } from '../../copies/side'
import { type MergePlan, planOf } from '../../copies/threeWay'
import type { Reader } from '../../engine/reader'
import type { Handlers, Task } from '../../handler'
import { inOtherCopy } from './otherCopy'
import { tell } from './tell'

type Told = OutputOf<'copies.preview'>

/** Another coordinator's copy of this file: what it would bring, and taking it in. */
export const copyHandlers: Handlers<typeof copies> = {
  'copies.preview': (db, input, task) => planned(db, input, task, (plan) => tell(db, plan)),
  'copies.merge': (writer, input, task) =>
    planned(writer, input, task, (plan) => {
      // Told before anything is written: afterwards both copies say the same.
      const value: Told = tell(writer, plan)
      assertErased(value)
      carryOut(writer, plan, input.choices)
      const coming = value.added + value.changed + value.removed
      return { value, summary: `Merged a colleague’s copy: ${plural(coming, 'change')} came in` }
    }),
}

function planned<T>(
  db: Reader,
  { path, secret }: Pick<InputOf<'copies.preview'>, 'path' | 'secret'>,
  { setup }: Task,
  use: (plan: MergePlan) => T,
): T {
  return inOtherCopy(db, { path, secret, setup }, (other) => use(planOf(new Side(db), new Side(other))))
}

/** Notes that go on about somebody would bring back what was erased here, and no undo could tell it apart. */
function assertErased({ erasedHere }: Told): void {
  if (erasedHere.length === 0) return
  throw new AppError(
    'conflict',
    `Erased here, and still in the copy: ${erasedHere.join(', ')}. What it tells of them would come back, so nothing was merged. Erase them in the copy as well, then merge it.`,
  )
}
