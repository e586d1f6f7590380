import { AppError } from '@shared/errors'
import { planDuties } from './agreements'
import { planAsks } from './asks'
import { createCalendar } from './calendar'
import { planCommunities } from './communities'
import { planEnrolments } from './enrolments'
import { planGatherings } from './gatherings'
import { generateInteractions } from './interactions'
import { planInvitations } from './invitations'
import { planKnowledge } from './knowledge'
import { planMatches } from './matches'
import { withPreferences } from './matching'
import { generateMembers } from './members'
import type { MemberRef } from './notes/scope'
import { fileName, organisation } from './organisation'
import { People } from './people'
import { planSchedule } from './schedule'
import { generateSessions } from './sessions'
import { planSupport } from './support'
import { planSurveys } from './surveys'
import type {
  SampleAsk,
  SampleCommunity,
  SampleEnrolment,
  SampleGathering,
  SampleInteractions,
  SampleInvitation,
  SampleKnowledge,
  SampleMatch,
  SampleMember,
  SampleProgram,
  SampleSession,
  SampleSizes,
  SampleSupport,
  SampleSurveyResponse,
} from './types'

/** What *explore the sample program* shows. */
export const defaultSizes: Readonly<SampleSizes> = { members: 120, sessions: 660, interactions: 2500 }

/** Fewer people than this are no organisation of six places. */
const fewestMembers = 12

const largest: Readonly<SampleSizes> = { members: 1_000_000, sessions: 10_000_000, interactions: 100_000_000 }

/** Sessions that a match usually has in the file; decides how many matches a large program has. */
const sessionsPerMatch = 16.5
const usualMatches = 40

export interface SampleOptions {
  /** A whole number; the same one gives the same program, to the last letter. */
  seed: number
  /** The day on which it is opened, `YYYY-MM-DD`; no session or interaction lies behind it. */
  today: string
  sizes?: Partial<SampleSizes>
}

/**
 * A believable program for looking around, teaching and measuring. The small lists are there at once; the long ones
 * come in batches and may be asked for again, with the same outcome.
 */
export interface Sample {
  organisation: string
  /** What the program file would be called. */
  fileName: string
  sizes: SampleSizes
  seed: number
  programs: SampleProgram[]
  enrolments: SampleEnrolment[]
  matches: SampleMatch[]
  surveys: SampleSurveyResponse[]
  /** How those that began were accompanied. */
  support: SampleSupport[]
  communities: SampleCommunity[]
  /** What they met for, by community. */
  gatherings: SampleGathering[]
  /** What was asked in them, and who was invited. */
  asks: SampleAsk[]
  invitations: SampleInvitation[]
  /** What was written down for others. */
  knowledge: SampleKnowledge[]
  /** In the order of their numbers. */
  members(): Generator<SampleMember[], void, void>
  /**
   * In order of time. Notes name members as `[@Full Name](coppice:member/REF)`, where REF is what `memberRef` makes
   * of the member's number; the number itself unless told otherwise.
   */
  sessions(memberRef?: MemberRef): Generator<SampleSession[], void, void>
  /** In order of time. */
  interactions(): Generator<SampleInteractions, void, void>
}

function checkedSizes(sizes: Partial<SampleSizes> | undefined): SampleSizes {
  const checked = { ...defaultSizes, ...sizes }
  const sizeNames = ['members', 'sessions', 'interactions'] as const
  for (const name of sizeNames) {
    const least = name === 'members' ? fewestMembers : 0
    const size = checked[name]
    if (!Number.isInteger(size) || size < least || size > largest[name]) {
      const range = `from ${least} to ${largest[name].toLocaleString('en')}`
      throw new AppError('invalid-input', `A sample program has ${range} ${name}; give a whole number.`, name)
    }
  }
  return checked
}

/** Plans the sample program; throws `invalid-input` for sizes or a date that make no sense. */
export function createSample({ seed, today, sizes }: SampleOptions): Sample {
  const wanted = checkedSizes(sizes)
  const calendar = createCalendar(today)
  const people = new People(seed | 0, wanted.members, calendar)
  const matchCount = Math.min(
    Math.max(usualMatches, Math.round(wanted.sessions / sessionsPerMatch)),
    Math.floor(wanted.members * 0.45),
  )
  const { programs, matches } = planMatches(people, calendar, matchCount)
  const schedule = planSchedule(matches, calendar, wanted.sessions, people.seed)
  const duties = planDuties(matches, schedule, calendar)
  const communities = planCommunities(people, calendar)
  const records = matches.map(({ record }) => record)
  return {
    organisation,
    fileName,
    sizes: wanted,
    seed: people.seed,
    programs,
    enrolments: withPreferences(people, planEnrolments(people, calendar, programs, matches), records),
    matches: records,
    surveys: planSurveys(people.seed, calendar, programs, matches),
    support: planSupport(matches, calendar, people.seed),
    communities: communities.map(({ record }) => record),
    gatherings: planGatherings(people, calendar, communities),
    asks: planAsks(people, calendar, communities),
    invitations: planInvitations(people, calendar, communities),
    knowledge: planKnowledge(people, calendar, communities.length),
    members: () => generateMembers(people, calendar),
    sessions: (memberRef = String) =>
      generateSessions(people, calendar, matches, schedule, duties, memberRef),
    interactions: () => generateInteractions(people, calendar, communities, wanted.interactions),
  }
}
