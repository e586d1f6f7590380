import { spawnSync } from 'node:child_process'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseClient } from '@main/database/client'
import { planImport } from '@main/importing/plan'
import { checkout } from '../../scripts/support/paths.mjs'
import { directoryPages } from './directory'
import { emptyFile, workerPath } from './fixtures'
import { type Bench, type Context, informative, inTurn, median, type Row, timed } from './measure'
import { type MadeMember, madeMembers, writePeople } from './people'
import { type PlainImport, plainImport } from './plainImport'

/**
 * Members from a CSV, as the window and the command line import them, against the plain way of putting the same rows
 * into the same table with the same indexes. Only Coppice looks who is known already, reads dates and roles, makes
 * the search index and keeps the history.
 */
export const importing: Bench = {
  name: 'import',
  title: 'Import of members, against the sqlite3 shell',
  run: measure,
}

async function measure({ quick, folder }: Context): Promise<Row[]> {
  const members = madeMembers(quick ? 2000 : 100_000)
  const csv = join(folder, 'members.csv')
  writePeople(csv, members)
  const empty = join(folder, 'empty.coppice')
  await emptyFile(empty)
  const plain = await plainImport(folder, empty, members)
  const file = join(folder, 'imported.coppice')
  const imported = (how: (...from: Parameters<typeof importFile>) => unknown) => () => {
    copyFileSync(empty, file)
    return timed(() => how(file, csv, members))
  }
  const times = await inTurn(quick ? 1 : 5, {
    commandLine: imported(importByCommand),
    coppice: imported(importFile),
    plain: plain.run,
  })
  return [...comparison(members, times, plain), ...(await afterwards(file, members.length))]
}

function comparison(
  members: readonly MadeMember[],
  times: Record<'coppice' | 'commandLine' | 'plain', number[]>,
  { way }: PlainImport,
): Row[] {
  const name = `import of ${members.length.toLocaleString('en')} members`
  const reference = median(times.plain)
  return [
    { name: `${name}, ${way}`, unit: 'ms', measured: median(times.coppice), reference, bound: 3 },
    {
      name: `${name}, by the command line`,
      unit: 'ms',
      measured: median(times.commandLine),
      reference,
      bound: 3,
    },
  ]
}

/** From a closed file to a closed file, so that everything is on the disk. */
async function importFile(file: string, csv: string, members: readonly MadeMember[]): Promise<void> {
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
    const { added } = await client.ask('imports.run', {
      file: csv,
      plan: planImport(inspection, {}),
      onDuplicate: 'merge',
      decisions: [],
      addUnknown: true,
      today: '2026-11-23',
    })
    if (added !== members.length) throw new Error(`${added} of ${members.length} members were added.`)
  } finally {
    await client.close()
  }
}

/** The same with the start of a process, as a script would do it. */
function importByCommand(file: string, csv: string, members: readonly MadeMember[]): void {
  const words = ['import', 'members', csv, '--file', file, '--json']
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(checkout, 'out', 'main', 'cli.js'), ...words],
    {
      encoding: 'utf8',
    },
  )
  const { added } = JSON.parse(stdout || '{}') as { added?: number }
  if (added !== members.length) throw new Error(`The command line added ${added}: ${stderr.slice(0, 500)}`)
}

/** What people do after such an import: look at the directory, and take it back. */
async function afterwards(file: string, members: number): Promise<Row[]> {
  const client = await DatabaseClient.open({ file, mode: 'write', workerPath })
  try {
    const pages = await directoryPages(client, members)
    return [...pages, informative('undo of that import', await timed(() => client.ask('history.undo', {})))]
  } finally {
    await client.close()
  }
}
