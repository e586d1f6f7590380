import { resolve } from 'node:path'
import type { OutputOf } from '@shared/contract'
import { plural } from '@shared/domain/summaryWords'
import { type Command, Option } from 'commander'
import { keyOf, look } from '../../database/changesFile'
import type { Context } from '../context'
import { withFile } from '../openFile'
import { jsonOption, programFileOption } from '../options'
import { table } from '../table'

interface Options {
  file: string
  dryRun?: true
  conflicts?: 'ours' | 'theirs'
  trust?: string
  otherPassphraseFile?: string
  json?: true
}

type Told = OutputOf<'copies.preview'>

/** `merge-file`: another coordinator's copy of the file, into this one. */
export function addMergeFileCommand(program: Command, context: Context): void {
  program
    .command('merge-file')
    .description(
      'take in what a colleague has done in their copy of the program file, who began with a copy of yours',
    )
    .argument('<other>', "the colleague's copy, or a file of their changes; it is only read")
    .addOption(programFileOption())
    .option('--dry-run', 'only say what would come in')
    .addOption(
      new Option(
        '--conflicts <side>',
        'where both have changed a field: keep yours, or take theirs, instead of the later one',
      ).choices(['ours', 'theirs']),
    )
    .option(
      '--trust <fingerprint>',
      'the key that changes are signed with, as your colleague reads it out, when it is not known here yet',
    )
    .option(
      '--other-passphrase-file <path>',
      'a file whose first line is the passphrase of the copy, or of the changes, when it is not the same',
    )
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nWhat only one has changed comes in. What is replaced stays in the history, and all of it is one step to undo.\n' +
        'JSON: { merged, from: { name, madeAt, fingerprint, knownAs } or null, added, changed, removed, commands, tables: [{ name, added, changed, removed }],\n' +
        '  conflicts: [{ key, kind, record, field, before, ours, theirs, takes }],\n' +
        '  erasedHere: [name], erasedThere: [name] }.',
    )
    .action((other: string, options: Options) => mergeFile(context, resolve(other), options))
}

async function mergeFile(context: Context, path: string, options: Options): Promise<void> {
  const { terminal } = context
  const secret = await secretOf(context, path, options)
  await withFile(context, options.file, options.dryRun ? 'read' : 'write', async (ask) => {
    const preview = await ask('copies.preview', { path, secret })
    const { conflicts: side } = options
    const choices = side ? Object.fromEntries(preview.conflicts.map(({ key }) => [key, side])) : {}
    const merged = options.dryRun !== true
    const told = merged
      ? await ask('copies.merge', { path, secret, choices, trust: options.trust ?? null })
      : preview
    const chosen = told.conflicts.map((conflict) => ({
      ...conflict,
      takes: choices[conflict.key] ?? conflict.takes,
    }))
    if (options.json) return terminal.printJson({ merged, ...told, conflicts: chosen })
    return terminal.print(inWords({ ...told, conflicts: chosen }, merged, terminal.width))
  })
}

async function secretOf(context: Context, path: string, { otherPassphraseFile }: Options) {
  if (!(await look(path)).asks) return null
  const proof =
    otherPassphraseFile === undefined
      ? await context.secrets.proof()
      : await context.secrets.proofIn(otherPassphraseFile)
  return (await keyOf(path, proof))?.secret ?? null
}

function inWords(told: Told, merged: boolean, width: number | null): string {
  const { tables, conflicts, commands, erasedHere, erasedThere } = told
  const erased = [
    erasedHere.length > 0
      ? `Erased here, and still in the copy: ${erasedHere.join(', ')}. Erase them there as well; until then it is not merged.\n`
      : '',
    erasedThere.length > 0
      ? `Erased in the copy, and still here: ${erasedThere.join(', ')}. Erase them here as well.\n`
      : '',
  ]
  if (commands === 0) return `There is nothing in it that is not here already.\n${erased.join('')}`
  const counts = tables.map(({ name, added, changed, removed }) => [
    name,
    `${added}`,
    `${changed}`,
    `${removed}`,
  ])
  const lines = [
    `${merged ? 'Came in' : 'Would come in'}, of ${plural(commands, 'change')} that the copy has and this file had not:\n`,
    counts.length === 0
      ? 'nothing that changes a record.\n'
      : table(['records', 'new', 'changed', 'removed'], counts, width),
  ]
  if (conflicts.length > 0) {
    lines.push(
      `\n${plural(conflicts.length, 'conflict')}:\n`,
      table(['what', 'field', 'before', 'yours', 'theirs', 'stays'], conflicts.map(rowOf), width),
    )
  }
  return [...lines, ...erased].join('')
}

function rowOf({ kind, record, field, before, ours, theirs, takes }: Told['conflicts'][number]): string[] {
  const what = `${kind} ${record}`
  if (field === null) return [what, 'deleted by one, changed by the other', '', '', '', 'the record']
  return [what, field, before ?? '', ours ?? '', theirs ?? '', takes === 'ours' ? 'yours' : 'theirs']
}
