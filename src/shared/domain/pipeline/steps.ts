import { type EnrolmentStep, enrolmentSteps, type MatchSide, type ProgramFormat } from '../vocabulary'

/** The step after this one, or before it; null at the ends. */
export function neighbour(step: EnrolmentStep, by: 1 | -1): EnrolmentStep | null {
  return enrolmentSteps[enrolmentSteps.indexOf(step) + by] ?? null
}

/** What somebody who is moved forward passes over. */
export function skipped(from: EnrolmentStep, to: EnrolmentStep): EnrolmentStep[] {
  return enrolmentSteps.slice(enrolmentSteps.indexOf(from) + 1, Math.max(0, enrolmentSteps.indexOf(to)))
}

export function isBack(from: EnrolmentStep, to: EnrolmentStep): boolean {
  return enrolmentSteps.indexOf(to) < enrolmentSteps.indexOf(from)
}

/** What is unusual about a move, as the end of a sentence: ", back from trained". Empty for a plain step forward. */
export function unusual(from: EnrolmentStep, to: EnrolmentStep): string {
  if (isBack(from, to)) return `, back from ${from}`
  const over = skipped(from, to)
  // Whoever is closed leaves from wherever they are: nothing is passed over.
  if (over.length === 0 || to === 'closed') return ''
  return `, past ${listOf(over)}`
}

/** The roles that people of a program can be enrolled in. */
export function rolesOf(format: ProgramFormat): readonly MatchSide[] {
  return format === 'peer' ? ['peer'] : ['mentor', 'mentee']
}

/** Whether matching proposes who waits for a match; it sets aside a seeker who was matched until they are ready again. */
export function isProposed(role: MatchSide, step: EnrolmentStep): boolean {
  return role === 'mentor' || step === 'ready'
}

/** Usual reasons for leaving before the end; one's own words are as good. */
export const leavingReasons = [
  'No answer any more',
  'Withdrew the application',
  'No time at present',
  'Not eligible',
  'No fitting partner found',
  'Changed the position',
  'Left the organisation',
] as const

function listOf(words: readonly string[]): string {
  const end = words.at(-1) ?? ''
  return words.length < 2 ? end : `${words.slice(0, -1).join(', ')} and ${end}`
}
