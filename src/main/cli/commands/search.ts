import type { OutputOf } from '@shared/contract'
import { type FoundKind, foundKinds } from '@shared/domain/vocabulary'
import { AppError } from '@shared/errors'
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Context } from '../context'
import { withFile } from '../openFile'
import { jsonOption, positiveNumber, programFileOption } from '../options'
import { tellRecords } from '../records'

interface Options {
  file: string
  kind?: FoundKind[]
  from?: string
  to?: string
  literally?: true
  limit: number
  json?: true
}

const usualHits = 50
const mostHits = 500

const shape =
  '[{ kind, id, title, date, people: [{ id, name }], within: { id, name } | null, sessionId, details, snippet }]'

/** `search`: everything there is in the file that holds the words. */
export function addSearchCommand(program: Command, context: Context): void {
  program
    .command('search')
    .description(
      'search in everything: members, sessions, knowledge, gatherings and what else there is; the best first',
    )
    .argument('<words...>', 'words or beginnings of words; all of them have to be there')
    .addOption(programFileOption())
    .addOption(
      new Option(
        '--kind <kind>',
        `only of this kind: ${foundKinds.join(', ')}; may be given again`,
      ).argParser(kinds),
    )
    .option('--from <date>', 'only what is of this day or later, as year-month-day')
    .option('--to <date>', 'only what is of this day or earlier')
    .option('--literally', 'take no word that is found nowhere for another one')
    .option('--limit <n>', 'at most so many', positiveNumber, usualHits)
    .addOption(jsonOption())
    .addHelpText('after', `\nIn a snippet the hits stand between « and ».\nJSON: ${shape}`)
    .action(async (words: string[], { file, kind = [], from, to, literally, limit, json }: Options) => {
      const query = words.join(' ')
      if (!/[\p{L}\p{N}]/u.test(query))
        throw new AppError('invalid-input', 'There is no word in this to search for.')
      await withFile(context, file, 'read', async (ask) => {
        const answer = await ask('search.all', {
          filter: {
            query,
            kinds: kind,
            from: from ?? null,
            to: to ?? null,
            topicIds: [],
            communityId: null,
            programId: null,
            literally: literally === true,
          },
          limit: Math.min(limit, mostHits),
        })
        if (answer.meant !== null)
          context.terminal.say(
            `Showing what was found for: ${answer.meant}. With --literally it is as typed.`,
          )
        if (answer.suggested !== null) context.terminal.say(`Did you mean: ${answer.suggested}?`)
        await tellRecords(context.terminal, { ...columns, pages: onePage(answer, kind) }, json === true)
      })
    })
}

type Answer = OutputOf<'search.all'>

async function* onePage({ rows, counts }: Answer, kind: readonly FoundKind[]) {
  const wanted = kind.length === 0 ? foundKinds : kind
  yield { total: wanted.reduce((sum, one) => sum + counts[one], 0), rows: rows.map(record) }
}

function record({
  kind,
  id,
  title,
  on,
  people,
  within,
  sessionId,
  details,
  excerpt,
}: Answer['rows'][number]) {
  return {
    kind,
    id,
    title: title.map(({ text }) => text).join('') || null,
    date: on,
    people,
    within,
    sessionId,
    details,
    snippet: excerpt.map(({ text, hit }) => (hit ? `«${text}»` : text)).join(''),
  }
}

const columns = {
  header: ['kind', 'id', 'date', 'who or what', 'text'],
  row: ({ kind, id, date, title, people, within, snippet }: ReturnType<typeof record>) => [
    kind,
    id,
    date,
    [title, people.map(({ name }) => name).join(', ')].filter(Boolean).join(' · ') || (within?.name ?? null),
    snippet,
  ],
  nothing: 'Nothing was found.',
}

function kinds(text: string, before: FoundKind[] = []): FoundKind[] {
  const found = foundKinds.find((kind) => kind === text)
  if (!found) throw new InvalidArgumentError(`It is one of: ${foundKinds.join(', ')}.`)
  return [...before, found]
}
