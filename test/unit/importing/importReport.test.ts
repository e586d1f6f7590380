import { writeReport } from '@main/exporting/report'
import { reportCsv, reportMarkdown } from '@main/exporting/reportText'
import { importReport } from '@shared/domain/importReport'
import { expect, test } from 'vitest'
import { testFolder } from '../exporting/files'

const folder = testFolder()

const told = {
  fileName: 'people.csv',
  came: {
    what: 'rows',
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
  },
  programName: 'Guild',
  on: '2026-11-26',
  written: true,
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

test('of notes it says which were not taken and what is to be known, of attendance who was there', () => {
  const notes = reportMarkdown(
    importReport({
      ...told,
      came: {
        what: 'notes',
        outcome: {
          added: 3,
          changed: 1,
          unchanged: 2,
          skipped: 0,
          files: 4,
          rejected: [{ path: 'a/b.md', reason: 'It is no text.' }],
          remarks: [{ path: 'c.md', reason: 'A link leads nowhere.' }],
        },
      },
    }),
  )
  expect(notes).toContain('3 new pieces of knowledge, 1 written anew, 2 left as they were, 1 note not taken.')
  expect(notes).toMatch(/a\/b\.md\s*\|\s*It is no text\./)
  expect(notes).toMatch(/c\.md\s*\|\s*A link leads nowhere\./)
  expect(notes).not.toContain('Column of the file')
  const attendance = reportMarkdown(
    importReport({
      ...told,
      came: {
        what: 'attendance',
        outcome: {
          taken: 2,
          known: 1,
          guests: [{}],
          rejected: [{ line: 3, name: 'Ana', reason: 'She said no.' }],
        },
      },
    }),
  )
  expect(attendance).toContain(
    '2 members of the directory there, 1 of them noted already, 1 guest, 1 line not taken.',
  )
  expect(attendance).toMatch(/3\s*\|\s*Ana: She said no\./)
})

test('of an import that was only tried it says that nothing was written', () => {
  const text = reportMarkdown(importReport({ ...told, written: false }))
  expect(text).toContain('# Trial import of people.csv')
  expect(text).toContain('Nothing was written. It would be: 2 new members')
})
