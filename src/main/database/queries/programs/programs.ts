import type { InputOf } from '@shared/contract'
import type { programs } from '@shared/contract/programs'
import type { Deletion } from '@shared/contract/trash'
import { AppError } from '@shared/errors'
import type { Writer } from '../../engine/writer'
import type { Done, Handlers } from '../../handler'
import { commandOf, moveToTrash } from '../../trash/kinds'
import { copyProgram } from './programCopy'
import { listPrograms, programFigures } from './programList'
import { getProgram, nameOfProgram, tiesOf } from './programRecord'
import { saveProgram } from './programSave'

export const programsHandlers: Handlers<typeof programs> = {
  'programs.list': (db, { today }) => listPrograms(db, today),
  'programs.figures': (db, { id, today }) => programFigures(db, id, today),
  'programs.get': (db, { id }) => getProgram(db, id),
  'programs.names': (db) =>
    db.all(
      `SELECT id, name, status, format FROM programs ORDER BY status = 'closed', name COLLATE NOCASE, id`,
    ),
  'programs.save': saveProgram,
  'programs.setStatus': (writer, { id, status }) => {
    const name = nameOfProgram(writer, id)
    writer.update('programs', id, { status, updated_at: writer.now })
    return { value: { id }, summary: `Program ${name}: ${status}` }
  },
  'programs.copy': copyProgram,
  'programs.remove': removeProgram,
}

/** @throws AppError `conflict` with what belongs to it, `not-found`. */
function removeProgram(writer: Writer, { id }: InputOf<'programs.remove'>): Done<Deletion> {
  const name = nameOfProgram(writer, id)
  const ties = tiesOf(writer, id)
  if (ties.length > 0) {
    throw new AppError(
      'conflict',
      `${name} has ${ties.join(' and ')}, so deleting it would tear a hole there. Close it instead: a closed program stays in what it is part of, and at the end of the list.`,
    )
  }
  // What was copied from it stands by itself.
  for (const copy of writer.column<number>('SELECT id FROM programs WHERE copied_from = ?', id))
    writer.update('programs', copy, { copied_from: null })
  const trash = [moveToTrash(writer, 'programs', id)]
  return { value: { command: commandOf(writer), trash }, summary: `Deleted the program ${name}` }
}
