import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseClient } from '@main/database/client'
import { flush } from '@main/database/engine/copy'
import { openConnection } from '@main/database/engine/open'
import { Reader } from '@main/database/engine/reader'
import { newestVersion } from '@main/database/migrations/newest'
import { sampleFile, workerPath } from './fixtures'
import { type Bench, type Context, informative, inTurn, median, quantile, type Row, timed } from './measure'
import { session } from './session'

/** Writing a backup, against the copy that the system makes; and how long it takes until it can be relied on. */
export const backups: Bench = {
  name: 'backups',
  title: 'Backing up, against cp and fsync',
  run: measure,
}

async function measure({ quick, folder }: Context): Promise<Row[]> {
  const sizes = { members: quick ? 1000 : 20_000, sessions: quick ? 5000 : 250_000, interactions: 0 }
  const place = join(folder, 'backed-up')
  mkdirSync(place)
  const file = join(place, 'program.coppice')
  copyFileSync(await sampleFile(sizes, '2026-11-23'), file)
  const client = await DatabaseClient.open({ file, mode: 'write', workerPath })
  const connection = openConnection({ file, mode: 'read', newestVersion })
  const db = new Reader(connection)
  const path = join(place, 'copy.coppice')
  const afresh = (work: () => unknown) => () => {
    rmSync(path, { force: true })
    return timed(async () => {
      await work()
      flush(path)
    })
  }
  try {
    const times = await inTurn(quick ? 1 : 5, {
      written: afresh(() => db.copyPagesInto(path, () => undefined)),
      // Not of the open file: whoever closes it takes SQLite's locks away.
      plain: afresh(async () => copyFileSync(await sampleFile(sizes, '2026-11-23'), path)),
      whole: afresh(() => backUp(client, place, path)),
    })
    const name = `backup of ${sizes.sessions.toLocaleString('en')} sessions`
    return [
      {
        name: `${name}, writing`,
        unit: 'ms',
        measured: median(times.written),
        reference: median(times.plain),
        // Page by page, through two calls of the system each; cp leaves it to the system as a whole.
        bound: 6,
      },
      informative(`${name}, until it is read back and compared`, median(times.whole)),
      informative(
        'saving a session meanwhile, p95',
        quantile(await savesMeanwhile(client, place, path), 0.95),
      ),
    ]
  } finally {
    connection.close()
    await client.close()
  }
}

function backUp(client: DatabaseClient, folder: string, path: string): Promise<unknown> {
  return client.ask('backups.write', { folder, reason: 'by hand', path, second: null, thin: false })
}

/** How long each save takes while a backup is made, in milliseconds. */
async function savesMeanwhile(client: DatabaseClient, folder: string, path: string): Promise<number[]> {
  rmSync(path, { force: true })
  const times: number[] = []
  let going = true
  const made = backUp(client, folder, path).finally(() => {
    going = false
  })
  for (let saved = 0; going; saved++)
    times.push(await timed(() => client.ask('sessions.save', session(saved))))
  await made
  return times
}
