import type { TopicCoverage } from '@shared/contract/coverage'
import { localDate } from '@shared/domain/calendar'
import type { Command } from 'commander'
import type { Context } from '../context'
import { withFile } from '../openFile'
import { jsonOption, programFileOption } from '../options'
import { table } from '../table'

interface Options {
  file: string
  json?: true
}

/** `coverage`: what members want to learn, and whether there are mentors and knowledge for it. */
export function addCoverageCommand(program: Command, context: Context): void {
  program
    .command('coverage')
    .description('topics that members want, against mentors and knowledge on offer; what is missing first')
    .addOption(programFileOption())
    .addOption(jsonOption())
    .addHelpText('after', help)
    .action(async ({ file, json }: Options) => {
      await withFile(context, file, 'read', async (ask) => {
        const topics = await ask('coverage.topics', { today: localDate(new Date()) })
        if (json) return context.terminal.printJson(topics)
        if (topics.length === 0) return context.terminal.say('No active member wants a topic yet.')
        const rows = topics.map((line) => [
          line.topic.name,
          line.wanted,
          line.mentors,
          line.items,
          remark(line),
        ])
        return context.terminal.print(
          table(['topic', 'wanted by', 'mentors', 'written', 'what to know'], rows, context.terminal.width),
        )
      })
    })
}

const help = `
JSON: [{ topic: { id, name }, state: missing|one person|out of date|covered, wanted, mentors, items, outdated,
  onlyPerson: { id, name } or null }]
Active members alone are counted: who wants a topic, and the mentors who offer it, however many mentees they have.
Written are the pieces of knowledge about it that are not retired; outdated are those whose day to be looked through
again has come.`

function remark({ state, onlyPerson }: TopicCoverage): string | null {
  if (state === 'missing') return 'nobody offers it, nothing is written'
  if (state === 'out of date') return 'what is written is out of date'
  return onlyPerson && `depends on ${onlyPerson.name}`
}
