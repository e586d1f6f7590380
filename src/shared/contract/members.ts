import { z } from 'zod'
import { isTimeZone } from '../domain/timeZones'
import { consentStandings, enrolmentSteps, matchSides, skillSides } from '../domain/vocabulary'
import { weekHours } from '../domain/weekHours'
import {
  count,
  date,
  email,
  id,
  markdown,
  matchStatus,
  memberStatus,
  mentoringRole,
  optionalLine,
  page,
  reference,
  requiredLine,
  words,
} from './fields'
import { read, write } from './operation'
import { deletion } from './trash'

const place = z.string().nullable()
const standing = z.enum(consentStandings)

export const memberFilter = z
  .object({
    /** Words or beginnings of words, in name, e-mail, position, place, department and skills. */
    query: words,
    statuses: z.array(memberStatus),
    /** `mentor` and `mentee` each include those who are both. */
    roles: z.array(mentoringRole),
    /** Null stands for members whose location is unknown. */
    locations: z.array(place),
    departments: z.array(place),
    /** Topics that the member offers or wants. */
    skills: z.array(id),
    /** What the member has answered about consent. */
    consents: z.array(standing).default([]),
    /** Mentors who may take another mentee. */
    withRoom: z.boolean(),
    /** Only members who came with this import. */
    importId: id.nullable(),
    archived: z.boolean(),
  })
  .strict()
export type MemberFilter = z.infer<typeof memberFilter>

export const memberSortKeys = [
  'name',
  'role',
  'status',
  'location',
  'department',
  'jobTitle',
  'organisation',
  'email',
  'joinedOn',
  'matches',
  'lastContactOn',
] as const
export type MemberSortKey = (typeof memberSortKeys)[number]

const memberSort = z.object({ by: z.enum(memberSortKeys), descending: z.boolean() }).strict()

const memberRow = z.object({
  id,
  name: z.string(),
  sortName: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  role: mentoringRole,
  status: memberStatus,
  jobTitle: z.string().nullable(),
  organisation: z.string().nullable(),
  location: place,
  department: place,
  joinedOn: z.string().nullable(),
  capacity: count.nullable(),
  /** Matches that are active or paused now. */
  matches: count,
  /** Of those, the ones in which this member is the mentor. */
  mentoring: count,
  lastContactOn: z.string().nullable(),
  archived: z.boolean(),
  erased: z.boolean(),
})
export type MemberRow = z.infer<typeof memberRow>

const facet = <T extends z.ZodType>(value: T) => z.array(z.object({ value, count }))

/** How well a skill is offered, or how much somebody wants to learn it. */
const skillLevel = z.int().min(1).max(5)

const memberFields = z
  .object({
    name: requiredLine,
    /** Empty: made from the name, the last word first. */
    sortName: z.string().trim().max(500),
    email,
    phone: optionalLine,
    status: memberStatus,
    role: mentoringRole,
    jobTitle: optionalLine,
    organisation: optionalLine,
    location: optionalLine,
    department: optionalLine,
    capacity: z.int().min(0, 'A capacity cannot be below zero.').max(1000).nullable(),
    joinedOn: date.nullable(),
    externalId: optionalLine,
    about: markdown.transform((text) => (text.trim() === '' ? null : text)).nullable(),
    skillsOffered: z.array(requiredLine).max(200),
    skillsWanted: z.array(requiredLine).max(200),
    invitedBy: id.nullable(),
    /** What matching looks at besides. A time zone goes by its IANA name. */
    timeZone: optionalLine
      .refine((name) => name === null || isTimeZone(name), 'This is no time zone. Choose one of the list.')
      .default(null),
    /** From 1, at the beginning, to 5. */
    /** When they have time, on their own clock: "Mon 9-12, Thu 14-17". */
    hours: optionalLine
      .refine(
        (text) => text === null || weekHours(text) !== null,
        'Write days and times, such as “Mon 9-12, Thu 14-17” or “weekdays 17-19”.',
      )
      .default(null),
    seniority: skillLevel.nullable().default(null),
    manager: id.nullable().default(null),
    languages: z
      .array(requiredLine.refine((name) => !name.includes(','), 'A language has no comma in it.'))
      .max(50)
      .default([]),
  })
  .strict()
export type MemberInput = z.infer<typeof memberFields>

const memberMatch = z.object({
  id,
  program: z.string(),
  status: matchStatus,
  side: z.enum(matchSides),
  others: z.array(reference),
  lastSessionOn: z.string().nullable(),
})

const memberEnrolment = z.object({
  id,
  program: reference,
  role: z.enum(matchSides),
  step: z.enum(enrolmentSteps),
  since: z.string(),
  left: z.boolean(),
  /** They are ready for a match of the program, and in none. */
  waitsForMatch: z.boolean(),
})

