import { addDays, daysBetween } from './calendar'

/**
 * A match is called quiet when no session was held within this many times the agreed cadence. Source: field
 * notes, section A, where a due contact counts as breached over 1.5 × its interval, and the risk flag "no
 * session within 1.5 × cadence". It is a convention of programs, not a finding.
 */
const QUIET_AFTER_CADENCES = 1.5

/** `unknown`: without an agreed cadence or a beginning nobody can be late. */
export type CadenceState = 'unknown' | 'on track' | 'due' | 'quiet'

/** Dates are `YYYY-MM-DD`; null is unknown. */
export interface Cadence {
  lastSessionOn: string | null
  /** When the match became active; the first session is due one cadence later. */
  startedOn: string | null
  /** Days between sessions that the two agreed on, above zero. */
  cadenceDays: number | null
  today: string
}

export interface Quietness {
  state: CadenceState
  /** Days since the later of the last session and the start; negative when that lies ahead. */
  daysSince: number | null
  /** When the next session is due: the later of the last session and the start, plus the cadence. */
  dueOn: string | null
  /** Days past the due date; 0 on the day itself and before. */
  daysLate: number | null
}

/**
 * How a match (or a community, by its rhythm) keeps to its cadence c, `daysSince` days after its last session:
 * on track below c, due from c on, quiet above 1.5 × c. Any session resets it, whoever logged it.
 * Throws a RangeError when the cadence is not above zero.
 */
export function quietness({ lastSessionOn, startedOn, cadenceDays, today }: Cadence): Quietness {
  if (cadenceDays !== null && !(cadenceDays > 0)) {
    throw new RangeError(`A cadence of ${cadenceDays} days is not above zero.`)
  }
  const since = later(lastSessionOn, startedOn)
  if (since === null) return { state: 'unknown', daysSince: null, dueOn: null, daysLate: null }
  const daysSince = daysBetween(since, today)
  if (cadenceDays === null) return { state: 'unknown', daysSince, dueOn: null, daysLate: null }
  // A cadence that is no whole number of days, such as 30.4, is due on the first day that has reached it.
  const daysLate = Math.max(0, daysSince - Math.ceil(cadenceDays))
  return {
    state: stateOf(daysSince, cadenceDays),
    daysSince,
    dueOn: addDays(since, Math.ceil(cadenceDays)),
    daysLate,
  }
}

/**
 * The days from which on a match is due, and quiet, unless a session is held before: by the rule of `quietness`, as days
 * since 1970-01-01. Null without a cadence or a beginning.
 */
export function rhythmOf({ since, cadenceDays }: { since: number | null; cadenceDays: number | null }): {
  dueDay: number
  quietDay: number
} | null {
  if (since === null || cadenceDays === null) return null
  return {
    dueDay: since + Math.ceil(cadenceDays),
    quietDay: since + Math.floor(QUIET_AFTER_CADENCES * cadenceDays) + 1,
  }
}

function stateOf(daysSince: number, cadenceDays: number): CadenceState {
  if (daysSince > QUIET_AFTER_CADENCES * cadenceDays) return 'quiet'
  return daysSince >= cadenceDays ? 'due' : 'on track'
}

function later(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other
  return daysBetween(one, other) > 0 ? other : one
}
