import type { MatchingProposal } from '@shared/contract/matchingProposal'

/** A proposal among peers as JSON tells it: nobody is the mentor or the mentee of the other. */
export function amongPeers({
  outcome: { mentees, ...outcome },
  pairs,
  withoutMentor,
  withoutMentee: _nobody,
  refused,
  ...proposal
}: MatchingProposal) {
  return {
    ...proposal,
    outcome: { people: mentees, ...outcome },
    pairs: pairs.map(({ mentee, mentor, rankForMentee, rankForMentor, forMentee, forMentor, ...pair }) => ({
      ...{ one: mentee, other: mentor },
      ...pair,
      ...{ rankForOne: rankForMentee, rankForOther: rankForMentor, forOne: forMentee, forOther: forMentor },
    })),
    withoutPartner: withoutMentor,
    refused: refused.map(({ mentee, mentor, ...rest }) => ({ one: mentee, other: mentor, ...rest })),
  }
}
