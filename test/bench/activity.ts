import { DatabaseClient } from '@main/database/client'
import { openConnection } from '@main/database/engine/open'
import { migrations } from '@main/database/migrations'
import { activityFigures } from './activityFigures'
import { sampleFile, workerPath } from './fixtures'
import { type Bench, type Context, informative, inTurn, median, type Row, timed } from './measure'

/** Charts over all interactions, against SQL that goes through the table for the same figures. */
export const activity: Bench = {
  name: 'activity',
  title: 'Activity figures, against a GROUP BY over the table',
  run: measure,
}

async function measure({ quick }: Context): Promise<Row[]> {
  const sizes = quick
    ? { members: 1000, sessions: 500, interactions: 20_000 }
    : { members: 20_000, sessions: 10_000, interactions: 1_000_000 }
  const file = await sampleFile(sizes, '2026-11-23')
  const newestVersion = migrations.at(-1)?.number ?? 0
  const connection = openConnection({ file, mode: 'read', newestVersion })
  const rows: Row[] = [informative('activity, first figure after opening', await firstFigure(file))]
  const client = await DatabaseClient.open({ file, mode: 'read', workerPath })
  try {
    for (const { name, ask, scan } of activityFigures) {
      const warm = await ask(client)
      const plain = scan(connection)
      if (warm.join() !== plain.join()) throw new Error(`${name}: the scan gives other figures than Coppice.`)
      const times = await inTurn(quick ? 1 : 5, {
        coppice: () => timed(() => ask(client)),
        plain: () => timed(() => scan(connection)),
      })
      rows.push({
        name: `activity, ${name}`,
        unit: 'ms',
        measured: median(times.coppice),
        reference: median(times.plain),
        bound: 0.1,
      })
    }
    return rows
  } finally {
    await client.close()
    connection.close()
  }
}

/** With the columns still to be read into memory. */
async function firstFigure(file: string): Promise<number> {
  const client = await DatabaseClient.open({ file, mode: 'read', workerPath })
  try {
    return await timed(() => activityFigures[0]?.ask(client))
  } finally {
    await client.close()
  }
}
