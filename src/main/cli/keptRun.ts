import { readFile } from 'node:fs/promises'
import { writeAtomically } from '@main/exporting/atomicFile'
import type { InputOf, OutputOf } from '@shared/contract'
import { AppError } from '@shared/errors'

/** Writes the run so that it can be solved again. @returns the path. */
export function keepRun(path: string, run: OutputOf<'matching.run'>): Promise<string> {
  return writeAtomically(path, (file) => file.write(`${JSON.stringify(run)}\n`))
}

/**
 * A run from a file; whether it is one is for the operation to check.
 *
 * @throws AppError `unreadable-input`.
 */
export async function keptRun(path: string): Promise<InputOf<'matching.replay'>['run']> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch {
    throw new AppError('unreadable-input', 'This is no file that --keep has written, or it cannot be read.')
  }
}
