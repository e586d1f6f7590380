import type { Reader } from '../engine/reader'
import { list, listed } from '../queries/conditions'
import { writtenColumns } from '../queries/privacy/writtenColumns'
import { remainsOf, type TrashItem } from './items'

/** A line in the record of changes, and the command that it is of. */
export interface Line {
  id: number
  command: number
}

/** What the history keeps of merges that a member was part of. */
interface MergeTraces {
  /** The numbers of the records that were merged into theirs. */
  numbers: number[]
  /** Their enrolments that went with a merge. */
  enrolments: number[]
  /** Lines with texts that were theirs: how they were known, what went with a merge, what two were while they were one. */
  lines: Line[]
  /** Commands that made two one, took them apart, or said that they are not the same person: each names both. */
  commands: number[]
}

/** A command in which a record went into another, or came back. */
interface Turn {
  command: number
  keep: number
  gone: number
  /** Whether it was there again. */
  isBack: 0 | 1
}

/** Of a member in the trash. What was merged into them and was not taken apart again is theirs alone. */
export function mergeTraces(db: Reader, item: TrashItem): MergeTraces {
  const numbers = remainsOf(db, item).parts.flatMap(({ table, row }) =>
    table === 'member_merges' ? [Number(row.gone_id)] : [],
  )
  const turns = turnsOf(db, list([item.row, ...numbers]))
  const theirs = turns.filter(({ gone }) => numbers.includes(gone)).map(({ command }) => command)
  const shared = turns.filter(({ gone }) => !numbers.includes(gone))
  const apart = shared.filter(({ isBack }) => isBack === 1)
  const known = [...turns.map(({ command }) => command), item.command]
  return {
    numbers,
    enrolments: db.column<number>(
      `SELECT DISTINCT first_row FROM changes
        WHERE table_name = 'enrolments' AND kind = 'delete' AND command_id IN ${listed}`,
      list(theirs),
    ),
    lines: [
      ...textLines(db, ['member_identities'], 'delete', known),
      ...textLines(db, texts, 'delete', theirs),
      ...textLines(
        db,
        texts,
        'update',
        apart.map(({ command }) => command),
      ),
      ...apart.flatMap((turn) => asOne(db, turn, shared)),
    ],
    commands: [...turns.map(({ command }) => command), ...saidDistinct(db, list([item.row, ...numbers]))],
  }
}

/** Where words of people stand; what is said of the members themselves is known by their numbers. */
const texts = Object.keys(writtenColumns).filter((table) => table !== 'commands' && table !== 'changes')

/** Merges of these members, what took them back, and what did them again: the record that goes comes or goes in each. */
function turnsOf(db: Reader, members: string): Turn[] {
  return db.all<Turn>(
    `WITH merges AS (
        SELECT DISTINCT first_row AS row, json_extract(before, '$.member_id') AS keep, json_extract(before, '$.gone_id') AS gone
        FROM changes WHERE table_name = 'member_merges' AND kind = 'delete'
          AND (json_extract(before, '$.member_id') IN ${listed} OR json_extract(before, '$.gone_id') IN ${listed})
      )
      SELECT DISTINCT m.command_id AS command, g.keep, g.gone, r.kind = 'insert' AS isBack
      FROM merges g
      JOIN changes m ON m.table_name = 'member_merges' AND m.first_row = g.row
      JOIN changes r ON r.command_id = m.command_id AND r.table_name = 'members' AND r.first_row = g.gone
        AND r.last_row = g.gone AND r.kind <> 'update'
      ORDER BY 1`,
    members,
    members,
  )
}

/** Lines of these commands that keep texts of rows that were deleted, or changed. */
function textLines(
  db: Reader,
  tables: readonly string[],
  kind: 'delete' | 'update',
  commands: readonly number[],
): Line[] {
  return db.all<Line>(
    `SELECT id, command_id AS command FROM changes
      WHERE kind = ? AND command_id IN ${listed} AND table_name IN ${listed}`,
    kind,
    list([...new Set(commands)]),
    list(tables),
  )
}

/** What was changed of the one who stayed while the two were one. */
function asOne(db: Reader, { command, keep, gone }: Turn, turns: readonly Turn[]): Line[] {
  const since = turns.findLast((turn) => turn.gone === gone && turn.isBack === 0 && turn.command < command)
  if (since === undefined) return []
  return db.all<Line>(
    `SELECT id, command_id AS command FROM changes
      WHERE table_name = 'members' AND kind = 'update' AND first_row = ? AND command_id > ? AND command_id < ?`,
    keep,
    since.command,
    command,
  )
}

/** Commands that said of one of these members, and somebody, that they are two people. */
function saidDistinct(db: Reader, members: string): number[] {
  return db.column<number>(
    `SELECT c.command_id FROM changes c JOIN commands k ON k.id = c.command_id
      WHERE c.table_name = 'distinct_members' AND c.first_row IN (
        SELECT first_row FROM changes WHERE table_name = 'distinct_members' AND kind = 'delete'
          AND (json_extract(before, '$.first_id') IN ${listed} OR json_extract(before, '$.second_id') IN ${listed})
      ) AND coalesce(json_extract(k.counts, '$.members'), 0) = 0`,
    members,
    members,
  )
}
