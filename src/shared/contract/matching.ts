import { z } from 'zod'
import { ruleNames } from '../domain/matching/rules'
import { styleNames } from '../domain/matching/style'
import { matchSides, matchStatuses, programFormats } from '../domain/vocabulary'
import { count, date, id, nothing, optionalLine, reference, requiredLine } from './fields'
import { couple, fixedPair, matchingSettings } from './matchingInput'
import { acceptedPair, keptOutcome, matchingProposal, matchingRun } from './matchingProposal'
import { read, write } from './operation'
import { enrolmentRole } from './programs'

/** For whom it is worked out who else they might have had, and what that would cost: it takes longest. */
const explain = z.union([z.literal('all'), z.array(id)])

/** What a proposal for a program of the file depends on, beside what the file says: its people and the rules about pairs. */
const request = z
  .object({
    programId: id,
    settings: matchingSettings,
    apart: z.array(couple),
    must: z.array(fixedPair),
    locked: z.array(fixedPair),
  })
  .strict()

const stale = [
  'members',
  'topics',
  'member_skills',
  'programs',
  'enrolments',
  'wishes',
  'pair_rules',
  'matches',
  'match_members',
] as const

const ruleKind = z.enum(['apart', 'must'])

/** Two who are kept apart, or have to be a pair: then the first is the mentor. */
const pairRule = z.object({
  id,
  kind: ruleKind,
  first: reference,
  second: reference,
  reason: z.string().nullable(),
  /** In every program of the file. */
  everywhere: z.boolean(),
})

const styleAnswer = z.int().min(1).max(5).nullable()
const style = z.object(
  Object.fromEntries(styleNames.map((name) => [name, styleAnswer])) as Record<
    (typeof styleNames)[number],
    typeof styleAnswer
  >,
)

/** What somebody told about themselves for this matching, and whether they ask for a partner like them in it. */
const trait = z.object({ trait: requiredLine, value: requiredLine, asks: z.boolean() }).strict()

const part = z.number().min(0).max(1)

/** A proposal as it was shown when somebody kept or accepted it: it has to be that one still. */
const shown = request.extend({ hash: z.string(), outcome: keptOutcome, pairs: z.array(acceptedPair) })

