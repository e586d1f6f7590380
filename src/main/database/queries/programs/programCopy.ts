import type { InputOf } from '@shared/contract'
import { shiftedEnd } from '@shared/domain/pipeline/shift'
import type { Row } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import type { Done } from '../../handler'
import { nameOfProgram } from './programRecord'

/** What a copy does not take from the one before it. */
const own = ['id', 'name', 'status', 'starts_on', 'ends_on', 'copied_from', 'created_at', 'updated_at']

/**
 * Another program like this one, beginning on another day: it lasts as long, and has the same settings, checklists,
 * support calendar and matching; nobody is enrolled yet.
 *
 * @throws AppError `not-found`.
 */
export function copyProgram(
  writer: Writer,
  { id, name, startsOn }: InputOf<'programs.copy'>,
): Done<{ id: number }> {
  const before = nameOfProgram(writer, id)
  const row = writer.get<Row & { starts_on: string; ends_on: string | null }>(
    'SELECT * FROM programs WHERE id = ?',
    id,
  )
  if (!row) throw new Error(`Program ${id} has just been there.`)
  const settings = Object.fromEntries(Object.entries(row).filter(([column]) => !own.includes(column)))
  const added = writer.insert('programs', {
    ...settings,
    name,
    status: 'planned',
    starts_on: startsOn,
    ends_on: row.ends_on === null ? null : shiftedEnd(row.starts_on, row.ends_on, startsOn),
    copied_from: id,
    created_at: writer.now,
    updated_at: writer.now,
  })
  const checks = writer.all<Row>(
    'SELECT step, role, position, text FROM program_checks WHERE program_id = ? ORDER BY position, id',
    id,
  )
  for (const check of checks) writer.insert('program_checks', { program_id: added, ...check })
  return { value: { id: added }, summary: `Program ${name}, as ${before}` }
}
