import type { history } from '@shared/contract/history'
import { AppError } from '@shared/errors'
import { type CommandRecord, stopIf } from '../engine/command'
import type { Reader } from '../engine/reader'
import { reverse } from '../engine/undo'
import type { Writer } from '../engine/writer'
import type { Done, Handlers, Task } from '../handler'
import { commandById, listCommands, overview } from '../history/audit'
import { changesOf, entriesOf } from '../history/entries'
import { historyOfRecord } from '../history/record'
import { writeHistory } from '../history/write'

/** A command whose effect can be taken back. */
interface Target {
  id: number
  operation: string
  summary: string
}

/** Nothing up to this command can be taken back any more. */
export const lastFinal = 'ifnull((SELECT max(id) FROM commands WHERE is_final = 1), 0)'

/** The last command, done or redone, whose effect stands, unless it has become final. */
function undoTarget(db: Reader): Target | null {
  return (
    db.get<Target>(
      `SELECT id, operation, summary FROM commands
        WHERE kind IN ('do', 'redo') AND reversed_by IS NULL AND id > ${lastFinal} ORDER BY id DESC LIMIT 1`,
    ) ?? null
  )
}

/** The last undo that stands, unless something new was done since: then there is no way forward any more. */
function redoTarget(db: Reader): Target | null {
  return (
    db.get<Target>(
      `SELECT id, operation, summary FROM commands
        WHERE kind = 'undo' AND reversed_by IS NULL AND id > ${lastFinal}
          AND id > ifnull((SELECT id FROM commands WHERE kind = 'do' ORDER BY id DESC LIMIT 1), 0)
        ORDER BY id DESC LIMIT 1`,
    ) ?? null
  )
}

/** An undo that was itself taken back undoes nothing. One that was shortened away is not known to stand. */
function stands(db: Reader, command: number): boolean {
  const later = db.value<number | null>('SELECT reversed_by FROM commands WHERE id = ?', command)
  return typeof later === 'number' ? !stands(db, later) : later === null
}

type Reversal = CommandRecord & { reverses: number; summary: string }

/**
 * How the two reversals are recorded, asked before the command begins: `runCommand` has to know what it reverses.
 * Each handler takes back the same command by itself, since nobody else writes in between.
 *
 * @throws AppError `not-found` when there is nothing to take back.
 */
export const reversals: Record<'history.undo' | 'history.redo', (db: Reader) => Reversal> = {
  'history.undo': (db) => {
    const target = undoTarget(db)
    if (!target) throw new AppError('not-found', 'There is nothing to undo.')
    return reversalOf(target, 'undo')
  },
  'history.redo': (db) => {
    const target = redoTarget(db)
    if (!target) throw new AppError('not-found', 'There is nothing to redo.')
    return reversalOf(target, 'redo')
  },
}

function reversalOf({ id, operation, summary }: Target, kind: Reversal['kind']): Reversal {
  return { operation, kind, reverses: id, summary }
}

function takeBack(
  writer: Writer,
  name: keyof typeof reversals,
  task: Task,
  command?: number,
): Done<{ summary: string }> {
  const { reverses, summary } = reversals[name](writer)
  if (command !== undefined && command !== reverses) {
    throw new AppError('conflict', 'Something else was done since, so this is not what undo would take back.')
  }
  reverse(writer, reverses, progressOf(writer, reverses, summary, task))
  return { value: { summary }, summary }
}

/** Tells how far a reversal is, and ends it when somebody has asked for that. */
function progressOf(writer: Writer, command: number, label: string, task: Task): () => void {
  const counts = writer.value<string>('SELECT counts FROM commands WHERE id = ?', command) ?? '{}'
  const total = Object.values(JSON.parse(counts) as Record<string, number>).reduce((a, b) => a + b, 0)
  let done = 0
  return () => {
    if (++done % rowsBetweenWords !== 0) return
    stopIf(task.cancelled)
    task.progress({ label, done: Math.min(done, total), total })
  }
}

const rowsBetweenWords = 500

export const historyHandlers: Handlers<typeof history> = {
  'history.stands': (db, { id }) => ({ stands: stands(db, id) }),
  'history.state': (db) => ({ undo: told(undoTarget(db)), redo: told(redoTarget(db)) }),
  'history.undo': (writer, { command }, task) => takeBack(writer, 'history.undo', task, command),
  'history.redo': (writer, _input, task) => takeBack(writer, 'history.redo', task),
  'history.ofRecord': historyOfRecord,
  'history.list': listCommands,
  'history.overview': overview,
  'history.command': (db, input) => ({ command: commandById(db, input.id), ...entriesOf(db, input) }),
  'history.changes': changesOf,
  'history.write': writeHistory,
}

function told(target: Target | null): { id: number; summary: string } | null {
  return target && { id: target.id, summary: target.summary }
}
