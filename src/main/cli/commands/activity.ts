import { type Bucket, buckets, type Grouping, groupings } from '@shared/contract/activity'
import { type Command, Option } from 'commander'
import type { Context } from '../context'
import { withFile } from '../openFile'
import { calendarDate, jsonOption, programFileOption } from '../options'
import { table } from '../table'

interface Options {
  file: string
  from?: string
  to?: string
  by: Bucket
  group: Grouping
  json?: true
}

/** `activity`: sessions and interactions over time. */
export function addActivityCommand(program: Command, context: Context): void {
  program
    .command('activity')
    .description('count sessions and interactions over time')
    .addOption(programFileOption())
    .option('--from <date>', 'the first day', calendarDate)
    .option('--to <date>', 'the last day', calendarDate)
    .addOption(new Option('--by <span>', 'how the time is cut').choices(buckets).default('month'))
    .addOption(
      new Option('--group <by>', 'what the interactions are grouped by').choices(groupings).default('none'),
    )
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nAn interaction between two locations counts once for each of them.\n' +
        'JSON: { from, to, by, group, sessions, interactions, buckets: [{ start, sessions, interactions }],\n' +
        '  groups: [{ name, total, counts }] }, with a count in `counts` for each bucket',
    )
    .action((options: Options) => activity(context, options))
}

async function activity(context: Context, options: Options): Promise<void> {
  const { terminal } = context
  const { file, from = null, to = null, by, group, json } = options
  const scope = { from, to, communityId: null, location: null, department: null }
  const series = await withFile(context, file, 'read', (ask) => ask('activity.series', { scope, by, group }))
  const rows = series.buckets.map((start, index) => ({
    start,
    sessions: series.sessions[index] ?? 0,
    interactions: series.interactions[index] ?? 0,
  }))
  const { groups } = series
  if (json) {
    const totals = { sessions: sum(series.sessions), interactions: sum(series.interactions) }
    await terminal.printJson({
      from: series.from,
      to: series.to,
      by,
      group,
      ...totals,
      buckets: rows,
      groups,
    })
    return
  }
  if (rows.length === 0) {
    terminal.say('Nothing is recorded in this time.')
    return
  }
  await terminal.print(
    table(
      [by, 'sessions', 'interactions'],
      rows.map((row) => Object.values(row)),
      terminal.width,
    ),
  )
  if (groups.length === 0) return
  const totals = groups.map(({ name, total }) => [name ?? '(unknown)', total])
  await terminal.print(`\n${table([group, 'interactions'], totals, terminal.width)}`)
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}
