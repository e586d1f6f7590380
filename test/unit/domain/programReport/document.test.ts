import { programReport } from '@shared/domain/programReport/document'
import { reportFigures } from '@shared/domain/programReport/figures'
import type { ReportRecords } from '@shared/domain/programReport/records'
import type { Report } from '@shared/domain/report/report'
import { shortened } from '@shared/domain/report/shortened'
import { spanOf } from '@shared/domain/report/span'
import { planWords } from '@shared/domain/support/plan'
import type { EnrolmentStep, RedactionLevel } from '@shared/domain/vocabulary'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day, largerProgram, match, person, plan, someProgram, today } from './programs'

const reportOf = (records: ReportRecords, redaction: RedactionLevel): Report =>
  programReport(records, spanOf(null, null, today), {
    programName: 'Guild',
    from: null,
    to: null,
    generatedOn: today,
    redaction,
  })

/** Ended matches, so many for each reason. */
function ended(reasons: Record<string, number>): ReportRecords {
  const matches = Object.entries(reasons).flatMap(([reason, count]) =>
    Array.from({ length: count }, () =>
      match({
        status: 'completed',
        endedOn: day(90),
        goals: [
          { text: 'Speak up before Zorro', since: day(1), dueOn: null, reachedOn: day(80), droppedOn: null },
        ],
        closures: [{ anticipated: true, reason, closedOn: day(90), reopenedOn: null, steps: [] }],
      }),
    ),
  )
  return {
    program: { name: 'Pathways', plan },
    enrolments: [],
    surveys: [],
    matches: matches.map((one, at) => ({
      ...one,
      id: at + 1,
      people: [person(2 * at + 1, { side: 'mentor', name: `Mentor N${at}` }), person(2 * at + 2)],
    })),
  }
}

const table = (report: Report, title: string) =>
  report.sections.flatMap(({ tables }) => tables).find((one) => one.title === title)

test('a report of figures holds no name and no text, and tells no reason apart that fewer than five share', () => {
  const records = ended({ 'The goals were reached': 6, 'They did not get on': 2, 'Zorro was rude': 5 })
  const report = reportOf(records, 'figures')
  expect(table(report, 'Why matches ended')?.rows).toEqual([
    ['The goals were reached', 6],
    ['For other reasons', 7],
  ])
  expect(JSON.stringify(report)).not.toMatch(/Person|Mentor N|Zorro/)
  expect(report.reading).toContain('13 matches came to an end')
})

test('with names come the matches, and with everything what was written', () => {
  const records = ended({ 'The goals were reached': 1, 'Zorro was rude': 1 })
  const named = reportOf(records, 'private')
  expect(JSON.stringify(named)).not.toContain('Zorro')
  expect(table(named, 'Matches')?.rows).toHaveLength(2)
  expect(table(named, 'Matches')?.rows[0]?.[0]).toBe('Mentor N0 and Person 2')
  expect(table(named, 'Why matches ended')?.rows).toEqual([
    ['The goals were reached', 1],
    ['For other reasons', 1],
  ])
  const whole = reportOf(records, 'none')
  expect(table(whole, 'Why they ended')?.rows).toContainEqual(['Mentor N1 and Person 4', 'Zorro was rude'])
  expect(table(whole, 'What they worked towards')?.rows[0]).toEqual([
    'Mentor N0 and Person 2',
    'Speak up before Zorro',
    'Reached',
  ])
})

test('a program in which nothing took place says so, and nothing more', () => {
  const report = reportOf(
    { program: { name: 'Pathways', plan }, enrolments: [], matches: [], surveys: [] },
    'none',
  )
  expect(report.sections).toEqual([])
  expect(report.reading).toBe('Nothing has taken place in this program in this period.')
})