/** Who should be with whom: proposals, with their reasons. */
export const matching = {
  /** The programs that can be matched, the newest first. */
  'matching.programs': read({ of: ['programs'], input: nothing, output: z.array(reference) }),
  /** How a program is matched: as it was saved, or as is usual for its format. */
  'matching.settings': read({
    of: ['programs'],
    input: z.object({ programId: id }).strict(),
    output: z.object({ settings: matchingSettings, saved: z.boolean(), format: z.enum(programFormats) }),
  }),
  /** Null goes back to what is usual. */
  'matching.saveSettings': write({
    input: z.object({ programId: id, settings: matchingSettings.nullable() }).strict(),
    output: z.object({ programId: id }),
  }),
  /** The best pairs of mentors with room and mentees without a match in the program; or of peers without a match in it. */
  'matching.propose': read({
    of: stale,
    long: true,
    input: request.extend({ explain }).strict(),
    output: z.object({
      program: reference,
      proposal: matchingProposal,
      /** Mentors and mentees who take no part, and why. */
      setAside: z.array(reference.extend({ side: z.enum(matchSides), words: z.string() })),
      /** Mentors and mentees who are not active: prospects, invited, alumni. Of enrolled ones each is set aside. */
      notActive: count,
      /** Whether they are those who are enrolled; else they are of the directory, as nobody is enrolled. */
      enrolled: z.boolean(),
      /** How many of those who take part ask for a partner like themselves in something. */
      askAlike: count,
      /** Whether they are peers, of whom any two may be a pair. */
      peers: z.boolean(),
    }),
  }),
  /** Everybody of the other side, or of all peers, as a partner for one person: those who are possible first, by their fit. */
  'matching.options': read({
    of: stale,
    long: true,
    input: request.extend({ side: z.enum(['mentor', 'mentee']), memberId: id }).strict(),
    output: z.array(
      reference.extend({
        fit: part,
        rules: z.array(z.enum(ruleNames)),
        proposed: z.boolean(),
        /** Mentees whom a mentor has in the proposal; of a mentee whether they have a mentor. */
        taken: count,
        /** What forcing the pair would change for all; null where it was not worked out. */
        cost: z.object({ served: z.int(), total: z.number() }).nullable(),
      }),
    ),
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
  /** Rules about pairs that count in a program, the newest first. */
  'matching.rules': read({
    of: ['pair_rules', 'members'],
    input: z.object({ programId: id }).strict(),
    output: z.array(pairRule),
  }),
  /** In one program, or without one in all. Who has to be with somebody has to be with nobody else any more. */
  'matching.addRule': write({
    input: z
      .object({ programId: id.nullable(), kind: ruleKind, firstId: id, secondId: id, reason: optionalLine })
      .strict(),
    output: z.object({ id }),
  }),
  'matching.removeRule': write({ input: z.object({ id }).strict(), output: z.object({ id }) }),
  /** What somebody has said for the matching of a program; null where they are not enrolled in it. */
  'matching.preferences': read({
    of: ['enrolments', 'wishes', 'members'],
    input: z.object({ programId: id, memberId: id, role: enrolmentRole }).strict(),
    output: z
      .object({
        enrolmentId: id,
        name: z.string(),
        goals: z.string().nullable(),
        /** The dearest first. */
        wishes: z.array(reference),
        vetoes: z.array(reference),
        style,
        /** Told for this program's matching only; no list, report or history shows them. */
        traits: z.array(trait),
      })
      .nullable(),
  }),
  'matching.savePreferences': write({
    input: z
      .object({
        enrolmentId: id,
        wishes: z.array(id).max(50),
        vetoes: z.array(id).max(200),
        style: style.strict(),
        traits: z.array(trait).max(20),
      })
      .strict(),
    output: z.object({ enrolmentId: id }),
  }),
  /** Kept proposals of a program, the newest first. */
  'matching.kept': read({
    of: ['match_runs'],
    input: z.object({ programId: id }).strict(),
    output: z.array(
      z.object({
        id,
        name: z.string(),
        madeAt: z.string(),
        acceptedAt: z.string().nullable(),
        outcome: keptOutcome,
      }),
    ),
  }),
  /** Who was with whom in a kept proposal, by the names of today. */
  'matching.keptPairs': read({
    of: ['match_runs', 'members', 'member_merges'],
    input: z.object({ id }).strict(),
    output: z.object({
      name: z.string(),
      outcome: keptOutcome,
      pairs: z.array(z.object({ mentee: reference, mentor: reference, fit: part })),
    }),
  }),
  /** Solves a kept proposal again, and says whether it comes out as it was. */
  'matching.replayKept': read({
    of: ['match_runs'],
    long: true,
    input: z.object({ id }).strict(),
    output: z.object({ same: z.boolean(), words: z.string() }),
  }),
  'matching.keep': write({ input: shown.extend({ name: requiredLine }).strict(), output: z.object({ id }) }),
  'matching.removeKept': write({ input: z.object({ id }).strict(), output: z.object({ id }) }),
  /**
   * Makes matches of pairs of a proposal, each with its reasons, and moves both on to `matched`. With a name the whole
   * proposal is kept beside them.
   */
  'matching.accept': write({
    input: shown
      .extend({
        accepted: z.array(fixedPair).min(1).max(10_000),
        status: z.enum(matchStatuses).extract(['proposed', 'active']),
        startsOn: date,
        /** When it is decided: since then the two are matched. */
        onDay: date,
        keepAs: requiredLine.nullable(),
      })
      .strict(),
    output: z.object({ matchIds: z.array(id) }),
  }),
}
