import { counted, shortDate } from '@renderer/components/labels'
import type { Ask, AskAnswer } from '@shared/contract/asks'
import { daysBetween } from '@shared/domain/calendar'
import type { Helped } from '@shared/domain/vocabulary'

const helpedLabels: Record<Helped, string> = {
  yes: 'It helped',
  partly: 'It helped in part',
  no: 'It did not help',
}

/** What waits, and how soon the others were answered, in a sentence or two. */
export function readingOf(asks: readonly Ask[], today: string): string {
  if (asks.length === 0)
    return 'Nothing was asked yet. A question that somebody answers is what a community is made of: note who asked, and who helped.'
  const open = asks.filter(({ isOpen }) => isOpen)
  const [oldest] = open
  const waits = asks
    .flatMap(({ askedOn, answers: [first] }) => (first ? [daysBetween(askedOn, first.answeredOn)] : []))
    .sort((one, other) => one - other)
  const median = waits[Math.floor((waits.length - 1) / 2)]
  const waiting = oldest
    ? `${counted(open.length, 'ask waits', 'asks wait')} for an answer, ${open.length === 1 ? 'for' : 'the oldest for'} ${counted(Math.max(0, daysBetween(oldest.askedOn, today)), 'day')}.`
    : 'Nothing waits for an answer.'
  if (median === undefined) return waiting
  const soon = median === 0 ? 'on the same day' : `within ${counted(median, 'day')}`
  return `${waiting} Of those that were answered, half had a first answer ${soon}.`
}

/** “asked 3 Nov, 12 days ago · Tides · in confidence” */
export function factsOf(ask: Ask, today: string): string {
  const { askedOn, topic, isPrivate, closedOn, isOpen } = ask
  const days = daysBetween(askedOn, today)
  const age = days === 0 ? 'today' : days === 1 ? 'yesterday' : `${shortDate(askedOn)}`
  return [
    `asked ${age}`,
    topic,
    isPrivate ? 'in confidence' : null,
    closedOn !== null && !isOpen ? `closed ${shortDate(closedOn)}` : null,
  ]
    .filter((part) => part !== null)
    .join(' · ')
}

/** How long an ask has waited. */
export function ageOf({ askedOn }: Ask, today: string): string {
  const days = Math.max(0, daysBetween(askedOn, today))
  return days === 0 ? 'today' : counted(days, 'day')
}

/** “on 5 Nov by phone, after 2 days. It helped.” */
export function answerFacts({ answeredOn, means, helped }: AskAnswer, askedOn: string): string {
  const days = daysBetween(askedOn, answeredOn)
  const soon = days === 0 ? 'on the same day' : `after ${counted(days, 'day')}`
  const by = means === null || means === 'other' ? '' : means === 'in person' ? ' in person' : ` by ${means}`
  return `${shortDate(answeredOn)}${by}, ${soon}${helped === null ? '' : `. ${helpedLabels[helped]}`}.`
}

/** Who of the community might know. */
export function offeringWords({ offering, moreOffering, topic }: Ask): string | null {
  if (offering.length === 0 || topic === null) return null
  const names = offering.map(({ name }) => name)
  const all = moreOffering > 0 ? [...names, counted(moreOffering, 'other member')] : names
  const last = all.at(-1) ?? ''
  const words = all.length === 1 ? last : `${all.slice(0, -1).join(', ')} and ${last}`
  return `${words} ${all.length === 1 ? 'offers' : 'offer'} ${topic}.`
}
