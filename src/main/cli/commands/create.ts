import { dateInZone } from '@shared/domain/calendar'
import type { Command } from 'commander'
import { nameOf, systemTimeZone } from '../../files/names'
import type { Context } from '../context'
import { create, fileNamed } from '../newFile'
import { jsonOption, wholeNumber } from '../options'

interface SampleOptions {
  members?: number
  sessions?: number
  interactions?: number
  seed: number
  json?: true
}

/** `new` and `sample`: what makes a program file. */
export function addCreateCommands(program: Command, context: Context): void {
  const { terminal } = context

  program
    .command('new <file>')
    .description('make an empty program file')
    .addOption(jsonOption())
    .addHelpText('after', '\nJSON: { file, name }')
    .action(async (path: string, { json }: { json?: true }) => {
      const file = fileNamed(path)
      await create(context, file, async () => undefined)
      if (json) await terminal.printJson({ file, name: nameOf(file) })
      else await terminal.print(`${file} is ready, and empty.\n`)
    })

  program
    .command('sample <file>')
    .description('make a program file with the sample program in it')
    .option('--members <n>', 'how many members', wholeNumber)
    .option('--sessions <n>', 'how many sessions', wholeNumber)
    .option('--interactions <n>', 'how many interactions beside the sessions', wholeNumber)
    .option('--seed <n>', 'another seed makes another program', wholeNumber, 1)
    .addOption(jsonOption())
    .addHelpText('after', '\nJSON: { file, members, sessions, interactions }')
    .action(async (path: string, { seed, json, ...sizes }: SampleOptions) => {
      const file = fileNamed(path)
      const made = await create(context, file, (ask) =>
        ask('program.fillSample', {
          today: dateInZone(new Date().toISOString(), systemTimeZone()),
          seed,
          members: sizes.members ?? null,
          sessions: sizes.sessions ?? null,
          interactions: sizes.interactions ?? null,
        }),
      )
      if (json) await terminal.printJson({ file, ...made })
      else {
        const { members, sessions, interactions } = made
        const count = (number: number) => number.toLocaleString('en')
        await terminal.print(
          `${file} holds the sample program: ${count(members)} members, ${count(sessions)} sessions, ` +
            `${count(interactions)} interactions.\n`,
        )
      }
    })
}
