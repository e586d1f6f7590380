import { isCalendarDate } from './calendar'
import type { MemberStatus } from './vocabulary'

/** What may be kept for a number of months only; each rule is off until somebody sets it. */
export const retentionRuleNames = ['members', 'prospects', 'notes', 'checkIns', 'history', 'trash'] as const
export type RetentionRuleName = (typeof retentionRuleNames)[number]

/** Months by rule; null is off. */
export type RetentionRules = Record<RetentionRuleName, number | null>

export const noRules: RetentionRules = {
  members: null,
  prospects: null,
  notes: null,
  checkIns: null,
  history: null,
  trash: null,
}

export const mostMonths = 600

/** The rules as they were stored; what cannot be read is off, since a rule that nobody set must remove nothing. */
export function rulesOf(stored: string | undefined): RetentionRules {
  const value = parsed(stored)
  const rules = { ...noRules }
  for (const name of retentionRuleNames) {
    const months = value[name]
    if (typeof months === 'number' && Number.isInteger(months) && months > 0 && months <= mostMonths)
      rules[name] = months
  }
  return rules
}

function parsed(stored: string | undefined): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(stored ?? '{}')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

/**
 * The last day that lies a number of months back: what is of that day or earlier is past its time. The same day of the
 * month, or the month's last where it has no such day.
 */
export function lastDayPast(today: string, months: number): string {
  if (!isCalendarDate(today)) throw new RangeError(`“${today}” is not a calendar date.`)
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number)
  const index = year * 12 + (month - 1) - months
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1]
  for (let last = day; ; last--) {
    const date = `${String(toYear).padStart(4, '0')}-${String(toMonth).padStart(2, '0')}-${String(last).padStart(2, '0')}`
    if (isCalendarDate(date)) return date
    if (last === 1) return '0001-01-01'
  }
}

/** What the rules need to know of a member; dates are calendar dates. */
export interface RetainedMember {
  status: MemberStatus
  archived: boolean
  erased: boolean
  /** Marked as to be kept, whatever the rules say. */
  keep: boolean
  /** The last session or contact; null when there was none. */
  lastContactOn: string | null
  joinedOn: string | null
  /** When the member came into the directory. */
  createdOn: string
}

/** The day that the time of a former member runs from: the last contact, else joining, else coming into the file. */
export function lastActivityOn({ lastContactOn, joinedOn, createdOn }: RetainedMember): string {
  return lastContactOn ?? joinedOn ?? createdOn
}

/** The day that the time of somebody who never joined runs from: whatever came last. */
function lastSeenOn({ lastContactOn, createdOn }: RetainedMember): string {
  return lastContactOn !== null && lastContactOn > createdOn ? lastContactOn : createdOn
}

/**
 * The rule by which a member is past their time today; null when there is none. Who is to be kept, and who was erased
 * already, never is.
 */
export function memberDue(
  member: RetainedMember,
  rules: RetentionRules,
  today: string,
): 'members' | 'prospects' | null {
  if (member.keep || member.erased) return null
  return ruleFor(member, rules, today)
}

/** The same for who is to be kept: which rule the mark holds back. */
export function ruleFor(
  member: RetainedMember,
  rules: RetentionRules,
  today: string,
): 'members' | 'prospects' | null {
  const neverJoined = member.status === 'prospect' || member.status === 'invited'
  if (rules.prospects !== null && neverJoined && member.joinedOn === null) {
    if (lastSeenOn(member) <= lastDayPast(today, rules.prospects)) return 'prospects'
  }
  if (rules.members !== null && (member.status === 'alumni' || member.archived)) {
    if (lastActivityOn(member) <= lastDayPast(today, rules.members)) return 'members'
  }
  return null
}
