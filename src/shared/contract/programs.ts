import { z } from 'zod'
import { enrolmentSteps, matchSides, programFormats, programStatuses } from '../domain/vocabulary'
import { count, date, id, markdown, nothing, optionalText, reference, requiredLine } from './fields'
import { read, write } from './operation'
import { supportPlan } from './supportPlan'
import { deletion } from './trash'

const programFormat = z.enum(programFormats)
const programStatus = z.enum(programStatuses)
export const enrolmentStep = z.enum(enrolmentSteps)
export const enrolmentRole = z.enum(matchSides)

const places = z.int().min(0, 'Places cannot be below zero.').max(1_000_000).nullable()

/** What is to be ticked off before somebody leaves a step; without a role it is asked of everybody. */
const check = z
  .object({ id: id.nullable(), step: enrolmentStep, role: enrolmentRole.nullable(), text: requiredLine })
  .strict()

export const programFields = z
  .object({
    name: requiredLine,
    purpose: markdown,
    format: programFormat,
    status: programStatus,
    startsOn: date,
    endsOn: date.nullable(),
    /** Days between sessions; null leaves it to each match. */
    cadenceDays: z.int().min(1, 'At least one day.').max(3660).nullable(),
    /** Who does what, in the program's own words. */
    roles: optionalText,
    eligibility: optionalText,
    /** How many the program takes; null is open. */
    mentorPlaces: places,
    menteePlaces: places,
    /** Mentees a mentor takes, unless the enrolment says otherwise. */
    mentorCapacity: z.int().min(1, 'At least one mentee.').max(1000).nullable(),
    /** How often each person of a match is talked with; null asks for no check-ins. */
    support: supportPlan.nullable(),
    /** In their order within each step. */
    checks: z.array(check).max(200),
  })
  .strict()
  .refine(({ startsOn, endsOn }) => endsOn === null || endsOn >= startsOn, {
    message: 'The end comes before the start.',
    path: ['endsOn'],
  })
export type ProgramInput = z.infer<typeof programFields>

/** How many are in each step: those who dropped out are counted apart from those who came to the end. */
const stepCounts = z.record(enrolmentStep, count)
export type StepCounts = z.infer<typeof stepCounts>

const programRow = z.object({
  id,
  name: z.string(),
  format: programFormat,
  status: programStatus,
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  /** Everybody ever enrolled, once in each role. */
  enrolled: count,
  steps: stepCounts,
  /** Who was taken: everybody in the role but those who only applied, and those who dropped out. */
  taken: z.record(enrolmentRole, count),
  mentorPlaces: count.nullable(),
  menteePlaces: count.nullable(),
  /** Of those who are closed, who dropped out. */
  left: count,
  /** In a step other than matched and closed for longer than is usual. */
  stuck: count,
  matches: z.object({ proposed: count, current: count, ended: count }),
})
export type ProgramRow = z.infer<typeof programRow>

const program = z.object({
  ...programFields.shape,
  id,
  checks: z.array(z.object({ ...check.shape, id })),
  copiedFrom: reference.nullable(),
  /** Where nothing but its own settings belongs to it, it can be deleted. */
  deletable: z.boolean(),
})
export type Program = z.infer<typeof program>

const enrolmentTables = ['programs', 'enrolments', 'matches'] as const

/** Formal programs: what they are for, when, how, and for whom. */
export const programs = {
  /** Running ones first, then those to come, then closed ones; each by its start. */
  'programs.list': read({
    of: enrolmentTables,
    input: z.object({ today: date }).strict(),
    output: z.array(programRow),
  }),
  /** One line of that list. */
  'programs.figures': read({
    of: enrolmentTables,
    input: z.object({ id, today: date }).strict(),
    output: programRow,
  }),
  'programs.get': read({
    of: ['programs', 'program_checks', 'enrolments', 'matches'],
    input: z.object({ id }).strict(),
    output: program,
  }),
  /** Every program by name, for pickers; closed ones last. */
  'programs.names': read({
    of: ['programs'],
    input: nothing,
    output: z.array(reference.extend({ status: programStatus, format: programFormat })),
  }),
  'programs.save': write({
    input: z.object({ id: id.nullable(), program: programFields }).strict(),
    output: z.object({ id }),
  }),
  'programs.setStatus': write({
    input: z.object({ id, status: programStatus }).strict(),
    output: z.object({ id }),
  }),
  /** Another one like it, a year later or whenever: settings and checklists come along, people do not. */
  'programs.copy': write({
    input: z.object({ id, name: requiredLine, startsOn: date }).strict(),
    output: z.object({ id }),
  }),
  /** Into the trash, with its checklists. Who has people or matches cannot be deleted, only closed. */
  'programs.remove': write({ input: z.object({ id }).strict(), output: deletion }),
}
