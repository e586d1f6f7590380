import { listWords, plural } from '../../summaryWords'
import type { Participant } from '../input'
import { type Criterion, comparedBy, type People } from './criterion'

export const language: Criterion = (people) =>
  comparedBy<readonly string[]>(people, {
    of: ({ languages }) => (languages.length === 0 ? null : languages),
    key: JSON.stringify,
    fit: (mentee, mentor) => (mentee.some((own) => mentor.includes(own)) ? 1 : 0),
    explain: (mentee, mentor) => {
      const common = mentee.filter((own) => mentor.includes(own))
      return common.length === 0
        ? `No language in common: ${listWords(mentee)} with ${listWords(mentor)}.`
        : `Both speak ${listWords(common)}.`
    },
    unknown: 'The languages are not known of both.',
  })

/** At so many rungs from what is aimed at, the distance counts as no fit at all. */
const rungsOff = 4

/** How near the distance between the two is to the one that is aimed at. */
export const seniority: Criterion = (people) => {
  const { rungsAbove } = people.settings
  if (people.peers !== undefined) return evenSeniority(people)
  return comparedBy<number>(people, {
    of: ({ seniority: rung }) => rung,
    key: String,
    fit: (mentee, mentor) => Math.max(0, 1 - Math.abs(mentor - mentee - rungsAbove) / rungsOff),
    explain: (mentee, mentor) =>
      `The mentor is ${rungWords(mentor - mentee)} the mentee; aimed at is ${rungWords(rungsAbove)}.`,
    unknown: 'The level of seniority is not known of both.',
  })
}

/** Of equals nobody has to be the one above. */
function evenSeniority(people: People) {
  const aim = Math.abs(people.settings.rungsAbove)
  return comparedBy<number>(people, {
    of: ({ seniority: rung }) => rung,
    key: String,
    fit: (one, other) => Math.max(0, 1 - Math.abs(Math.abs(one - other) - aim) / rungsOff),
    explain: (one, other) => {
      const apart = Math.abs(one - other)
      const are = apart === 0 ? 'at the same level' : `${plural(apart, 'level')} apart`
      return `They are ${are}; aimed at is ${aim === 0 ? 'the same level' : `${plural(aim, 'level')} apart`}.`
    },
    unknown: 'The level of seniority is not known of both.',
  })
}

function rungWords(rungs: number): string {
  if (rungs === 0) return 'level with'
  return `${plural(Math.abs(rungs), 'level')} ${rungs > 0 ? 'above' : 'below'}`
}

export const location: Criterion = (people) => {
  const { location: wanted } = people.settings
  return comparedBy<string>(people, {
    of: ({ location: place }) => place,
    key: String,
    fit: (mentee, mentor) => ((mentee === mentor) === (wanted === 'same') ? 1 : 0),
    explain: (mentee, mentor) =>
      mentee === mentor ? `Both are in ${mentee}.` : `From two places: ${mentee} and ${mentor}.`,
    unknown: 'The location is not known of both.',
  })
}

interface Department {
  organisation: string | null
  department: string
}

export const department: Criterion = (people) => {
  const { department: wanted } = people.settings
  return comparedBy<Department>(people, {
    of: departmentOf,
    key: JSON.stringify,
    fit: (mentee, mentor) => (isSameDepartment(mentee, mentor) === (wanted === 'same') ? 1 : 0),
    explain: (mentee, mentor) =>
      isSameDepartment(mentee, mentor)
        ? `Both are in ${mentee.department}.`
        : `From two departments: ${named(mentee, mentor)} and ${named(mentor, mentee)}.`,
    unknown: 'The department is not known of both.',
  })
}

export function departmentOf({ department: name, organisation }: Participant): Department | null {
  return name === null ? null : { organisation, department: name }
}

/** Departments of two organisations are two, even if they are called the same. */
export function isSameDepartment(one: Department, other: Department): boolean {
  return one.department === other.department && !areApart(one, other)
}

function areApart(one: Department, other: Department): boolean {
  return one.organisation !== null && other.organisation !== null && one.organisation !== other.organisation
}

function named(own: Department, other: Department): string {
  return areApart(own, other) ? `${own.department} of ${own.organisation}` : own.department
}
