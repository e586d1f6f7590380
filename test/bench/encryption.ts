import { join } from 'node:path'
import { DatabaseClient } from '@main/database/client'
import { type OpenOptions, openConnection } from '@main/database/engine/open'
import { FileKey } from '@main/database/fileKey'
import { migrations } from '@main/database/migrations'
import { sampleFile, workerPath } from './fixtures'
import { type Bench, type Context, inTurn, median, quantile, type Row, timed } from './measure'
import { typed } from './search'
import { searchQueries } from './searchQueries'

const rounds = 5

/** The same program file, plain and encrypted. */
interface Pair {
  plain: OpenOptions
  encrypted: OpenOptions
  key: FileKey
}

/** What encryption costs: the same file, asked the same, as it is and encrypted. */
export const encryption: Bench = {
  name: 'encryption',
  title: 'An encrypted file, against the same file in plain',
  async run(context) {
    const pair = await files(context)
    return [...(await searching(pair)), ...(await scanning(pair))]
  },
}

async function files({ quick, folder }: Context): Promise<Pair> {
  const sizes = { members: quick ? 1000 : 20_000, sessions: quick ? 5000 : 250_000, interactions: 0 }
  const file = await sampleFile(sizes, '2026-11-23')
  const path = join(folder, 'encrypted.coppice')
  const key = FileKey.random()
  const client = await DatabaseClient.open({ file, mode: 'read', workerPath })
  const seal = await key.sealedWith('maple ferry candle orbit')
  await client.ask('programFile.copyTo', { path, encryption: { secret: key.secret, seal } })
  await client.close()
  const newestVersion = migrations.at(-1)?.number ?? 0
  return {
    plain: { file, mode: 'read', newestVersion },
    encrypted: { file: path, mode: 'read', newestVersion, secret: key.secret },
    key,
  }
}

/** Searching while somebody types, every kind of query. */
async function searching({ plain, encrypted, key }: Pair): Promise<Row[]> {
  const connection = openConnection(plain)
  const queries = searchQueries(connection).flatMap((group) => group.queries)
  connection.close()
  const clients = {
    plain: await DatabaseClient.open({ file: plain.file, mode: 'read', workerPath }),
    encrypted: await DatabaseClient.open({ file: encrypted.file, mode: 'read', key, workerPath }),
  }
  const times = queries.map(() => ({ plain: [] as number[], encrypted: [] as number[] }))
  for (let round = 0; round < rounds; round++) {
    for (const [index, query] of queries.entries()) {
      const measured = await inTurn(1, {
        plain: () => timed(() => clients.plain.ask('sessions.list', typed(query))),
        encrypted: () => timed(() => clients.encrypted.ask('sessions.list', typed(query))),
      })
      times[index]?.plain.push(...measured.plain)
      times[index]?.encrypted.push(...measured.encrypted)
    }
  }
  await clients.plain.close()
  await clients.encrypted.close()
  const at = (part: number, which: 'plain' | 'encrypted') =>
    quantile(
      times.map((time) => median(time[which])),
      part,
    )
  return [
    ['50', 0.5],
    ['95', 0.95],
  ].map(([label, part]) => ({
    name: `encrypted search p${label}`,
    unit: 'ms',
    measured: at(Number(part), 'encrypted'),
    reference: at(Number(part), 'plain'),
    bound: 1.3,
  }))
}

/** Every note is read once, by a connection that has no page of the file yet. */
async function scanning({ plain, encrypted }: Pair): Promise<Row[]> {
  const read = (options: OpenOptions) => () =>
    timed(() => {
      const connection = openConnection(options)
      connection.prepare('SELECT sum(length(notes)) FROM sessions').get()
      connection.close()
    })
  const times = await inTurn(rounds, { plain: read(plain), encrypted: read(encrypted) })
  return [
    {
      name: 'opening and reading every note, encrypted',
      unit: 'ms',
      measured: median(times.encrypted),
      reference: median(times.plain),
      bound: 1.5,
    },
  ]
}
