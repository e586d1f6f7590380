import type { Objective } from './assignment/solve'
import type { CriterionName } from './criteria/names'

/**
 * Everything that a proposal depends on, and nothing else: the same input gives the same proposal to the last byte.
 * People are known by id; an empty list or null is unknown, which is never zero.
 */
export interface MatchingInput {
  mentors: readonly Mentor[]
  mentees: readonly Participant[]
  /**
   * Equals, of whom any two may be a pair: everybody of a program of peers, which has no mentors and mentees. Where a pair
   * is told as that of a mentee and a mentor, the mentee is the one of its peers who was entered first. Absent elsewhere.
   */
  peers?: readonly Participant[]
  /** Who reports to whom, of these people and of those between them. */
  reporting: readonly { id: number; managerId: number }[]
  /** Two who have been a match before, on whichever side. */
  past: readonly Couple[]
  /** Two whom the coordinator keeps apart. */
  apart: readonly Couple[]
  /** Pairs that have to be, and pairs that the coordinator has settled on before solving again. */
  must: readonly FixedPair[]
  locked: readonly FixedPair[]
  settings: MatchingSettings
}

export type Couple = readonly [number, number]

export interface FixedPair {
  mentorId: number
  menteeId: number
}

export interface Participant {
  id: number
  skillsOffered: readonly Skill[]
  skillsWanted: readonly Skill[]
  /** Topics: of a mentee what they work towards, of a mentor what they would help with. */
  goals: readonly string[]
  /** Answers from 1 to 5 by question. */
  workingStyle: Readonly<Record<string, number>>
  /** Hours of the week in UTC in which there is time, from 0 (Monday, midnight) to 167. */
  availability: readonly number[]
  /** Minutes east of UTC. */
  utcOffset: number | null
  languages: readonly string[]
  /** A rung of whichever ladder, the same for all. */
  seniority: number | null
  organisation: string | null
  department: string | null
  location: string | null
  /** Ids of whom they would like, the dearest first. */
  wishes: readonly number[]
  /** Ids of whom they do not want. */
  vetoes: readonly number[]
  /** What people are protected for, by name. Looked at only for those of `alike`. */
  traits: Readonly<Record<string, string>>
  /** The traits in which they asked for a partner like themselves. */
  alike: readonly string[]
}

export interface Mentor extends Participant {
  /** How many more mentees they take. */
  room: number
  /** How many they have already, for an even load. */
  held: number
}

export interface Skill {
  name: string
  /** From 1 to 5: how well it is offered, or how well one wants to learn it; null where nobody said. */
  level: number | null
}

export interface MatchingSettings {
  objective: Objective
  /** Zero leaves a criterion out. */
  weights: Readonly<Record<CriterionName, number>>
  /** What counts as a fit. */
  location: 'same' | 'different'
  department: 'same' | 'different'
  /** How many rungs the mentor should be above; below zero for reverse mentoring. */
  rungsAbove: number
  /** How many hours a week in common are enough. */
  hoursTogether: number
  rules: MatchingRules
}

/** What makes two impossible as a pair, beside vetoes, who is kept apart, and room. */
export interface MatchingRules {
  /** One is the other's manager, or their manager's manager, and so on. */
  reportingLine: boolean
  matchedBefore: boolean
  /** Both are known to speak something, and nothing in common. */
  noCommonLanguage: boolean
  sameDepartment: boolean
  differentLocation: boolean
}

/** What the two work on and how comes before where they are. */
export const usualSettings: MatchingSettings = {
  objective: 'total',
  weights: {
    skills: 25,
    goals: 25,
    wishes: 20,
    workingStyle: 15,
    availability: 10,
    language: 5,
    timeZone: 5,
    seniority: 5,
    department: 5,
    location: 5,
    alike: 10,
  },
  location: 'same',
  department: 'different',
  rungsAbove: 2,
  hoursTogether: 2,
  rules: {
    reportingLine: true,
    matchedBefore: true,
    noCommonLanguage: false,
    sameDepartment: false,
    differentLocation: false,
  },
}
