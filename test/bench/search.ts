import { DatabaseClient } from '@main/database/client'
import { openConnection } from '@main/database/engine/open'
import { migrations } from '@main/database/migrations'
import { matchExpression } from '@main/database/queries/fullText'
import type { InputOf } from '@shared/contract'
import type Database from 'better-sqlite3-multiple-ciphers'
import { sampleFile, workerPath } from './fixtures'
import { type Bench, type Context, inTurn, median, quantile, type Row, timed } from './measure'
import { type QueryClass, searchQueries } from './searchQueries'

const rounds = 5
const pageLength = 50

/** A way to search, and the same result in the plainest way: the statement alone, in this thread, its rows thrown away. */
interface Way {
  name: string
  ask: (client: DatabaseClient, query: string) => Promise<unknown>
  /** SQL with one parameter, `:match`. */
  bare: string
}

const snippet = (index: string) => `snippet(${index}, -1, char(2), char(3), '…', 24)`

/** As it happens while somebody types in the list of sessions: the newest of them, one page. */
const amongSessions: Way = {
  name: 'search',
  ask: (client, query) => client.ask('sessions.list', typed(query)),
  bare: `SELECT rowid, ${snippet('session_search')} FROM session_search
    WHERE session_search MATCH :match ORDER BY rowid DESC LIMIT ${pageLength}`,
}

/** The one search over everything: of each index the best, as FTS5 ranks them. */
const overAll: Way = {
  name: 'search over everything',
  ask: (client, query) => client.ask('search.all', { filter: everywhere(query), limit: pageLength }),
  bare: ['member_search', 'session_search', 'knowledge_search', 'record_search']
    .map(
      (index) => `SELECT * FROM (SELECT rowid, ${snippet(index)} FROM ${index}
        WHERE ${index} MATCH :match ORDER BY rank LIMIT ${pageLength})`,
    )
    .join(' UNION ALL '),
}

/** Both searches. */
export const search: Bench = {
  name: 'search',
  title: 'Searching, against the bare FTS5 statement',
  run: measure,
}

async function measure({ quick }: Context): Promise<Row[]> {
  const sizes = { members: quick ? 1000 : 20_000, sessions: quick ? 5000 : 250_000, interactions: 0 }
  const file = await sampleFile(sizes, '2026-11-23')
  const newestVersion = migrations.at(-1)?.number ?? 0
  const connection = openConnection({ file, mode: 'read', newestVersion })
  const client = await DatabaseClient.open({ file, mode: 'read', workerPath })
  try {
    const queries = searchQueries(connection)
    const rows: Row[] = []
    for (const way of [amongSessions, overAll]) {
      const times: Times[] = []
      for (const group of queries) times.push(await timesOf(way, group, connection, client))
      const everything = {
        name: 'all of them',
        coppice: times.flatMap(({ coppice }) => coppice),
        bare: times.flatMap(({ bare }) => bare),
      }
      rows.push(
        ...times.flatMap((group) => rowsOf(way.name, group, null)),
        ...rowsOf(way.name, everything, 1.5),
      )
    }
    return rows
  } finally {
    await client.close()
    connection.close()
  }
}

interface Times {
  name: string
  /** Of each query the median of its rounds. */
  coppice: number[]
  bare: number[]
}

async function timesOf(
  { ask, bare: statementText }: Way,
  { name, queries }: QueryClass,
  connection: Database.Database,
  client: DatabaseClient,
): Promise<Times> {
  const statement = connection.prepare(statementText).raw()
  const rounded = queries.map(() => ({ coppice: [] as number[], bare: [] as number[] }))
  // Round after round over all the queries: one asked twice in a row would find its total remembered.
  for (let round = 0; round < rounds; round++) {
    for (const [index, query] of queries.entries()) {
      const match = matchExpression(query)
      const { coppice, bare } = await inTurn(1, {
        coppice: () => timed(() => ask(client, query)),
        bare: () => timed(() => statement.all({ match })),
      })
      rounded[index]?.coppice.push(...coppice)
      rounded[index]?.bare.push(...bare)
    }
  }
  return {
    name,
    coppice: rounded.map(({ coppice }) => median(coppice)),
    bare: rounded.map(({ bare }) => median(bare)),
  }
}

function rowsOf(way: string, { name, coppice, bare }: Times, bound: number | null): Row[] {
  const row = (label: string, part: number, most: number | null): Row => ({
    name: `${way} p${label}, ${name}`,
    unit: 'ms',
    measured: quantile(coppice, part),
    reference: quantile(bare, part),
    bound: most,
  })
  return [row('50', 0.5, null), row('95', 0.95, bound)]
}

/** A search as the window asks for it while somebody types. */
export function typed(query: string): InputOf<'sessions.list'> {
  return {
    filter: {
      query,
      memberId: null,
      matchId: null,
      topicIds: [],
      media: [],
      confidentialities: [],
      from: null,
      to: null,
      withoutNotes: false,
    },
    page: { offset: 0, limit: pageLength },
  }
}

/** The same over everything. */
export function everywhere(query: string): InputOf<'search.all'>['filter'] {
  return {
    query,
    kinds: [],
    from: null,
    to: null,
    topicIds: [],
    communityId: null,
    programId: null,
    literally: false,
  }
}
