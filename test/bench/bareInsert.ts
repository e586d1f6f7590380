import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseClient } from '@main/database/client'
import { openConnection } from '@main/database/engine/open'
import { newestVersion } from '@main/database/migrations/newest'
import { workerPath } from './fixtures'
import { inTurn, quantile, type Row, timed } from './measure'
import { savedSession } from './scaleSaves'
import { session } from './session'

/**
 * A session saved by the app, with attendees, a topic, an action item, their contact, history, search and figures, against
 * one INSERT of nothing but its row: into a file of the same size with the same settings, each a transaction of its own.
 *
 * @param made the file that both are saved to copies of
 */
export async function saveAgainstInsert(made: string, folder: string, rounds: number): Promise<Row[]> {
  const file = join(folder, 'saved-to.coppice')
  const bareFile = join(folder, 'inserted-into.coppice')
  copyFileSync(made, file)
  copyFileSync(made, bareFile)
  const connection = openConnection({ file: bareFile, mode: 'write', newestVersion })
  const client = await DatabaseClient.open({ file, mode: 'write', workerPath })
  try {
    const insert = connection.prepare(
      `INSERT INTO sessions (held_on, minutes, medium, title, notes, confidentiality, created_at, updated_at)
        VALUES (@heldOn, @minutes, @medium, @title, @notes, @confidentiality, @now, @now)`,
    )
    const now = new Date().toISOString()
    let saved = 0
    const times = await inTurn(rounds, {
      saved: () => savedSession(client, ++saved),
      inserted: () => {
        const { heldOn, minutes, medium, title, notes, confidentiality } = session(saved).session
        return timed(() => insert.run({ heldOn, minutes, medium, title, notes, confidentiality, now }))
      },
    })
    const row = (part: number, bound: number | null): Row => ({
      name: `save of a session against one bare INSERT, p${part * 100}`,
      unit: 'ms',
      measured: quantile(times.saved, part),
      reference: quantile(times.inserted, part),
      bound,
    })
    return [row(0.5, null), row(0.95, 2)]
  } finally {
    connection.close()
    await client.close()
  }
}
