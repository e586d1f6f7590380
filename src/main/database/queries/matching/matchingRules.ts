import type { InputOf, OutputOf } from '@shared/contract'
import type { Couple, FixedPair } from '@shared/domain/matching/input'
import { AppError } from '@shared/errors'
import type { Reader } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import type { Done } from '../../handler'
import { list, listed } from '../conditions'
import { nameOfProgram } from '../programs/programRecord'
import { memberName } from '../references'

interface Stored {
  id: number
  kind: 'apart' | 'must'
  firstId: number
  first: string
  secondId: number
  second: string
  reason: string | null
  everywhere: number
}

/** Rules that count in a program, the newest first. */
export function rulesOfProgram(db: Reader, programId: number): OutputOf<'matching.rules'> {
  return db
    .all<Stored>(
      `SELECT r.id, r.kind, r.first_id AS firstId, one.name AS first, r.second_id AS secondId, other.name AS second,
          r.reason, r.program_id IS NULL AS everywhere
        FROM pair_rules r JOIN members one ON one.id = r.first_id JOIN members other ON other.id = r.second_id
        WHERE r.program_id = ? OR r.program_id IS NULL ORDER BY r.id DESC`,
      programId,
    )
    .map(({ firstId, first, secondId, second, everywhere, ...rule }) => ({
      ...rule,
      first: { id: firstId, name: first },
      second: { id: secondId, name: second },
      everywhere: everywhere === 1,
    }))
}

/** The same as a proposal looks at them. */
export function pairsByRule(db: Reader, programId: number): { apart: Couple[]; must: FixedPair[] } {
  const rules = rulesOfProgram(db, programId)
  return {
    apart: rules
      .filter(({ kind }) => kind === 'apart')
      .map(({ first, second }): Couple => [first.id, second.id]),
    must: rules
      .filter(({ kind }) => kind === 'must')
      .map(({ first, second }) => ({ mentorId: first.id, menteeId: second.id })),
  }
}

/**
 * The last word counts: a pair that has to be is no longer kept apart, and the other way round.
 *
 * @throws AppError `not-found`, or `invalid-input` for somebody and themselves.
 */
export function addRule(
  writer: Writer,
  { programId, kind, firstId, secondId, reason }: InputOf<'matching.addRule'>,
): Done<{ id: number }> {
  if (firstId === secondId)
    throw new AppError('invalid-input', 'A rule is about two people. Choose somebody else.')
  const [first, second] = [memberName(writer, firstId), memberName(writer, secondId)]
  const program = programId === null ? null : nameOfProgram(writer, programId)
  // Among peers neither of the two can be with somebody else; a mentor can.
  const peers = writer.value("SELECT 1 FROM programs WHERE id = ? AND format = 'peer'", programId) === 1
  const told = kind === 'apart' ? `${first} and ${second} kept apart` : `${first} with ${second} in any case`
  const summary = program === null ? told : `${told} in ${program}`
  const same = writer.all<{ id: number; kind: string; firstId: number; secondId: number }>(
    `SELECT id, kind, first_id AS firstId, second_id AS secondId FROM pair_rules
      WHERE program_id IS ? AND (
        first_id = ? AND second_id = ? OR first_id = ? AND second_id = ?
        OR kind = 'must' AND (second_id IN ${listed} OR first_id IN ${listed})
      ) ORDER BY id`,
    programId,
    firstId,
    secondId,
    secondId,
    firstId,
    list(kind === 'must' ? [secondId, ...(peers ? [firstId] : [])] : []),
    list(kind === 'must' && peers ? [firstId, secondId] : []),
  )
  const known = same.find(
    (rule) =>
      rule.kind === kind && (kind === 'apart' || (rule.firstId === firstId && rule.secondId === secondId)),
  )
  for (const { id } of same) if (id !== known?.id) writer.remove('pair_rules', id)
  if (known) {
    if (reason !== null) writer.update('pair_rules', known.id, { reason })
    return { value: { id: known.id }, summary }
  }
  const row = { program_id: programId, kind, first_id: firstId, second_id: secondId, reason }
  return { value: { id: writer.insert('pair_rules', { ...row, created_at: writer.now }) }, summary }
}

/** @throws AppError `not-found`. */
export function removeRule(writer: Writer, { id }: InputOf<'matching.removeRule'>): Done<{ id: number }> {
  const rule = writer.get<{ kind: string; first: string; second: string }>(
    `SELECT r.kind, one.name AS first, other.name AS second
      FROM pair_rules r JOIN members one ON one.id = r.first_id JOIN members other ON other.id = r.second_id
      WHERE r.id = ?`,
    id,
  )
  if (!rule)
    throw new AppError('not-found', 'This rule is no longer in the file; it may have been removed meanwhile.')
  writer.remove('pair_rules', id)
  const told = rule.kind === 'apart' ? 'no longer kept apart' : 'no longer a pair in any case'
  return { value: { id }, summary: `${rule.first} and ${rule.second} ${told}` }
}
