import { programReport, shortened } from '@shared/domain/programReport/document'
import type { ReportRecords } from '@shared/domain/programReport/records'
import { spanOf } from '@shared/domain/programReport/records'
import type { ProgramReport } from '@shared/domain/programReport/report'
import type { RedactionLevel } from '@shared/domain/vocabulary'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day, match, person, plan, someProgram, today } from './programs'

const reportOf = (records: ReportRecords, redaction: RedactionLevel): ProgramReport =>
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
    matches: matches.map((one, at) => ({
      ...one,
      id: at + 1,
      people: [person(2 * at + 1, { side: 'mentor', name: `Mentor N${at}` }), person(2 * at + 2)],
    })),
  }
}

const table = (report: ProgramReport, title: string) =>
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
  const report = reportOf({ program: { name: 'Pathways', plan }, enrolments: [], matches: [] }, 'none')
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
