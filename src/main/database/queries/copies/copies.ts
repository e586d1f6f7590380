import type { InputOf, OutputOf } from '@shared/contract'
import type { copies } from '@shared/contract/copies'
import { plural } from '@shared/domain/summaryWords'
import { AppError } from '@shared/errors'
import { carryOut } from '../../copies/apply'
import type { Bundle } from '../../copies/container'
import { assertFits } from '../../copies/fits'
import { Side } from '../../copies/side'
import { type Choices, type MergePlan, planOf } from '../../copies/threeWay'
import type { Reader } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import type { Handlers, Task } from '../../handler'
import { writeChanges } from './changes'
import { colleagueOf, colleagues, forgetColleague, rememberColleague } from './colleagues'
import { inOtherCopy } from './otherCopy'
import { tell } from './tell'

type Told = OutputOf<'copies.preview'>

/** Another coordinator's copy of this file, or what they changed in it: what it would bring, and taking it in. */
export const copyHandlers: Handlers<typeof copies> = {
  'copies.preview': (db, input, task) =>
    planned(db, input, task, ({ plan, bundle }) => told(db, plan, bundle)),
  'copies.merge': (writer, input, task) =>
    planned(writer, input, task, ({ plan, bundle, heard }) => {
      // Told before anything is written: afterwards both copies say the same.
      const value = told(writer, plan, bundle)
      assertErased(value)
      if (bundle) assertTrusted(writer, bundle, input.trust)
      takeIn(writer, plan, input.choices)
      if (bundle) rememberColleague(writer, bundle, heard)
      const coming = value.added + value.changed + value.removed
      const whose = bundle
        ? `the changes of ${value.from?.knownAs ?? bundle.header.from}`
        : 'a colleague’s copy'
      return { value, summary: `Merged ${whose}: ${plural(coming, 'change')} came in` }
    }),
  'copies.colleagues': (db) => colleagues(db),
  'copies.forget': (writer, { fingerprint }) => ({
    value: {},
    summary: `Forgot the key of ${forgetColleague(writer, fingerprint)}`,
  }),
  'copies.changes': writeChanges,
}

/** @throws AppError `unreadable-input` for values that no program file may hold: Coppice never wrote them */
function takeIn(writer: Writer, plan: MergePlan, choices: Choices): void {
  try {
    carryOut(writer, plan, choices)
    const astray = writer.value('SELECT 1 FROM pragma_foreign_key_check LIMIT 1')
    if (astray !== undefined) throw strange()
  } catch (thrown) {
    const isRefused =
      thrown instanceof Error && 'code' in thrown && String(thrown.code).startsWith('SQLITE_CONSTRAINT')
    throw isRefused ? strange() : thrown
  }
}

function strange(): AppError {
  return new AppError(
    'unreadable-input',
    'There are values in it that cannot be in a program file, so nothing was merged. Ask your colleague for another copy.',
  )
}

interface Planned {
  plan: MergePlan
  bundle: Bundle | null
  /** Up to which command of this file the colleague has heard. */
  heard: number
}

function planned<T>(
  db: Reader,
  { path, secret }: Pick<InputOf<'copies.preview'>, 'path' | 'secret'>,
  { setup }: Task,
  use: (planned: Planned) => T,
): T {
  return inOtherCopy(db, { path, secret, setup }, (other, bundle) => {
    const [ours, theirs] = [new Side(db), new Side(other)]
    if (bundle) assertHeard(ours, theirs, bundle)
    const plan = plannedOf(ours, theirs, bundle !== null)
    assertFits(db, plan)
    return use({ plan, bundle, heard: ours.heardBy(theirs) })
  })
}

/** @throws AppError `unreadable-input` for a history that is none */
function plannedOf(ours: Side, theirs: Side, part: boolean): MergePlan {
  try {
    return planOf(ours, theirs, part)
  } catch (thrown) {
    throw thrown instanceof SyntaxError ? strange() : thrown
  }
}

function told(db: Reader, plan: MergePlan, bundle: Bundle | null): Told {
  const from = bundle && {
    name: bundle.header.from,
    madeAt: bundle.header.madeAt,
    fingerprint: bundle.fingerprint,
    knownAs: colleagueOf(db, bundle.header.key)?.name ?? null,
  }
  return { ...tell(db, plan), from }
}

/** Without what came before, nobody could tell what was changed and what was not. */
function assertHeard(ours: Side, theirs: Side, { header }: Bundle): void {
  const missed = theirs.missedBy(ours, header.after)
  if (missed === null) return
  throw new AppError(
    'conflict',
    `These changes go on from what ${header.from} did on ${missed.at.slice(0, 10)} and before, and some of that never came here. Ask for the changes since an earlier day, or for a whole copy.`,
  )
}

function assertTrusted(db: Reader, { header, fingerprint }: Bundle, trust: string | null): void {
  if (colleagueOf(db, header.key) !== null || trust === fingerprint) return
  throw new AppError(
    'conflict',
    `Nothing was merged yet: these changes are signed with a key that is not known here. Ask ${header.from}, by telephone, whether theirs is ${fingerprint}, and say so.`,
  )
}

/** Notes that go on about somebody would bring back what was erased here, and no undo could tell it apart. */
function assertErased({ erasedHere }: Told): void {
  if (erasedHere.length === 0) return
  throw new AppError(
    'conflict',
    `Erased here, and still in the copy: ${erasedHere.join(', ')}. What it tells of them would come back, so nothing was merged. Erase them in the copy as well, then merge it.`,
  )
}
