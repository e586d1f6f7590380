import { memberSearchColumns, memberTexts } from '@main/database/derived/memberSearch'
import { openConnection } from '@main/database/engine/open'
import { Reader } from '@main/database/engine/reader'
import { createHandlers } from '@main/database/queries'
import type { InputOf, OperationName } from '@shared/contract'
import { expect } from 'vitest'
import { type TestFile, taskOn } from './support'

/** What has to be true of a program file after whatever was done to it. */

/** The texts of a file's records as one text: all tables that an undo has to bring back. */
export function records(file: TestFile): string {
  const tables = file.read((db) =>
    db.column<string>(
      `SELECT name FROM pragma_table_list
        WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'
          AND name NOT IN ('commands', 'changes', 'drafts', 'migrations')
        ORDER BY name`,
    ),
  )
  return JSON.stringify(
    tables.map((table) => [table, file.read((db) => db.all(`SELECT * FROM ${table} ORDER BY 1`))]),
  )
}

/** Throws unless the search indexes are what they would be if they were built anew. */
export function expectSearchAsNew({ connection }: TestFile): void {
  connection.exec("INSERT INTO session_search (session_search, rank) VALUES ('integrity-check', 1)")
  const columns = memberSearchColumns.join(', ')
  connection.exec(`
    CREATE VIRTUAL TABLE temp.anew USING fts5 (${columns}, content = '', tokenize = 'unicode61 remove_diacritics 2');
    INSERT INTO temp.anew (rowid, ${columns}) ${memberTexts};
    CREATE VIRTUAL TABLE temp.words_anew USING fts5vocab(temp, anew, instance);
    CREATE VIRTUAL TABLE temp.words_now USING fts5vocab(main, member_search, instance);
  `)
  const words = (table: string) =>
    connection.prepare(`SELECT term, doc, col, "offset" FROM temp.${table} ORDER BY doc, col, "offset"`).all()
  const [anew, now] = [words('words_anew'), words('words_now')]
  connection.exec('DROP TABLE temp.words_anew; DROP TABLE temp.words_now; DROP TABLE temp.anew')
  expect(now).toEqual(anew)
}

const everything = { from: null, to: null, communityId: null, location: null, department: null }
const page = { offset: 0, limit: 100 }
const anyMember = {
  query: '',
  statuses: [],
  roles: [],
  locations: [],
  departments: [],
  skills: [],
  withRoom: false,
  importId: null,
  consents: [],
  archived: false,
}
const anySession = {
  query: '',
  memberId: null,
  matchId: null,
  topicIds: [],
  media: [],
  confidentialities: [],
  from: null,
  to: null,
  withoutNotes: false,
}

const question = <Name extends OperationName>(name: Name, input: InputOf<Name>) => ({ name, input })

const porto = { ...everything, location: 'Porto' }
const spring = { ...everything, from: '2026-01-05', to: '2026-06-30' }

/** What is answered from something that is kept in memory, with the scopes that make a difference. */
const questions = [
  question('activity.series', { scope: everything, by: 'month', group: 'location' }),
  question('activity.series', { scope: porto, by: 'week', group: 'kind' }),
  question('activity.series', { scope: spring, by: 'day', group: 'community' }),
  question('activity.breakdown', { scope: everything, of: 'location' }),
  question('activity.breakdown', { scope: spring, of: 'medium' }),
  question('activity.breakdown', { scope: porto, of: 'community' }),
  question('activity.calendar', { scope: everything }),
  question('activity.participation', { on: '2026-11-23', weeks: 52, communityId: null }),
  question('activity.participation', { on: '2026-04-01', weeks: 12, communityId: 1 }),
  question('members.list', { filter: anyMember, sort: { by: 'lastContactOn', descending: true }, page }),
  question('support.due', { today: '2027-01-04', days: 7, limit: 1000 }),
  question('members.list', { filter: anyMember, sort: { by: 'matches', descending: true }, page }),
  question('members.list', {
    filter: { ...anyMember, locations: ['Porto'] },
    sort: { by: 'organisation', descending: false },
    page,
  }),
  question('members.facets', { filter: { ...anyMember, query: 'a', consents: ['notes:missing'] } }),
  question('members.places', {}),
  question('members.overview', { today: '2026-11-23' }),
  question('today.get', { today: '2026-01-12' }),
  question('sessions.list', { filter: anySession, page }),
  question('program.overview', {}),
]

/** Throws unless every figure that is kept in memory is what it is for somebody who has just opened the file. */
export async function expectFiguresAsNew(file: TestFile): Promise<void> {
  const connection = openConnection({ file: file.path, mode: 'read', newestVersion: 10_000 })
  try {
    const handlers = createHandlers()
    const task = taskOn(file.path)
    for (const { name, input } of questions) {
      const anew: unknown = await handlers.read(name)(new Reader(connection), input, task)
      expect(await file.call(name, input as never), name).toEqual(JSON.parse(JSON.stringify(anew)))
    }
  } finally {
    connection.close()
  }
}

/** Throws if any of these words stands anywhere in the history or in the search. */
export function expectForgotten(file: TestFile, words: readonly string[]): void {
  const texts = file.read((db) =>
    db.column<string>(
      `SELECT before FROM changes WHERE before LIKE '%mark%'
        UNION ALL SELECT summary FROM commands UNION ALL SELECT reason FROM commands WHERE reason IS NOT NULL`,
    ),
  )
  const all = texts.join('\n')
  file.connection.exec('CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, session_search, row)')
  const terms = new Set(file.connection.prepare('SELECT term FROM temp.terms').pluck().all())
  file.connection.exec('DROP TABLE temp.terms')
  for (const word of words) {
    expect(all.includes(word), `${word} in the history`).toBe(false)
    expect(terms.has(word), `${word} in the search`).toBe(false)
  }
}
