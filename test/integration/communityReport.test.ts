import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { InputOf, OutputOf } from '@shared/contract'
import { addDays } from '@shared/domain/calendar'
import { cellText } from '@shared/domain/report/words'
import exceljs from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unzipTexts, xmlFault } from '../unit/exporting/packages'
import { addCommunity, addGathering } from './communitySupport'
import { addMember, openTestFile, type TestFile } from './support'

const today = '2026-11-25'

let file: TestFile
let communityId: number
let ana: number
/** Twelve members of two places, who all met every other week, and one who was there at first. */
beforeAll(async () => {
  file = openTestFile()
  const members: number[] = []
  for (let at = 0; at < 12; at++) {
    const location = at < 6 ? 'Leeds' : 'Amman'
    members.push(await addMember(file, { name: at === 0 ? 'Ana Abel' : `Member ${at}`, location }))
  }
  ana = members[0] ?? 0
  communityId = await addCommunity(file, {
    coordinatorId: ana,
    domain: 'What Ana Abel began on the water',
    publicSpaces: 'An open hour',
  })
  await file.call('communities.setStage', {
    id: communityId,
    stage: 'maturing',
    since: '2026-06-01',
    note: 'Ana Abel said so',
  })
  await file.call('communities.join', {
    id: communityId,
    memberIds: members,
    role: null,
    joinedOn: '2026-01-10',
  })
  for (let week = 0; week < 6; week++) {
    const heldOn = addDays('2026-11-24', -14 * week)
    const id = await addGathering(file, communityId, {
      heldOn,
      hostId: ana,
      title: week === 0 ? 'Ana Abel shows her boat' : null,
      notes: week === 0 ? 'It **floats**.' : '',
    })
    const there = week === 5 ? members : members.slice(0, 11)
    await file.call('gatherings.attend', {
      id,
      attendees: there.map((memberId) => ({ memberId, minutes: null })),
      guests: 0,
    })
  }
  await file.call('communitySteps.take', {
    communityId,
    part: 'breadth',
    kind: 'catch',
    itemId: null,
    memberIds: [members[11] ?? 0],
    takenOn: '2026-11-01',
    valueThen: 0.9,
  })
})
afterAll(() => file.close())

type Report = OutputOf<'communityReport.get'>['report']
const ask = (more: Partial<InputOf<'communityReport.get'>> = {}) =>
  file.call('communityReport.get', {
    communityId,
    from: null,
    to: null,
    redaction: 'private',
    today,
    ...more,
  })

/** A table of the report, its cells as they are read. */
function rows(report: Report, title: string): string[][] {
  const table = report.sections.flatMap(({ tables }) => tables).find((one) => one.title === title)
  if (!table) throw new Error(`No table “${title}”.`)
  return table.rows.map((row) => table.columns.map(({ kind }, at) => cellText(row[at] ?? null, kind)))
}

const titles = ({ sections }: Report) => sections.map(({ title }) => title)

