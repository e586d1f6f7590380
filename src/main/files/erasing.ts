import { rm } from 'node:fs/promises'
import type { InputOf, OutputOf } from '@shared/contract'
import { AppError } from '@shared/errors'
import { listBackups } from '../database/programBackups'
import type { CallOptions } from '../database/workerLine'
import type { ProgramFiles } from '../programFiles'

interface Request {
  ids: number[]
  /** Why, for the history; null when nobody said so. */
  reason: string | null
}

type Client = Awaited<ReturnType<ProgramFiles['use']>>
type Spellings = OutputOf<'members.eraseRecords'>['spellings']

/**
 * Erases members in the open program file, writes the file anew, so that neither free pages nor its log hold what was
 * erased, and erases the same in every backup of it.
 *
 * @returns how many were erased
 * @throws AppError when nothing was erased, or when the records are erased and files are left to be written anew; it
 * says which, and `finishErasure` goes on from there.
 */
export async function eraseMembers(
  files: ProgramFiles,
  { ids, reason }: Request,
  options: CallOptions,
): Promise<number> {
  await files.backUp('before erasure', options)
  const ask = (client: Client) => client.ask('members.eraseRecords', { ids, reason }, options)
  return (await erasing(files, ask, options)).erased
}

/** Removes what a retention rule has found, in the same way. @returns how much it was. */
export async function runRetention(
  files: ProgramFiles,
  request: InputOf<'retention.runRecords'>,
  options: CallOptions,
): Promise<number> {
  await files.backUp('before erasure', options)
  const ask = (client: Client) => client.ask('retention.runRecords', request, options)
  return (await erasing(files, ask, options)).count
}

/** Erases again who was erased before an older copy took the file's place. */
export async function eraseAgain(files: ProgramFiles, options: CallOptions): Promise<void> {
  const { owed } = await (await files.use()).ask('erasure.state', {})
  if (owed > 0) await erasing(files, (client) => client.ask('members.eraseAgain', {}, options), options)
}

/** Brings an erasure to its end that was interrupted, or whose files could not be written. */
export async function finishErasure(files: ProgramFiles, options: CallOptions): Promise<void> {
  await eraseAgain(files, options)
  await files.rewrite(async (client, path, key) => {
    await writeAnew(client, path)
    return key
  })
  await finish(files, [], options)
}

/** Removes the backups beside the file that could not be erased, and looks again. */
export async function removeLeftBackups(files: ProgramFiles, options: CallOptions): Promise<void> {
  const client = await files.use()
  const { left } = await client.ask('erasure.state', {})
  const known = await listBackups(client.file)
  for (const { name, path } of known)
    if (left.some((backup) => backup.name === name)) await rm(path, { force: true })
  await finish(files, [], options)
}

async function erasing<T extends { spellings: Spellings }>(
  files: ProgramFiles,
  erase: (client: Client) => Promise<T>,
  options: CallOptions,
): Promise<T> {
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
  const [value] = done
  if (value === undefined) throw new Error('The file was written anew without an erasure.')
  await finish(files, value.spellings, options)
  return value
}

/** Nothing may stop it any more: the records are erased. */
async function writeAnew(client: Client, path: string): Promise<void> {
  await client.ask('members.tidyErased', {})
  await client.ask('programFile.copyTo', { path, encryption: 'same' })
}

/** The backups, and then it is written down that all is done, or which backups still hold what was erased. */
async function finish(files: ProgramFiles, spellings: Spellings, { onProgress }: CallOptions): Promise<void> {
  const left = await files.eraseBackups(spellings, { onProgress })
  await (await files.use()).ask('erasure.markFinished', { left })
}

function halfDone(thrown: unknown): unknown {
  if (!(thrown instanceof AppError)) return thrown
  return new AppError(
    thrown.code,
    `The records are erased, but the file could not be written anew: ${thrown.message} ` +
      'Until it is, its free space may still hold what was erased. Settings → Privacy finishes it.',
  )
}
