import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { OutputOf } from '@shared/contract'
import { AppError } from '@shared/errors'
import type { Command } from 'commander'
import { backupFolderOf, listBackups } from '../../database/programBackups'
import { realPlaceOf } from '../../database/realPlace'
import type { Context } from '../context'
import { withFile } from '../openFile'
import { jsonOption, programFileOption } from '../options'
import { tellRecords } from '../records'
import { restore } from '../restore'

interface Options {
  file: string
  out?: string
  json?: true
}

/** `backup`, `backups` and `restore`: copies of a whole program file. */
export function addBackupCommands(program: Command, context: Context): void {
  program
    .command('backup')
    .description('back up a program file, and read the backup back; the app may have the file open')
    .addOption(programFileOption())
    .option('--out <path>', 'where to; left out, it goes among the others beside the file')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nAmong the others, those that are not needed any more are removed: all of the last 24 hours stay, then one a\n' +
        'day, a week and a month.\n' +
        'JSON: { path, bytes, sha256, members, sessions, interactions, matches, communities, removed }',
    )
    .action((options: Options) => backup(context, options))

  program
    .command('backups')
    .description('list the backups beside a program file, the newest first')
    .addOption(programFileOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nJSON: [{ path, at, reason, state, problem, bytes, sha256, verifiedAt, members, sessions }]',
    )
    .action(async ({ file, json }: Options) => {
      const backups = await listBackups(await realPlaceOf(resolve(file)))
      const rows = backups.map(({ path, at, reason, state, problem, bytes, sha256, verifiedAt, counts }) => ({
        ...{ path, at, reason, state, problem, bytes, sha256, verifiedAt },
        members: counts?.members ?? null,
        sessions: counts?.sessions ?? null,
      }))
      await tellRecords(
        context.terminal,
        {
          pages: onePage(rows),
          header: ['made', 'why', 'state', 'members', 'sessions', 'path'],
          row: ({ at, reason, state, members, sessions, path }) => [
            at,
            reason,
            state,
            members,
            sessions,
            path,
          ],
          nothing: 'There are no backups.',
        },
        json === true,
      )
    })

  program
    .command('restore')
    .description('put a copy of a backup in the place of a program file, which is kept as a backup first')
    .argument('<backup>', 'the backup’s file')
    .addOption(programFileOption())
    .option('--dry-run', 'only tell what would be different')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nA program file that is not there is made.\n' +
        'JSON: { file, backup, made, dryRun }, with --dry-run: { counts: [{ kind, now, afterwards }],\n' +
        'since: { total, first: [{ at, summary, kind }] }, returning: { total, first } } as well.',
    )
    .action((path: string, options: Options & { dryRun?: true }) => restore(context, resolve(path), options))
}

async function* onePage<T>(rows: T[]) {
  yield { total: rows.length, rows }
}

async function backup(context: Context, { file, out, json }: Options): Promise<void> {
  const place = await realPlaceOf(resolve(file))
  const path = out === undefined ? null : resolve(out)
  if (path !== null && existsSync(path)) {
    throw new AppError('file-exists', 'There is a file of that name already. Choose another name.')
  }
  const written = await withFile(context, place, 'read', (ask) =>
    ask('backups.write', {
      folder: path === null ? backupFolderOf(place) : dirname(path),
      reason: 'by hand',
      path,
      second: null,
      thin: path === null,
    }),
  )
  if (json) await context.terminal.printJson(answerOf(written))
  else await context.terminal.print(`${written.path} is a backup of ${place}, and was read back.\n`)
}

function answerOf({ path, bytes, sha256, counts, removed }: OutputOf<'backups.write'>) {
  const of = (table: string) => counts?.[table] ?? 0
  return {
    path,
    bytes,
    sha256,
    members: of('members'),
    sessions: of('sessions'),
    interactions: of('interactions'),
    matches: of('matches'),
    communities: of('communities'),
    removed,
  }
}
