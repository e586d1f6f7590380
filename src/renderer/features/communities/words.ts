import { counted, numberText, shortDate, stageLabels } from '@renderer/components/labels'
import type { CommunityRow } from '@shared/contract/communities'
import { addDays, daysBetween } from '@shared/domain/calendar'

/** "every 2 weeks", "every 10 days". */
function rhythmWords(days: number): string {
  if (days % 7 !== 0) return `every ${counted(days, 'day')}`
  return days === 7 ? 'every week' : `every ${numberText(days / 7)} weeks`
}

/** Where it is, how many belong to it, and who tends it: "Maturing since 3 Mar · 22 members in 5 places". */
export function sizeWords({
  stage,
  stageSince,
  members,
  places,
  coordinator,
  endedOn,
}: CommunityRow): string {
  const since = stageSince === null ? '' : ` since ${shortDate(stageSince)}`
  const where = places > 1 ? ` in ${counted(places, 'place')}` : ''
  return [
    endedOn === null ? `${stageLabels[stage]}${since}` : `Ended on ${shortDate(endedOn)}`,
    members === 0 ? 'no members yet' : `${counted(members, 'member')}${where}`,
    ...(coordinator ? [`tended by ${coordinator.name}`] : []),
  ].join(' · ')
}

interface Reading {
  words: string
  tone: 'over' | 'due' | 'quiet' | 'leaf'
}

/** How a community stands to its own rhythm, in one sentence. */
export function rhythmReading(row: CommunityRow, today: string): Reading {
  const { endedOn, members, rhythmDays, gatherings } = row
  const { lastOn, nextOn, open } = gatherings
  if (endedOn !== null && endedOn <= today) return { words: 'It has come to its end.', tone: 'quiet' }
  if (members === 0) return { words: 'Nobody belongs to it yet: add its first members.', tone: 'due' }
  const late = lastOn === null || rhythmDays === null ? 0 : daysBetween(addDays(lastOn, rhythmDays), today)
  const isLosing = rhythmDays !== null && late > rhythmDays
  if (open > 0 && !isLosing) {
    return {
      words: `${open === 1 ? 'A gathering was' : `${numberText(open)} gatherings were`} planned and not noted: who was there?`,
      tone: 'due',
    }
  }
  const next = nextOn === null ? '' : ` The next is on ${shortDate(nextOn)}.`
  if (lastOn === null) {
    return nextOn === null
      ? { words: 'No gathering yet: plan the first one.', tone: 'due' }
      : { words: `The first gathering is on ${shortDate(nextOn)}.`, tone: 'leaf' }
  }
  const last = `Last met on ${shortDate(lastOn)}.`
  if (rhythmDays === null) return { words: `${last}${next}`, tone: nextOn === null ? 'quiet' : 'leaf' }
  if (isLosing) {
    return {
      words: `Losing its rhythm: it meets ${rhythmWords(rhythmDays)}, and met last on ${shortDate(lastOn)}.${next}${open > 0 ? ' What was planned since is not noted.' : ''}`,
      tone: 'over',
    }
  }
  if (nextOn === null)
    return { words: `${last} Nothing is planned after it.`, tone: late > 0 ? 'over' : 'due' }
  return { words: `${last}${next}`, tone: 'leaf' }
}
