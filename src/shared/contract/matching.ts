import { z } from 'zod'
import { count, id, nothing, reference } from './fields'
import { couple, fixedPair, matchingSettings } from './matchingInput'
import { matchingProposal, matchingRun } from './matchingProposal'
import { read } from './operation'

/** For whom it is worked out who else they might have had, and what that would cost: it takes longest. */
const explain = z.union([z.literal('all'), z.array(id)])

/** What a proposal for a program of the file depends on. */
const request = z
  .object({
    programId: id,
    settings: matchingSettings,
    apart: z.array(couple),
    must: z.array(fixedPair),
    locked: z.array(fixedPair),
  })
  .strict()

const stale = ['members', 'topics', 'member_skills', 'programs', 'matches', 'match_members'] as const

/** Who should be with whom: proposals, with their reasons. */
export const matching = {
  /** The programs that can be matched, the newest first. */
  'matching.programs': read({ of: ['programs'], input: nothing, output: z.array(reference) }),
  /** The best pairs of mentors with room and mentees without a match in the program. */
  'matching.propose': read({
    of: stale,
    long: true,
    input: request.extend({ explain }).strict(),
    output: z.object({
      program: reference,
      proposal: matchingProposal,
      /** Active mentors and mentees who take no part, and why. */
      setAside: z.array(reference.extend({ side: z.enum(['mentor', 'mentee']), words: z.string() })),
      /** Mentors and mentees who are not active: prospects, invited, alumni. */
      notActive: count,
    }),
  }),
  /** The same run as it is kept, to be solved again whatever has changed since. */
  'matching.run': read({ of: stale, long: true, input: request, output: matchingRun }),
  /** A kept run, solved again. Whoever has left the file since is named by number. */
  'matching.replay': read({
    of: ['members'],
    long: true,
    input: z.object({ run: matchingRun, explain }).strict(),
    output: matchingProposal,
  }),
}
