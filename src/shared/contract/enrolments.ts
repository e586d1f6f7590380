import { z } from 'zod'
import {
  count,
  date,
  id,
  line,
  optionalLine,
  optionalText,
  page,
  reference,
  requiredLine,
  words,
} from './fields'
import { read, write } from './operation'
import { enrolmentRole, enrolmentStep } from './programs'
import { deletion } from './trash'

export const enrolmentFilter = z
  .object({
    programId: id,
    /** Words or beginnings of words, as in the directory. */
    query: words,
    roles: z.array(enrolmentRole),
    steps: z.array(enrolmentStep),
    /** Only those who are in a step for longer than is usual, as of this day. */
    stuckOn: date.nullable(),
    /** Those who dropped out are among the closed ones, or alone, or left out. */
    left: z.enum(['with', 'only', 'without']),
    /** Only those for whom a check of their step is open. */
    unchecked: z.boolean(),
  })
  .strict()
export type EnrolmentFilter = z.infer<typeof enrolmentFilter>

export const enrolmentSortKeys = [
  'name',
  'role',
  'step',
  'stepSince',
  'appliedOn',
  'location',
  'department',
] as const
export type EnrolmentSortKey = (typeof enrolmentSortKeys)[number]
const enrolmentSort = z.object({ by: z.enum(enrolmentSortKeys), descending: z.boolean() }).strict()

const enrolmentRow = z.object({
  id,
  memberId: id,
  name: z.string(),
  role: enrolmentRole,
  step: enrolmentStep,
  stepSince: z.string(),
  appliedOn: z.string().nullable(),
  location: z.string().nullable(),
  department: z.string().nullable(),
  leftReason: z.string().nullable(),
  /** Of the checks of their step: how many there are, and how many are done. */
  checks: count,
  checksDone: count,
})
export type EnrolmentRow = z.infer<typeof enrolmentRow>

const move = z.object({
  id,
  from: enrolmentStep.nullable(),
  to: enrolmentStep,
  on: z.string(),
  reason: z.string().nullable(),
})
export type EnrolmentMove = z.infer<typeof move>

const enrolment = enrolmentRow.extend({
  program: reference,
  /** They are ready for a match of the program, and in none. */
  waitsForMatch: z.boolean(),
  /** Mentees a mentor takes here; null as the program says. */
  capacity: count.nullable(),
  goals: z.string().nullable(),
  note: z.string().nullable(),
  /** The oldest first. */
  moves: z.array(move),
  /** Every check that is asked of somebody in this role, in the order of the steps. */
  checklist: z.array(z.object({ id, step: enrolmentStep, text: z.string(), doneOn: z.string().nullable() })),
})
export type Enrolment = z.infer<typeof enrolment>

const enrolmentFields = z
  .object({
    appliedOn: date.nullable(),
    capacity: z.int().min(0, 'A capacity cannot be below zero.').max(1000).nullable(),
    goals: optionalText,
    note: optionalText,
  })
  .strict()

const ids = z.array(id).min(1).max(10_000, 'That is more than ten thousand at once.')
const facts = [
  'enrolments',
  'enrolment_moves',
  'enrolment_checks',
  'program_checks',
  'programs',
  'members',
] as const

/** The journeys of a program's people, by step. @see domain/pipeline */
const journeys = z.array(
  z.object({
    role: enrolmentRole,
    step: enrolmentStep,
    left: z.boolean(),
    moves: z.array(z.object({ to: enrolmentStep, on: z.string() })),
  }),
)
export type Journeys = z.infer<typeof journeys>

/** Who is in a program, in which role, and how far they have come. */
export const enrolments = {
  'enrolments.list': read({
    of: facts,
    input: z.object({ filter: enrolmentFilter, sort: enrolmentSort, page }).strict(),
    output: z.object({ total: count, rows: z.array(enrolmentRow) }),
  }),
  /** The ids of all rows of that list, for acting on all of them. */
  'enrolments.ids': read({
    of: facts,
    input: z.object({ filter: enrolmentFilter, sort: enrolmentSort }).strict(),
    output: z.array(id),
  }),
  /** How many of those that the filter lets through are in each step; the filter's own steps are left aside. */
  'enrolments.counts': read({
    of: facts,
    input: z.object({ filter: enrolmentFilter }).strict(),
    output: z.record(enrolmentStep, count),
  }),
  'enrolments.get': read({
    of: [...facts, 'matches', 'match_members'],
    input: z.object({ id }).strict(),
    output: enrolment,
  }),
  /** What the funnel is drawn from. */
  'enrolments.journeys': read({
    of: ['enrolments', 'enrolment_moves'],
    input: z.object({ programId: id }).strict(),
    output: journeys,
  }),
  /** Those who are enrolled in this role already stay as they are. */
  'enrolments.add': write({
    input: z
      .object({ programId: id, memberIds: ids, role: enrolmentRole, step: enrolmentStep, onDay: date })
      .strict(),
    output: z.object({ ids: z.array(id), already: count }),
  }),
  'enrolments.save': write({
    input: z.object({ id, enrolment: enrolmentFields }).strict(),
    output: z.object({ id }),
  }),
  /** To any step, also back or over some; whoever is there already stays. */
  'enrolments.move': write({
    input: z.object({ ids, step: enrolmentStep, onDay: date, reason: optionalLine }).strict(),
    output: z.object({ moved: count }),
  }),
  /** Out of the program before its end: closed, with the reason. */
  'enrolments.drop': write({
    input: z.object({ ids, onDay: date, reason: requiredLine, note: line }).strict(),
    output: z.object({ moved: count }),
  }),
  /** Ticks a check off, or takes the tick away, for all of whom it is asked. */
  'enrolments.check': write({
    input: z.object({ ids, checkId: id, doneOn: date.nullable() }).strict(),
    output: z.object({ changed: count }),
  }),
  /** Into the trash, with the moves and ticks: for who was enrolled by mistake. */
  'enrolments.remove': write({ input: z.object({ ids }).strict(), output: deletion }),
}
