import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Pool } from '@shared/domain/matching/pairing/pool'

const script = join(import.meta.dirname, 'pairs.py')

/** A Python that has networkx, such as Debian's with python3-networkx; null where there is none. */
const python =
  ['python3', '/usr/bin/python3', 'python']
    .filter((name) => !name.startsWith('/') || existsSync(name))
    .find((name) => spawnSync(name, [script, '--version']).status === 0) ?? null

export const hasNetworkx = python !== null

interface PairedOff {
  pairs: number
  /** The sum of the fits, in millionths. */
  total: number
  milliseconds: number
}

/** Asks networkx's max_weight_matching about all of them in one process. */
export function pairedByNetworkx(pools: readonly Pool[]): PairedOff[] {
  const lines = pools.map(({ people, fits }) => `${JSON.stringify({ people, fits: Array.from(fits) })}\n`)
  const { status, stdout, stderr } = spawnSync(python ?? 'python3', [script], {
    input: lines.join(''),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  })
  if (status !== 0) throw new Error(`networkx did not answer: ${stderr}`)
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as PairedOff)
}
