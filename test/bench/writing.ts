import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseClient } from '@main/database/client'
import { sampleFile, workerPath } from './fixtures'
import { type Bench, type Context, informative, quantile, timed } from './measure'
import { session } from './session'

/** What has no promise but must stay bearable: saving into a large file. */
export const writing: Bench = {
  name: 'writing',
  title: 'Saving',
  run: saving,
}

/** From the question to the answer that it is on the disk. */
async function saving({ quick, folder }: Context) {
  const sizes = { members: quick ? 1000 : 20_000, sessions: quick ? 5000 : 250_000, interactions: 0 }
  const file = join(folder, 'saving.coppice')
  copyFileSync(await sampleFile(sizes, '2026-11-23'), file)
  const client = await DatabaseClient.open({ file, mode: 'write', workerPath })
  try {
    const times: number[] = []
    for (let saved = 0; saved < (quick ? 20 : 500); saved++) {
      const input = session(saved)
      times.push(await timed(() => client.ask('sessions.save', input)))
    }
    const name = `saving a session among ${sizes.sessions.toLocaleString('en')}`
    return [
      informative(`${name}, p50`, quantile(times, 0.5)),
      informative(`${name}, p95`, quantile(times, 0.95)),
      informative(`${name}, longest`, Math.max(...times)),
    ]
  } finally {
    await client.close()
  }
}
