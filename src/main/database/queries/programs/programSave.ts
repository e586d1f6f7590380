import type { InputOf } from '@shared/contract'
import type { ProgramInput } from '@shared/contract/programs'
import type { Row } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import type { Done } from '../../handler'
import { nameOfProgram } from './programRecord'

/** @throws AppError `not-found`. */
export function saveProgram(writer: Writer, { id, program }: InputOf<'programs.save'>): Done<{ id: number }> {
  const columns = columnsOf(program)
  const stamp = { updated_at: writer.now }
  if (id === null) {
    const added = writer.insert('programs', { ...columns, created_at: writer.now, ...stamp })
    saveChecks(writer, added, program.checks)
    return { value: { id: added }, summary: `Program ${program.name}` }
  }
  nameOfProgram(writer, id)
  const changed = [writer.update('programs', id, columns), saveChecks(writer, id, program.checks)]
  if (changed.includes(true)) writer.update('programs', id, stamp)
  return { value: { id }, summary: `Program ${program.name}` }
}

function columnsOf(program: ProgramInput): Row {
  return {
    name: program.name,
    purpose: program.purpose.trim(),
    format: program.format,
    status: program.status,
    starts_on: program.startsOn,
    ends_on: program.endsOn,
    cadence_days: program.cadenceDays,
    roles: program.roles,
    eligibility: program.eligibility,
    mentor_places: program.mentorPlaces,
    mentee_places: program.menteePlaces,
    mentor_capacity: program.mentorCapacity,
    support: program.support && JSON.stringify(program.support),
  }
}

/** A check that goes takes its ticks with it. @returns whether any differed. */
function saveChecks(writer: Writer, programId: number, checks: ProgramInput['checks']): boolean {
  const gone = new Set(writer.column<number>('SELECT id FROM program_checks WHERE program_id = ?', programId))
  let changed = false
  for (const [position, { id, step, role, text }] of checks.entries()) {
    const row = { step, role, position, text }
    if (id !== null && gone.delete(id)) changed = writer.update('program_checks', id, row) || changed
    else {
      writer.insert('program_checks', { program_id: programId, ...row })
      changed = true
    }
  }
  for (const id of gone) {
    for (const tick of writer.column<number>('SELECT id FROM enrolment_checks WHERE check_id = ?', id))
      writer.remove('enrolment_checks', tick)
    writer.remove('program_checks', id)
  }
  return changed || gone.size > 0
}
