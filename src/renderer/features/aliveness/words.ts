import { counted, shortDate } from '@renderer/components/labels'
import type { OutputOf } from '@shared/contract'
import type { PartKey } from '@shared/domain/aliveness/parts'
import type { StepReasons } from '@shared/domain/aliveness/stepWords'

export type Aliveness = OutputOf<'aliveness.get'>
export type Part = Aliveness['parts'][number]
export type Numbered = OutputOf<'aliveness.number'>
export type Step = OutputOf<'aliveness.steps'>[number]

/** The parts by a word each, for a list that is looked over. */
export const partNames: Record<PartKey, string> = {
  breadth: 'Breadth',
  evenness: 'Evenness',
  reciprocity: 'Reciprocity',
  boundaries: 'Crossing',
  connectedness: 'Connection',
  rhythm: 'Rhythm',
  newcomers: 'Newcomers',
  retention: 'Retention',
  responsiveness: 'Answers',
  independence: 'Independence',
  value: 'Value',
}

/** What each takes at least, in few words; the whole of it is in the part's description. */
export const partNeeds: Record<PartKey, string> = {
  breadth: '5 members',
  evenness: '8 people with contacts',
  reciprocity: '5 pairs, and who began',
  boundaries: '10 ties, and where people are',
  connectedness: '5 members',
  rhythm: '7 gatherings',
  newcomers: '5 newcomers of a season ago',
  retention: '5 people of the season before',
  responsiveness: '5 asks a week old',
  independence: '10 contacts, and who began',
  value: '5 pieces of knowledge',
}

/** What a step is about beside people: the title of a piece of knowledge, or a topic. */
export function aboutOf({ item, topic }: Pick<Step, 'item' | 'topic'>): string | null {
  return item?.name ?? topic?.name ?? null
}

/** Of a hundred: a share of 0 to 1 as it is shown. */
export function figure(value: number): string {
  return String(Math.round(100 * value))
}

/** “+3”, “−21”, “0”: what a share has gained, of a hundred. */
export function gain(change: number): string {
  const points = Math.round(100 * change)
  return points === 0 ? '0' : points > 0 ? `+${points}` : `−${-points}`
}

/** A numerator or denominator, with a decimal where it is no whole number. */
export function amount(value: number | null): string {
  return value === null ? 'not recorded' : value.toLocaleString(undefined, { maximumFractionDigits: 1 })
}

export function spanWords({ from, to }: Aliveness['span']): string {
  return `${shortDate(from)} to ${shortDate(to)}`
}

export function stepReasons({ topic, places, day, count, usual, ask }: Step): StepReasons {
  const [one, other] = places ?? []
  return {
    topic: topic ?? undefined,
    places: one !== undefined && other !== undefined ? [one, other] : undefined,
    day: day === null ? undefined : shortDate(day),
    count: count ?? undefined,
    usual: usual ?? undefined,
    ask: ask ?? undefined,
  }
}

export function contactsWords(count: number): string {
  return counted(count, 'contact')
}
