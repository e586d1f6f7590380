import type { OutputOf } from '@shared/contract'
import { localDate } from '@shared/domain/calendar'
import { plural } from '@shared/domain/summaryWords'
import type { Command } from 'commander'
import type { Context } from '../context'
import { withFile } from '../openFile'
import { jsonOption, positiveNumber, programFileOption } from '../options'
import { table } from '../table'

interface Options {
  file: string
  days: number
  json?: true
}

type Due = OutputOf<'support.due'>

const usualDays = 7
const most = 10_000

/** `due`: whom to talk with, what to close and which goals end, across all programs. */
export function addDueCommand(program: Command, context: Context): void {
  program
    .command('due')
    .description('check-ins, closing steps and goals that are late or due soon, the most urgent first')
    .addOption(programFileOption())
    .option('--days <n>', 'so many days ahead', positiveNumber, usualDays)
    .addOption(jsonOption())
    .addHelpText('after', help)
    .action(async ({ file, days, json }: Options) => {
      await withFile(context, file, 'read', async (ask) => {
        const due = await ask('support.due', { today: localDate(new Date()), days, limit: most })
        if (json) return context.terminal.printJson(due)
        const rows = rowsOf(due)
        if (rows.length === 0) return context.terminal.say('Nothing is due.')
        return context.terminal.print(
          table(['what', 'who', 'program', 'due', 'when'], rows, context.terminal.width),
        )
      })
    })
}

const help = `
JSON: { totals: { late, now, checkIns, steps, goals },
  checkIns: [{ match: { id, programId, program, members: [{ id, name }] }, person: { id, name }, depth, preset, state,
    advice, dueOn, daysLate, daysToGo }],
  steps: [{ match, stepId, closureId, text, dueOn, daysLate, daysToGo }],
  goals: [{ match, goalId, text, dueOn, daysLate, daysToGo }] }
Days late and days to go are never below zero: what is late has no days to go, and what is due today has neither. A check-in that was put off is not told before its day.`

function rowsOf({ checkIns, steps, goals }: Due): string[][] {
  const people = ({ members }: Due['steps'][number]['match']) => members.map(({ name }) => name).join(' and ')
  return [
    ...checkIns.map(({ match, person, depth, ...due }) => [
      depth === 'quick' ? 'check-in' : 'talk in depth',
      person.name,
      match.program,
      due.dueOn,
      whenOf(due),
    ]),
    ...[...steps, ...goals].map(({ match, text, ...due }) => [
      text,
      people(match),
      match.program,
      due.dueOn,
      whenOf(due),
    ]),
  ]
}

/** "3 days late", "today", "in 3 days". */
function whenOf({ daysLate, daysToGo }: Pick<Due['steps'][number], 'daysLate' | 'daysToGo'>): string {
  if (daysLate > 0) return `${plural(daysLate, 'day')} late`
  return daysToGo === 0 ? 'today' : `in ${plural(daysToGo, 'day')}`
}
