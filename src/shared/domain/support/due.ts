import { addDays, daysBetween } from '../calendar'
import type { CheckInDepth, PresetName, Stage, SupportPlan } from './plan'

/** `snoozed` is due or overdue, but put off for a reason. */
export type DueState = 'ok' | 'due' | 'overdue' | 'breached' | 'snoozed'

/** A check-in is shown so many days before it is due. */
const DAYS_AHEAD = 7

/** Dates are `YYYY-MM-DD`. */
export interface Contact {
  on: string
  depth: CheckInDepth
}

export interface Snooze {
  madeOn: string
  until: string
}

/** One person of a match, as far as check-ins with them go. */
export interface Supported {
  plan: SupportPlan
  /** Null is unknown: then the first contact is the start. */
  startedOn: string | null
  /** After a pause everything counts from this day. */
  resumedOn: string | null
  /** Every contact with this person that has taken place, in any order. */
  contacts: readonly Contact[]
  /** The last one. */
  snooze: Snooze | null
}

export interface DueDay {
  /** The day of the last contact, of the start, or of the end of a pause: what is counted from. */
  since: string
  dueOn: string
  /** The last day before the contact counts as let slip. */
  latestOn: string
}

export interface DueContact extends DueDay {
  depth: CheckInDepth
  preset: PresetName
  state: DueState
  /** Days past the due day; 0 on the day itself and before. */
  daysLate: number
  snoozedUntil: string | null
}

/**
 * When to talk with a person next: the later of the last contact and the start, plus the interval of the match's age
 * then. Any contact settles a quick one; one in depth settles both. Null where it is not known from when to count.
 */
export function nextDue(person: Supported, today: string): DueContact | null {
  const start = person.startedOn ?? earliest(person.contacts.map(({ on }) => on))
  if (start === null) return null
  const quick = dueDay(person.plan.quick, start, lastOf(person, start, false))
  const inDepth = dueDay(person.plan.inDepth, start, lastOf(person, start, true))
  // A talk in depth does for a quick one as well, so the two are never asked for at once.
  const isDeep = inDepth !== null && (quick === null || inDepth.dueOn <= quick.dueOn)
  const day = isDeep ? inDepth : quick
  if (day === null) return null
  const snoozedUntil =
    person.snooze !== null && person.snooze.madeOn >= day.since && today < person.snooze.until
      ? person.snooze.until
      : null
  const state = stateOf(day, today)
  return {
    ...day,
    depth: isDeep ? 'in depth' : 'quick',
    preset: person.plan.preset,
    state: snoozedUntil !== null && state !== 'ok' ? 'snoozed' : state,
    daysLate: Math.max(0, daysBetween(day.dueOn, today)),
    snoozedUntil,
  }
}

function lastOf({ contacts, resumedOn }: Supported, start: string, deepOnly: boolean): string {
  let last = resumedOn !== null && resumedOn > start ? resumedOn : start
  for (const { on, depth } of contacts) if (on > last && (!deepOnly || depth === 'in depth')) last = on
  return last
}

/**
 * The due day that stages make. A later stage with a shorter interval begins to count when it begins: so a contact that
 * took place earlier never puts the next one off. Null without stages.
 */
export function dueDay(stages: readonly Stage[], start: string, since: string): DueDay | null {
  const age = Math.max(0, daysBetween(start, since))
  const current = stages.findLast(({ from }) => from <= age) ?? stages[0]
  if (!current) return null
  const counted = stages
    .filter(({ from }) => from > age)
    .map((later) => ({ ...later, at: addDays(start, later.from) }))
  counted.push({ ...current, at: since })
  const first = (days: readonly string[]) => days.toSorted()[0] ?? since
  return {
    since,
    dueOn: first(counted.map(({ at, every }) => addDays(at, every))),
    latestOn: first(counted.map(({ at, latest }) => addDays(at, latest))),
  }
}

function stateOf({ dueOn, latestOn }: DueDay, today: string): Exclude<DueState, 'snoozed'> {
  if (today > latestOn) return 'breached'
  if (today > dueOn) return 'overdue'
  return daysBetween(today, dueOn) <= DAYS_AHEAD ? 'due' : 'ok'
}

function earliest(days: readonly string[]): string | null {
  return days.reduce<string | null>((first, day) => (first === null || day < first ? day : first), null)
}

/**
 * What to try when a contact does not come about: each step says more than the one before. Null while there is time.
 * `snoozes` counts those since the last contact, `means` is how the last contact was made.
 */
export function escalation(due: DueContact, snoozes: number, means: string | null): string | null {
  if (due.state === 'ok' || due.state === 'due' || due.state === 'snoozed') return null
  if (due.state === 'overdue' && snoozes < 2) {
    return means === null ? 'Call rather than write.' : `Last time it was by ${means}: try another way.`
  }
  const putOff = snoozes === 0 ? '' : ` It was put off ${snoozes === 1 ? 'once' : `${snoozes} times`}.`
  return `Ask the other side how it is going, and agree on a day.${putOff}`
}
