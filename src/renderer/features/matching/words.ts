import { percent } from '@renderer/components/fit/words'
import { counted } from '@renderer/components/labels'
import type { Proposed } from './useProposal'

const steps: readonly [weight: number, word: string][] = [
  [0, 'not at all'],
  [5, 'a little'],
  [10, 'somewhat'],
  [15, 'clearly'],
  [20, 'much'],
  [25, 'very much'],
  [40, 'above all'],
]

export const lastStep = steps.length - 1

/** The step of a slider that comes nearest to a weight. */
export function stepOf(weight: number): number {
  return steps.reduce(
    (best, [value], at) =>
      Math.abs(value - weight) < Math.abs((steps[best]?.[0] ?? 0) - weight) ? at : best,
    0,
  )
}

export const weightOf = (step: number): number => steps[step]?.[0] ?? 0
export const wordOf = (step: number): string => steps[step]?.[1] ?? ''

/** What a proposal comes to, in two or three sentences. */
export function readingOf({ proposal, enrolled, peers }: Proposed): string {
  const { outcome, pairs } = proposal
  const from = enrolled ? '' : ' Nobody is enrolled in this program, so these are people of the directory.'
  const { mentees, served, total, weakest, blocking } = outcome
  const all = peers ? counted(mentees, 'person', 'people') : counted(mentees, 'mentee')
  const partner = peers ? 'partner' : 'mentor'
  if (served === 0) return `None of ${all} can be given a ${partner} as things are.`
  const first =
    served === mentees
      ? `${everybodyHas(mentees, peers)} a ${partner}.`
      : `${served.toLocaleString()} of ${all} have a ${partner}.`
  const least = pairs.at(-1)
  const fits =
    pairs.length === 1 || weakest === null || !least
      ? ` The pair fits at ${percent(total / pairs.length)}.`
      : ` Pairs fit at ${percent(total / pairs.length)} on average; the weakest, ${least.mentee.name} with ${least.mentor.name}, at ${percent(weakest)}.`
  const rather =
    blocking === 0
      ? ''
      : ` ${blocking === 1 ? 'Once' : `${blocking.toLocaleString()} times`} ${peers ? 'two others' : 'a mentee and another’s mentor'} would both fit better together, at the expense of others.`
  return `${first}${fits}${rather}${from}`
}

function everybodyHas(count: number, peers: boolean): string {
  const [one, many] = peers ? ['person', 'people'] : ['mentee', 'mentees']
  if (count === 1) return `The one ${one} has`
  return count === 2 ? `Both ${many} have` : `All ${counted(count, one, many)} have`
}

/** Why nothing can be proposed, and what would help; null where something can be. */
export function nothingToPropose({ proposal, setAside, notActive, peers }: Proposed): string | null {
  const mentees = proposal.outcome.mentees
  const waiting = setAside.length + notActive
  const aside = `${counted(waiting, 'other takes', 'others take')} no part; the list says why.`
  if (peers) {
    if (mentees > 1) return null
    const there = `${mentees === 0 ? 'Nobody is' : 'Only one person is'} ready to be paired off.`
    const help = 'Enrol people in this program, and move them on to “ready”.'
    return `${there} ${waiting === 0 ? help : aside}`
  }
  const mentors = new Set([
    ...proposal.pairs.map(({ mentor }) => mentor.id),
    ...proposal.withoutMentee.map(({ id }) => id),
  ]).size
  if (mentees > 0 && mentors > 0) return null
  const seeking = mentees === 0 ? 'No mentee is' : counted(mentees, 'mentee is', 'mentees are')
  const offering = mentors === 0 ? 'no mentor has' : counted(mentors, 'mentor has', 'mentors have')
  const there = `${seeking} ready, and ${offering} room.`
  return waiting === 0
    ? `${there} Enrol mentors and mentees in this program, and move them on to “ready”.`
    : `${there} ${aside}`
}
