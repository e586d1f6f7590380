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

/** `late`: within its bound, or without one, but above what is aimed at. */
export type Verdict = 'ok' | 'late' | 'over' | null

/** Null where nothing is promised, or where the sizes are too small to tell. */
export function verdict({ measured, reference, bound, aim, unnoticed = 0 }: Row, quick: boolean): Verdict {
  if (quick) return null
  const bounded = reference !== null && bound !== null
  if (bounded && measured > unnoticed && measured / reference > bound) return 'over'
  if (aim !== undefined && measured > aim) return 'late'
  return bounded || aim !== undefined ? 'ok' : null
}

/** The rows as a table for people. */
export function table(rows: readonly Row[], quick: boolean): string {
  const spread = rows.some(({ typical }) => typical !== undefined)
  const headings = ['', ...(spread ? ['p50', 'p95'] : ['measured']), 'reference', 'ratio', 'bound', '']
  const lines = [headings, ...rows.map((row) => cells(row, spread, quick))]
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

function cells(row: Row, spread: boolean, quick: boolean): string[] {
  const { name, measured, reference, typical, unit } = row
  return [
    name,
    ...(spread ? [typical === undefined ? '' : `${figure(typical)} ${unit}`] : []),
    `${figure(measured)} ${unit}`,
    reference === null ? '' : `${figure(reference)} ${unit}`,
    reference === null ? '' : `${figure(measured / reference)} ×`,
    limit(row),
    verdict(row, quick) ?? '',
  ]
}

function limit({ bound, aim, unit }: Row): string {
  if (bound !== null) return `≤ ${bound} ×`
  return aim === undefined ? '' : `≤ ${aim} ${unit}`
}

/** Three digits: more would say more than was measured. */
function figure(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en')
  return value.toPrecision(3)
}
