import { counted, numberText, shortDate } from '@renderer/components/labels'
import type { Membership } from '@shared/contract/communityMembers'
import { daysBetween } from '@shared/domain/calendar'
import { levelThresholds } from '@shared/domain/participation'
import { type ParticipationLevel, participationLevels } from '@shared/domain/vocabulary'

export const levelLabels: Record<ParticipationLevel, string> = {
  core: 'Core',
  active: 'Active',
  peripheral: 'Peripheral',
  outside: 'Outside',
}

/** Who is shown. */
export type Show = 'all' | ParticipationLevel | 'moved' | 'left'

/** A move is lately for as long as the rule looks back. */
const latelyDays = 84

export function isShown(member: Membership, show: Show, today: string): boolean {
  if (hasLeft(member, today)) return show === 'left'
  if (show === 'all') return true
  return show === 'moved' ? movedLately(member, today) : member.level === show
}

function hasLeft({ leftOn }: Membership, today: string): boolean {
  return leftOn !== null && leftOn <= today
}

function movedLately({ moved }: Membership, today: string): boolean {
  return moved !== null && daysBetween(moved.on, today) <= latelyDays
}

/** Where somebody came from, and when: "from peripheral, 12 Oct". */
export function moveWords({ moved, level }: Membership): string {
  return moved === null || level === null ? '' : `from ${moved.from}, ${shortDate(moved.on)}`
}

/** How many are where, in one sentence. */
export function readingOf(members: readonly Membership[], weeks: number | null, today: string): string {
  const there = members.filter((member) => !hasLeft(member, today))
  if (weeks === null) {
    return `${counted(there.length, 'member')}. Who is near the centre can be told from its fifth week on.`
  }
  const levels = participationLevels.flatMap((level) => {
    const count = there.filter((member) => member.level === level).length
    return count === 0 ? [] : [`${numberText(count)} ${level}`]
  })
  const moved = there.filter((member) => movedLately(member, today)).length
  return `${levels.join(', ')}. ${moved === 0 ? 'Nobody moved between levels lately.' : `${counted(moved, 'member has', 'members have')} moved between levels lately.`}`
}

/** The rule in a sentence. */
export function ruleText(weeks: number): string {
  const { core, active } = levelThresholds(weeks)
  return `Of the last ${weeks} weeks: core took part in ${core} or more, active in ${active} or more, peripheral in at least one. Contacts count, and having been at a gathering.`
}