test('every sentence is one, whatever the numbers, and names of tables differ', () => {
  fc.assert(
    fc.property(someProgram, fc.constantFrom('none', 'private', 'figures'), (records, redaction) => {
      const report = reportOf(records, redaction)
      for (const sentence of [report.reading, ...report.sections.flatMap(({ sentences }) => sentences)]) {
        expect(sentence).toMatch(/^[A-Z0-9][\s\S]*\.$/)
        expect(sentence).not.toMatch(/NaN|undefined|null|Infinity| {2}/)
        expect(sentence).not.toMatch(/\b(?:one|1) (?:matches|sessions|goals|people|pairs) /i)
      }
      const titles = report.sections.flatMap(({ tables }) => tables.map((one) => one.title.slice(0, 31)))
      expect(new Set(titles).size).toBe(titles.length)
      for (const { columns, rows } of report.sections.flatMap(({ tables }) => tables))
        for (const row of rows) expect(row).toHaveLength(columns.length)
    }),
  )
})

test('what is shown of a long table says how much more there is', () => {
  const report = shortened(reportOf(ended({ 'The goals were reached': 7 }), 'private'), 3)
  expect(table(report, 'Matches')).toMatchObject({ rows: { length: 3 }, more: 4 })
  expect(table(report, 'Goals')).toMatchObject({ more: 0 })
})

/** Enrolments of so many for each way. */
function enrolled(ways: [count: number, way: EnrolmentStep[], leftReason?: string][]): ReportRecords {
  return {
    program: { name: 'Pathways', plan },
    matches: [],
    surveys: [],
    enrolments: ways.flatMap(([count, way, leftReason]) =>
      Array.from({ length: count }, () => ({
        role: 'mentee' as const,
        leftReason: leftReason ?? null,
        moves: way.map((to, at) => ({ to, on: day(at), reason: null })),
      })),
    ),
  }
}

test('a funnel of figures leaves out the steps that would tell a few people apart', () => {
  const records = enrolled([
    [12, ['applied', 'screened', 'trained', 'ready', 'matched', 'closed']],
    [16, ['applied', 'screened', 'trained', 'ready', 'matched']],
    [2, ['applied', 'screened', 'trained']],
    [7, ['applied', 'closed'], 'No time at present'],
    [3, ['applied', 'screened', 'closed'], 'A new job'],
  ])
  const report = reportOf(records, 'figures')
  expect(table(report, 'How far people came')?.columns.map(({ title }) => title)).not.toContain('Left here')
  expect(table(report, 'How far people came')?.rows.map((row) => row.slice(0, 2))).toEqual([
    ['Applied', 40],
    ['Screened', 33],
    ['Ready', 28],
    ['Matched', 28],
    ['The end', 12],
  ])
  // The three would be found as what is left of ten.
  expect(table(report, 'Why people left')).toBeUndefined()
  expect(report.sections[0]?.sentences).toEqual([
    'Of 40 people, 28 came to a match and 12 to the end. 10 people left before (25 %).',
    'What would tell fewer than five people apart is left out of the table.',
  ])
  expect(table(reportOf(records, 'private'), 'How far people came')?.rows).toHaveLength(6)
  expect(table(reportOf(records, 'private'), 'How far people came')?.rows[1]).toEqual([
    'Screened',
    33,
    33 / 40,
    3,
    1,
  ])
})

test('what so few have in common is said in words that do not give them away', () => {
  const [most] = reportOf(
    enrolled([
      [38, ['matched']],
      [2, ['applied', 'closed'], 'A new job'],
    ]),
    'figures',
  ).sections
  expect(most?.sentences[0]).toBe(
    'Of 40 people, nearly all came to a match and nobody to the end. Fewer than five people left before.',
  )
  const few = reportOf(enrolled([[4, ['matched']]]), 'figures')
  expect(few.reading).toBe('Fewer than five people were enrolled. No match ran.')
  expect(few.sections[0]).toMatchObject({
    sentences: ['Fewer than five people were enrolled, so no more is told of them.'],
    tables: [],
  })
})

test('no figure of the funnel or of a survey is about fewer than five, nor is the difference of two', () => {
  const small = (count: number) => count > 0 && count < 5
  fc.assert(
    fc.property(someProgram, (records) => {
      const report = reportOf(records, 'figures')
      const funnel = table(report, 'How far people came')
      const reached = funnel?.rows.map((row) => Number(row[1])) ?? []
      for (const one of reached) for (const other of reached) expect(small(Math.abs(one - other))).toBe(false)
      expect(reached.some(small)).toBe(false)
      const lost = funnel?.columns.findIndex(({ title }) => title === 'Left here') ?? -1
      if (lost > 0) for (const row of funnel?.rows ?? []) expect(small(Number(row[lost]))).toBe(false)
      const reasons = table(report, 'Why people left')?.rows.map((row) => Number(row[1])) ?? []
      expect(reasons.some(small)).toBe(false)
      for (const title of ['Survey results', 'Surveys over time', 'Surveys by side'])
        for (const row of table(report, title)?.rows ?? [])
          expect(row[3] === null || Number(row[3]) >= 5).toBe(true)
      expect(table(report, 'Surveys by match')).toBeUndefined()
    }),
  )
})

