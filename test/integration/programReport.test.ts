import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { InputOf, OutputOf } from '@shared/contract'
import { cellText } from '@shared/domain/report/words'
import { supportPresets } from '@shared/domain/support/plan'
import exceljs from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unzipTexts, xmlFault } from '../unit/exporting/packages'
import { addProgram, enrol } from './programSupport'
import { addMatch, addMember, addSession, openTestFile, type TestFile } from './support'
import { addSurvey } from './surveySupport'

const today = '2026-11-25'

let file: TestFile
let programId: number
let ana: number
/** Six pairs between two places, with what one year of a program leaves behind. */
beforeAll(async () => {
  file = openTestFile()
  programId = await addProgram(file, { name: 'Pathways', cadenceDays: 14 })
  const { preset, quick, inDepth } = supportPresets['monthly, then quarterly']
  await file.call('support.choose', { programId, plan: { preset, quick: [...quick], inDepth: [...inDepth] } })
  ana = 0
  const surveyId = await addSurvey(file)
  for (let pair = 0; pair < 6; pair++) {
    const mentor = await addMember(file, {
      name: pair === 0 ? 'Ana Abel' : `Mentor ${pair}`,
      location: 'Leeds',
    })
    const mentee = await addMember(file, { name: `Mentee ${pair}`, location: pair < 4 ? 'Amman' : 'Leeds' })
    if (pair === 0) ana = mentor
    for (const [memberId, role] of [
      [mentor, 'mentor'],
      [mentee, 'mentee'],
    ] as const)
      await enrol(file, { programId, memberId, role, step: 'matched', onDay: '2026-08-20' })
    const match = await addMatch(file, { program: 'Pathways', mentor, mentee, startedOn: '2026-09-01' })
    await addSession(file, {
      matchId: match,
      attendeeIds: [mentor, mentee],
      heldOn: '2026-09-10',
      minutes: 90,
      rating: 4,
      actionItems: [{ id: null, text: 'Try it', ownerId: mentee, dueOn: '2026-09-20', doneOn: '2026-09-19' }],
    })
    if (pair < 3)
      await addSession(file, { matchId: match, attendeeIds: [mentor, mentee], heldOn: '2026-10-12' })
    for (const memberId of [mentor, mentee])
      await file.call('surveys.answer', {
        templateId: surveyId,
        programId,
        memberId,
        answeredOn: memberId === mentor ? '2026-09-21' : '2026-10-22',
        answers: memberId === mentor ? [4, 2, 3, 3] : [5, 1, 4, null],
      })
    if (pair === 0) await loggedAndClosed(match, mentor, mentee)
  }
})
afterAll(() => file.close())

async function loggedAndClosed(match: number, mentor: number, mentee: number): Promise<void> {
  for (const [memberId, madeOn] of [
    [mentor, '2026-09-28'],
    [mentee, '2026-10-05'],
  ] as const) {
    const talk = {
      matchId: match,
      memberId,
      madeOn,
      means: 'phone',
      depth: 'quick',
      minutes: null,
      notes: '',
    } as const
    await file.call('checkIns.save', { id: null, checkIn: { ...talk, confidentiality: 'private' } })
  }
  const goal = { text: 'Ask Ana Abel for a second look', ownerId: null, dueOn: null, milestones: [] }
  const { id: goalId } = await file.call('goals.save', { id: null, matchId: match, goal })
  await file.call('goals.settle', { id: goalId, reachedOn: '2026-10-20', droppedOn: null })
  const { id } = await file.call('closures.begin', {
    matchId: match,
    anticipated: true,
    reason: 'The goals were reached',
    begunOn: '2026-10-20',
    endsOn: '2026-11-01',
  })
  await file.call('closures.finish', {
    id,
    onDay: '2026-11-01',
    contactRule: 'They may stay in touch as they like',
  })
}

type Report = OutputOf<'programReport.get'>['report']
const ask = (more: Partial<InputOf<'programReport.get'>> = {}) =>
  file.call('programReport.get', { programId, from: null, to: null, redaction: 'figures', today, ...more })

