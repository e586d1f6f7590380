import type { Reader } from '../engine/reader'

/** So many commands are listed by name. */
const mostListed = 200

/** What is counted for people, in their order. */
const kinds = [
  'members',
  'sessions',
  'action_items',
  'enrolments',
  'check_ins',
  'goals',
  'matches',
  'communities',
  'gatherings',
  'asks',
  'invitations',
  'knowledge_items',
  'interactions',
  'topics',
] as const
export type CountedKind = (typeof kinds)[number]

interface Commands {
  total: number
  /** The first of them, the newest first. */
  first: { id: number; at: string; summary: string; kind: 'do' | 'undo' | 'redo' }[]
}

export interface Preview {
  counts: { kind: CountedKind; now: number; afterwards: number }[]
  /** What was done since the backup and would be gone. */
  since: Commands
  /** What is in the backup and no longer in the file, as it was gone back on by an earlier restore. */
  returning: Commands
}

/** What would be different if the backup took the file's place. */
export function previewRestore(db: Reader, backup: Reader): Preview {
  const common = newestCommon(db, backup)
  const afterwards = countsOf(backup)
  return {
    counts: countsOf(db).map(({ kind, count }, index) => ({
      kind,
      now: count,
      afterwards: afterwards[index]?.count ?? 0,
    })),
    since: commandsAfter(db, common),
    returning: commandsAfter(backup, common),
  }
}

/** How many there are of what people count. */
export function countsOf(db: Reader): { kind: CountedKind; count: number }[] {
  return kinds.map((kind) => ({ kind, count: countOf(db, kind) }))
}

function countOf(db: Reader, table: string): number {
  // An older version may not have had it.
  if (db.value("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", table) === undefined) return 0
  return db.value<number>(`SELECT count(*) FROM ${table}`) ?? 0
}

function commandsAfter(db: Reader, id: number): Commands {
  return {
    total: db.value<number>('SELECT count(*) FROM commands WHERE id > ?', id) ?? 0,
    first: db.all(
      'SELECT id, at, summary, kind FROM commands WHERE id > ? ORDER BY id DESC LIMIT ?',
      id,
      mostListed,
    ),
  }
}

/**
 * The newest command that both have. Usually it is the backup's newest; after a restore the two have gone different
 * ways, and the same numbers mean different commands.
 *
 * @returns its id; 0 when they have none in common
 */
function newestCommon(one: Reader, other: Reader): number {
  const newestFirst = 'SELECT id, at FROM commands ORDER BY id DESC'
  const left = one.rows<[number, string]>(newestFirst)
  const right = other.rows<[number, string]>(newestFirst)
  try {
    let [a, b] = [left.next(), right.next()]
    while (!a.done && !b.done) {
      const [[idA, atA], [idB, atB]] = [a.value, b.value]
      if (idA === idB && atA === atB) return idA
      if (idA >= idB) a = left.next()
      if (idB >= idA) b = right.next()
    }
    return 0
  } finally {
    left.return(undefined)
    right.return(undefined)
  }
}
