import { resolve } from 'node:path'
import { type InputOf, type OperationName, type OutputOf, operations } from '@shared/contract'
import { AppError } from '@shared/errors'
import { ZodError } from 'zod'
import { DatabaseClient } from '../database/client'
import { keyFor, needsPassphrase } from '../database/fileKey'
import { backupsOfCommand } from '../database/programBackups'
import { changedInWords, withBackup } from '../files/damage'
import { invalidInput } from '../ipc/router'
import { ProgramFiles } from '../programFiles'
import type { Context } from './context'
import type { Terminal } from './terminal'

/** Asks the open file for an operation; Ctrl+C stops it, and whoever looks sees how far it is. */
export type Ask = <Name extends OperationName>(name: Name, input: InputOf<Name>) => Promise<OutputOf<Name>>

/**
 * Opens a program file for as long as `use` takes. For reading there is no lock: the app may have the file open.
 *
 * Whoever opens an encrypted one is asked for its passphrase.
 *
 * @throws AppError when the file cannot be opened, or is open elsewhere.
 */
export async function withFile<T>(
  context: Context,
  path: string,
  mode: 'create' | 'write' | 'read',
  use: (ask: Ask) => Promise<T>,
): Promise<T> {
  const { terminal, workerPath, nativeBinding } = context
  const { signal, progress } = terminal
  const troubles: string[] = []
  const file = resolve(path)
  const key = (await needsPassphrase(file)) ? await keyFor(file, await context.secrets.proof()) : null
  const client = await DatabaseClient.open({
    file,
    key,
    mode,
    workerPath,
    nativeBinding,
    backUpFirst: backupsOfCommand.before,
    onTrouble: (text) => troubles.push(text),
  }).catch(async (error) => {
    throw await withBackup(error, file)
  })
  let hasWritten = false
  const ask: Ask = async (name, input) => {
    signal.throwIfAborted()
    const answer = client.ask(name, input, { signal, onProgress: progress })
    const { kind, long } = operations[name]
    if (kind === 'read' && !long) return await Promise.race([answer, terminal.stopped])
    // Anything else takes back what it has begun before it answers.
    const given = await answer
    if (kind === 'write') hasWritten = true
    return given
  }
  try {
    await tellOfChange(client, terminal)
    return await use(ask)
  } catch (thrown) {
    if (thrown instanceof ZodError) throw invalidInput(thrown)
    // A new file that could not be made whole is removed, whatever was in it.
    throw withDetail(hasWritten && mode === 'write' ? thoughWritten(thrown) : thrown, troubles)
  } finally {
    // A reader that is in the middle of something ends with the process.
    if (mode !== 'read' || !signal.aborted) await client.close()
  }
}

/** Who gave the command may have changed the file: it is said, and nothing is kept from being done. */
async function tellOfChange({ file, lastClose }: DatabaseClient, terminal: Terminal): Promise<void> {
  if ((await lastClose.compared()) === 'changed') terminal.say(await changedInWords(file, lastClose.at))
}

/** What stops a command after it has changed the file, such as a report that cannot be saved, takes nothing back. */
function thoughWritten(thrown: unknown): unknown {
  if (!(thrown instanceof AppError)) return thrown
  const { code, message, field } = thrown
  const what = code === 'cancelled' ? 'Stopped.' : message
  return new AppError(code, `${what} What was written to the program file before that stays in it.`, field)
}

/** There is no log to look into, so what failed inside is said at once. */
function withDetail(thrown: unknown, troubles: readonly string[]): unknown {
  const failed = troubles.findLast((text) => text.includes(' failed: '))
  return thrown instanceof Error && failed !== undefined ? Object.assign(thrown, { cause: failed }) : thrown
}

/** Has a program file open as the app has it, for what is done to it as a whole; an encrypted one stays locked. */
export async function withFiles(
  { workerPath, nativeBinding, terminal }: Context,
  path: string,
  use: (files: ProgramFiles, file: string) => Promise<void>,
): Promise<void> {
  const file = resolve(path)
  const files = new ProgramFiles({
    workerPath,
    nativeBinding,
    backups: backupsOfCommand,
    onTouched: () => undefined,
    onChange: () => undefined,
    onTrouble: () => undefined,
  })
  try {
    await files.open(file)
    if (files.locked === null) await tellOfChange(await files.use(), terminal)
    await use(files, file)
  } finally {
    await files.close()
  }
}
