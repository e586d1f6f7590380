import type { OutputOf } from '@shared/contract'
import type { MatchingProposal } from '@shared/contract/matchingProposal'
import { criterionLabels } from '@shared/domain/matching/criteria/names'
import { listWords, plural } from '@shared/domain/summaryWords'
import { table } from './table'

type Proposed = Pick<OutputOf<'matching.propose'>, 'proposal' | 'peers'> &
  Partial<OutputOf<'matching.propose'>>
type Pair = MatchingProposal['pairs'][number]
type Unmatched = MatchingProposal['withoutMentor'][number]

/** So many of those who are left over are told of one by one. */
const mostTold = 50

/** A proposal for people: what it comes to, the pairs, why, and everybody who is left over. */
export function matchText(
  { program, proposal, peers, setAside = [], notActive = 0 }: Proposed,
  width: number | null,
): string {
  const aside = setAside.map(({ name, side, words }) => `${name} (${side}): ${words}`)
  const parts = [
    outcomeText(proposal, program?.name ?? 'The kept run', peers),
    proposal.pairs.length === 0 ? '' : pairTable(proposal, width, peers),
    ...proposal.pairs.filter(({ forMentee }) => forMentee !== null).map(pairText),
    listText(peers ? 'Without a partner' : 'Without a mentor', proposal.withoutMentor.map(unmatchedText)),
    listText('Mentors with room and without a mentee', proposal.withoutMentee.map(unmatchedText)),
    listText('Pairs that cannot be fixed', proposal.refused.map(refusedText)),
    listText('Taking no part', aside),
    notActive === 0 ? '' : `${plural(notActive, 'member')} with a role in mentoring are not active.\n`,
  ]
  return parts.filter((part) => part !== '').join('\n')
}

function outcomeText({ outcome, criteria, unknown }: MatchingProposal, name: string, peers: boolean): string {
  const { mentees, served, total, weakest, blocking } = outcome
  const all = peers ? plural(mentees, 'person', 'people') : plural(mentees, 'mentee')
  const lines = [
    `${name}: ${served.toLocaleString('en')} of ${all} would have a ${peers ? 'partner' : 'mentor'}.`,
  ]
  if (weakest !== null) {
    lines.push(
      `The fits add up to ${total.toFixed(2)} of ${peers ? served / 2 : served}; the weakest pair has ${weakest.toFixed(2)}.`,
    )
    lines.push(
      blocking === 0
        ? 'No two others would both fit better with each other.'
        : `${plural(blocking, 'other pair')} would suit both better: that is the price of the best for all.`,
    )
  }
  const counted = criteria.map((criterion) => `${criterionLabels[criterion.name]} (${criterion.weight})`)
  lines.push(
    counted.length === 0
      ? 'Nothing is known that people could be compared by, so every fit is a half.'
      : `Compared by ${listWords(counted)}.`,
  )
  if (unknown.length > 0) {
    lines.push(`Nothing is known about ${listWords(unknown.map((criterion) => criterionLabels[criterion]))}.`)
  }
  return `${lines.join('\n')}\n`
}

function pairTable({ pairs, criteria }: MatchingProposal, width: number | null, peers: boolean): string {
  return table(
    [
      ...(peers ? ['one', 'other'] : ['mentee', 'mentor']),
      'fit',
      'known',
      ...criteria.map(({ name }) => criterionLabels[name]),
      '',
    ],
    pairs.map((pair) => [
      pair.mentee.name,
      pair.mentor.name,
      pair.fit.toFixed(2),
      percent(pair.known),
      ...pair.criteria.map(({ value }) => (value === null ? null : value.toFixed(2))),
      pair.how === 'chosen' ? ' ' : pair.how,
    ]),
    width,
  )
}

function pairText(pair: Pair): string {
  const { mentee, mentor, fit, criteria } = pair
  return [
    `${mentee.name} with ${mentor.name}: ${fit.toFixed(2)}`,
    ...criteria.map(
      ({ name, value, share, words }) =>
        `  ${criterionLabels[name]}: ${value === null ? 'unknown' : `${value.toFixed(2)} × ${percent(share)}`}. ${words}`,
    ),
    ...sideText(mentee.name, pair.rankForMentee, pair.forMentee),
    ...sideText(mentor.name, pair.rankForMentor, pair.forMentor),
    '',
  ].join('\n')
}

function sideText(name: string, { rank, of }: Pair['rankForMentee'], otherwise: Pair['forMentee']): string[] {
  if (otherwise === null) return []
  const { best, forbidden } = otherwise
  return [
    `  For ${name} choice ${rank} of ${of}${best === null ? ': nobody else is possible.' : `; ${best.name}: ${best.words}`}`,
    ...(forbidden === null
      ? []
      : [`  Not possible for ${name}: ${forbidden.name} (${forbidden.fit.toFixed(2)}). ${forbidden.words}`]),
  ]
}

function unmatchedText({ name, words, best }: Unmatched): string {
  return `${name}: ${words}${best === null ? '' : ` ${best.name}: ${best.words}`}`
}

function refusedText({ mentee, mentor, how, words }: MatchingProposal['refused'][number]): string {
  return `${mentee.name} with ${mentor.name} (${how}): ${words}`
}

function listText(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return ''
  const more = lines.length - mostTold
  return [
    `${title} (${lines.length.toLocaleString('en')}):`,
    ...lines.slice(0, mostTold).map((line) => `  ${line}`),
    ...(more > 0 ? [`  … and ${more.toLocaleString('en')} others`] : []),
    '',
  ].join('\n')
}

function percent(part: number): string {
  return `${Math.round(part * 100)} %`
}
