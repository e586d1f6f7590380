import { addDays } from '@shared/domain/calendar'
import type {
  ReportMatch,
  ReportPerson,
  ReportRecords,
  ReportSurvey,
} from '@shared/domain/programReport/records'
import type { ReportSpan } from '@shared/domain/report/span'
import { closingReasons } from '@shared/domain/support/closure'
import { supportPresets } from '@shared/domain/support/plan'
import type { Scale } from '@shared/domain/surveys/scale'
import { surveyTemplates } from '@shared/domain/surveys/templates'
import { enrolmentSteps } from '@shared/domain/vocabulary'
import fc from 'fast-check'

export const today = '2026-11-25'
export const plan = supportPresets['EEPM 5th edition']

/** The day that lies so many days after the start of the year. */
export const day = (number: number) => addDays('2026-01-01', number)

export function person(id: number, more: Partial<ReportPerson> = {}): ReportPerson {
  return { id, name: `Person ${id}`, side: 'mentee', location: null, department: null, ...more }
}

export function match(more: Partial<ReportMatch> = {}): ReportMatch {
  return {
    id: 1,
    status: 'active',
    startedOn: day(0),
    endedOn: null,
    cadenceDays: 14,
    people: [person(1, { side: 'mentor' }), person(2)],
    moves: [],
    sessions: [],
    checkIns: [],
    goals: [],
    actionItems: [],
    closures: [],
    ...more,
  }
}

const someDay = fc.integer({ min: 0, max: 320 }).map(day)
const perhaps = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const place = perhaps(fc.constantFrom('Amman', 'Leeds', 'Oslo'))

const people = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 11, max: 20 }), place, place, place, place)
  .map(([mentor, mentee, one, two, three, four]) => [
    person(mentor, { side: 'mentor', location: one, department: two }),
    person(mentee, { side: 'mentee', location: three, department: four }),
  ])

/** Pauses in their order, the last of which may go on. */
const moves = fc
  .uniqueArray(fc.integer({ min: 1, max: 320 }), { maxLength: 4 })
  .map((days) =>
    days
      .toSorted((a, b) => a - b)
      .map((on, at) =>
        at % 2 === 0
          ? { from: 'active' as const, to: 'paused' as const, on: day(on) }
          : { from: 'paused' as const, to: 'active' as const, on: day(on) },
      ),
  )

const ending = fc.oneof(
  fc.constantFrom('active' as const, 'proposed' as const).map((status) => ({ status, endedOn: null })),
  fc
    .tuple(fc.constantFrom('completed' as const, 'ended early' as const), someDay)
    .map(([status, endedOn]) => ({ status, endedOn })),
)

const somebodysMatch: fc.Arbitrary<Omit<ReportMatch, 'id'>> = fc
  .record({
    ending,
    startedOn: perhaps(someDay),
    cadenceDays: perhaps(fc.integer({ min: 1, max: 60 })),
    people,
    moves,
    sessions: fc.array(
      fc.record({
        on: someDay,
        minutes: perhaps(fc.integer({ min: 10, max: 120 })),
        rating: perhaps(fc.integer({ min: 1, max: 5 })),
      }),
      { maxLength: 8 },
    ),
    checkIns: fc.array(
      fc.record({
        on: someDay,
        member: fc.constantFrom(1, 2, 11, 12),
        depth: fc.constantFrom('quick' as const, 'in depth' as const),
        dueOn: fc.constant(null),
        preset: fc.constant(null),
      }),
      { maxLength: 6 },
    ),
    goals: fc.array(
      fc
        .tuple(someDay, perhaps(someDay), perhaps(someDay), fc.boolean())
        .map(([since, dueOn, end, reached]) => ({
          text: 'Lead a meeting',
          since,
          dueOn,
          reachedOn: reached ? end : null,
          droppedOn: reached ? null : end,
        })),
      { maxLength: 3 },
    ),
    actionItems: fc.array(
      fc.record({ sessionOn: someDay, dueOn: perhaps(someDay), doneOn: perhaps(someDay) }),
      {
        maxLength: 3,
      },
    ),
    closures: fc.array(
      fc.record({
        anticipated: fc.boolean(),
        reason: fc.constantFrom(...closingReasons, 'Zorro was rude'),
        closedOn: perhaps(someDay),
        reopenedOn: fc.constant(null),
        steps: fc.array(
          fc.record({
            kind: fc.constantFrom('interview' as const, 'celebration' as const),
            doneOn: perhaps(someDay),
            afterwards: perhaps(fc.constantFrom('rematch' as const, 'end' as const)),
          }),
          { maxLength: 3 },
        ),
      }),
      { maxLength: 1 },
    ),
  })
  .map(({ ending: { status, endedOn }, ...rest }) => ({ ...rest, status, endedOn }))

