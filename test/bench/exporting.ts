import { spawn } from 'node:child_process'
import { createWriteStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseClient } from '@main/database/client'
import { parse } from 'csv-parse/sync'
import { stringify as stringifier } from 'csv-stringify'
import { stringify } from 'csv-stringify/sync'
import { checkout, projectNode } from '../../scripts/support/paths.mjs'
import { sampleFile, workerPath } from './fixtures'
import { type Bench, type Context, inTurn, median, type Row, timed } from './measure'

/** Session summaries in a file: how fast against the library that writes the lines, and in how much memory. */
export const exporting: Bench = {
  name: 'exporting',
  title: 'Exporting session summaries',
  run: async (context) => [...(await speed(context)), ...(await memory(context))],
}

const today = '2026-11-23'
const everything = { memberIds: [], matchId: null, from: null, to: null }

/**
 * Reading, redacting and writing, against csv-stringify alone with the same rows in memory: into a file that lasts, as
 * its manual has it, and only into one text, as nobody would do with many.
 */
async function speed({ quick, folder }: Context): Promise<Row[]> {
  const sessions = quick ? 500 : 10_000
  const programFile = await sampleFile({ members: quick ? 1000 : 20_000, sessions, interactions: 0 }, today)
  const client = await DatabaseClient.open({ file: programFile, mode: 'read', workerPath })
  const path = join(folder, 'summaries.csv')
  const request = { format: 'csv', path, scope: everything, redaction: 'none', today } as const
  try {
    await client.ask('exports.write', request)
    const rows = parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, '')) as string[][]
    const csv = { record_delimiter: '\r\n' as const, quote_record_delimiter: true }
    const plain = join(folder, 'plain.csv')
    const { whole, file, text } = await inTurn(quick ? 1 : 15, {
      whole: () => timed(() => client.ask('exports.write', request)),
      file: () =>
        timed(() =>
          pipeline(Readable.from(rows), stringifier(csv), createWriteStream(plain, { flush: true })),
        ),
      text: () => timed(() => stringify(rows, csv)),
    })
    const name = `export of ${sessions.toLocaleString('en')} summaries to CSV, against csv-stringify alone`
    const row = { unit: 'ms', measured: median(whole) } as const
    return [
      { ...row, name, reference: median(file), bound: 2 },
      { ...row, name: `${name}, without a file`, reference: median(text), bound: null },
    ]
  } finally {
    await client.close()
  }
}

/** From how many on nothing more has to be made room for: a file of Word holds a thousand, and the others are streams. */
const enough = { xlsx: 20_000, docx: 5000 } as const

/** The highest that a process of its own came to, for some sessions and for three times as many. Linux only. */
async function memory({ quick, folder }: Context): Promise<Row[]> {
  if (process.platform !== 'linux') return []
  const rows: Row[] = []
  for (const format of ['xlsx', 'docx'] as const) {
    const few = quick ? 300 : enough[format]
    const [reference, measured] = [await peak(few, format, folder), await peak(few * 3, format, folder)]
    rows.push({
      name: `memory for ${(few * 3).toLocaleString('en')} summaries as ${format}, against a third of them`,
      unit: 'MB',
      measured,
      reference,
      bound: 1.25,
    })
  }
  return rows
}

async function peak(sessions: number, format: string, folder: string): Promise<number> {
  const file = await sampleFile({ members: 1000, sessions, interactions: 0 }, today)
  const out = join(folder, `summaries-${sessions}.${format}`)
  const words = ['export', 'sessions', '--file', file, '--format', format, '--out', out, '--redact', 'none']
  const child = spawn(projectNode, [join(checkout, 'out', 'main', 'cli.js'), ...words], { stdio: 'ignore' })
  const ended = new Promise<number | null>((resolve, reject) =>
    child.on('error', reject).on('close', resolve),
  )
  let highest = 0
  let running = true
  void ended.then(() => {
    running = false
  })
  while (running) {
    highest = Math.max(highest, memoryNow(child.pid ?? 0))
    await sleep(20)
  }
  if ((await ended) !== 0) throw new Error(`The export of ${sessions} sessions as ${format} failed.`)
  return highest
}

/** The memory of a process that is its own, without pages of files, in MB; 0 when it has ended. */
function memoryNow(pid: number): number {
  try {
    return Number(/^RssAnon:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}
