import { itemAt, mix, Random } from '@shared/domain/random'
import type { CommunityStage } from '@shared/domain/vocabulary'
import type { Calendar } from './calendar'
import { stagesOf } from './gatherings'
import { type Department, departments } from './organisation'
import type { People } from './people'
import type { SampleCommunity, SampleCommunityRole } from './types'

/** How a community has fared: its interactions grow, stay level, or fall off since last season. */
export type CommunityCourse = 'thriving' | 'steady' | 'fading'

interface CommunityIdea {
  name: string
  domain: string
  purpose: string
  stage: CommunityStage
  rhythmDays: number
  course: CommunityCourse
  /** Who is drawn to it most. */
  departments: readonly Department[]
  /** Share of all members who belong, at the usual size. */
  share: number
}

const ideas: readonly CommunityIdea[] = [
  {
    name: 'Pricing and Offers',
    domain: 'What our work is worth and how we say so',
    purpose: 'Share offers that worked and those that did not, so that nobody prices alone.',
    stage: 'maturing',
    rhythmDays: 14,
    course: 'thriving',
    departments: ['Client Services', 'Finance', 'Legal', 'Product'],
    share: 0.34,
  },
  {
    name: 'Gauges and Data',
    domain: 'Readings that can be trusted, from the clipboard to the chart',
    purpose: 'Agree on checks and names, and help one another with tools.',
    stage: 'stewardship',
    rhythmDays: 28,
    course: 'steady',
    departments: ['Data', 'Research', 'Engineering', 'Product'],
    share: 0.28,
  },
  {
    name: 'Field Practice',
    domain: 'Working well and safely on the water',
    purpose: 'Keep what the experienced crews know, and pass it between the six places.',
    stage: 'maturing',
    rhythmDays: 21,
    course: 'fading',
    departments: ['Field Operations', 'Engineering'],
    share: 0.26,
  },
  {
    name: 'Newcomers and Onboarding',
    domain: 'The first hundred days',
    purpose: 'Make the first hundred days good in every place.',
    stage: 'coalescing',
    rhythmDays: 21,
    course: 'thriving',
    departments: ['People', 'Field Operations'],
    share: 0.2,
  },
  {
    name: 'Review Circle',
    domain: 'Reading one another’s code, drawings and reports',
    purpose: 'Learn from each other’s work before it goes out.',
    stage: 'maturing',
    rhythmDays: 14,
    course: 'steady',
    departments: ['Product', 'Data', 'Engineering'],
    share: 0.2,
  },
  {
    name: 'Wetlands',
    domain: 'Living shores and soft defences',
    purpose: 'Bring ecologists and engineers to one table.',
    stage: 'coalescing',
    rhythmDays: 28,
    course: 'thriving',
    departments: ['Research', 'Engineering'],
    share: 0.12,
  },
  {
    name: 'Contract Readers',
    domain: 'What we promise and what we are promised',
    purpose: 'Read difficult contracts together and keep the wording that held.',
    stage: 'stewardship',
    rhythmDays: 28,
    course: 'steady',
    departments: ['Legal', 'Finance', 'Client Services'],
    share: 0.1,
  },
  {
    name: 'Leading Teams',
    domain: 'The first years of leading others',
    purpose: 'A place to bring the week’s hard conversation to.',
    stage: 'maturing',
    rhythmDays: 14,
    course: 'fading',
    departments: ['People', 'Engineering', 'Field Operations'],
    share: 0.18,
  },
]

export interface PlannedCommunity {
  record: SampleCommunity
  course: CommunityCourse
  /** Day on which it began. */
  start: number
  /** Members with the day on which each joined, in that order. */
  members: Int32Array
  joined: Int32Array
}

function roleAt(rank: number, size: number, u: number): SampleCommunityRole {
  if (rank === 0) return 'coordinator'
  if (rank < Math.max(3, Math.ceil(size * 0.03))) return 'facilitator'
  return u < 0.1 ? 'expert' : 'member'
}

function gather(idea: CommunityIdea, number: number, people: People, calendar: Calendar): PlannedCommunity {
  const random = new Random(mix(people.seed ^ 0x636f6d, number))
  const start = calendar.workday(calendar.first + 10 + random.below(60))
  const near = new Set(idea.departments.map((department) => departments.indexOf(department)))
  // As many again as in the departments that are drawn to it come from elsewhere.
  const entries: { member: number; day: number }[] = []
  for (let member = 0; member < people.count; member++) {
    const home = near.has(people.department[member] ?? 0)
    const belongs = random.next() < idea.share * (home ? 1.75 : 0.5)
    const lag = Math.floor(-45 * Math.log(1 - random.next() * 0.98))
    const day = Math.max(start, calendar.workday(Math.max(start, people.joinDay(member)) + lag))
    if (belongs && people.isActive(member) && day <= calendar.today) entries.push({ member, day })
  }
  entries.sort((a, b) => a.day - b.day || a.member - b.member)
  const planned: PlannedCommunity = {
    record: {
      name: idea.name,
      domain: idea.domain,
      purpose: idea.purpose,
      stage: idea.stage,
      rhythmDays: idea.rhythmDays,
      startedOn: calendar.text(start),
      members: entries.map(({ member, day }, rank) => ({
        member,
        role: roleAt(rank, entries.length, random.next()),
        joinedOn: calendar.text(day),
      })),
      sponsor: sponsorOf(people, entries),
      ...itemAt(spaces, number % spaces.length),
      stages: [],
    },
    course: idea.course,
    start,
    members: Int32Array.from(entries, ({ member }) => member),
    joined: Int32Array.from(entries, ({ day }) => day),
  }
  planned.record.stages = stagesOf(planned, calendar)
  return planned
}

/** Somebody who is no member of it, and has been there from the beginning. */
function sponsorOf(people: People, entries: readonly { member: number }[]): number | null {
  const members = new Set(entries.map(({ member }) => member))
  for (let member = 0; member < people.count; member++)
    if (people.isActive(member) && !members.has(member)) return member
  return null
}

const spaces = [
  {
    publicSpaces: 'A channel that everybody can read, and an open hour on the first Thursday of a month.',
    privateSpaces: 'Talks between two who work on the same thing, and a list for those who lead.',
  },
  {
    publicSpaces: 'A shared folder of checks and templates, open to all departments.',
    privateSpaces: 'A small circle that reads drafts before they go out.',
  },
] as const

/** Three communities in an organisation of the usual size; more in a very large one. */
export function planCommunities(people: People, calendar: Calendar): PlannedCommunity[] {
  const count = Math.min(ideas.length, 3 + Math.floor(people.count / 4000))
  return Array.from({ length: count }, (_, number) => gather(itemAt(ideas, number), number, people, calendar))
}