/** What is said of a number that is none of people, matches or what they did. */
const notCounts =
  /one and a half times|three days of four|from one (?:location|department) to another|[\d.]+ of 5|[\d.]+ %|(?:about|with) [\d.]+|reached one|\S+ hours?|lasted [^.]* days?|fewer than five|“[^”]*”/gi

test('a report of figures tells no number below five, and none that would be what is left of a whole', () => {
  const small = (count: number) => count > 0 && count < 5
  fc.assert(
    fc.property(largerProgram, (records) => {
      const report = reportOf(records, 'figures')
      const planned = records.program.plan === null ? '' : planWords(records.program.plan)
      const said = [report.reading, ...report.sections.flatMap(({ sentences }) => sentences)]
      for (const sentence of said)
        if (!sentence.startsWith(planned) || planned === '')
          expect(sentence.replace(notCounts, '')).not.toMatch(/\b(?:one|two|three|four|both|[1-4])\b/i)
      for (const { columns, rows } of report.sections.flatMap(({ tables }) => tables))
        for (const [at, { kind }] of columns.entries())
          if (kind === 'count') for (const row of rows) expect(small(Number(row[at]))).toBe(false)

      const { goals, rhythm, borders, activity } = reportFigures(records, spanOf(null, null, today))
      const wholes = [
        { title: 'Goals', parts: { Reached: goals.reached, Open: goals.open, Dropped: goals.dropped } },
        {
          title: 'Cadence kept',
          parts: {
            'Every day': rhythm.always,
            'Three days of four or more': rhythm.mostly,
            Less: rhythm.seldom,
          },
        },
        {
          title: 'Sessions by month',
          parts: Object.fromEntries(activity.months.map(({ month, matches }) => [month, matches])),
        },
      ]
      for (const { title, parts } of wholes) {
        const rows = new Set(table(report, title)?.rows.map(([name]) => name) ?? [])
        if (rows.size === 0) continue
        const kept = Object.entries(parts).flatMap(([name, count]) =>
          rows.has(name) || count === 0 ? [] : count,
        )
        // Of a single part that is left out, what it is would be found.
        expect(kept.length === 1 || small(kept.reduce((sum, count) => sum + count, 0))).toBe(false)
      }
      const across = table(report, 'Pairs across borders')
      for (const [name, inside, outside] of across?.rows ?? []) {
        const { smallestGroup } =
          borders.find(({ border }) => `${border}s` === String(name).toLowerCase()) ?? {}
        expect(small(Number(inside)) || small(Number(outside))).toBe(false)
        if ((smallestGroup ?? 5) < 5)
          expect(across?.rows.find(([one]) => one === name)?.slice(-3)).toEqual([null, null, null])
      }
      const totals = across?.rows.map((row) => Number(row[1]) + Number(row[2])) ?? []
      for (const one of totals) for (const other of totals) expect(small(Math.abs(one - other))).toBe(false)
      if (across?.columns.some(({ title }) => title === 'Not known') === false)
        expect(borders.some(({ unknown }) => small(unknown))).toBe(true)
    }),
    { numRuns: process.env.COPPICE_LONG === '1' ? 5000 : 300 },
  )
})

