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

/** The same result in the plainest way: the statement alone, in this thread, its rows thrown away. */
const bareStatement = `SELECT rowid, snippet(session_search, -1, char(2), char(3), '…', 24) FROM session_search
  WHERE session_search MATCH ? ORDER BY rowid DESC LIMIT ${pageLength}`

/** Searching as it happens while somebody types: the newest sessions, one page of them. */
export const search: Bench = {
  name: 'search',
  title: 'Searching the notes, against the bare FTS5 statement',
  run: measure,
}

async function measure({ quick }: Context): Promise<Row[]> {
  const sizes = { members: quick ? 1000 : 20_000, sessions: quick ? 5000 : 250_000, interactions: 0 }
  const file = await sampleFile(sizes, '2026-11-23')
  const newestVersion = migrations.at(-1)?.number ?? 0
  const connection = openConnection({ file, mode: 'read', newestVersion })
  const client = await DatabaseClient.open({ file, mode: 'read', workerPath })
  try {
    const times: Times[] = []
    for (const group of searchQueries(connection)) times.push(await timesOf(group, connection, client))
    const everything = {
      name: 'all of them',
      coppice: times.flatMap(({ coppice }) => coppice),
      bare: times.flatMap(({ bare }) => bare),
    }
    return [...times.flatMap((group) => rowsOf(group, null)), ...rowsOf(everything, 1.5)]
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
  { name, queries }: QueryClass,
  connection: Database.Database,
  client: DatabaseClient,
): Promise<Times> {
  const statement = connection.prepare(bareStatement).raw()
  const rounded = queries.map(() => ({ coppice: [] as number[], bare: [] as number[] }))
  // Round after round over all the queries: one asked twice in a row would find its total remembered.
  for (let round = 0; round < rounds; round++) {
    for (const [index, query] of queries.entries()) {
      const expression = matchExpression(query)
      const { coppice, bare } = await inTurn(1, {
        coppice: () => timed(() => client.ask('sessions.list', typed(query))),
        bare: () => timed(() => statement.all(expression)),
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

function rowsOf({ name, coppice, bare }: Times, bound: number | null): Row[] {
  const row = (label: string, part: number, most: number | null): Row => ({
    name: `search p${label}, ${name}`,
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
