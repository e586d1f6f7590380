import { createHash } from 'node:crypto'
import type { InputOf, OutputOf } from '@shared/contract'
import type { matching } from '@shared/contract/matching'
import { canonicalInput } from '@shared/domain/matching/canonical'
import type { MatchingInput } from '@shared/domain/matching/input'
import { engineVersion, propose } from '@shared/domain/matching/propose'
import type { Explained } from '@shared/domain/matching/run'
import { completed } from '@shared/domain/matching/steps'
import { AppError } from '@shared/errors'
import { stopIf } from '../engine/command'
import type { Reader } from '../engine/reader'
import type { Handlers, Task } from '../handler'
import { candidates } from './matchingPeople'
import { named } from './matchingProposal'

type Run = OutputOf<'matching.run'>
type Request = InputOf<'matching.run'>

/** So many pairs are compared at most: 5,000 mentees with 5,000 mentors take about a gigabyte of memory. */
const mostPairs = 25_000_000

export const matchingHandlers: Handlers<typeof matching> = {
  'matching.programs': (db) => db.all('SELECT id, name FROM programs ORDER BY starts_on DESC, id DESC'),

  'matching.propose': (db, { explain, ...request }, task) => {
    const { setAside, notActive } = candidates(db, request.programId)
    return {
      program: { id: request.programId, name: programCalled(db, request.programId) },
      proposal: solved(db, runOf(db, request), explain, task),
      setAside,
      notActive,
    }
  },

  'matching.run': runOf,

  'matching.replay': (db, { run, explain }, task) => {
    if (run.engine !== engineVersion) {
      throw new AppError(
        'conflict',
        `This run was made by version ${run.engine} of the matching, and this is version ${engineVersion}: the same ` +
          'people could be proposed other partners. Solve it with the Coppice that made it.',
      )
    }
    if (run.hash !== hashOf(run.input)) {
      throw new AppError(
        'conflict',
        'This run has been changed since it was kept. Take the file as it was written.',
      )
    }
    return solved(db, run, explain, task)
  },
}

/** @throws AppError `not-found`. */
function runOf(db: Reader, { programId, ...given }: Request): Run {
  programCalled(db, programId)
  const { people } = candidates(db, programId)
  const input = canonicalInput({ ...people, ...given })
  return { engine: engineVersion, hash: hashOf(input), input }
}

function hashOf(input: MatchingInput): string {
  return createHash('sha256')
    .update(JSON.stringify(canonicalInput(input)))
    .digest('hex')
}

function solved(
  db: Reader,
  { engine, hash, input }: Run,
  explain: 'all' | readonly number[],
  task: Task,
): OutputOf<'matching.replay'> {
  const [mentees, mentors] = [input.mentees.length, input.mentors.length]
  if (mentees * mentors > mostPairs) {
    const [wanting, offering] = [mentees.toLocaleString('en'), mentors.toLocaleString('en')]
    throw new AppError(
      'invalid-input',
      `${wanting} mentees with ${offering} mentors are too many to compare; up to 5,000 with 5,000 are possible.`,
    )
  }
  const whose: Explained = explain === 'all' ? explain : new Set(explain)
  let told = ''
  const proposal = completed(propose(input, whose), (step) => {
    stopIf(task.cancelled)
    // A hundred messages for each part of the work are enough.
    const part = `${step.label} ${step.total === null ? '' : Math.floor((100 * step.done) / step.total)}`
    if (part !== told) task.progress(step)
    told = part
  })
  return { run: { engine, hash }, ...named(db, proposal) }
}

function programCalled(db: Reader, id: number): string {
  const name = db.value<string>('SELECT name FROM programs WHERE id = ?', id)
  if (name === undefined) throw new AppError('not-found', 'This program is no longer in the file.')
  return name
}
