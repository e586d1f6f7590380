import { createHash } from 'node:crypto'
import type { InputOf, OutputOf } from '@shared/contract'
import { wholeFit } from '@shared/domain/matching/assignment/problem'
import { canonicalInput } from '@shared/domain/matching/canonical'
import type { MatchingInput } from '@shared/domain/matching/input'
import { partnerOptions } from '@shared/domain/matching/options'
import type { Proposal } from '@shared/domain/matching/proposal'
import { engineVersion, propose } from '@shared/domain/matching/propose'
import type { Explained } from '@shared/domain/matching/run'
import { completed, type Step, type Steps } from '@shared/domain/matching/steps'
import { AppError } from '@shared/errors'
import { stopIf } from '../../engine/command'
import type { Reader } from '../../engine/reader'
import type { Task } from '../../handler'
import { nameOfProgram } from '../programs/programRecord'
import { memberNames } from '../references'
import { candidates } from './matchingPeople'
import { pairsByRule } from './matchingRules'

export type Run = OutputOf<'matching.run'>
type Request = InputOf<'matching.run'>

/** So many pairs are compared at most: 5,000 mentees with 5,000 mentors take about a gigabyte of memory. */
const mostPairs = 25_000_000

/** Of peers, who are compared both ways: 3,000 take about half a gigabyte. */
const mostPeers = 3000

/**
 * All that a proposal for a program depends on, with the rules about pairs that the file knows.
 *
 * @throws AppError `not-found`.
 */
export function runOf(db: Reader, { programId, settings, apart, must, locked }: Request): Run {
  nameOfProgram(db, programId)
  const { people } = candidates(db, programId)
  const rules = pairsByRule(db, programId)
  const input = canonicalInput({
    ...people,
    settings,
    locked,
    apart: [...rules.apart, ...apart],
    must: [...rules.must, ...must],
  })
  return { engine: engineVersion, hash: hashOf(input), input }
}

function hashOf(input: MatchingInput): string {
  return createHash('sha256')
    .update(JSON.stringify(canonicalInput(input)))
    .digest('hex')
}

/** @throws AppError `conflict` for a run that cannot be solved as it was. */
export function assertReplayable(run: Run): void {
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
}

/** @throws AppError `cancelled`, or `invalid-input` for too many people. */
export function solved({ input }: Run, explain: 'all' | readonly number[], task: Task): Proposal {
  assertNotTooMany(input)
  const whose: Explained = explain === 'all' ? explain : new Set(explain)
  return told(propose(input, whose), task)
}

/** @throws as `solved` does, and AppError `not-found` for who takes no part. */
export function optionsFor(
  db: Reader,
  { side, memberId, ...request }: InputOf<'matching.options'>,
  task: Task,
): OutputOf<'matching.options'> {
  const { input } = runOf(db, request)
  assertNotTooMany(input)
  const options = told(partnerOptions(input, side, memberId), task)
  if (options === null)
    throw new AppError('not-found', 'They no longer take part in this matching. Look at the proposal again.')
  const names = memberNames(
    db,
    options.map(({ id }) => id),
  )
  return options.map(({ fit, cost, ...option }) => ({
    ...option,
    name: names.get(option.id) ?? `#${option.id}`,
    fit: fit / wholeFit,
    cost: cost && { served: cost.served, total: cost.total / wholeFit },
  }))
}

function assertNotTooMany({ mentees, mentors, peers = [] }: MatchingInput): void {
  if (peers.length > mostPeers) {
    throw new AppError(
      'invalid-input',
      `${peers.length.toLocaleString('en')} people in one pool are too many to compare; up to ${mostPeers.toLocaleString('en')} are possible. Enrol those who are to take part.`,
    )
  }
  if (mentees.length * mentors.length <= mostPairs) return
  const [wanting, offering] = [mentees.length.toLocaleString('en'), mentors.length.toLocaleString('en')]
  throw new AppError(
    'invalid-input',
    `${wanting} mentees with ${offering} mentors are too many to compare; up to 5,000 with 5,000 are possible.`,
  )
}

/** Does all of it, telling how far it is, until somebody stops it. */
function told<T>(steps: Steps<T>, task: Task): T {
  let last = ''
  return completed(steps, (step: Step) => {
    stopIf(task.cancelled)
    // A hundred messages for each part of the work are enough.
    const part = `${step.label} ${step.total === null ? '' : Math.floor((100 * step.done) / step.total)}`
    if (part !== last) task.progress(step)
    last = part
  })
}
