import type { InputOf, OutputOf } from '@shared/contract'
import { Argument, type Command } from 'commander'
import type { Context } from '../context'
import { type Ask, withFile } from '../openFile'
import { jsonOption, positiveNumber, programFileOption } from '../options'
import { type Records, tellRecords } from '../records'

interface Options {
  file: string
  query?: string
  limit?: number
  json?: true
}

const pageLength = 1000

const shapes = {
  members:
    '[{ id, name, sortName, email, phone, role, status, jobTitle, organisation, location, department, joinedOn,\n' +
    '  capacity, matches, mentoring, lastContactOn, archived }]',
  sessions:
    '[{ id, date, title, minutes, medium, attendees: [{ id, name }], topics, confidentiality, rating,\n' +
    '  openActionItems, snippet }]',
}

/** `list`: records, one after the other. */
export function addListCommand(program: Command, context: Context): void {
  program
    .command('list')
    .description('list members by name, or sessions, the newest first')
    .addArgument(new Argument('<what>').choices(Object.keys(shapes)))
    .addOption(programFileOption())
    .option('--query <words>', 'only those with these words, or beginnings of words')
    .option('--limit <n>', 'at most so many', positiveNumber)
    .addOption(jsonOption())
    .addHelpText('after', `\nJSON of members: ${shapes.members}\nJSON of sessions: ${shapes.sessions}`)
    .action(async (what: keyof typeof shapes, { file, query = '', limit, json }: Options) => {
      await withFile(context, file, 'read', (ask) =>
        what === 'members'
          ? tellRecords(context.terminal, members(ask, query, limit), json === true)
          : tellRecords(context.terminal, sessions(ask, query, limit), json === true),
      )
    })
}

type MemberRow = OutputOf<'members.list'>['rows'][number]

function members(ask: Ask, query: string, limit: number | undefined): Records<MemberRow> {
  const filter: InputOf<'members.list'>['filter'] = {
    query,
    statuses: [],
    roles: [],
    locations: [],
    departments: [],
    skills: [],
    withRoom: false,
    importId: null,
    archived: false,
  }
  return {
    pages: pages(limit, (page) =>
      ask('members.list', { filter, sort: { by: 'name', descending: false }, page }),
    ),
    header: ['id', 'name', 'e-mail', 'role', 'status', 'location', 'department', 'last contact'],
    row: ({ id, name, email, role, status, location, department, lastContactOn }) => [
      id,
      name,
      email,
      role,
      status,
      location,
      department,
      lastContactOn,
    ],
    nothing: 'No members were found.',
  }
}

function sessions(ask: Ask, query: string, limit: number | undefined): Records<SessionRecord> {
  const filter: InputOf<'sessions.list'>['filter'] = {
    query,
    memberId: null,
    matchId: null,
    topicIds: [],
    media: [],
    confidentialities: [],
    from: null,
    to: null,
    withoutNotes: false,
  }
  return {
    pages: pages(limit, async (page) => {
      const { total, rows } = await ask('sessions.list', { filter, page })
      return { total, rows: rows.map(sessionRecord) }
    }),
    header: ['id', 'date', 'with', 'title', 'notes'],
    row: ({ id, date, attendees, title, snippet }) => [
      id,
      date,
      attendees.map(({ name }) => name).join(', '),
      title,
      snippet,
    ],
    nothing: 'No sessions were found.',
  }
}

type SessionRecord = ReturnType<typeof sessionRecord>

function sessionRecord(row: OutputOf<'sessions.list'>['rows'][number]) {
  const { id, heldOn, title, minutes, medium, attendees, topics, confidentiality, rating } = row
  return {
    id,
    date: heldOn,
    title,
    minutes,
    medium,
    attendees,
    topics,
    confidentiality,
    rating,
    openActionItems: row.openActionItems,
    snippet: row.excerpt.map(({ text, hit }) => (hit ? `«${text}»` : text)).join(''),
  }
}

/** A long list, a page at a time. */
async function* pages<T>(
  limit: number | undefined,
  ask: (page: { offset: number; limit: number }) => Promise<{ total: number; rows: T[] }>,
): AsyncGenerator<{ total: number; rows: T[] }> {
  const most = limit ?? Number.POSITIVE_INFINITY
  let offset = 0
  while (offset < most) {
    const length = Math.min(pageLength, most - offset)
    const page = await ask({ offset, limit: length })
    yield page
    offset += page.rows.length
    // The total stops being counted somewhere, so the end is where a page is not full.
    if (page.rows.length < length) return
  }
}
