import { type Position, samePosition } from '@shared/domain/backups'
import type { Reader } from '../engine/reader'
import { type Contents, contentsOf } from './inspect'

/** Tables whose rows come and go without a command. */
const withoutHistory = new Set(['drafts'])

/**
 * What a copy must hold, by the file that it was made of: the file goes on being written to, so its tables are
 * counted as they are now and reckoned back, by the history, to the newest command in the copy.
 *
 * @param newest the newest command in the copy
 */
export function expectedContents(db: Reader, newest: Position | null): Contents {
  return db.scratch(() => {
    const now = contentsOf(db)
    const upTo = newest?.id ?? 0
    const counts = { ...now.counts }
    for (const [table, rows] of db.arrays<[string, number]>(
      `SELECT table_name, sum(CASE kind WHEN 'insert' THEN last_row - first_row + 1 WHEN 'delete' THEN -1 ELSE 0 END)
        FROM changes WHERE command_id > ? GROUP BY table_name`,
      upTo,
    )) {
      counts[table] = (counts[table] ?? 0) - rows
    }
    counts.commands = db.value<number>('SELECT count(*) FROM commands WHERE id <= ?', upTo) ?? 0
    counts.changes = db.value<number>('SELECT count(*) FROM changes WHERE command_id <= ?', upTo) ?? 0
    return { ...now, newest, counts }
  })
}

interface Compared {
  /** What was read out of the copy. */
  copy: Contents
  /** What it must hold. */
  expected: Contents
  /** The newest command that the file had before the copy was begun, and whether the copy has it. */
  before: Position | null
  holdsBefore: boolean
}

/** @returns what is wrong with a copy, in a sentence; null when it is what it should be. */
export function copyProblem({ copy, expected, before, holdsBefore }: Compared): string | null {
  if (copy.program !== expected.program || copy.version !== expected.version)
    return 'It is of another program file.'
  if (before !== null && !holdsBefore) return 'It is older than the file was when it was begun.'
  const tables = new Set([...Object.keys(copy.counts), ...Object.keys(expected.counts)])
  for (const table of tables) {
    if (withoutHistory.has(table)) continue
    const [found, wanted] = [copy.counts[table], expected.counts[table]]
    if (found !== wanted) {
      return `It holds ${found ?? 'no'} ${table.replaceAll('_', ' ')} where the file has ${wanted ?? 'none'}.`
    }
  }
  return null
}

/**
 * A backup that is the one before it once more, though something was done in between.
 *
 * @param before the newest command when it was begun
 */
export function isStale(
  one: { sha256: string | null; newest: Position | null },
  previous: { sha256: string | null; newest: Position | null } | undefined,
  before: Position | null,
): boolean {
  if (previous === undefined || samePosition(previous.newest, before)) return false
  return samePosition(one.newest, previous.newest) || (one.sha256 !== null && one.sha256 === previous.sha256)
}
