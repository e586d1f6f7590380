import { AppError } from '@shared/errors'
import type { Command } from 'commander'
import type { Context } from '../context'
import { withFile } from '../openFile'
import { jsonOption, programFileOption } from '../options'

/** `check`, `undo` and `redo`: what is about the file as a whole. */
export function addFileCommands(program: Command, context: Context): void {
  program
    .command('check <file>')
    .description('compare a program file with itself: its structure, references and search')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nThe exit code is 1 when something is wrong.\n' +
        'JSON: { ok, problems: [{ what, detail }], records: { members, sessions, … } }',
    )
    .action((file: string, { json }: { json?: true }) => check(context, file, json === true))

  for (const [word, operation, done] of [
    ['undo', 'history.undo', 'Undone'],
    ['redo', 'history.redo', 'Done again'],
  ] as const) {
    program
      .command(word)
      .description(
        word === 'undo' ? 'take back the last change' : 'make the change again that was taken back',
      )
      .addOption(programFileOption())
      .addOption(jsonOption())
      .addHelpText('after', '\nJSON: { summary }')
      .action(async ({ file, json }: { file: string; json?: true }) => {
        const { summary } = await withFile(context, file, 'write', (ask) => ask(operation, {}))
        if (json) await context.terminal.printJson({ summary })
        else await context.terminal.print(`${done}: ${summary}.\n`)
      })
  }
}

async function check(context: Context, file: string, json: boolean): Promise<void> {
  const { terminal } = context
  const report = await withFile(context, file, 'read', (ask) => ask('programFile.check', {}))
  if (json) await terminal.printJson(report)
  else {
    const records = Object.entries(report.records).map(
      ([table, count]) => `${count.toLocaleString('en')} ${table.replaceAll('_', ' ')}`,
    )
    const verdict = report.ok ? 'The file is in order.' : 'The file is not in order:'
    const problems = report.problems.map(({ what, detail }) => `- ${what} (${detail})\n`)
    await terminal.print(`${verdict}\n${problems.join('')}${records.join(', ')}\n`)
  }
  if (!report.ok) {
    throw new AppError(
      'file-damaged',
      'This program file is not in order. Keep a copy, and go back to a backup.',
    )
  }
}
