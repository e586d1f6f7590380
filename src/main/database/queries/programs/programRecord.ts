import type { Reference } from '@shared/contract/fields'
import type { Program } from '@shared/contract/programs'
import { enrolmentSteps } from '@shared/domain/vocabulary'
import { AppError } from '@shared/errors'
import type { Reader } from '../../engine/reader'
import { ranked } from '../ranked'

type Stored = Omit<Program, 'checks' | 'copiedFrom' | 'deletable' | 'support'> & {
  copiedFrom: number | null
  support: string | null
}

/** @throws AppError `not-found`. */
export function getProgram(db: Reader, id: number): Program {
  const stored = db.get<Stored>(
    `SELECT id, name, purpose, format, status, starts_on AS startsOn, ends_on AS endsOn, cadence_days AS cadenceDays,
        roles, eligibility, mentor_places AS mentorPlaces, mentee_places AS menteePlaces,
        mentor_capacity AS mentorCapacity, support, copied_from AS copiedFrom
      FROM programs WHERE id = ?`,
    id,
  )
  if (!stored) throw programGone()
  const checks = db.all<Program['checks'][number]>(
    `SELECT id, step, role, text FROM program_checks WHERE program_id = ?
      ORDER BY ${ranked('step', enrolmentSteps)}, position, id`,
    id,
  )
  const from = db.get<Reference>('SELECT id, name FROM programs WHERE id = ?', stored.copiedFrom)
  return {
    ...stored,
    support: stored.support === null ? null : (JSON.parse(stored.support) as Program['support']),
    checks,
    copiedFrom: from ?? null,
    deletable: tiesOf(db, id).length === 0,
  }
}

/** @throws AppError `not-found`. */
export function nameOfProgram(db: Reader, id: number): string {
  const name = db.value<string>('SELECT name FROM programs WHERE id = ?', id)
  if (name === undefined) throw programGone()
  return name
}

export function programGone(): AppError {
  return new AppError(
    'not-found',
    'This program is no longer in the program file; it may have been removed meanwhile.',
  )
}

/** What belongs to a program besides its checklists, which go with it; in words. */
export function tiesOf(db: Reader, id: number): string[] {
  return db
    .all<{ table: string; column: string }>(
      `SELECT t.name AS "table", f."from" AS "column"
        FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) f
        WHERE t.type = 'table' AND f."table" = 'programs' AND t.name NOT IN ('program_checks', 'programs') ORDER BY t.rowid`,
    )
    .filter(({ table, column }) => db.value(`SELECT 1 FROM ${table} WHERE ${column} = ? LIMIT 1`, id) === 1)
    .map(({ table }) => tieWords(table))
}

const tieWords = (table: string): string =>
  ({
    enrolments: 'people',
    matches: 'matches',
    pair_rules: 'rules about pairs',
    match_runs: 'kept proposals',
  })[table] ?? table.replaceAll('_', ' ')
