import type { InputOf, OutputOf } from '@shared/contract'
import { type CommandKind, commandKinds, type HistoryFilter } from '@shared/contract/history'
import { commandKindWords, type HistoryArea, historyAreaNames } from '@shared/domain/historyWords'
import { type Command, Option } from 'commander'
import { byteOrderMark, csvText } from '../../exporting/csvText'
import { historyCsvHeader, historyCsvRows } from '../../exporting/historyCsv'
import type { Context } from '../context'
import { type Ask, withFile } from '../openFile'
import { calendarDate, collected, jsonOption, positiveNumber, programFileOption } from '../options'
import { table } from '../table'
import type { Terminal } from '../terminal'

interface Options {
  file: string
  from?: string
  to?: string
  query?: string
  kind?: string[]
  area?: string[]
  limit?: number
  json?: true
  csv?: true
}

type Line = OutputOf<'history.list'>['rows'][number]
type Change = OutputOf<'history.changes'>['changes'][number]

const linesAtATime = 200
const changesAtATime = 2000
const usualLines = 50

const kindByWord = new Map<string, CommandKind>(commandKinds.map((kind) => [commandKindWords[kind], kind]))

/** `audit`: what was done, when and why, with every field before and after. */
export function addAuditCommand(program: Command, context: Context): void {
  program
    .command('audit')
    .description('tell what was done in a file and when, the newest first')
    .addOption(programFileOption())
    .option('--from <date>', 'the first day', calendarDate)
    .option('--to <date>', 'the last day', calendarDate)
    .option('--query <words>', 'only lines with these words, in what was done or why')
    .addOption(choice('--kind <kind>', 'only what was', [...kindByWord.keys()]))
    .addOption(choice('--area <area>', 'only what concerns', historyAreaNames))
    .option(
      '--limit <n>',
      `at most so many lines (${usualLines} unless said; all with --json or --csv)`,
      positiveNumber,
    )
    .addOption(jsonOption())
    .addOption(new Option('--csv', 'answer with a CSV, one row for each field').conflicts('json'))
    .addHelpText(
      'after',
      '\nDays are those of this computer. --kind and --area may be given several times.\n' +
        'JSON: [{ id, at, kind, operation, summary, reason, changes: [{ table, row, field, before, after }] }]\n' +
        'Rows that were added many at a time are one change without a field: { table, row, rows, … }.',
    )
    .action((options: Options) =>
      withFile(context, options.file, 'read', (ask) => audit(context.terminal, ask, options)),
    )
}

/** An option with a choice of words that may be given several times. */
function choice(flags: string, description: string, words: readonly string[]): Option {
  const option = new Option(flags, description).choices(words)
  const one = option.parseArg
  return option.argParser<string[] | undefined>((word, before) => {
    one?.(word, undefined)
    return collected(word, before)
  })
}

async function audit(terminal: Terminal, ask: Ask, options: Options): Promise<void> {
  const filter: HistoryFilter = {
    query: options.query ?? '',
    areas: (options.area ?? []) as HistoryArea[],
    kinds: (options.kind ?? []).flatMap((word) => kindByWord.get(word) ?? []),
    from: options.from ?? null,
    to: options.to ?? null,
  }
  if (options.json) await tellJson(terminal, ask, lines(ask, filter, options.limit))
  else if (options.csv) await tellCsv(terminal, ask, lines(ask, filter, options.limit))
  else await tellTable(terminal, ask, filter, options.limit ?? usualLines)
}

/** The lines of the history a page at a time: there may be a million. */
async function* lines(ask: Ask, filter: HistoryFilter, limit?: number): AsyncGenerator<Line[]> {
  let room = limit ?? Number.POSITIVE_INFINITY
  let after: InputOf<'history.list'>['after'] = null
  do {
    const page: OutputOf<'history.list'> = await ask('history.list', {
      filter,
      after,
      limit: Math.min(linesAtATime, room),
    })
    if (page.rows.length > 0) yield page.rows
    room -= page.rows.length
    after = page.next
  } while (after !== null && room > 0)
}

/** The changes of some lines a page at a time: one line alone may have hundreds of thousands. */
async function* changesOf(ask: Ask, page: readonly Line[]): AsyncGenerator<Change[]> {
  const commands = page.map(({ id }) => id)
  let after: InputOf<'history.changes'>['after'] = null
  do {
    const part: OutputOf<'history.changes'> = await ask('history.changes', {
      commands,
      after,
      limit: changesAtATime,
    })
    yield part.changes
    after = part.next
  } while (after !== null)
}

async function tellJson(terminal: Terminal, ask: Ask, pages: AsyncIterable<Line[]>): Promise<void> {
  let begun = 0
  let changesTold = 0
  const begin = ({ id, at, kind, operation, summary, reason }: Line): string => {
    const head = JSON.stringify({ id, at, kind: commandKindWords[kind], operation, summary, reason })
    changesTold = 0
    return `${begun++ === 0 ? '[' : ']},'}\n${head.slice(0, -1)},"changes":[`
  }
  for await (const page of pages) {
    // Changes come in the order of their lines; a line whose changes say nothing has none.
    let next = 0
    let current = 0
    for await (const changes of changesOf(ask, page)) {
      let text = ''
      for (const change of changes) {
        for (; current !== change.command && next < page.length; next++) {
          const line = page[next] as Line
          text += begin(line)
          current = line.id
        }
        for (const told of jsonChanges(change)) {
          text += `${changesTold++ === 0 ? '' : ','}${JSON.stringify(told)}`
        }
      }
      await terminal.print(text)
    }
    await terminal.print(page.slice(next).map(begin).join(''))
  }
  await terminal.print(begun === 0 ? '[]\n' : ']}\n]\n')
}

function jsonChanges({ table, row, rows, fields }: Change): object[] {
  if (rows > 1) return [{ table, row, rows, field: null, before: null, after: null }]
  return fields.map(({ column, stored }) => ({ table, row, field: column, ...stored }))
}

async function tellCsv(terminal: Terminal, ask: Ask, pages: AsyncIterable<Line[]>): Promise<void> {
  await terminal.print(byteOrderMark + csvText([historyCsvHeader]))
  for await (const page of pages) {
    for await (const changes of changesOf(ask, page)) {
      const rows = page.flatMap((line) =>
        historyCsvRows(
          line,
          changes.filter(({ command }) => command === line.id),
        ),
      )
      await terminal.print(csvText(rows))
    }
  }
}

async function tellTable(terminal: Terminal, ask: Ask, filter: HistoryFilter, limit: number): Promise<void> {
  const rows: Line[] = []
  // One more than is shown, to know whether there is more.
  for await (const page of lines(ask, filter, limit + 1)) rows.push(...page)
  if (rows.length === 0) {
    terminal.say('Nothing of that kind is in the history.')
    return
  }
  const cells = rows
    .slice(0, limit)
    .map(({ id, at, kind, summary, reason }) => [id, moment(at), commandKindWords[kind], reason, summary])
  await terminal.print(table(['line', 'when', 'kind', 'why', 'what'], cells, terminal.width))
  if (rows.length > limit) terminal.say('There is more; --limit shows more.')
}

/** The moment on this computer's clock, to the minute: "2026-11-23 14:05". */
function moment(at: string): string {
  const date = new Date(at)
  const two = (number: number) => String(number).padStart(2, '0')
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`
}