describe('the report of a community', () => {
  test('says what the overview and the list of members say', async () => {
    const { report } = await ask()
    expect(report).toMatchObject({ title: 'Field Craft', period: '27 August to 24 November 2026' })
    const input = { from: null, to: null, today, communityId, loggedOnly: false }
    const { parts } = await file.call('aliveness.get', input)
    const shown = parts.flatMap(({ value }) => (value === null ? [] : [String(Math.round(100 * value))]))
    expect(rows(report, 'Parts of aliveness').map(([, value]) => value)).toEqual(shown)
    const { members } = await file.call('communities.members', { id: communityId, today })
    const core = members.filter(({ level }) => level === 'core').length
    expect(rows(report, 'Levels of participation').map((row) => row.slice(0, 2))).toEqual([
      ['Core', String(core)],
      ['Active', '0'],
      ['Peripheral', '1'],
      ['Outside', '0'],
    ])
  })

  test('tells gatherings, crossing with chance, and what came of a step', async () => {
    const { report } = await ask()
    expect(rows(report, 'Gatherings').at(-1)).toEqual([
      'Ana Abel shows her boat',
      '11',
      '0',
      '24 Nov 2026',
      'Ana Abel',
    ])
    // Six of Leeds and six of Amman, all of whom were once in one room.
    expect(rows(report, 'Ties across places')).toEqual([['All', '36', '30', '36', '0.09', '0.09']])
    expect(rows(report, 'Places with places, against chance')).toEqual([
      ['Leeds', 'as chance', 'as chance'],
      ['Amman', 'as chance', 'as chance'],
    ])
    expect(rows(report, 'Steps taken')).toEqual([
      ['Called Member 11', '1 Nov 2026', 'Participation breadth', '90', '100', '0'],
    ])
  })

  test('is of a period where one is asked for, in the stage of its last day', async () => {
    const { report } = await ask({ from: '2026-04-01', to: '2026-05-31' })
    expect(report.period).toBe('1 April to 31 May 2026')
    expect(JSON.stringify(report.sections[0])).toContain('coalescing')
    expect(titles(report)).not.toContain('What was done')
    expect(titles(report)).not.toContain('What took place')
  })

  test('of a community without anything is empty, and one that is gone is not found', async () => {
    const empty = await addCommunity(file, { name: 'Empty' })
    expect((await ask({ communityId: empty })).report.sections).toEqual([])
    await file.call('history.undo', {})
    await expect(ask({ communityId: 999 })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('names nobody in figures, and nobody who refused where there are names', async () => {
    const { report, unwilling } = await ask({ redaction: 'figures' })
    expect(unwilling).toBe(0)
    expect(JSON.stringify(report)).not.toMatch(/Abel|Member \d|boat|floats/)
    expect(report.sections[0]?.sentences[0]).toBe('What a member began on the water')
    await file.call('consents.record', {
      memberIds: [ana],
      purpose: 'reports',
      answer: 'refused',
      answeredOn: today,
      how: null,
    })
    const { report: told, unwilling: one } = await ask({ redaction: 'none' })
    expect(one).toBe(1)
    expect(JSON.stringify(told)).not.toContain('Abel')
    expect(rows(told, 'Notes of gatherings')).toEqual([
      ['a member shows her boat', '24 Nov 2026', 'It floats.'],
    ])
    expect(JSON.stringify(await ask({ redaction: 'none', nameAll: true }))).toContain('Ana Abel said so')
    await file.call('history.undo', {})
  })
})

describe('every format', () => {
  const written = async (format: 'docx' | 'xlsx' | 'csv' | 'md' | 'html') => {
    const path = join(dirname(file.path), `community.${format}`)
    const request = { communityId, from: null, to: null, redaction: 'private' as const, today }
    await file.call('communityReport.write', { ...request, format, path })
    return path
  }

  test('Word: whole, with bars, columns over time and shaded cells', async () => {
    const parts = await unzipTexts(await written('docx'))
    for (const [name, xml] of parts) expect(xmlFault(xml), name).toBeNull()
    const body = parts.get('word/document.xml') ?? ''
    const texts = [...body.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text)
    expect(texts).toContain('Ana Abel shows her boat')
    // A bar for each part, level and gathering, and a column for each week with contacts.
    expect(body.match(/<w:drawing>/g)?.length).toBeGreaterThan(12)
    expect(body).toMatch(/week from 23 November 2026: 55 contacts/)
    expect(body).toMatch(/<w:shd [^>]*w:fill="E0EAE3"/)
  })

  test('Excel: a sheet for each table, its second column the stronger the more', async () => {
    const workbook = new exceljs.Workbook()
    await workbook.xlsx.readFile(await written('xlsx'))
    const sheet = workbook.getWorksheet('Levels of participation')
    expect(sheet?.getRow(2).values).toEqual([undefined, 'Core', 11, expect.closeTo(11 / 12)])
    expect(sheet).toHaveProperty('conditionalFormattings.0.rules.0.type', 'colorScale')
    expect(workbook.getWorksheet('About')?.getCell('A1').value).toBe('Community')
  })

  test('CSV, Markdown and HTML say the same', async () => {
    const text = async (format: 'csv' | 'md' | 'html') => readFileSync(await written(format), 'utf8')
    const [csv, md, html] = [await text('csv'), await text('md'), await text('html')]
    expect(csv).toContain('Levels of participation,Core,Members,11,')
    expect(md).toContain('| Core | 11 | 92 % |')
    expect(html).toContain('<td class="lean even">as chance</td>')
    expect(html).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/i)
  })
})
