import { programReport } from '@shared/domain/programReport/document'
import type { ReportRecords } from '@shared/domain/programReport/records'
import type { Report } from '@shared/domain/report/report'
import { shortened } from '@shared/domain/report/shortened'
import { spanOf } from '@shared/domain/report/span'
import type { EnrolmentStep, RedactionLevel } from '@shared/domain/vocabulary'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day, match, person, plan, someProgram, today } from './programs'

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
