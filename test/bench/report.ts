import { cpus, loadavg, release, totalmem } from 'node:os'
import type { Row } from './measure'

/** What the figures depend on besides the code. */
export function machine() {
  return {
    at: new Date().toISOString(),
    platform: `${process.platform} ${release()}`,
    processors: cpus().length,
    processor: cpus()[0]?.model ?? 'unknown',
    memoryMb: Math.round(totalmem() / 2 ** 20),
    load: loadavg()[0],
    node: process.version,
    electron: process.env.ELECTRON_MAJOR_VER ?? null,
  }
}

export type Verdict = 'ok' | 'over' | null

/** Null where nothing is promised, or where the sizes are too small to tell. */
export function verdict({ measured, reference, bound }: Row, quick: boolean): Verdict {
  if (quick || reference === null || bound === null) return null
  return measured / reference <= bound ? 'ok' : 'over'
}

const headings = ['', 'measured', 'reference', 'ratio', 'bound', '']

/** The rows as a table for people. */
export function table(rows: readonly Row[], quick: boolean): string {
  const lines = [headings, ...rows.map((row) => cells(row, quick))]
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  return lines
    .map((line) =>
      line
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function cells(row: Row, quick: boolean): string[] {
  const { name, measured, reference, bound, unit } = row
  return [
    name,
    `${figure(measured)} ${unit}`,
    reference === null ? '' : `${figure(reference)} ${unit}`,
    reference === null ? '' : `${figure(measured / reference)} ×`,
    bound === null ? '' : `≤ ${bound} ×`,
    verdict(row, quick) ?? '',
  ]
}

/** Three digits: more would say more than was measured. */
function figure(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en')
  return value.toPrecision(3)
}
