import { writeReport } from '@main/exporting/report'
import { reportCsv, reportMarkdown } from '@main/exporting/reportText'
import { importReport } from '@shared/domain/importReport'
import { expect, test } from 'vitest'
import { testFolder } from '../exporting/files'

const folder = testFolder()

const told = {
  fileName: 'people.csv',
  plan: { kind: 'members', columns: ['Full name', 'Mail', '=1+1'], mapping: ['name', 'email', null] },
  outcome: {
    added: 2,
    merged: 1,
    skipped: 0,
    rejected: [
      { line: 9, reason: '“31 June” is no date.' },
      { line: 4, reason: '=HYPERLINK("x") is no name.' },
    ],
    rejectedCount: 3,
    newMembers: 0,
    enrolled: 1,
  },
  programName: 'Guild',
  on: '2026-11-26',
} satisfies Parameters<typeof importReport>[0]

test('a report of an import says what came in, where each column went, and why which line was not taken', () => {
  const text = reportMarkdown(importReport(told))
  expect(text).toContain('# Import of people.csv')
  expect(text).toMatch(/2 new members, 1 added to what was there, 0 left as they were, 3 rows not taken/)
  expect(text).toMatch(/Full name\s*\|\s*Name/)
  expect(text).toMatch(/=1\+1\s*\|\s*left out/)
  // By line, with how many are missing.
  expect(text.indexOf('HYPERLINK')).toBeLessThan(text.indexOf('31 June'))
  expect(text).toContain('These are the first 2 of them.')
  expect(text).toMatch(/People who were enrolled in a program\s*\|\s*1/)
  expect(text).not.toContain('People who became members')
})

test('it goes into every format, and no cell of it is a formula', async () => {
  expect(reportCsv(importReport(told))).not.toMatch(/(^|,)"?=/m)
  for (const format of ['docx', 'xlsx', 'html', 'csv', 'md'] as const)
    await writeReport(format, importReport(told), folder.path(`report.${format}`))
  expect(folder.names()).toHaveLength(5)
})
