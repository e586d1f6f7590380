import { copyFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { derivations } from '@main/database/derived'
import { runCommand, runUntracked } from '@main/database/engine/command'
import { openConnection } from '@main/database/engine/open'
import type { Writer } from '@main/database/engine/writer'
import type { Task } from '@main/database/handler'
import { newestVersion } from '@main/database/migrations/newest'
import { importHandlers } from '@main/database/queries/imports'
import { inspectFile } from '@main/importing/inspect'
import { planImport } from '@main/importing/plan'
import type { InputOf } from '@shared/contract'
import { sampleFile } from './fixtures'
import { type Context, chance, inTurn, median, type Row, timed } from './measure'
import { session } from './session'

type Request = InputOf<'imports.run'>
type Kind = Request['plan']['kind']

const members = 5000

/**
 * What undo, the history, the search and the figures cost an import: the same import, by the same code, with all of it
 * and with nothing but the records.
 */
export async function importCost({ quick, folder }: Context): Promise<Row[]> {
  const sizes = { members, sessions: 0, interactions: 0 }
  const empty = await sampleFile(sizes, '2026-11-23')
  const work = { folder, empty }
  return [
    await cost(work, 'interactions', contacts(quick ? 2000 : 300_000)),
    await cost(work, 'sessions', held(quick ? 1000 : 50_000)),
  ]
}

async function cost(work: { folder: string; empty: string }, kind: Kind, lines: string[]): Promise<Row> {
  const csv = join(work.folder, `${kind}.csv`)
  writeFileSync(csv, lines.join('\n'))
  const inspection = await inspectFile(csv, kind, {}, { shouldStop: () => false })
  const request: Request = {
    file: csv,
    plan: planImport(inspection, {}),
    onDuplicate: 'merge',
    decisions: [],
    addUnknown: true,
    today: '2026-11-23',
  }
  const count = lines.length - 1
  const { whole, bare } = await inTurn(lines.length < 10_000 ? 1 : 3, {
    whole: () => imported(work, request, count, true),
    bare: () => imported(work, request, count, false),
  })
  return {
    name: `import of ${count.toLocaleString('en')} ${kind}, with undo, history, search and figures`,
    unit: 'ms',
    measured: median(whole),
    reference: median(bare),
    bound: 3,
  }
}

async function imported(
  { folder, empty }: { folder: string; empty: string },
  request: Request,
  count: number,
  whole: boolean,
): Promise<number> {
  const file = join(folder, 'import-cost.coppice')
  copyFileSync(empty, file)
  const connection = openConnection({ file, mode: 'write', newestVersion })
  const task: Task = {
    progress: () => undefined,
    cancelled: () => false,
    setup: { file, mode: 'write', nativeBinding: undefined, secret: null, descriptor: null },
  }
  const run = async (writer: Writer) => importHandlers['imports.run'](writer, request, task)
  try {
    return await timed(async () => {
      const record = { operation: 'imports.run', kind: 'do', reverses: null } as const
      const { value } = whole
        ? await runCommand(connection, derivations(), record, run)
        : await runUntracked(connection, [], run)
      if (value.added !== count) throw new Error(`${value.added} of ${count} rows were added.`)
    })
  } finally {
    connection.close()
    rmSync(file)
  }
}

/** Contacts between members of the sample, by the addresses that they have there. */
function contacts(count: number): string[] {
  const random = chance(5)
  const lines = Array.from({ length: count }, (_, index) => {
    const [from, to] = pair(random)
    return `${from},${to},${day(index, count)},${index % 3 === 0 ? 'help' : 'message'}`
  })
  return ['From,To,Date,Kind', ...lines]
}

/** Sessions with notes of usual length. */
function held(count: number): string[] {
  const random = chance(6)
  const { notes } = session(1).session
  const lines = Array.from({ length: count }, (_, index) => {
    const [mentor, mentee] = pair(random)
    return `${day(index, count)},${mentor},${mentee},45,"${index} ${notes}"`
  })
  return ['Date,Mentor,Mentee,Minutes,Notes', ...lines]
}

function pair(random: () => number): [string, string] {
  const one = Math.floor(random() * members)
  const other = (one + 1 + Math.floor(random() * (members - 1))) % members
  return [`guest${one}@example.org`, `guest${other}@example.org`]
}

/** Days of three years, one after the other. */
function day(index: number, count: number): string {
  const first = Date.UTC(2023, 10, 1)
  return new Date(first + Math.floor((index / count) * 1100) * 86_400_000).toISOString().slice(0, 10)
}
