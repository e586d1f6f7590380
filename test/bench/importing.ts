import { spawnSync } from 'node:child_process'
import { copyFileSync, createWriteStream, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { once } from 'node:events'
import { DatabaseClient } from '@main/database/client'
import { planImport } from '@main/importing/plan'
import type { InputOf } from '@shared/contract'
import { SetupError } from '../../scripts/support/say.mjs'
import { emptyFile, removeFile, workerPath } from './fixtures'
import { type Bench, type Context, informative, inTurn, median, quantile, type Row, timed } from './measure'
import { type MadeMember, madeMembers } from './madeMembers'

/**
 * Members from a CSV, as the window and the command line import them, against SQLite's own shell that puts the same
 * rows into the same table with the same indexes. Only Coppice looks who is known already, reads dates and roles,
 * makes the search index and keeps the history.
 */
export const importing: Bench = {
  name: 'import',
  title: 'Import of members, against the sqlite3 shell',
  run: measure,
}

async function measure({ quick, folder }: Context): Promise<Row[]> {
  const members = madeMembers(quick ? 2000 : 100_000)
  const csv = join(folder, 'members.csv')
  await writeCsv(csv, members, peopleColumns)
  const records = join(folder, 'records.csv')
  await writeCsv(records, members, storedColumns)
  const empty = join(folder, 'empty.coppice')
  await emptyFile(empty)
  const prepared = join(folder, 'prepared.coppice')
  copyFileSync(empty, prepared)
  sqlite3(prepared, unfilled)

  const file = join(folder, 'import.coppice')
  const afterwards: Record<'undo' | 'page', number[]> = { undo: [], page: [] }
  const rounds = quick ? 1 : 3
  const { coppice, shell } = await inTurn(rounds, {
    async coppice() {
      removeFile(file)
      copyFileSync(empty, file)
      const took = await timed(() => importFile(file, csv))
      return took
    },
    shell() {
      removeFile(file)
      copyFileSync(prepared, file)
      return timed(() => sqlite3(file, `.import --csv ${records} members\n`))
    },
  })
  removeFile(file)
  copyFileSync(empty, file)
  await importFile(file, csv)
  const client = await DatabaseClient.open({ file, mode: 'write', workerPath })
  try {
    afterwards.page.push(...(await pageTimes(client, members.length)))
    afterwards.undo.push(await timed(() => client.ask('history.undo', {})))
  } finally {
    await client.close()
  }
  const count = members.length.toLocaleString('en')
  return [
    {
      name: `import of ${count} members`,
      unit: 'ms',
      measured: median(coppice),
      reference: median(shell),
      bound: 3,
    },
    informative(`undo of that import`, median(afterwards.undo)),
    informative(`directory page p50, ${count} members`, quantile(afterwards.page, 0.5)),
    informative(`directory page p95, ${count} members`, quantile(afterwards.page, 0.95)),
  ]
}

/** From a closed file to a closed file, so that everything is on the disk. */
async function importFile(file: string, csv: string): Promise<void> {
  const client = await DatabaseClient.open({ file, mode: 'write', workerPath })
  try {
    const inspection = await client.ask('imports.inspect', {
      file: csv,
      kind: 'members',
      encoding: null,
      delimiter: null,
      headerLine: null,
      mapping: null,
    })
    await client.ask('imports.run', {
      file: csv,
      plan: planImport(inspection, { dateOrder: null, timeZone: 'UTC' }),
      onDuplicate: 'merge',
      decisions: [],
      addUnknown: true,
      today: '2026-11-23',
    })
  } finally {
    await client.close()
  }
}