const enrolment = fc
  .record({
    role: fc.constantFrom('mentor' as const, 'mentee' as const),
    steps: fc.array(fc.tuple(fc.constantFrom(...enrolmentSteps), fc.integer({ min: 0, max: 320 })), {
      minLength: 1,
      maxLength: 5,
    }),
    left: fc.boolean(),
  })
  .map(({ role, steps, left }) => {
    const days = steps.map(([, on]) => on).sort((a, b) => a - b)
    const made = steps.map(([to], at) => ({ to, on: day(days[at] ?? 0), reason: null }))
    return {
      role,
      leftReason: left && made.at(-1)?.to === 'closed' ? 'No time at present' : null,
      moves: made,
    }
  })

const responses = (scale: Scale) =>
  fc
    .array(
      fc.record({
        memberId: perhaps(fc.integer({ min: 1, max: 8 })),
        matchId: perhaps(fc.integer({ min: 1, max: 2 })),
        side: perhaps(fc.constantFrom('mentor' as const, 'mentee' as const)),
        on: someDay,
        answers: fc.array(perhaps(fc.integer({ min: 1, max: scale.anchors.length })), {
          minLength: scale.items.length,
          maxLength: scale.items.length,
        }),
      }),
      { maxLength: 24 },
    )
    .map((given) => given.map((one, id) => ({ ...one, id: id + 1 })))

/** Two versions of a short survey, of which the second may have been answered by nobody. */
const surveys: fc.Arbitrary<ReportSurvey[]> = fc
  .tuple(fc.constantFrom(...surveyTemplates), fc.integer({ min: 1, max: 2 }))
  .chain(([{ name, scale }, count]) =>
    fc
      .array(responses(scale), { minLength: count, maxLength: count })
      .map((all) => all.map((one, at) => ({ name, version: at + 1, scale, responses: one }))),
  )

const programOf = (matches: { minLength?: number; maxLength: number }): fc.Arbitrary<ReportRecords> =>
  fc
    .record({
      plan: fc.constantFrom(null, plan),
      enrolments: fc.array(enrolment, { maxLength: 24 }),
      matches: fc.array(somebodysMatch, matches),
      surveys,
    })
    .map((found) => ({
      program: { name: 'Pathways', plan: found.plan },
      enrolments: found.enrolments,
      surveys: found.surveys,
      matches: found.matches.map((one, id) => ({ ...one, id: id + 1 })),
    }))

/** A small program in which everything occurs. */
export const someProgram = programOf({ maxLength: 6 })

/** One with enough matches that there is something to tell of them, and something that is not told. */
export const largerProgram = programOf({ minLength: 4, maxLength: 24 })

export const someSpan: fc.Arbitrary<ReportSpan> = fc
  .tuple(perhaps(fc.integer({ min: 0, max: 320 })), fc.integer({ min: 0, max: 320 }))
  .map(([from, until]) => ({
    from: from === null ? null : day(Math.min(from, until)),
    until: day(Math.max(from ?? 0, until)),
  }))
