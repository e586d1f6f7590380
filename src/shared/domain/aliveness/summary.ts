import type { CommunityStage } from '../vocabulary'
import type { PartKey } from './parts'
import { weakBelow } from './stages'

/** What the sentences under a community's name are made of. */
export interface Summarized {
  value: number | null
}

interface Week {
  /** Contacts a week, in the span and in the one before. */
  now: number
  before: number
}

const low: Partial<Record<PartKey, string>> = {
  rhythm: 'Losing its rhythm.',
  breadth: 'Few of its members are seen.',
  retention: 'People who took part are staying away.',
  evenness: 'It hangs on a few people.',
  independence: 'It hangs on its coordinator.',
  connectedness: 'It is falling into separate circles.',
  boundaries: 'People keep to their own places or departments.',
  reciprocity: 'Much of it goes one way.',
  newcomers: 'Newcomers do not stay.',
  responsiveness: 'Questions go unanswered.',
  value: 'What is written down is seldom used.',
}

/** The same of a part that is not low, but was higher. */
const falling: Partial<Record<PartKey, string>> = {
  rhythm: 'Its rhythm is loosening.',
  breadth: 'Fewer of its members are seen than before.',
  retention: 'More people stay away than before.',
  evenness: 'Fewer people carry it than before.',
  independence: 'More of it begins with the coordinator than before.',
  connectedness: 'It is coming apart into circles.',
  boundaries: 'Less crosses between places or departments than before.',
  reciprocity: 'Fewer contacts are returned than before.',
  newcomers: 'Fewer newcomers stay than before.',
  responsiveness: 'Fewer questions are answered than before.',
  value: 'Less of what is written down is used than before.',
}

const high: Partial<Record<PartKey, string>> = {
  boundaries: 'What is shared travels well between places.',
  rhythm: 'The rhythm is steady.',
  retention: 'Nearly everybody who took part still does.',
  breadth: 'Nearly everybody is seen.',
  connectedness: 'Nearly everybody is connected with the others.',
  reciprocity: 'People answer each other.',
  newcomers: 'Newcomers stay.',
  evenness: 'Many carry it.',
  independence: 'Most of it begins without the coordinator.',
}

const goodFrom = 0.8

/**
 * Two or three plain sentences: what is weakest, how much happens, and what is strong. `weak` has the parts that are weak
 * for the stage, the weakest first.
 */
export function summaryOf(
  parts: Readonly<Partial<Record<PartKey, Summarized>>>,
  weak: readonly PartKey[],
  week: Week,
  stage: CommunityStage,
): string {
  const known = Object.values(parts).filter(({ value }) => value !== null).length
  if (known === 0)
    return 'Too little is recorded yet to say how it is. What there is stands below, with what is missing.'
  const [first] = weak
  const worst = first ? weakness(first) : 'Alive, and nothing that is recorded is weak.'
  const strong = (Object.keys(high) as PartKey[]).find(
    (part) => (parts[part]?.value ?? 0) >= goodFrom && !weak.includes(part),
  )
  return [worst, contactsOf(week), strong ? (high[strong] ?? '') : ''].filter((text) => text !== '').join(' ')

  function weakness(part: PartKey): string {
    const isLow = (parts[part]?.value ?? 1) < (weakBelow(part, stage) ?? 0)
    return (isLow ? low[part] : falling[part]) ?? ''
  }
}

function contactsOf({ now, before }: Week): string {
  const [own, earlier] = [rounded(now), rounded(before)]
  const few = own === '1' ? 'contact' : 'contacts'
  if (before === 0) return now === 0 ? 'No contacts are recorded.' : `${own} ${few} a week so far.`
  const share = now / before
  if (share < 0.85) return `Contacts fell from ${earlier} a week to ${own} since the season before.`
  if (share > 1.18) return `Contacts rose from ${earlier} a week to ${own} since the season before.`
  return `${own} ${few} a week, about as many as the season before.`
}

/** Under ten with a decimal where it is not whole: 0.4 a week is not none. */
function rounded(value: number): string {
  return (value < 10 ? Math.round(10 * value) / 10 : Math.round(value)).toLocaleString('en')
}
