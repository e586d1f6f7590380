import { addDays, daysBetween } from '@shared/domain/calendar'
import { itemAt, mix, Random } from '@shared/domain/random'
import type { MatchStatus, SessionMedium } from '@shared/domain/vocabulary'
import type { Calendar } from './calendar'
import type { PlannedMatch } from './matches'
import type { SampleSupport } from './types'

const goals: readonly { text: string; steps: readonly string[] }[] = [
  {
    text: 'Lead the weekly meeting without notes',
    steps: ['Watch two meetings', 'Lead one part', 'Lead a whole one'],
  },
  {
    text: 'Know whom to ask in the other places',
    steps: ['Draw the map of people', 'Meet three of them', 'Ask one for help'],
  },
  {
    text: 'Be ready for a first team of one’s own',
    steps: ['Shadow a team lead', 'Plan a week', 'Give feedback'],
  },
  {
    text: 'Hand on how the old line is kept running',
    steps: ['Write the three tricks down', 'Show them once'],
  },
]

const heard = [
  'They meet regularly and like it. Nothing is missing.',
  'Busy weeks; they have moved two meetings. Asked for a topic to begin with.',
  'Very glad of the last talk: a decision became easier.',
  'Would like to meet in person once. I said I would see about the travel.',
  '',
  'By phone from the shop floor: all is well, the next date stands.',
]

const means: readonly SessionMedium[] = ['phone', 'video', 'in person', 'e-mail']

/** Share of check-ins that came about in time; some came late, and a few not at all. */
const inTime = 0.72

/** So many matches have their whole story; of others the last two check-ins with each are enough to look alive. */
const wholeStories = 2000

/** How the matches were accompanied: by match, in their order. */
export function planSupport(
  matches: readonly PlannedMatch[],
  calendar: Calendar,
  seed: number,
): SampleSupport[] {
  const random = new Random(mix(seed, 0x737570))
  const today = calendar.text(calendar.today)
  let beingClosed = 0
  return matches.flatMap(({ index, record, members }) => {
    const { startedOn, endedOn, status } = record
    if (startedOn === null || status === 'proposed') return []
    const until = endedOn !== null && endedOn < today ? endedOn : today
    const closes = status === 'active' && daysBetween(startedOn, today) > 150 && beingClosed < 1
    if (closes) beingClosed++
    return [
      {
        match: index,
        checkIns: members.flatMap((member) =>
          checkInsWith(member, startedOn, until, random).slice(index < wholeStories ? 0 : -2),
        ),
        goal: index < wholeStories ? goalOf(startedOn, until, status === 'completed', random) : null,
        closure: closes ? closing(today) : closed(status, endedOn, startedOn),
      },
    ]
  })
}

/** It is being brought to its end: one of them has been talked with. */
const closing = (today: string): SampleSupport['closure'] => ({
  anticipated: true,
  begunOn: addDays(today, -5),
  endsOn: addDays(today, 6),
  closedOn: null,
  talkedOn: addDays(today, -2),
})

function closed(status: MatchStatus, endedOn: string | null, startedOn: string): SampleSupport['closure'] {
  if (endedOn === null || (status !== 'completed' && status !== 'ended early')) return null
  const before = addDays(endedOn, -14)
  const begunOn = before > startedOn ? before : startedOn
  const anticipated = status === 'completed'
  return { anticipated, begunOn, endsOn: endedOn, closedOn: endedOn, talkedOn: endedOn }
}

function checkInsWith(member: number, from: string, until: string, random: Random) {
  const checkIns: SampleSupport['checkIns'] = []
  // Who came into the file long ago has a history of a year and a half at most.
  let on = from
  for (let number = 0; number < 18; number++) {
    const wait = random.chance(inTime) ? random.between(19, 30) : random.between(31, 52)
    on = addDays(on, number === 0 ? Math.min(wait, 24) : wait)
    if (on >= until) break
    checkIns.push({
      member,
      on,
      means: random.pick(means),
      minutes: random.chance(0.6) ? random.between(1, 6) * 5 : null,
      depth: number % 3 === 2 ? 'in depth' : 'quick',
      notes: random.pick(heard),
    })
  }
  return checkIns
}

function goalOf(from: string, until: string, reached: boolean, random: Random): SampleSupport['goal'] {
  if (!random.chance(0.7)) return null
  const { text, steps } = itemAt(goals, random.below(goals.length))
  const done = reached ? steps.length : random.below(steps.length)
  const length = Math.max(1, daysBetween(from, until))
  return {
    text,
    setOn: addDays(from, Math.min(7, length)),
    dueOn: reached ? until : addDays(until, random.between(-6, 90)),
    reachedOn: reached ? until : null,
    milestones: steps.map((step, at) => ({
      text: step,
      doneOn: at < done ? addDays(from, Math.floor(((at + 1) * length) / (steps.length + 1))) : null,
    })),
  }
}
