import { quietness } from '@shared/domain/cadence'
import { dayNumber, fromDayNumber } from '@shared/domain/calendar'
import { reportFigures } from '@shared/domain/programReport/figures'
import type { ReportMatch } from '@shared/domain/programReport/records'
import { keptRhythm } from '@shared/domain/programReport/rhythm'
import type { ReportSpan } from '@shared/domain/report/span'
import { pausesOf } from '@shared/domain/support/pauses'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day, match, person, plan, someProgram, someSpan } from './programs'

/** Every day of a span, one by one: the plainest way to count. */
function daysOf({ from, until }: ReportSpan): string[] {
  const first = dayNumber(from ?? day(0))
  return Array.from({ length: dayNumber(until) - first + 1 }, (_, at) => fromDayNumber(first + at))
}

test('what took place is what is found by going through the days one by one', () => {
  fc.assert(
    fc.property(someProgram, someSpan, (records, span) => {
      const days = daysOf(span)
      const ran = records.matches.filter(
        ({ status, startedOn, endedOn }) =>
          status !== 'proposed' &&
          days.some(
            (on) =>
              (startedOn === null || startedOn <= on) &&
              (endedOn === null || endedOn >= on || (startedOn ?? '') > endedOn),
          ),
      )
      fc.pre(records.matches.every(({ startedOn, endedOn }) => (startedOn ?? '') <= (endedOn ?? '9')))
      const held = days.flatMap((on) =>
        ran.flatMap(({ sessions }) => sessions.filter((one) => one.on === on)),
      )
      const { activity, checkIns, outcomes } = reportFigures(records, span)
      expect(activity.matches).toBe(ran.length)
      expect(activity.sessions).toBe(held.length)
      expect(activity.minutes).toBe(held.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0))
      expect(activity.months.reduce((sum, month) => sum + month.sessions, 0)).toBe(held.length)
      expect(activity.met).toBe(
        ran.filter(({ sessions }) => sessions.some(({ on }) => days.includes(on))).length,
      )
      expect(checkIns.logged).toBe(
        days.flatMap((on) => ran.flatMap((one) => one.checkIns.filter((talk) => talk.on === on))).length,
      )
      expect(outcomes.ended).toBe(days.flatMap((on) => ran.filter(({ endedOn }) => endedOn === on)).length)
      expect(outcomes.completed + outcomes.early).toBe(outcomes.ended)
    }),
  )
})

test('every enrolment, goal and check-in that was due is in one state and no other', () => {
  fc.assert(
    fc.property(someProgram, someSpan, (records, span) => {
      const { pipeline, goals, checkIns, rhythm } = reportFigures(records, span)
      const days = new Set(daysOf(span))
      expect(pipeline.enrolled).toBe(
        records.enrolments.filter(({ moves }) => days.has(moves[0]?.on ?? '')).length,
      )
      const { steps, left, byRole, reasons } = pipeline
      expect(steps.reduce((sum, { here, lost }) => sum + here + lost, 0)).toBe(pipeline.enrolled)
      expect(steps.reduce((sum, { lost }) => sum + lost, 0)).toBe(left)
      expect(byRole.reduce((sum, { enrolled }) => sum + enrolled, 0)).toBe(pipeline.enrolled)
      expect(reasons.reduce((sum, { count }) => sum + count, 0)).toBe(left)
      expect(goals.reached + goals.dropped + goals.open).toBe(goals.all)
      expect(rhythm.always + rhythm.mostly + rhythm.seldom).toBe(rhythm.matches)
      const sum = (of: 'inTime' | 'later' | 'missed' | 'open') =>
        checkIns.byDepth.reduce((all, one) => all + one[of], 0)
      expect(checkIns.due === null).toBe(records.program.plan === null)
      if (checkIns.due) {
        const { inTime, later, missed, open } = checkIns.due
        expect([sum('inTime'), sum('later'), sum('missed'), sum('open')]).toEqual([
          inTime,
          later,
          missed,
          open,
        ])
      }
    }),
  )
})

/** The same by the rule by which Today calls a match quiet, asked anew for every day. */
function rhythmDayByDay(one: ReportMatch, span: ReportSpan) {
  const { startedOn, endedOn, cadenceDays } = one
  if (startedOn === null || cadenceDays === null) return null
  const pauses = pausesOf(one.moves)
  const days = daysOf({ from: span.from ?? startedOn, until: span.until }).filter(
    (on) =>
      on >= startedOn &&
      (endedOn === null || on <= endedOn) &&
      !pauses.some(({ from, to }) => on >= from && (to === null || on < to)),
  )
  const good = days.filter((on) => {
    const met = [...one.sessions.map((session) => session.on), ...pauses.flatMap(({ to }) => to ?? [])]
    const last = met
      .filter((other) => other <= on)
      .sort()
      .at(-1)
    return quietness({ lastSessionOn: last ?? null, startedOn, cadenceDays, today: on }).state !== 'quiet'
  })
  return days.length === 0 ? null : { days: days.length, inRhythm: good.length }
}

test('a match is in rhythm on the days on which Today would not call it quiet', () => {
  fc.assert(
    fc.property(someProgram, someSpan, ({ matches }, span) => {
      for (const one of matches) expect(keptRhythm(one, span)).toEqual(rhythmDayByDay(one, span))
    }),
  )
  const pair = match({ sessions: [{ on: day(14), minutes: 60, rating: null }] })
  // Twenty-one days are one and a half times two weeks.
  expect(keptRhythm(pair, { from: null, until: day(35) })).toEqual({ days: 36, inRhythm: 36 })
  expect(keptRhythm(pair, { from: null, until: day(40) })).toEqual({ days: 41, inRhythm: 36 })
})

test('who left and came back is told as of the end of the period', () => {
  const records = {
    program: { name: 'Pathways', plan: null },
    matches: [],
    surveys: [],
    enrolments: [
      {
        role: 'mentee' as const,
        leftReason: null,
        moves: [
          { to: 'applied' as const, on: day(0), reason: null },
          { to: 'closed' as const, on: day(20), reason: 'No time at present' },
          { to: 'matched' as const, on: day(60), reason: null },
        ],
      },
    ],
  }
  const at = (until: string) => reportFigures(records, { from: null, until }).pipeline
  expect(at(day(30))).toMatchObject({
    enrolled: 1,
    left: 1,
    reasons: [{ of: 'No time at present', count: 1 }],
  })
  expect(at(day(90))).toMatchObject({ enrolled: 1, left: 0, reasons: [] })
  expect(at(day(90)).steps.find(({ step }) => step === 'matched')?.reached).toBe(1)
})

test('what was kept of the plan is told apart from what may still take place', () => {
  const talk = (on: number, member: number) =>
    ({ on: day(on), member, depth: 'in depth', dueOn: null, preset: null }) as const
  const records = {
    program: { name: 'Pathways', plan },
    enrolments: [],
    surveys: [],
    matches: [
      match({ people: [person(1, { side: 'mentor' }), person(2)], checkIns: [talk(25, 1), talk(40, 2)] }),
    ],
  }
  const { checkIns } = reportFigures(records, { from: null, until: day(60) })
  // Both were due on day 30, by 45 at the latest; then 30 days after, so that of the first is overdue on day 60.
  expect(checkIns.byDepth).toEqual([
    { depth: 'quick', inTime: 1, later: 1, missed: 0, open: 1 },
    { depth: 'in depth', inTime: 1, later: 1, missed: 0, open: 1 },
  ])
})
