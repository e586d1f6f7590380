import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { OutputOf } from '@shared/contract'
import { AppError } from '@shared/errors'
import { inspecting } from '../database/backups/inspect'
import { backupAt } from '../database/backups/list'
import { countsOf } from '../database/backups/preview'
import { copyBackup } from '../database/backups/restore'
import { type FileKey, keyFor, needsPassphrase } from '../database/fileKey'
import { forgetLastClose } from '../database/lastClose'
import { realPlaceOf } from '../database/realPlace'
import { replacementOf } from '../database/replaceFile'
import { restoreBackup } from '../restoreBackup'
import type { Context } from './context'
import { withFile, withFiles } from './openFile'

interface Options {
  file: string
  dryRun?: true
  json?: true
}

type Preview = OutputOf<'backups.compare'>

/** @param backup the path of the backup's file */
export async function restore(context: Context, backup: string, options: Options): Promise<void> {
  const { terminal } = context
  if (!existsSync(backup)) throw new AppError('file-not-found', 'There is no backup at that place.')
  const file = await realPlaceOf(resolve(options.file))
  const there = existsSync(file)
  if (options.dryRun) {
    const preview = there ? await compared(context, backup, file) : await alone(context, backup)
    if (options.json) await terminal.printJson({ file, backup, made: !there, dryRun: true, ...preview })
    else await terminal.print(inWords(preview))
    return
  }
  if (there) await replace(context, backup, file)
  else await make(context, backup, file)
  if (options.json) await terminal.printJson({ file, backup, made: !there, dryRun: false })
  else await terminal.print(`${file} is as it was in ${backup}.\n`)
}

async function replace(context: Context, path: string, file: string): Promise<void> {
  await withFiles(context, file, async (files) => {
    if (files.locked !== null) await files.unlock(await context.secrets.proof())
    const asks = !files.encrypted && (await needsPassphrase(path))
    const opensWith = asks ? await context.secrets.proof() : null
    const { signal, progress } = context.terminal
    await restoreBackup(files, { path, opensWith }, { signal, onProgress: progress })
  })
}

/** Where there is no file, nothing is kept first. */
async function make({ secrets, nativeBinding }: Context, path: string, file: string): Promise<void> {
  const key = (await needsPassphrase(path)) ? await keyFor(path, await secrets.proof()) : null
  const to = replacementOf(file)
  await rm(to, { force: true })
  try {
    const secret = key?.secret ?? null
    await copyBackup({ backup: await backupAt(path), to, encryption: 'same' }, { nativeBinding, secret })
    await forgetLastClose(file)
    await rename(to, file)
  } finally {
    key?.forget()
    await rm(to, { force: true })
  }
}

async function compared(context: Context, path: string, file: string): Promise<Preview> {
  const key = await keyOf(context, path)
  try {
    return await withFile(context, file, 'read', (ask) =>
      ask('backups.compare', { path, secret: key?.secret ?? null }),
    )
  } finally {
    key?.forget()
  }
}

/** What a file would hold that is not there yet. */
async function alone(context: Context, path: string): Promise<Preview> {
  const key = await keyOf(context, path)
  try {
    const opening = { nativeBinding: context.nativeBinding, secret: key?.secret ?? null }
    const counts = inspecting(path, opening, countsOf)
    const none = { total: 0, first: [] }
    return {
      counts: counts.map(({ kind, count }) => ({ kind, now: 0, afterwards: count })),
      since: none,
      returning: none,
    }
  } finally {
    key?.forget()
  }
}

async function keyOf({ secrets }: Context, path: string): Promise<FileKey | null> {
  return (await needsPassphrase(path)) ? keyFor(path, await secrets.proof()) : null
}

function inWords({ counts, since, returning }: Preview): string {
  const number = (value: number) => value.toLocaleString('en')
  const lines = counts.map(
    ({ kind, now, afterwards }) =>
      `${kind.replaceAll('_', ' ')}: ${number(now)} now, ${number(afterwards)} afterwards`,
  )
  const told = since.first.map(({ at, summary }) => `- ${at} ${summary}`)
  return [
    'Nothing was changed. A restore would make it:',
    ...lines,
    `Done since, and gone afterwards: ${number(since.total)}`,
    ...told,
    ...(returning.total > 0 ? [`Comes back: ${number(returning.total)}`] : []),
    '',
  ].join('\n')
}
