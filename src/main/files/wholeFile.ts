import type { InputOf, OutputOf } from '@shared/contract'
import { AppError } from '@shared/errors'

type Ask = <Name extends 'whole.fill' | 'programFile.check'>(
  name: Name,
  input: InputOf<Name>,
) => Promise<OutputOf<Name>>

/**
 * Fills a new file with everything of an export, and sees to it that what came in fits together.
 *
 * @param ask of the new file
 * @throws AppError that says what is wrong with the export; the new file is of no use then.
 */
export async function fillFromExport(ask: Ask, path: string): Promise<OutputOf<'whole.fill'>> {
  const filled = await ask('whole.fill', { path })
  const { ok, problems } = await ask('programFile.check', {})
  const [problem] = problems
  if (ok || !problem) return filled
  throw new AppError(
    'unreadable-input',
    `What this export holds does not fit together, so no file was made of it. ${problem.what} (${problem.detail})`,
  )
}