/** A table of the report, its cells as they are read. */
function rows(report: Report, title: string): string[][] {
  const table = report.sections.flatMap(({ tables }) => tables).find((one) => one.title === title)
  if (!table) throw new Error(`No table “${title}”.`)
  return table.rows.map((row) => table.columns.map(({ kind }, at) => cellText(row[at] ?? null, kind)))
}

const written = (
  format: 'docx' | 'xlsx' | 'csv' | 'md' | 'html',
  redaction: 'none' | 'private' | 'figures',
) => {
  const path = join(dirname(file.path), `report-${redaction}.${format}`)
  return file
    .call('programReport.write', { programId, from: null, to: null, redaction, today, format, path })
    .then(() => path)
}

describe('the figures', () => {
  test('are those of the records', async () => {
    const { report } = await ask({ redaction: 'private' })
    expect(report).toMatchObject({
      title: 'Pathways',
      reading:
        '12 people were enrolled. All six matches met, in nine sessions and nine hours. One goal was reached, and one match came to an end.',
    })
    expect(rows(report, 'Sessions by month')).toEqual([
      ['September 2026', '6', '9', '6'],
      ['October 2026', '3', '0', '3'],
    ])
    expect(rows(report, 'How far people came').slice(4)).toEqual([
      ['Matched', '12', '100 %', '0', '73'],
      ['The end', '2', '17 %', '', ''],
    ])
    expect(rows(report, 'Goals')[0]).toEqual(['Reached', '1', '100 %'])
    // Mentors are all in Leeds, so dealing the mentees out anew changes nothing.
    expect(rows(report, 'Pairs across borders')).toEqual([['Locations', '4', '2', '0', '4', '0.33', '0.33']])
  })

  test('keep back what fewer than five share, where no names are told', async () => {
    const { report } = await ask()
    expect(report.reading).toBe(
      '12 people were enrolled. All six matches met, in nine sessions and nine hours.',
    )
    // Of the two who came to the end no figure is told, nor how long it took them.
    expect(rows(report, 'How far people came')).toHaveLength(5)
    expect(rows(report, 'How far people came').at(4)).toEqual(['Matched', '12', '100 %', '0', ''])
    const titles = report.sections.flatMap(({ tables }) => tables.map(({ title }) => title))
    for (const title of ['Sessions by month', 'Goals', 'What was kept of the plan', 'Pairs across borders'])
      expect(titles).not.toContain(title)
  })

  test('what was due is told by what became of it', async () => {
    const { report } = await ask({ redaction: 'private' })
    // Ana was in time, her mentee four days late; the other ten were due by 1 October and never reached.
    expect(rows(report, 'What was kept of the plan')).toEqual([['Quick', '1', '1', '10', '0', '8 %']])
  })

  test('are those of a period where one is asked for', async () => {
    const { report } = await ask({ redaction: 'private', from: '2026-10-01', to: '2026-10-31' })
    expect(report.period).toBe('1 October to 31 October 2026')
    expect(rows(report, 'Sessions by month')).toEqual([['October 2026', '3', '0', '3']])
    expect(report.sections.map(({ title }) => title)).not.toContain('How far people came')
    expect(report.sections.map(({ title }) => title)).not.toContain('How matches ended')
  })

  test('of surveys are those of the surveys’ own page, in the period, and never of few', async () => {
    const { report } = await ask()
    expect(rows(report, 'Survey results')).toEqual([
      ['Pulse · on the whole', '4.1', '5', '12'],
      ['Pulse · Trust', '4.5', '5', ''],
      ['Pulse · Progress', '3.5', '5', ''],
    ])
    expect(rows(report, 'Surveys over time')).toEqual([
      ['Pulse · September 2026', '3.5', '5', '6'],
      ['Pulse · October 2026', '4.7', '5', '6'],
    ])
    expect(rows(report, 'Surveys by side')).toEqual([
      ['Pulse · mentors', '3.5', '5', '6'],
      ['Pulse · mentees', '4.7', '5', '6'],
    ])
    const { report: october } = await ask({ from: '2026-10-01', to: '2026-10-31' })
    expect(rows(october, 'Survey results')[0]).toEqual(['Pulse · on the whole', '4.7', '5', '6'])
    const { report: before } = await ask({ to: '2026-08-31' })
    expect(before.sections.map(({ title }) => title)).not.toContain('What surveys say')
  })

  test('of a program without anything, and of one that is gone', async () => {
    const empty = await addProgram(file, { name: 'Empty' })
    expect((await ask({ programId: empty })).report.sections).toEqual([])
    await expect(ask({ programId: 999 })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('names', () => {
  test('are in a report that has them, but for those who refused', async () => {
    expect(JSON.stringify(await ask())).not.toMatch(/Abel|Mentee/)
    expect((await ask({ redaction: 'private' })).unwilling).toBe(0)
    await file.call('consents.record', {
      memberIds: [ana],
      purpose: 'reports',
      answer: 'refused',
      answeredOn: today,
      how: null,
    })
    const { report, unwilling } = await ask({ redaction: 'none' })
    expect(unwilling).toBe(1)
    expect(rows(report, 'Matches')[0]?.[0]).toBe('a member and Mentee 0')
    expect(rows(report, 'What they worked towards')).toEqual([
      ['a member and Mentee 0', 'Ask a member for a second look', 'Reached'],
    ])
    const { report: whole } = await ask({ redaction: 'none', nameAll: true })
    expect(rows(whole, 'Matches')[0]?.[0]).toBe('Ana Abel and Mentee 0')
    await file.call('history.undo', {})
  })
})

describe('every format', () => {
  test('Word: whole, and with the figures', async () => {
    const parts = await unzipTexts(await written('docx', 'private'))
    for (const [name, xml] of parts) expect(xmlFault(xml), name).toBeNull()
    const body = parts.get('word/document.xml') ?? ''
    const texts = [...body.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text)
    const at = texts.indexOf('September 2026')
    expect(texts.slice(at, at + 4)).toEqual(['September 2026', '6', '9', '6'])
    expect(texts).toContain('Ana Abel and Mentee 0')
    expect(texts).toContain('Pulse · on the whole')
    expect(texts).not.toContain('Ask Ana Abel for a second look')
  })

  test('Excel: a sheet for each table, with numbers that are numbers', async () => {
    const workbook = new exceljs.Workbook()
    await workbook.xlsx.readFile(await written('xlsx', 'none'))
    const sheet = (name: string) => workbook.getWorksheet(name)
    expect(sheet('Sessions by month')?.getRow(2).values).toEqual([undefined, 'September 2026', 6, 9, 6])
    expect(sheet('Survey results')?.getRow(2).values).toEqual([
      undefined,
      'Pulse · on the whole',
      expect.closeTo(4.08),
      5,
      12,
    ])
    expect(sheet('Goals')?.getCell('C2')).toMatchObject({ value: 1, numFmt: '0%' })
    expect(sheet('Matches')?.getCell('H2').value).toEqual(new Date('2026-09-01T00:00:00Z'))
    expect(sheet('About')?.getColumn(2).values).toContain('All dates')
    expect(sheet('What they worked towards')?.getCell('B2').value).toBe('Ask Ana Abel for a second look')
  })

  test('CSV, Markdown and HTML say the same, and what was left out', async () => {
    const text = async (format: 'csv' | 'md' | 'html', redaction: 'private' | 'figures') =>
      readFileSync(await written(format, redaction), 'utf8')
    expect(await text('csv', 'private')).toContain('Sessions by month,2026-09,Sessions,6,')
    expect(await text('md', 'private')).toContain('| September 2026 | 6 | 9 | 6 |')
    expect(await text('html', 'private')).toContain(
      '<th scope="row">September 2026</th><td class="count">6</td>',
    )
    const html = await text('html', 'figures')
    for (const one of [await text('csv', 'figures'), await text('md', 'figures'), html]) {
      expect(one).not.toMatch(/Abel|Mentee 0/)
      expect(one).toContain('Figures only, no names or texts')
    }
    expect(html).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/i)
  })
})
