import type { Problem } from '@shared/domain/matching/assignment/problem'
import { solve } from '@shared/domain/matching/assignment/solve'
import { canonicalInput } from '@shared/domain/matching/canonical'
import { type MatchingInput, type Participant, usualSettings } from '@shared/domain/matching/input'
import { Pairs } from '@shared/domain/matching/pairs'
import { propose } from '@shared/domain/matching/propose'
import { completed } from '@shared/domain/matching/steps'
import { say } from '../../scripts/support/say.mjs'
import { askScipy, hasScipy } from '../unit/domain/matching/scipy'
import { peerRows } from './matchingPeers'
import {
  type Bench,
  type Context,
  chance,
  informative,
  inTurn,
  median,
  quantile,
  type Row,
  timed,
} from './measure'

/** Finding the best pairs, against scipy on the same table of fits, and making that table. */
export const matching: Bench = {
  name: 'matching',
  title: 'Optimal matching, against scipy’s linear_sum_assignment',
  run: measure,
}

async function measure({ quick }: Context): Promise<Row[]> {
  if (!hasScipy) say('There is no scipy (python3-scipy) here to compare with.')
  const size = quick ? 100 : 1000
  const rounds = quick ? 1 : 7
  const uniform = await solving(`${size} × ${size}, any fits`, even(size, size, 1), rounds)
  const several = await solving(`${size} with ${0.6 * size}, 1 to 3 each`, even(size, 0.6 * size, 3), rounds)
  const input = canonicalInput(people(size))
  const compared = completed(Pairs.compared(input))
  const real = problemOf(input, compared)
  const times = await inTurn(rounds, {
    comparing: () => timed(() => completed(Pairs.compared(input))),
    solving: () => timed(() => completed(solve(real, 'total'))),
    fair: () => timed(() => completed(solve(real, 'fair'))),
  })
  return [
    ...uniform,
    ...several,
    {
      name: `matching, comparing ${size} × ${size} by 10 criteria, against solving it`,
      unit: 'ms',
      measured: median(times.comparing),
      reference: median(times.solving),
      bound: 1,
    },
    ...(await solving(`${size} × ${size}, by 10 criteria`, real, rounds)),
    informative('matching, the same with the weakest pair first', median(times.fair)),
    ...pauses(input, quick ? 5 : size),
    ...(await peerRows(people(size), { compared: quick ? 60 : 100, rounds: quick ? 1 : 3 })),
  ]
}

async function solving(name: string, problem: Problem, rounds: number): Promise<Row[]> {
  const times = await inTurn(rounds, {
    coppice: () => timed(() => completed(solve(problem, 'total'))),
    scipy: () => (hasScipy ? median(askScipy([problem], 3)[0]?.milliseconds ?? []) : Number.NaN),
  })
  return [
    {
      name: `matching, ${name}`,
      unit: 'ms',
      measured: median(times.coppice),
      reference: hasScipy ? median(times.scipy) : null,
      bound: hasScipy ? 2 : null,
    },
  ]
}

/** How long a run works before it can be stopped, with everybody asked about explained. */
function pauses(input: MatchingInput, asked: number): Row[] {
  const explained = new Set(input.mentees.slice(0, asked).map(({ id }) => id))
  const gaps: number[] = []
  let last = performance.now()
  const begun = last
  completed(propose(input, explained), () => {
    const now = performance.now()
    gaps.push(now - last)
    last = now
  })
  return [
    informative(`matching, everything for ${input.mentees.length}, explained`, performance.now() - begun),
    informative('matching, longest time between two moments to stop', quantile(gaps, 1)),
    informative('matching, the same p99', quantile(gaps, 0.99)),
  ]
}

function even(mentees: number, mentors: number, most: number): Problem {
  const random = chance(mentees + mentors)
  return {
    mentees,
    mentors,
    fits: Int32Array.from({ length: mentees * mentors }, () => Math.floor(random() * 1_000_000)),
    capacity: Int32Array.from({ length: mentors }, () => 1 + Math.floor(random() * most)),
    held: new Int32Array(mentors),
  }
}

function problemOf(input: MatchingInput, { fits }: Pairs): Problem {
  return {
    mentees: input.mentees.length,
    mentors: input.mentors.length,
    fits,
    capacity: Int32Array.from(input.mentors, ({ room }) => room),
    held: new Int32Array(input.mentors.length),
  }
}

/** Mentees and mentors of whom everything is known that people are compared by. */
function people(size: number): MatchingInput {
  const random = chance(size)
  const below = (limit: number) => Math.floor(random() * limit)
  const some = <T>(count: number, make: (at: number) => T) =>
    Array.from({ length: count }, (_, at) => make(at))
  const skill = () => ({ name: `Skill ${below(60)}`, level: 1 + below(5) })
  const person = (id: number): Participant => ({
    id,
    skillsOffered: some(2 + below(4), skill),
    skillsWanted: some(1 + below(4), skill),
    goals: some(1 + below(3), () => `Goal ${below(30)}`),
    workingStyle: Object.fromEntries(some(5, (at) => [`Question ${at}`, 1 + below(5)])),
    availability: some(12, () => below(5) * 24 + 8 + below(10)),
    utcOffset: below(6) * 60,
    languages: ['English', ...some(below(3), () => `Language ${below(8)}`)],
    seniority: 1 + below(8),
    organisation: null,
    department: `Department ${below(10)}`,
    location: `Place ${below(6)}`,
    wishes: random() < 0.3 ? some(3, () => 1 + below(2 * size)) : [],
    vetoes: random() < 0.05 ? [1 + below(2 * size)] : [],
    traits: {},
    alike: [],
  })
  return {
    mentees: some(size, (at) => person(1 + at)),
    mentors: some(size, (at) => ({ ...person(1 + size + at), room: 1, held: 0 })),
    reporting: [],
    past: [],
    apart: [],
    must: [],
    locked: [],
    settings: usualSettings,
  }
}
