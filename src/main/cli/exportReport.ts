import { resolve } from 'node:path'
import { writeAtomically } from '@main/exporting/atomicFile'
import { type ExportFormat, exportFormats } from '@shared/contract/exports'
import { dateInZone } from '@shared/domain/calendar'
import { type RedactionLevel, redactionLevels } from '@shared/domain/vocabulary'
import { AppError } from '@shared/errors'
import { type Command, Option } from 'commander'
import { systemTimeZone } from '../files/names'
import type { Context } from './context'
import { type Ask, withFile } from './openFile'
import { calendarDate, jsonOption, programFileOption } from './options'
import { pdfOfDocument } from './pdf'

export interface ReportOptions {
  file: string
  format: ExportFormat
  out: string
  from?: string
  to?: string
  redact: RedactionLevel
  nameAll?: true
  json?: true
}

interface Choices {
  from: string | null
  to: string | null
  redaction: RedactionLevel
  today: string
  nameAll: boolean
}

/** How the report of one kind of record is asked for. */
interface Asked<Options extends ReportOptions> {
  about: 'program' | 'community'
  /** What `--about` says which one is meant by, and what `--redact` can leave out. */
  which: string
  leavesOut: string
  find(ask: Ask, options: Options): Promise<number>
  document(ask: Ask, id: number, choices: Choices): Promise<{ html: string; name: string }>
  write(
    ask: Ask,
    id: number,
    choices: Choices,
    to: { format: Exclude<ExportFormat, 'pdf'>; path: string },
  ): Promise<{ path: string; name: string }>
}

/** A command of the group `export` that writes a report of figures, and of names where they are asked for. */
export function addReportCommand<Options extends ReportOptions>(
  group: Command,
  context: Context,
  asked: Asked<Options>,
): void {
  const { about, which, leavesOut } = asked
  group
    .command(about)
    .description(`write the report of a ${about} to a file`)
    .addOption(programFileOption())
    .requiredOption(`--${about} <name>`, which)
    .addOption(
      new Option('--format <format>', 'the kind of file').choices(exportFormats).makeOptionMandatory(),
    )
    .requiredOption('--out <path>', 'the file to write; an older one of that name is replaced')
    .option('--from <date>', 'the first day', calendarDate)
    .option('--to <date>', 'the last day', calendarDate)
    .addOption(new Option('--redact <level>', leavesOut).choices(redactionLevels).default('figures'))
    .option('--name-all', 'name those too who have refused to be named in reports')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nWithout --redact the report has figures only, and what fewer than five share is not told apart.\n' +
        `JSON: { file, format, ${about}, redaction }.`,
    )
    .action((options: Options) => exportReport(context, options, asked))
}

async function exportReport<Options extends ReportOptions>(
  context: Context,
  options: Options,
  asked: Asked<Options>,
): Promise<void> {
  const { terminal, electron } = context
  const { format, redact: redaction, from = null, to = null, nameAll = false } = options
  const path = resolve(options.out)
  if (path === resolve(options.file))
    throw new AppError(
      'invalid-input',
      'The report would take the place of the program file. Choose another name.',
    )
  const { file, name } = await withFile(context, options.file, 'read', async (ask) => {
    const id = await asked.find(ask, options)
    const today = dateInZone(new Date().toISOString(), systemTimeZone())
    const choices = { from, to, redaction, today, nameAll }
    if (format !== 'pdf') {
      const written = await asked.write(ask, id, choices, { format, path })
      return { file: written.path, name: written.name }
    }
    const document = await asked.document(ask, id, choices)
    terminal.progress({ label: 'Printing the PDF', done: 0, total: null })
    const pdf = await pdfOfDocument(document.html, electron, terminal.signal)
    return { file: await writeAtomically(path, (pending) => pending.write(pdf)), name: document.name }
  })
  if (options.json) await terminal.printJson({ file, format, [asked.about]: name, redaction })
  else await terminal.print(`The report of ${name} is in ${file}\n`)
}
