import { spawnSync } from 'node:child_process'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseClient } from '@main/database/client'
import { openConnection } from '@main/database/engine/open'
import { newestVersion } from '@main/database/migrations/newest'
import { sampleFile, workerPath } from './fixtures'
import { type Bench, type Context, informative, median, quantile, type Row, timed } from './measure'
import { plainBetweenness } from './plainNetwork'

/** The measures of a network against networkx, and aliveness while somebody writes. */
export const network: Bench = {
  name: 'network',
  title: 'Network measures, against networkx; aliveness after each new contact',
  run: async (context) => [...(await measures(context)), ...(await aliveness(context))],
}

const today = '2026-11-23'
const everything = { from: null, to: null, communityId: null, undirected: false }

/** A tenth of what networkx takes; where there is none, a quarter of what plain Maps take. */
async function measures({ quick }: Context): Promise<Row[]> {
  const sizes = quick
    ? { members: 300, sessions: 100, interactions: 10_000 }
    : { members: 2000, sessions: 1000, interactions: 1_000_000 }
  const file = await sampleFile(sizes, today)
  const reference = byNetworkx(file)
  const times: number[] = []
  for (let round = 0; round < 3; round++) {
    const client = await DatabaseClient.open({ file, mode: 'read', workerPath })
    times.push(await timed(() => client.ask('network.measures', everything)))
    await client.close()
  }
  const name = 'network, all measures'
  if (reference !== null) {
    return [{ name: `${name}, networkx`, unit: 'ms', measured: median(times), reference, bound: 0.1 }]
  }
  const connection = openConnection({ file, mode: 'read', newestVersion })
  const plain = plainBetweenness(connection)
  connection.close()
  return [{ name: `${name}, plain Maps`, unit: 'ms', measured: median(times), reference: plain, bound: 0.25 }]
}

/** Null where there is no networkx. */
function byNetworkx(file: string): number | null {
  const script = join(import.meta.dirname, 'networkTimes.py')
  for (const python of ['python3', '/usr/bin/python3']) {
    const { status, stdout } = spawnSync(python, [script, file], { encoding: 'utf8' })
    if (status === 0) return Number(stdout)
  }
  return null
}

/** What is allowed for the parts to be true again after a contact was written, in milliseconds. */
const allowed = 100

async function aliveness({ quick, folder }: Context): Promise<Row[]> {
  const sizes = quick
    ? { members: 300, sessions: 100, interactions: 10_000 }
    : { members: 20_000, sessions: 10_000, interactions: 1_000_000 }
  const file = join(folder, 'aliveness.coppice')
  copyFileSync(await sampleFile(sizes, today), file)
  const client = await DatabaseClient.open({ file, mode: 'write', workerPath })
  try {
    const input = { from: null, to: null, today, communityId: null, loggedOnly: false }
    const first = await timed(() => client.ask('aliveness.get', input))
    // The reader comes a little later; then it is as it will be all day.
    await new Promise((resolve) => setTimeout(resolve, 2000))
    const largest = { ...input, communityId: await largestCommunity(client) }
    const rounds = quick ? 5 : 40
    const times = await afterEach(client, rounds, () => client.ask('aliveness.get', largest))
    const ofAll = await afterEach(client, rounds / 5, () => client.ask('aliveness.get', input))
    const number = await timed(() => client.ask('aliveness.number', largest))
    return [
      {
        name: 'aliveness after a new contact, p95, of 100 ms',
        unit: 'ms',
        measured: quantile(times, 0.95),
        reference: allowed,
        bound: 1,
      },
      informative('aliveness after a new contact, p50', median(times)),
      informative('aliveness of the whole program after a new contact, p50', median(ofAll)),
      informative('aliveness of the whole program, first after opening', first),
      informative('aliveness, the single number with its range', number),
    ]
  } finally {
    await client.close()
  }
}

/** How long an answer takes after each of so many new contacts. */
async function afterEach(
  client: DatabaseClient,
  rounds: number,
  ask: () => Promise<unknown>,
): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    await client.ask('sessions.save', meeting(round))
    times.push(await timed(ask))
  }
  return times
}

/** The one with most contacts of late. */
async function largestCommunity(client: DatabaseClient): Promise<number | null> {
  let [largest, most]: [number | null, number] = [null, -1]
  for (const { id: communityId } of await client.ask('communities.options', {})) {
    const input = { from: null, to: null, today, communityId, loggedOnly: false }
    const { contacts } = (await client.ask('aliveness.get', input)).inputs
    if (contacts > most) [largest, most] = [communityId, contacts]
  }
  return largest
}

function meeting(round: number) {
  return {
    id: null,
    session: {
      matchId: null,
      attendeeIds: [1 + round, 101 + round],
      heldOn: today,
      minutes: 30,
      medium: 'video' as const,
      title: null,
      agenda: null,
      notes: '',
      topics: [],
      actionItems: [],
      confidentiality: 'pair' as const,
      rating: null,
    },
  }
}
