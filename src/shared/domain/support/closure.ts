/** How a match is brought to its end. Source of the steps: field notes, section A (EEPM, closure). */

export const closureStepKinds = ['interview', 'celebration'] as const
export type ClosureStepKind = (typeof closureStepKinds)[number]

/** What somebody wants after a match. */
export const afterwards = ['rematch', 'end'] as const

export const closingReasons = [
  'The agreed time is over',
  'The goals were reached',
  'One of them asked to stop',
  'One of them left the program',
  'They could not find time',
  'They did not get on',
  'A matter of safety',
] as const

export const contactRules = [
  'They may stay in touch as they like',
  'They stay in touch through the program only',
  'No contact afterwards',
] as const

/** A talk with each side, and for an end that was foreseen a last meeting to look back together. */
export function closureSteps(
  memberIds: readonly number[],
  anticipated: boolean,
): { kind: ClosureStepKind; memberId: number | null }[] {
  const talks = memberIds.map((memberId) => ({ kind: 'interview' as const, memberId }))
  return anticipated ? [...talks, { kind: 'celebration', memberId: null }] : talks
}
