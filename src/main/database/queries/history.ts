import type { history } from '@shared/contract/history'
import { AppError } from '@shared/errors'
import type { CommandRecord } from '../engine/command'
import type { Reader } from '../engine/reader'
import { reverse } from '../engine/undo'
import type { Writer } from '../engine/writer'
import type { Done, Handlers } from '../handler'

/** A command whose effect can be taken back. */
interface Target {
  id: number
  operation: string
  summary: string
}

/** Nothing up to this command can be taken back any more. */
const lastFinal = 'ifnull((SELECT max(id) FROM commands WHERE is_final = 1), 0)'

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

function takeBack(writer: Writer, name: keyof typeof reversals): Done<{ summary: string }> {
  const { reverses, summary } = reversals[name](writer)
  reverse(writer, reverses)
  return { value: { summary }, summary }
}

export const historyHandlers: Handlers<typeof history> = {
  'history.state': (db) => ({
    undo: undoTarget(db)?.summary ?? null,
    redo: redoTarget(db)?.summary ?? null,
  }),
  'history.undo': (writer) => takeBack(writer, 'history.undo'),
  'history.redo': (writer) => takeBack(writer, 'history.redo'),
}
