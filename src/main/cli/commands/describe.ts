import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Argument, type Command } from 'commander'
import type { Context } from '../context'
import { withFile } from '../openFile'

/** `describe`: what stands in an export, for who writes programs. */
export function addDescribeCommand(program: Command, context: Context): void {
  program
    .command('describe')
    .description('tell what stands in an export of everything')
    .addArgument(
      new Argument('<what>', 'its JSON Schema, or every table and column in words, as Markdown').choices([
        'schema',
        'dictionary',
      ]),
    )
    .action(async (what: 'schema' | 'dictionary') => {
      await context.terminal.print((await described(context))[what])
    })
}

/** As an empty file has it. */
async function described(context: Context) {
  const folder = await mkdtemp(join(tmpdir(), 'coppice-describe-'))
  try {
    return await withFile(context, join(folder, 'Empty.coppice'), 'create', (ask) =>
      ask('whole.describe', {}),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
