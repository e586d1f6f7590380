import type { InputOf } from '@shared/contract'
import type { Proposal, Request } from './useProposal'

/** A proposal as it is sent back to be kept or accepted: it has to be the one that was shown. */
export function shownProposal(
  request: Request,
  { run, outcome, pairs }: Proposal,
): Omit<InputOf<'matching.keep'>, 'name'> {
  const { mentees, served, total, weakest } = outcome
  return {
    ...request,
    hash: run.hash,
    outcome: { mentees, served, total, weakest },
    pairs: pairs.map(({ mentee, mentor, fit }) => ({ menteeId: mentee.id, mentorId: mentor.id, fit })),
  }
}
