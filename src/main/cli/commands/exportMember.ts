import { resolve } from 'node:path'
import { writeAtomically } from '@main/exporting/atomicFile'
import { dateInZone } from '@shared/domain/calendar'
import { type RecordFormat, recordFormats } from '@shared/domain/vocabulary'
import { AppError } from '@shared/errors'
import { type Command, Option } from 'commander'
import { systemTimeZone } from '../../files/names'
import type { Context } from '../context'
import { memberCalled } from '../memberCalled'
import { withFile } from '../openFile'
import { jsonOption, programFileOption } from '../options'
import { pdfOfDocument } from '../pdf'

interface Options {
  file: string
  member: string
  out: string
  format: RecordFormat
  withPrivate?: true
  nameOthers?: true
  json?: true
}

/** `export-member`: everything that is kept about one person. */
export function addExportMemberCommand(program: Command, context: Context): void {
  program
    .command('export-member')
    .description('write everything that is kept about a member to a file')
    .addOption(programFileOption())
    .requiredOption('--member <name>', 'who: name, e-mail address, or #id')
    .requiredOption('--out <path>', 'the file to write; an older one of that name is replaced')
    .addOption(new Option('--format <format>', 'the kind of file').choices(recordFormats).default('json'))
    .option('--with-private', 'with the notes that are marked as private to the coordinator')
    .option('--name-others', 'other people by their names, not by what they are to the member')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nWithout --with-private what is marked as private is left out, and the file says so.\n' +
        'JSON: { file, format, member, withPrivate, othersNamed }',
    )
    .action((options: Options) => exportMember(context, options))
}

async function exportMember(context: Context, options: Options): Promise<void> {
  const { terminal, electron } = context
  const { format } = options
  const [privateNotes, othersNamed] = [options.withPrivate === true, options.nameOthers === true]
  const path = resolve(options.out)
  if (path === resolve(options.file)) {
    throw new AppError(
      'invalid-input',
      'The export would take the place of the program file. Choose another name.',
    )
  }
  if (!privateNotes) terminal.say('What is marked as private is left out. --with-private keeps it.')
  const { member, file } = await withFile(context, options.file, 'read', async (ask) => {
    const id = await memberCalled(ask, options.member)
    const { name } = await ask('members.get', { id })
    const today = dateInZone(new Date().toISOString(), systemTimeZone())
    const request = { id, privateNotes, others: othersNamed ? 'named' : 'roles', today } as const
    if (format !== 'pdf') {
      const written = await ask('memberExport.write', { ...request, format, path })
      return { member: name, file: written.path }
    }
    const { html } = await ask('memberExport.document', request)
    terminal.progress({ label: 'Printing the PDF', done: 0, total: null })
    const pdf = await pdfOfDocument(html, electron, terminal.signal)
    return { member: name, file: await writeAtomically(path, (pending) => pending.write(pdf)) }
  })
  if (options.json) await terminal.printJson({ file, format, member, withPrivate: privateNotes, othersNamed })
  else await terminal.print(`Everything kept about ${member} is in ${file}\n`)
}
