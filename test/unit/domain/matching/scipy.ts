import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '@shared/domain/matching/assignment/problem'

const script = join(import.meta.dirname, 'assign.py')

/** A Python that has scipy, such as Debian's with python3-scipy; null where there is none. */
const python =
  ['python3', '/usr/bin/python3', 'python']
    .filter((name) => !name.startsWith('/') || existsSync(name))
    .find((name) => spawnSync(name, [script, '--version']).status === 0) ?? null

export const hasScipy = python !== null

interface Assigned {
  served: number
  /** The sum of the fits, in millionths. */
  total: number
  /** How long each round took. */
  milliseconds: number[]
}

/** Asks scipy about all of them in one process. */
export function askScipy(problems: readonly Problem[], rounds = 1): Assigned[] {
  const lines = problems.map(
    ({ mentees, mentors, fits, capacity }) =>
      `${JSON.stringify({ mentees, mentors, fits: Array.from(fits), capacity: Array.from(capacity), rounds })}\n`,
  )
  const { status, stdout, stderr } = spawnSync(python ?? 'python3', [script], {
    input: lines.join(''),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  })
  if (status !== 0) throw new Error(`scipy did not answer: ${stderr}`)
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Assigned)
}
