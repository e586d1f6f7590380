import { resolve } from 'node:path'
import { writeAtomically } from '@main/exporting/atomicFile'
import { type ExportFormat, exportFormats } from '@shared/contract/exports'
import { dateInZone } from '@shared/domain/calendar'
import { type RedactionLevel, redactionLevels } from '@shared/domain/vocabulary'
import { AppError } from '@shared/errors'
import { type Command, Option } from 'commander'
import { systemTimeZone } from '../../files/names'
import type { Context } from '../context'
import { withFile } from '../openFile'
import { calendarDate, jsonOption, programFileOption } from '../options'
import { pdfOfDocument } from '../pdf'
import { programCalled } from '../programCalled'

interface Options {
  file: string
  program: string
  format: ExportFormat
  out: string
  from?: string
  to?: string
  redact: RedactionLevel
  nameAll?: true
  json?: true
}

/** `export program`: how a program went, in a file. */
export function addExportProgramCommand(group: Command, context: Context): void {
  group
    .command('program')
    .description('write the report of a program to a file')
    .addOption(programFileOption())
    .requiredOption('--program <name>', 'which: its name, the beginning of it, or #id')
    .addOption(
      new Option('--format <format>', 'the kind of file').choices(exportFormats).makeOptionMandatory(),
    )
    .requiredOption('--out <path>', 'the file to write; an older one of that name is replaced')
    .option('--from <date>', 'the first day', calendarDate)
    .option('--to <date>', 'the last day', calendarDate)
    .addOption(
      new Option(
        '--redact <level>',
        'what is left out: nothing, goals and reasons as they were written, or names as well',
      )
        .choices(redactionLevels)
        .default('figures'),
    )
    .option('--name-all', 'name those too who have refused to be named in reports')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nWithout --redact the report has figures only, and what fewer than five share is not told apart.\n' +
        'JSON: { file, format, program, redaction }.',
    )
    .action((options: Options) => exportProgram(context, options))
}

async function exportProgram(context: Context, options: Options): Promise<void> {
  const { terminal, electron } = context
  const { format, redact: redaction, from = null, to = null, nameAll = false } = options
  const path = resolve(options.out)
  if (path === resolve(options.file))
    throw new AppError(
      'invalid-input',
      'The report would take the place of the program file. Choose another name.',
    )
  const { file, name } = await withFile(context, options.file, 'read', async (ask) => {
    const { id: programId } = await programCalled(ask, options.program)
    const today = dateInZone(new Date().toISOString(), systemTimeZone())
    const request = { programId, from, to, redaction, today, nameAll }
    if (format !== 'pdf') {
      const written = await ask('programReport.write', { ...request, format, path })
      return { file: written.path, name: written.name }
    }
    const document = await ask('programReport.document', request)
    terminal.progress({ label: 'Printing the PDF', done: 0, total: null })
    const pdf = await pdfOfDocument(document.html, electron, terminal.signal)
    return { file: await writeAtomically(path, (pending) => pending.write(pdf)), name: document.name }
  })
  if (options.json) await terminal.printJson({ file, format, program: name, redaction })
  else await terminal.print(`The report of ${name} is in ${file}\n`)
}
