import type { InputOf, OutputOf } from '@shared/contract'
import { AppError } from '@shared/errors'
import type { CallOptions } from '../database/workerLine'
import type { ProgramFiles } from '../programFiles'

type Erased = OutputOf<'members.eraseRecords'>['erased']

interface Request {
  ids: number[]
  /** Why, for the history; null when nobody said so. */
  reason: string | null
}

/**
 * Erases members in the open program file and writes the file anew, so that neither free pages nor its log hold what
 * was erased.
 *
 * @throws AppError when nothing was erased, or when the records are erased and files are left to be written anew; it
 * says which, and `finishErasure` goes on from there.
 */
export async function eraseMembers(
  files: ProgramFiles,
  { ids, reason }: Request,
  options: CallOptions,
): Promise<Erased> {
  const { erased } = await erasing(files, (client) =>
    client.ask('members.eraseRecords', { ids, reason }, options),
  )
  return erased
}

/** Removes what a retention rule has found, in the same way. @returns how much it was. */
export async function runRetention(
  files: ProgramFiles,
  request: InputOf<'retention.runRecords'>,
  options: CallOptions,
): Promise<number> {
  const { count } = await erasing(files, (client) => client.ask('retention.runRecords', request, options))
  return count
}

async function erasing<T>(files: ProgramFiles, erase: (client: Client) => Promise<T>): Promise<T> {
  const done: T[] = []
  try {
    await files.rewrite(async (client, path, key) => {
      done.push(await erase(client))
      await writeAnew(client, path)
      return key
    })
  } catch (thrown) {
    throw done.length === 0 ? thrown : halfDone(thrown)
  }
  await markFinished(files)
  const [value] = done
  if (value === undefined) throw new Error('The file was written anew without an erasure.')
  return value
}

/** Brings an erasure to its end that was interrupted, or whose files could not be written. */
export async function finishErasure(files: ProgramFiles): Promise<void> {
  await files.rewrite(async (client, path, key) => {
    await writeAnew(client, path)
    return key
  })
  await markFinished(files)
}

type Client = Awaited<ReturnType<ProgramFiles['use']>>

/** Nothing may stop it any more: the records are erased. */
async function writeAnew(client: Client, path: string): Promise<void> {
  await client.ask('members.tidyErased', {})
  await client.ask('programFile.copyTo', { path, encryption: 'same' })
}

async function markFinished(files: ProgramFiles): Promise<void> {
  await (await files.use()).ask('erasure.markFinished', {})
}

function halfDone(thrown: unknown): unknown {
  if (!(thrown instanceof AppError)) return thrown
  return new AppError(
    thrown.code,
    `The records are erased, but the file could not be written anew: ${thrown.message} ` +
      'Until it is, its free space may still hold what was erased. Settings → Privacy finishes it.',
  )
}