test('goals, check-ins and borders are told whole where nobody is found by them', () => {
  const at = (id: number, location: string) => [
    person(id, { side: 'mentor', location, department: 'Mill' }),
    person(id + 100, { location: id % 2 === 0 ? 'Leeds' : 'Oslo', department: 'Mill' }),
  ]
  const goal = { text: 'Read', since: day(1), dueOn: null, droppedOn: null }
  const records: ReportRecords = {
    program: { name: 'Pathways', plan: null },
    enrolments: [],
    surveys: [],
    matches: Array.from({ length: 20 }, (_, index) =>
      match({
        id: index + 1,
        people: at(index + 1, index < 10 ? 'Leeds' : 'Oslo'),
        goals: [{ ...goal, reachedOn: index < 12 ? day(50) : null }],
        checkIns: [{ on: day(40), member: index + 1, depth: 'quick', dueOn: null, preset: null }],
      }),
    ),
  }
  const report = reportOf(records, 'figures')
  const sentences = report.sections.flatMap((one) => one.sentences)
  expect(sentences).toContain(
    'Of 20 goals, 12 were reached and eight are open. 12 of 20 matches with a goal reached one.',
  )
  expect(sentences).toContain('20 check-ins were logged, with 20 people. There is no plan for them.')
  expect(table(report, 'Pairs across borders')?.rows[0]).toEqual(['Locations', 10, 10, 0, 10, 0, 0])
  const fewer = { ...records, matches: records.matches.slice(0, 14) }
  const told = reportOf(fewer, 'figures').sections.flatMap((one) => one.sentences)
  expect(told).toContain('14 goals were set.')
  expect(told).toContain('What would tell fewer than five apart is left out.')
  expect(reportOf(fewer, 'private').sections.flatMap((one) => one.sentences)).toContain(
    'Of 14 goals, 12 were reached and two are open. 12 of 14 matches with a goal reached one.',
  )
})

test('a survey is told as a whole, in its parts, over time, by side, and by match where names are', () => {
  const scale = {
    anchors: ['No', 'Hardly', 'Partly', 'Mostly', 'Yes'],
    items: [
      { text: 'I can speak openly.', reversed: false, subscale: 0 },
      { text: 'We go in circles.', reversed: true, subscale: 1 },
    ],
    subscales: [
      { name: 'Trust', whenLow: null },
      { name: 'Progress', whenLow: null },
    ],
    leastAnswered: 50,
  }
  const answered = (memberId: number, on: string, answers: [number, number]) => ({
    id: memberId,
    memberId,
    matchId: memberId <= 5 ? 1 : 2,
    side: memberId % 2 === 0 ? ('mentee' as const) : ('mentor' as const),
    on,
    answers,
  })
  const members = Array.from({ length: 10 }, (_, at) => at + 1)
  const survey = (name: string, those: number[]) => ({
    name,
    version: 1,
    scale,
    responses: those.flatMap((member) => [
      answered(member, '2026-02-10', [3, 3]),
      answered(member, '2026-05-10', [5, 2]),
    ]),
  })
  const records: ReportRecords = {
    program: { name: 'Pathways', plan },
    enrolments: [],
    matches: [match({ id: 1 }), match({ id: 2, people: [person(3, { side: 'mentor' }), person(4)] })],
    surveys: [survey('Match quality', members), survey('At the end', [1, 2, 3])],
  }
  const report = reportOf(records, 'private')
  const said = report.sections.find(({ title }) => title === 'What surveys say')
  expect(said?.sentences).toEqual([
    '10 people answered “Match quality”: 3.8 of 5 on the whole. “Trust” stands best with 4 and “Progress” lowest with 3.5.',
    'Fewer than five people answered “At the end”, so their answers are not told.',
  ])
  expect(table(report, 'Survey results')?.rows).toEqual([
    ['Match quality · on the whole', 3.75, 5, 10],
    ['Match quality · Trust', 4, 5, null],
    ['Match quality · Progress', 3.5, 5, null],
  ])
  expect(table(report, 'Surveys over time')?.rows).toEqual([
    ['Match quality · February 2026', 3, 5, 10],
    ['Match quality · May 2026', 4.5, 5, 10],
  ])
  expect(table(report, 'Surveys by side')?.rows).toEqual([
    ['Match quality · mentors', 3.75, 5, 5],
    ['Match quality · mentees', 3.75, 5, 5],
  ])
  expect(table(report, 'Surveys by match')?.rows).toEqual([
    ['Match quality · Person 1 and Person 2', 3.75, 5, 5],
    ['Match quality · Person 3 and Person 4', 3.75, 5, 5],
  ])
  expect(table(reportOf(records, 'figures'), 'Surveys by match')).toBeUndefined()
})
