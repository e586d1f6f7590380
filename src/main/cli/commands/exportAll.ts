import { resolve } from 'node:path'
import { type WholeFormat, wholeFormats } from '@shared/domain/vocabulary'
import { AppError } from '@shared/errors'
import { type Command, Option } from 'commander'
import type { Context } from '../context'
import { withFile } from '../openFile'
import { jsonOption, programFileOption } from '../options'

interface Options {
  file: string
  format: WholeFormat
  out: string
  withPrivate?: true
  json?: true
}

/** `export all`: everything of the program file, for any other program. */
export function addExportAllCommand(group: Command, context: Context): void {
  group
    .command('all')
    .description('write everything in the program file to one JSON document, or to a folder')
    .addOption(programFileOption())
    .addOption(
      new Option(
        '--format <format>',
        'one JSON document, a folder of CSV, or that with the notes as Markdown',
      )
        .choices(wholeFormats)
        .makeOptionMandatory(),
    )
    .requiredOption('--out <path>', 'the file to write; or the folder, which must not be there yet')
    .option('--with-private', 'with what is marked as private to the coordinator: all of it comes in again')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nWithout --with-private the texts of what is marked as private are left out, and the export says so.\n' +
        'The history, the trash and what is being typed are never in it, and it is not encrypted.\n' +
        '“import all” makes a program file of it again; “describe” tells what stands in it.\n' +
        'JSON: { path, format, records, withPrivate }.',
    )
    .action((options: Options) => exportAll(context, options))
}

async function exportAll(context: Context, { file, format, out, withPrivate, json }: Options): Promise<void> {
  const { terminal } = context
  const privateTexts = withPrivate === true
  if (resolve(out) === resolve(file)) {
    throw new AppError(
      'invalid-input',
      'The export would take the place of the program file. Choose another name.',
    )
  }
  if (!privateTexts)
    terminal.say(
      'What is marked as private is left out, and would be missing if this was opened again. --with-private keeps it.',
    )
  const written = await withFile(context, file, 'read', (ask) =>
    ask('whole.write', { format, path: resolve(out), privateTexts }),
  )
  if (json) await terminal.printJson({ ...written, format, withPrivate: privateTexts })
  else await terminal.print(`${written.records.toLocaleString('en')} records are in ${written.path}\n`)
}
