import type { Reference } from '@shared/contract/fields'
import type { MatchingProposal } from '@shared/contract/matchingProposal'
import { wholeFit } from '@shared/domain/matching/assignment/problem'
import { withNames } from '@shared/domain/matching/naming'
import type {
  Alternative,
  Otherwise,
  Proposal,
  ProposedPair,
  Unmatched,
} from '@shared/domain/matching/proposal'
import type { Reader } from '../../engine/reader'
import { memberNames } from '../references'

type Named = Omit<MatchingProposal, 'run'>

/** A proposal with the names of its people, the best pairs first. */
export function named(db: Reader, proposal: Proposal): Named {
  const naming = new Naming(memberNames(db, idsIn(proposal)))
  const { total, weakest, ...counts } = proposal.outcome
  return {
    outcome: {
      ...counts,
      total: total / wholeFit,
      weakest: weakest === null ? null : weakest / wholeFit,
    },
    criteria: proposal.criteria,
    unknown: proposal.unknown,
    pairs: proposal.pairs
      .toSorted((a, b) => b.fit - a.fit || a.menteeId - b.menteeId)
      .map((pair) => naming.pair(pair)),
    withoutMentor: proposal.withoutMentor.map((person) => naming.unmatched(person)),
    withoutMentee: proposal.withoutMentee.map((person) => naming.unmatched(person)),
    refused: proposal.refused.map(({ menteeId, mentorId, kind, words }) => ({
      mentee: naming.person(menteeId),
      mentor: naming.person(mentorId),
      how: kind,
      words,
    })),
  }
}

function idsIn({ pairs, withoutMentor, withoutMentee, refused }: Proposal): number[] {
  const others = pairs.flatMap(({ forMentee, forMentor }) =>
    [forMentee?.best, forMentee?.forbidden, forMentor?.best, forMentor?.forbidden].flatMap(
      (other) => other?.id ?? [],
    ),
  )
  const left = [...withoutMentor, ...withoutMentee]
  return [
    ...[...pairs, ...refused].flatMap(({ menteeId, mentorId }) => [menteeId, mentorId]),
    ...others,
    ...left.flatMap(({ id, best }) => (best === null ? [id] : [id, best.id])),
  ]
}

class Naming {
  constructor(private readonly names: ReadonlyMap<number, string>) {}

  person(id: number): Reference {
    return { id, name: this.names.get(id) ?? `#${id}` }
  }

  pair({ menteeId, mentorId, scores, ...pair }: ProposedPair): Named['pairs'][number] {
    return {
      ...pair,
      mentee: this.person(menteeId),
      mentor: this.person(mentorId),
      fit: pair.fit / wholeFit,
      criteria: scores.map((score) => ({
        ...score,
        points: score.points / wholeFit,
        words: withNames(score.words, (id) => this.person(id).name),
      })),
      forMentee: this.otherwise(pair.forMentee),
      forMentor: this.otherwise(pair.forMentor),
    }
  }

  unmatched({ id, best, ...reason }: Unmatched): Named['withoutMentor'][number] {
    return { ...this.person(id), ...reason, best: this.alternative(best) }
  }

  private otherwise(otherwise: Otherwise | null): Named['pairs'][number]['forMentee'] {
    if (otherwise === null) return null
    const { best, forbidden } = otherwise
    return {
      best: this.alternative(best),
      forbidden: forbidden && { ...forbidden, ...this.person(forbidden.id), fit: forbidden.fit / wholeFit },
    }
  }

  private alternative(alternative: Alternative | null): Named['withoutMentor'][number]['best'] {
    if (alternative === null) return null
    const { id, fit, cost, words } = alternative
    return {
      ...this.person(id),
      fit: fit / wholeFit,
      cost: cost && { served: cost.served, total: cost.total / wholeFit },
      words,
    }
  }
}
