import { quietness } from '../cadence'
import { addDays, daysBetween } from '../calendar'
import type { DueContact } from './due'

export const flagKinds = [
  'no check-in',
  'no session',
  'falling rating',
  'overdue actions',
  'one-sided',
] as const
export type FlagKind = (typeof flagKinds)[number]

/** Those about a match as a whole. That nobody talked with somebody is put off as the check-in that it is. */
export const flagsToSetAside = ['no session', 'falling rating', 'overdue actions', 'one-sided'] as const
export type FlagToSetAside = (typeof flagsToSetAside)[number]

/** Why a match may need somebody, in one sentence with its figures. */
export interface Flag {
  kind: FlagKind
  /** Of whom it is, where it is of one person; null of the match. */
  memberId: number | null
  sentence: string
}

/** A flag that was set aside. */
export interface FlagSnooze {
  kind: FlagToSetAside
  madeOn: string
  /** From this day on it is shown again. */
  until: string
  /** Null where nobody wanted to see it before. */
  shownAgainOn: string | null
}

export interface MatchFacts {
  startedOn: string | null
  cadenceDays: number | null
  lastSessionOn: string | null
  /** Of the last sessions that were rated, the newest first. */
  ratings: readonly number[]
  /** The day of the last of them. */
  lastRatedOn: string | null
  /** Open action items of the match past their day: how many, and the day of the oldest. */
  overdueActions: number
  oldestActionOn: string | null
  /** The day of the one that became overdue last. */
  latestActionOn: string | null
  people: readonly PersonFacts[]
}

export interface PersonFacts {
  id: number
  name: string
  due: DueContact | null
  lastCheckInOn: string | null
  /** Contacts in which this person reached out to others of the match, in the last 90 days. */
  reachedOut: number
}

/** Days that one-sided contact is judged by, contacts there must be, and the share that makes it one-sided. */
const SIDED_DAYS = 90
const SIDED_LEAST = 4
const SIDED_SHARE = 0.8
/** As many sessions are compared with as many before them; a fall of less is noise. */
const RATED = 3
const FALL = 1

/** What may be wrong with an active match, the most urgent first. The thresholds are conventions, not findings. */
export function flagsOf(match: MatchFacts, today: string): Flag[] {
  return [
    ...match.people.flatMap((person) => noCheckIn(person, today)),
    noSession(match, today),
    fallingRating(match.ratings),
    overdueActions(match, today),
    oneSided(match.people, today),
  ].filter((flag) => flag !== null)
}

function noCheckIn({ id, name, due, lastCheckInOn }: PersonFacts, today: string): Flag[] {
  if (due === null || due.state !== 'breached') return []
  const since = daysBetween(due.since, today)
  const every = daysBetween(due.since, due.dueOn)
  const what = due.depth === 'in depth' ? ' in depth' : ''
  const sentence =
    lastCheckInOn === null
      ? `Nobody has talked${what} with ${name} yet, ${days(since)} after the start; it was due after ${days(every)}.`
      : `Nobody has talked${what} with ${name} for ${days(since)}; it was due after ${days(every)}.`
  return [{ kind: 'no check-in', memberId: id, sentence }]
}

function noSession({ startedOn, cadenceDays, lastSessionOn }: MatchFacts, today: string): Flag | null {
  const quiet = quietness({ startedOn, cadenceDays, lastSessionOn, today })
  if (quiet.state !== 'quiet' || quiet.daysSince === null || cadenceDays === null) return null
  const sentence =
    lastSessionOn === null
      ? `No session yet, ${days(quiet.daysSince)} after the start; every ${days(cadenceDays)} was agreed.`
      : `No session for ${days(quiet.daysSince)}; every ${days(cadenceDays)} was agreed.`
  return { kind: 'no session', memberId: null, sentence }
}

function fallingRating(ratings: readonly number[]): Flag | null {
  const [last, before] = [ratings.slice(0, RATED), ratings.slice(RATED, 2 * RATED)]
  if (before.length < RATED) return null
  const [now, then] = [mean(last), mean(before)]
  if (then - now < FALL) return null
  const sentence = `The last three rated sessions have ${now.toFixed(1)} of 5 on average, the three before had ${then.toFixed(1)}.`
  return { kind: 'falling rating', memberId: null, sentence }
}

function overdueActions({ overdueActions: count, oldestActionOn }: MatchFacts, today: string): Flag | null {
  if (count === 0 || oldestActionOn === null) return null
  const late = days(daysBetween(oldestActionOn, today))
  const sentence =
    count === 1
      ? `An action item is ${late} overdue.`
      : `${count} action items are overdue, the oldest by ${late}.`
  return { kind: 'overdue actions', memberId: null, sentence }
}

/** Who reaches out: where all comes from one side, and where the coordinator hears one side only. */
function oneSided(people: readonly PersonFacts[], today: string): Flag | null {
  const all = people.reduce((sum, { reachedOut }) => sum + reachedOut, 0)
  const most = people.find(({ reachedOut }) => reachedOut >= SIDED_SHARE * all)
  if (people.length === 2 && all >= SIDED_LEAST && most) {
    const sentence = `${most.reachedOut} of ${all} contacts in the last ${SIDED_DAYS} days came from ${most.name}.`
    return { kind: 'one-sided', memberId: null, sentence }
  }
  const heard = people.filter(({ lastCheckInOn }) => isRecent(lastCheckInOn, today))
  const [one] = heard
  const other = people.find((person) => !heard.includes(person))
  if (people.length !== 2 || heard.length !== 1 || !one || !other) return null
  // Before it is overdue the other talk is still to come; when it was let slip that is said already.
  if (other.due?.state !== 'overdue' && other.due?.state !== 'snoozed') return null
  const sentence = `In the last ${SIDED_DAYS} days you have heard ${one.name}, but not ${other.name}.`
  return { kind: 'one-sided', memberId: null, sentence }
}

/**
 * Whether a flag is still set aside. It comes back on its day, when somebody wants to see it, and when there is news of
 * what it is about: they met and are quiet once more, another session was rated, another action item is late.
 */
export function isSetAside(snooze: FlagSnooze, match: MatchFacts, today: string): boolean {
  if (snooze.until <= today || snooze.shownAgainOn !== null) return false
  const { lastSessionOn, lastRatedOn, latestActionOn } = match
  switch (snooze.kind) {
    case 'no session':
      return lastSessionOn === null || lastSessionOn <= snooze.madeOn
    case 'falling rating':
      return lastRatedOn === null || lastRatedOn <= snooze.madeOn
    case 'overdue actions':
      // One of that day is late from the next on.
      return latestActionOn === null || latestActionOn < snooze.madeOn
    case 'one-sided':
      return true
  }
}

const isRecent = (on: string | null, today: string) => on !== null && on >= sidedSince(today)

/** From this day on contacts tell whether a match is one-sided. */
export const sidedSince = (today: string) => addDays(today, -SIDED_DAYS)

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const days = (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`
