import { resolve } from 'node:path'
import { writeAtomically } from '@main/exporting/atomicFile'
import type { InputOf } from '@shared/contract'
import { type ExportFormat, exportFormats } from '@shared/contract/exports'
import { dateInZone } from '@shared/domain/calendar'
import { plural } from '@shared/domain/summaryWords'
import { type RedactionLevel, redactionLevels } from '@shared/domain/vocabulary'
import { AppError } from '@shared/errors'
import { type Command, Option } from 'commander'
import { systemTimeZone } from '../../files/names'
import type { Context } from '../context'
import { memberCalled } from '../memberCalled'
import { type Ask, withFile } from '../openFile'
import { calendarDate, jsonOption, programFileOption } from '../options'
import { pdfOfDocument } from '../pdf'

interface Options {
  file: string
  format: ExportFormat
  out: string
  member?: string
  from?: string
  to?: string
  redact?: RedactionLevel
  nameAll?: true
  json?: true
}

/** `export sessions`: session summaries in a file. */
export function addExportSessionsCommand(group: Command, context: Context): void {
  group
    .command('sessions')
    .description('write a summary of sessions to a file')
    .addOption(programFileOption())
    .addOption(
      new Option('--format <format>', 'the kind of file').choices(exportFormats).makeOptionMandatory(),
    )
    .requiredOption('--out <path>', 'the file to write; an older one of that name is replaced')
    .option('--member <name>', 'only sessions with this member: name, e-mail address, or #id')
    .option('--from <date>', 'the first day', calendarDate)
    .option('--to <date>', 'the last day', calendarDate)
    .addOption(
      new Option(
        '--redact <level>',
        'what is left out: nothing, the texts of private sessions, or all but figures',
      ).choices(redactionLevels),
    )
    .option('--name-all', 'name those too who have refused to be named in reports')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nWithout --redact the texts of private sessions are left out, and without --name-all who has refused to be\n' +
        'named in reports is “a member”.\n' +
        'JSON: { files, format, sessions, redaction }; a long Word report has several files.',
    )
    .action((options: Options) => exportSessions(context, options))
}

async function exportSessions(context: Context, options: Options): Promise<void> {
  const { terminal } = context
  const { format, redact, json } = options
  const redaction = redact ?? 'private'
  const path = resolve(options.out)
  if (path === resolve(options.file))
    throw new AppError(
      'invalid-input',
      'The summary would take the place of the program file. Choose another name.',
    )
  if (redact === undefined)
    terminal.say(
      'The texts of private sessions are left out. --redact none keeps them, --redact figures leaves out all texts.',
    )
  const { files, sessions } = await withFile(context, options.file, 'read', async (ask) => {
    const request = await requestFor(ask, options, redaction)
    if (format !== 'pdf') return await ask('exports.write', { ...request, format, path })
    return await writePdf(context, ask, request, path)
  })
  if (json) await terminal.printJson({ files, format, sessions, redaction })
  else await terminal.print(`${plural(sessions, 'session')} in ${files.join(', ')}\n`)
}

async function requestFor(
  ask: Ask,
  { member, from, to, nameAll }: Options,
  redaction: RedactionLevel,
): Promise<InputOf<'exports.document'>> {
  const memberIds = member === undefined ? [] : [await memberCalled(ask, member)]
  const today = dateInZone(new Date().toISOString(), systemTimeZone())
  const scope = { memberIds, matchId: null, from: from ?? null, to: to ?? null }
  return { scope, redaction, today, nameAll: nameAll === true }
}

async function writePdf(
  { electron, terminal }: Context,
  ask: Ask,
  request: InputOf<'exports.document'>,
  path: string,
): Promise<{ files: string[]; sessions: number }> {
  const { html, sessions } = await ask('exports.document', request)
  terminal.progress({ label: 'Printing the PDF', done: 0, total: null })
  const pdf = await pdfOfDocument(html, electron, terminal.signal)
  return { files: [await writeAtomically(path, (file) => file.write(pdf))], sessions }
}
