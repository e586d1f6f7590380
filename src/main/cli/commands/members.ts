import type { OutputOf } from '@shared/contract'
import type { Command } from 'commander'
import type { Context } from '../context'
import { memberCalled } from '../memberCalled'
import { withFile } from '../openFile'
import { jsonOption, positiveNumber, programFileOption } from '../options'
import { table } from '../table'

interface DuplicatesOptions {
  file: string
  limit: number
  json?: true
}

interface MergeOptions {
  file: string
  dryRun?: true
  json?: true
}

const usualPairs = 50
const mostPairs = 1000

/** `members duplicates` and `members merge`: who is there twice, and making one of two. */
export function addMembersCommands(program: Command, context: Context): void {
  const members = program.command('members').description('find members who are there twice, and merge them')

  members
    .command('duplicates')
    .description('members who may be the same person, the surest first')
    .addOption(programFileOption())
    .option('--limit <n>', `at most so many, up to ${mostPairs}`, positiveNumber, usualPairs)
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nJSON: [{ keep: { id, name, email, phone, jobTitle, location, department, archived, records }, other: { … },\n' +
        '  confidence, reasons: [{ text, speaks }] }]',
    )
    .action(async ({ file, limit, json }: DuplicatesOptions) => {
      await withFile(context, file, 'read', async (ask) => {
        const { rows } = await ask('members.duplicates', {
          importId: null,
          limit: Math.min(limit, mostPairs),
        })
        if (json) return context.terminal.printJson(rows)
        if (rows.length === 0)
          return context.terminal.say('No two members are alike enough to be asked about.')
        return context.terminal.print(
          table(['stays', 'may be the same', 'how sure', 'why'], rows.map(rowOf), context.terminal.width),
        )
      })
    })

  members
    .command('merge')
    .description(
      'make one member of two; the usual value of each field stays, and everything else comes over',
    )
    .argument('<keep>', 'who stays: name, e-mail address, or #id')
    .argument('<other>', 'who is the same person')
    .addOption(programFileOption())
    .option('--dry-run', 'only say what would come over')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nJSON: { id, merged, fields: [{ field, keep, other, takes }], notes, refusal }; refusal is why the\ntwo cannot be merged, or null',
    )
    .action((keep: string, other: string, options: MergeOptions) => merge(context, keep, other, options))
}

function rowOf({ keep, other, confidence, reasons }: OutputOf<'members.duplicates'>['rows'][number]) {
  const called = ({ id, name }: { id: number; name: string }) => `${name} (#${id})`
  return [called(keep), called(other), confidence, reasons.map(({ text }) => text).join(', ')]
}

async function merge(context: Context, keepWords: string, otherWords: string, options: MergeOptions) {
  const { terminal } = context
  await withFile(context, options.file, options.dryRun ? 'read' : 'write', async (ask) => {
    const keep = await memberCalled(ask, keepWords)
    const other = await memberCalled(ask, otherWords)
    const preview = await ask('members.mergePreview', { keep, other })
    const merged = options.dryRun !== true
    if (merged) await ask('members.merge', { keep, other, choices: {} })
    if (options.json) {
      const fields = preview.fields.map(({ field, keep: own, other: theirs, takes }) => ({
        ...{ field, keep: own, other: theirs, takes },
      }))
      return terminal.printJson({ id: keep, merged, fields, notes: preview.notes, refusal: preview.refusal })
    }
    const names = `${preview.other.name} (#${other}) into ${preview.keep.name} (#${keep})`
    const said = preview.refusal ?? (merged ? `Merged ${names}.` : `Would merge ${names}.`)
    return terminal.print([said, ...preview.notes.map((note) => `- ${note}`)].join('\n').concat('\n'))
  })
}
