import { z } from 'zod'
import { objectives } from '../domain/matching/assignment/solve'
import { criterionNames } from '../domain/matching/criteria/names'
import type { MatchingInput, MatchingSettings } from '../domain/matching/input'
import { count, id, requiredLine } from './fields'

/** What a proposal depends on, as it is kept for later: see `MatchingInput`. */

const weight = z.number().min(0).max(1000)
const preference = z.enum(['same', 'different'])

export const fixedPair = z.object({ mentorId: id, menteeId: id }).strict()
export const couple = z.tuple([id, id])

export const matchingSettings: z.ZodType<MatchingSettings, MatchingSettings> = z
  .object({
    objective: z.enum(objectives),
    weights: z.record(z.enum(criterionNames), weight),
    location: preference,
    department: preference,
    rungsAbove: z.int().min(-100).max(100),
    hoursTogether: z.int().min(1).max(168),
    rules: z
      .object({
        reportingLine: z.boolean(),
        matchedBefore: z.boolean(),
        noCommonLanguage: z.boolean(),
        sameDepartment: z.boolean(),
        differentLocation: z.boolean(),
      })
      .strict(),
  })
  .strict()

const level = z.int().min(1).max(5)
const skill = z.object({ name: requiredLine, level: level.nullable() }).strict()

const participant = z
  .object({
    id,
    skillsOffered: z.array(skill),
    skillsWanted: z.array(skill),
    goals: z.array(requiredLine),
    workingStyle: z.record(requiredLine, level),
    availability: z.array(z.int().min(0).max(167)),
    utcOffset: z.int().min(-1440).max(1440).nullable(),
    languages: z.array(requiredLine),
    seniority: z.number().nullable(),
    organisation: z.string().nullable(),
    department: z.string().nullable(),
    location: z.string().nullable(),
    wishes: z.array(id),
    vetoes: z.array(id),
    traits: z.record(requiredLine, z.string()),
    alike: z.array(requiredLine),
  })
  .strict()

export const matchingInput: z.ZodType<MatchingInput, MatchingInput> = z
  .object({
    mentors: z.array(participant.extend({ room: count, held: count }).strict()),
    mentees: z.array(participant),
    peers: z.array(participant).exactOptional(),
    reporting: z.array(z.object({ id, managerId: id }).strict()),
    past: z.array(couple),
    apart: z.array(couple),
    must: z.array(fixedPair),
    locked: z.array(fixedPair),
    settings: matchingSettings,
  })
  .strict()
