import { resolve } from 'node:path'
import { type ReportDesk, writeBatch, writeDesigned } from '@main/exporting/designedReport'
import type { OutputOf } from '@shared/contract'
import { type ExportFormat, exportFormats } from '@shared/contract/exports'
import { dateInZone } from '@shared/domain/calendar'
import { batchesOf, type ReportDesign, type ReportEach, reportEach } from '@shared/domain/report/design'
import { plural } from '@shared/domain/summaryWords'
import type { RedactionLevel } from '@shared/domain/vocabulary'
import { AppError } from '@shared/errors'
import { type Command, Option } from 'commander'
import { systemTimeZone } from '../../files/names'
import type { Context } from '../context'
import { type Ask, withFile } from '../openFile'
import { calendarDate, jsonOption, programFileOption } from '../options'
import { pdfOfDocument } from '../pdf'

interface Options {
  file: string
  list?: true
  out?: string
  format?: ExportFormat
  from?: string
  to?: string
  batch?: ReportEach | true
  nameAll?: true
  json?: true
}

type Template = OutputOf<'reportTemplates.list'>[number]

/** `report`: a report that was designed and saved as a template, made again. */
export function addReportCommand(program: Command, context: Context): void {
  program
    .command('report')
    .description('make a report from a template that was saved in the window')
    .argument('[template]', 'the name of the template, or # and its number')
    .addOption(programFileOption())
    .option('--list', 'tell which templates there are, and make nothing')
    .option('--out <path>', 'the file to write; an older one of that name is replaced')
    .addOption(
      new Option('--format <format>', 'the kind of file, if another than that of the template').choices(
        exportFormats,
      ),
    )
    .option('--from <date>', 'the first day, instead of the period of the template', calendarDate)
    .option('--to <date>', 'the last day, instead of the period of the template', calendarDate)
    .addOption(
      new Option('--batch [each]', 'a file for each, in one ZIP archive; for each pair if not said').choices(
        reportEach,
      ),
    )
    .option('--name-all', 'name those too who have refused to be named in reports')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nA period such as “last quarter” is that of today, so the same command can be repeated.\n' +
        'JSON: { files, format, template, redaction }, with --batch { files, format, template, redaction, reports };\n' +
        'with --list a list of { id, name, report, period, redaction, format }.',
    )
    .action((template: string | undefined, options: Options) => report(context, template, options))
}

async function report(context: Context, name: string | undefined, options: Options): Promise<void> {
  const { terminal } = context
  if (options.list) return await listTemplates(context, options)
  if (name === undefined)
    throw new AppError('invalid-input', 'Say which template: --list tells what there is.')
  if (options.out === undefined)
    throw new AppError('invalid-input', 'Say where to write the report, with --out.')
  const path = resolve(options.out)
  if (path === resolve(options.file))
    throw new AppError(
      'invalid-input',
      'The report would take the place of the program file. Choose another name.',
    )
  const made = await withFile(context, options.file, 'read', (ask) => make(context, ask, name, options, path))
  if (options.json) await terminal.printJson(made)
  else if (made.reports === undefined)
    await terminal.print(`“${made.template}” is in ${made.files.join(', ')}\n`)
  else await terminal.print(`${plural(made.reports, 'report')} of “${made.template}” in ${path}\n`)
}

interface Made {
  files: string[]
  format: ExportFormat
  template: string
  redaction: RedactionLevel
  /** How many there are in the archive of a batch. */
  reports?: number
}

async function make(
  context: Context,
  ask: Ask,
  words: string,
  options: Options,
  path: string,
): Promise<Made> {
  const template = templateCalled(await ask('reportTemplates.list', {}), words)
  const design = designFor(template.design, options)
  const today = dateInZone(new Date().toISOString(), systemTimeZone())
  const request = { design, today, nameAll: options.nameAll === true }
  const desk = deskOf(context, ask)
  const { format, redaction } = design
  const told = { format, template: template.name, redaction }
  const { batch } = options
  if (batch === undefined) return { ...told, files: await writeDesigned(desk, request, path) }
  const each = batch === true ? (batchesOf[design.kind][0] ?? 'match') : batch
  return { ...told, files: [path], reports: await writeBatch(desk, { ...request, each }, path) }
}

/** A template with the days and the format that were asked for. */
function designFor(design: ReportDesign, { from, to, format }: Options): ReportDesign {
  const period =
    from === undefined && to === undefined
      ? design.period
      : { span: 'fixed' as const, from: from ?? null, to: to ?? null }
  return { ...design, period, format: format ?? design.format }
}

function deskOf({ electron, terminal }: Context, ask: Ask): ReportDesk {
  return {
    ask,
    print: (html) => {
      terminal.progress({ label: 'Printing the PDF', done: 0, total: null })
      return pdfOfDocument(html, electron, terminal.signal)
    },
    signal: terminal.signal,
    onProgress: terminal.progress,
  }
}

const sameLetters = new Intl.Collator('en', { sensitivity: 'accent' })

/** @throws AppError `not-found`, with the templates that there are. */
function templateCalled(all: readonly Template[], words: string): Template {
  const tidy = (text: string) => text.normalize('NFC').trim().replace(/\s+/g, ' ')
  const found = all.find(
    ({ id, name }) => `#${id}` === words || sameLetters.compare(tidy(name), tidy(words)) === 0,
  )
  if (found) return found
  const known =
    all.length === 0
      ? 'There are none in this file: design a report in the window, and save it as a template.'
      : `There are ${all
          .slice(0, 8)
          .map(({ name }) => `“${name}”`)
          .join(', ')}${all.length > 8 ? ' and others' : ''}.`
  throw new AppError('not-found', `No template is called “${words}”. ${known}`)
}

async function listTemplates(context: Context, { file, json }: Options): Promise<void> {
  const { terminal } = context
  const all = await withFile(context, file, 'read', (ask) => ask('reportTemplates.list', {}))
  const lines = all.map(({ id, name, design }) => ({
    id,
    name,
    report: design.kind,
    period: design.period.span,
    redaction: design.redaction,
    format: design.format,
  }))
  if (json) return await terminal.printJson(lines)
  if (lines.length === 0) return terminal.say('There are no templates in this file.')
  for (const { id, name, report: kind, period, format } of lines)
    await terminal.print(`#${id}  ${name}  (${kind}, ${period}, ${format})\n`)
}
