import type { OutputOf } from '@shared/contract'
import { AppError } from '@shared/errors'
import type { CallOptions } from './database/workerLine'
import type { ProgramFiles } from './programFiles'

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
  let erased: Erased | null = null
  try {
    await files.rewrite(async (client, path, key) => {
      erased = (await client.ask('members.eraseRecords', { ids, reason }, options)).erased
      await writeAnew(client, path)
      return key
    })
  } catch (thrown) {
    throw erased === null ? thrown : halfDone(thrown)
  }
  await markFinished(files)
  return erased ?? []
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
