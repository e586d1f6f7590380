import type { MatchingInput, Participant } from './input'

/**
 * A run among equals as one of mentors and mentees in which everybody is on both sides: who is compared with whom, who may
 * not be a pair, and who might have been another's are the same questions then. Any other run as it is.
 */
export function onBothSides(input: MatchingInput): MatchingInput {
  const { peers } = input
  if (peers === undefined) return input
  return { ...input, mentees: peers, mentors: peers.map((peer) => ({ ...peer, room: 1, held: 0 })) }
}

/** Everybody who takes part, on whichever side. */
export function participants({ mentees, mentors, peers = [] }: MatchingInput): Participant[] {
  return [...mentees, ...mentors, ...peers]
}
