import type { InputOf, OutputOf } from '@shared/contract'
import { wholeFit } from '@shared/domain/matching/assignment/problem'
import { AppError } from '@shared/errors'
import type { Reader } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import type { Done, Task } from '../../handler'
import { nowCalled } from '../merging/mergedInto'
import { memberNames } from '../references'
import { assertReplayable, type Run, runOf, solved } from './matchingSolve'

type Kept = OutputOf<'matching.kept'>[number]
type Shown = InputOf<'matching.keep'>

/** What came of a run, as it is stored. */
interface StoredOutcome extends Record<'outcome', Kept['outcome']> {
  pairs: { menteeId: number; mentorId: number; fit: number }[]
}

export function keptRuns(db: Reader, programId: number): Kept[] {
  return db
    .all<Omit<Kept, 'outcome'> & { outcome: string }>(
      `SELECT id, name, made_at AS madeAt, accepted_at AS acceptedAt, json_extract(outcome, '$.outcome') AS outcome
        FROM match_runs WHERE program_id = ? ORDER BY id DESC`,
      programId,
    )
    .map(({ outcome, ...kept }) => ({ ...kept, outcome: JSON.parse(outcome) as Kept['outcome'] }))
}

/** @throws AppError `not-found`. */
export function keptPairs(db: Reader, id: number): OutputOf<'matching.keptPairs'> {
  const { name, result } = storedRun(db, id)
  const now = new Map(
    result.pairs
      .flatMap(({ menteeId, mentorId }) => [menteeId, mentorId])
      .map((member) => [member, nowCalled(db, member)]),
  )
  const names = memberNames(db, [...now.values()])
  const person = (member: number) => {
    const id = now.get(member) ?? member
    return { id, name: names.get(id) ?? `#${id}` }
  }
  return {
    name,
    outcome: result.outcome,
    pairs: result.pairs.map(({ menteeId, mentorId, fit }) => ({
      mentee: person(menteeId),
      mentor: person(mentorId),
      fit,
    })),
  }
}

/** @throws AppError `not-found`, `cancelled`, or `conflict` where it cannot be solved as it was. */
export function replayKept(db: Reader, id: number, task: Task): OutputOf<'matching.replayKept'> {
  const { run, result } = storedRun(db, id)
  assertReplayable(run)
  const again = solved(run, [], task)
  const before = new Map(result.pairs.map(({ menteeId, mentorId }) => [menteeId, mentorId]))
  const other = again.pairs.filter(({ menteeId, mentorId }) => before.get(menteeId) !== mentorId).length
  const same =
    other === 0 &&
    again.pairs.length === before.size &&
    again.outcome.total / wholeFit === result.outcome.total
  return {
    same,
    words: same
      ? 'Solved again from what was kept: every pair is the same.'
      : `Solved again from what was kept, ${other} of ${again.pairs.length} pairs are others than were kept.`,
  }
}

/** @throws AppError `not-found`, or `conflict` where the proposal is another one by now. */
export function keepRun(writer: Writer, input: Shown): Done<{ id: number }> {
  const id = insertRun(writer, shownRun(writer, input), input, { name: input.name, accepted: false })
  return { value: { id }, summary: `Kept the proposal “${input.name}”` }
}

/**
 * The run that was shown, as it is now.
 *
 * @throws AppError `conflict` where anything that it depends on has changed since.
 */
export function shownRun(writer: Writer, { hash, ...request }: Omit<Shown, 'name'>): Run {
  const run = runOf(writer, request)
  if (run.hash === hash) return run
  throw new AppError(
    'conflict',
    'Something that this proposal depends on has changed since it was made. Look at the new one and try again.',
  )
}

export function insertRun(
  writer: Writer,
  run: Run,
  { programId, outcome, pairs }: Pick<Shown, 'programId' | 'outcome' | 'pairs'>,
  { name, accepted }: { name: string; accepted: boolean },
): number {
  const result: StoredOutcome = { outcome, pairs }
  return writer.insert('match_runs', {
    program_id: programId,
    made_at: writer.now,
    name,
    run: JSON.stringify(run),
    outcome: JSON.stringify(result),
    accepted_at: accepted ? writer.now : null,
  })
}

/** @throws AppError `not-found`. */
export function removeKept(writer: Writer, { id }: InputOf<'matching.removeKept'>): Done<{ id: number }> {
  const { name } = storedRun(writer, id)
  writer.remove('match_runs', id)
  return { value: { id }, summary: `Let go of the kept proposal “${name}”` }
}

function storedRun(db: Reader, id: number): { name: string; run: Run; result: StoredOutcome } {
  const row = db.get<{ name: string; run: string; outcome: string }>(
    'SELECT name, run, outcome FROM match_runs WHERE id = ?',
    id,
  )
  if (!row)
    throw new AppError('not-found', 'This proposal is no longer kept; it may have been removed meanwhile.')
  const { name, run, outcome } = row
  return { name, run: JSON.parse(run) as Run, result: JSON.parse(outcome) as StoredOutcome }
}
