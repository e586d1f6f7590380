import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { mentionLink } from '@shared/domain/mentions'
import { type ReportDesign, usualDesign } from '@shared/domain/report/design'
import { redactionLevels } from '@shared/domain/vocabulary'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { unzipTexts } from '../unit/exporting/packages'
import { addMember, addSession, openTestFile, type TestFile } from './support'

let file: TestFile
let mira: number
let tariq: number

beforeEach(async () => {
  file = openTestFile()
  mira = await addMember(file, { name: 'Mira Okafor', email: 'mira@riverside.example' })
  tariq = await addMember(file, { name: 'Tariq Haddad' })
  await addSession(file, {
    attendeeIds: [mira, tariq],
    title: 'Mira Okafor begins',
    agenda: 'What Mira Okafor wants',
    notes: `${mentionLink(mira, 'Mimi')} and MIRA OKAFOR (mira@riverside.example) met Tariq.`,
    topics: ['Beginnings'],
    actionItems: [{ id: null, text: 'Call Mira Okafor', ownerId: mira, dueOn: '2026-12-01', doneOn: null }],
  })
  await addSession(file, { attendeeIds: [tariq], notes: 'Nothing about anybody.' })
})
afterEach(() => file.close())

const everything = { memberIds: [], matchId: null, from: null, to: null }

function preview(design: Partial<ReportDesign> = {}) {
  return file.call('reports.preview', {
    design: { ...usualDesign('sessions'), redaction: 'none', ...design },
    today: '2026-11-25',
  })
}

function answer(memberId: number, given: 'given' | 'refused' | 'withdrawn', answeredOn: string) {
  return file.call('consents.record', {
    memberIds: [memberId],
    purpose: 'reports',
    answer: given,
    answeredOn,
    how: '',
  })
}

/** Everything that a reader of a written report could find in it. */
async function written(format: 'html' | 'docx' | 'xlsx' | 'csv' | 'md', nameAll: boolean): Promise<string> {
  const path = join(dirname(file.path), `report.${format}`)
  await file.call('exports.write', {
    scope: { ...everything, memberIds: [mira] },
    redaction: 'none',
    today: '2026-11-25',
    nameAll,
    format,
    path,
  })
  if (format !== 'docx' && format !== 'xlsx') return readFileSync(path, 'utf8')
  return [...(await unzipTexts(path)).values()].join('\n')
}

test('as long as nobody refuses, everybody is named and nobody is asked about', async () => {
  await answer(mira, 'given', '2026-01-01')
  const { html, unwilling } = await preview()
  expect(unwilling).toBe(0)
  expect(html).toContain('Mira Okafor')
})

test.each(['html', 'docx', 'xlsx', 'csv', 'md'] as const)(
  'who has refused is “a member” in %s, everywhere in it, unless all are to be named',
  async (format) => {
    await answer(mira, 'refused', '2026-01-01')
    const without = await written(format, false)
    expect(without).not.toMatch(/mira|okafor|mimi/i)
    expect(without).toContain('a member')
    expect(without).toContain('Tariq Haddad')
    expect(await written(format, true)).toContain('Mira Okafor')
  },
)

test('the preview counts who is named against their will, also in the text of others', async () => {
  await answer(mira, 'withdrawn', '2026-01-01')
  expect((await preview()).unwilling).toBe(1)
  const ofTariqAlone = await preview({ memberIds: [tariq] })
  expect(ofTariqAlone.unwilling).toBe(1)
  const kim = await addMember(file, { name: 'Kim Park' })
  await answer(kim, 'refused', '2026-01-01')
  expect((await preview()).unwilling).toBe(1)
  await addSession(file, { attendeeIds: [tariq], notes: 'Kim Park should be asked.' })
  expect((await preview()).unwilling).toBe(2)
  await addSession(file, {
    attendeeIds: [tariq],
    notes: mentionLink(kim, 'K.'),
    heldOn: '2025-01-01',
  })
  expect((await preview({ period: { span: 'fixed', from: null, to: '2025-02-01' } })).unwilling).toBe(1)
})

test('an answer that changes changes the report', async () => {
  await answer(mira, 'refused', '2026-01-01')
  await answer(mira, 'given', '2026-02-01')
  expect((await preview()).unwilling).toBe(0)
})

test('at every level a report without names holds none of those who refused', async () => {
  await answer(mira, 'refused', '2026-01-01')
  for (const redaction of redactionLevels)
    expect((await preview({ redaction })).html).not.toMatch(/mira|okafor|mimi/i)
})