const member = memberFields.extend({
  id,
  invitedBy: reference.nullable(),
  manager: reference.nullable(),
  /** Of the skills whose level is known. */
  levels: z.array(z.object({ side: z.enum(skillSides), skill: z.string(), level: skillLevel })),
  invited: z.array(reference),
  matches: z.array(memberMatch),
  /** The programs they are in, or were; the last first. */
  enrolments: z.array(memberEnrolment),
  communities: z.array(reference),
  sessions: count,
  lastContactOn: z.string().nullable(),
  archived: z.boolean(),
  createdAt: z.string(),
  /** When everything personal was erased; the member counts and is nobody since. */
  erasedAt: z.string().nullable(),
  /** Why no retention rule may touch this member. */
  keep: z.object({ because: z.string(), since: z.string() }).nullable(),
})
export type Member = z.infer<typeof member>

const timelineEntry = z.object({
  /** Calendar date. */
  on: z.string(),
  kind: z.enum(['session', 'contact', 'joined', 'invited', 'action', 'check-in', 'match']),
  /** The record it opens, where there is one. */
  id: id.nullable(),
  others: z.array(reference),
  /** What happened, as plain text; null when others and kind say it all. */
  text: z.string().nullable(),
  minutes: count.nullable(),
})
export type TimelineEntry = z.infer<typeof timelineEntry>

const candidate = z.object({
  id,
  name: z.string(),
  location: place,
  department: place,
  role: mentoringRole,
})
export type MemberCandidate = z.infer<typeof candidate>

export const members = {
  'members.list': read({
    of: ['members', 'member_skills', 'topics', 'matches', 'match_members', 'interactions', 'consents'],
    input: z.object({ filter: memberFilter, sort: memberSort, page }).strict(),
    output: z.object({ total: count, rows: z.array(memberRow) }),
  }),
  /** How many members of the filtered directory have which value, for the filters' menus. */
  'members.facets': read({
    of: ['members', 'member_skills', 'topics', 'match_members', 'matches', 'consents'],
    input: z.object({ filter: memberFilter }).strict(),
    output: z.object({
      statuses: facet(memberStatus),
      roles: facet(mentoringRole),
      locations: facet(place),
      departments: facet(place),
      skills: z.array(z.object({ id, name: z.string(), count })),
      /** Empty as long as nobody in the file was asked. */
      consents: facet(standing),
    }),
  }),
  /** The few figures of the sentence under the title. */
  'members.overview': read({
    of: ['members'],
    input: z.object({ today: date }).strict(),
    output: z.object({ members: count, locations: count, departments: count, broughtInThisQuarter: count }),
  }),
  /** Best matches for a few typed letters, for pickers and mentions. */
  'members.find': read({
    of: ['members', 'member_skills', 'topics'],
    input: z.object({ query: words, limit: z.int().min(1).max(100) }).strict(),
    output: z.array(candidate),
  }),
  /** The values in use, for suggestions in forms. */
  'members.places': read({
    of: ['members'],
    input: z.object({}).strict(),
    output: z.object({
      locations: z.array(z.string()),
      departments: z.array(z.string()),
      organisations: z.array(z.string()),
    }),
  }),
  /** Members who may be the same person as the one being typed in. */
  'members.similar': read({
    of: ['members'],
    input: z.object({ id: id.nullable(), name: words, email: words }).strict(),
    output: z.array(candidate),
  }),
  'members.get': read({
    of: [
      'members',
      'member_skills',
      'topics',
      'matches',
      'match_members',
      'sessions',
      'session_attendees',
      'interactions',
      'communities',
      'community_members',
      'programs',
      'enrolments',
    ],
    input: z.object({ id }).strict(),
    output: member,
  }),
  'members.timeline': read({
    of: [
      'members',
      'sessions',
      'session_attendees',
      'interactions',
      'action_items',
      'check_ins',
      'match_moves',
      'match_members',
    ],
    input: z.object({ id, limit: z.int().min(1).max(500) }).strict(),
    output: z.array(timelineEntry),
  }),
  'members.save': write({
    input: z.object({ id: id.nullable(), member: memberFields }).strict(),
    output: z.object({ id }),
  }),
  /** How well somebody knows, or how much they want to learn, one of their skills; null is unknown. */
  'members.setLevel': write({
    input: z
      .object({ id, side: z.enum(skillSides), skill: requiredLine, level: skillLevel.nullable() })
      .strict(),
    output: z.object({ id }),
  }),
  /** Archived members stay in every record they are part of, and out of lists and pickers. */
  'members.archive': write({
    input: z.object({ ids: z.array(id).min(1).max(100_000), archived: z.boolean() }).strict(),
    output: z.object({ count }),
  }),
  /** Into the trash, for members that were added by mistake: fails as soon as anything refers to one of them. */
  'members.remove': write({
    input: z
      .object({ ids: z.array(id).min(1).max(1000, 'At most a thousand members can be deleted at once.') })
      .strict(),
    output: deletion,
  }),
}
