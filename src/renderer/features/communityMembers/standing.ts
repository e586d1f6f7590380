import { counted, numberText, shortDate } from '@renderer/components/labels'
import type { Membership } from '@shared/contract/communityMembers'
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

export function isShown(member: Membership, show: Show, today: string): boolean {
  if (hasLeft(member, today)) return show === 'left'
  if (show === 'all') return true
  return show === 'moved' ? member.moved !== null : member.level === show
}

function hasLeft({ leftOn }: Membership, today: string): boolean {
  return leftOn !== null && leftOn <= today
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
  const moved = there.filter((member) => member.moved !== null).length
  return `${levels.join(', ')}. ${moved === 0 ? 'Nobody moved between levels lately.' : `${counted(moved, 'member has', 'members have')} moved between levels lately.`}`
}

/** The rule in a sentence; `on` is the last day with anything recorded. */
export function ruleText(weeks: number, on: string, today: string): string {
  const { core, active } = levelThresholds(weeks)
  const which = on === today ? `the last ${weeks} weeks` : `the ${weeks} weeks to ${shortDate(on)}`
  return `Of ${which}: core took part in ${core} or more, active in ${active} or more, peripheral in at least one. Contacts count, and having been at a gathering.`
}
