import type { InputOf } from '@shared/contract'
import {
  type ConsentAnswer,
  type ConsentPurpose,
  type ConsentState,
  consentAnswers,
  consentPurposes,
  consentStates,
} from '@shared/domain/vocabulary'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addMember, openTestFile, type TestFile } from './support'

let file: TestFile
beforeEach(() => {
  file = openTestFile()
})
afterEach(() => file.close())

type Filter = InputOf<'members.list'>['filter']

const everybody: Filter = {
  query: '',
  statuses: [],
  roles: [],
  locations: [],
  departments: [],
  skills: [],
  withRoom: false,
  importId: null,
  archived: false,
}

function record(memberId: number, purpose: ConsentPurpose, answer: ConsentAnswer, answeredOn: string) {
  return file.call('consents.record', { memberIds: [memberId], purpose, answer, answeredOn, how: '' })
}

async function current(memberId: number): Promise<[ConsentPurpose, ConsentAnswer, string][]> {
  return (await file.call('consents.of', { memberId }))
    .filter((answer) => answer.current)
    .map(({ purpose, answer, answeredOn }) => [purpose, answer, answeredOn])
}

async function listed(filter: Partial<Filter>): Promise<string[]> {
  const { rows } = await file.call('members.list', {
    filter: { ...everybody, ...filter },
    sort: { by: 'name', descending: false },
    page: { offset: 0, limit: 100 },
  })
  return rows.map(({ name }) => name)
}

test('the last answer by its date counts; every answer is kept', async () => {
  const mira = await addMember(file, { name: 'Mira' })
  await record(mira, 'reports', 'given', '2026-03-01')
  await record(mira, 'reports', 'withdrawn', '2026-09-01')
  expect(await current(mira)).toEqual([['reports', 'withdrawn', '2026-09-01']])
  // A form from between, found later, changes nothing about today.
  await record(mira, 'reports', 'refused', '2026-05-01')
  expect(await current(mira)).toEqual([['reports', 'withdrawn', '2026-09-01']])
  expect((await file.call('consents.of', { memberId: mira })).map(({ answeredOn }) => answeredOn)).toEqual([
    '2026-09-01',
    '2026-05-01',
    '2026-03-01',
  ])
  // On the same day the one that was written down last counts.
  await record(mira, 'reports', 'given', '2026-09-01')
  expect(await current(mira)).toEqual([['reports', 'given', '2026-09-01']])
})

test('the same answer again is none, and undo brings the one before back', async () => {
  const mira = await addMember(file, { name: 'Mira' })
  await record(mira, 'contact', 'given', '2026-03-01')
  expect(await record(mira, 'contact', 'given', '2026-03-01')).toEqual({ count: 0 })
  await record(mira, 'contact', 'refused', '2026-04-01')
  expect((await file.call('history.undo', {})).summary).toBe('Consent of Mira')
  expect(await current(mira)).toEqual([['contact', 'given', '2026-03-01']])
  await file.call('history.redo', {})
  expect(await current(mira)).toEqual([['contact', 'refused', '2026-04-01']])
})

test('many members answer at once', async () => {
  const ids = [await addMember(file, { name: 'Ana' }), await addMember(file, { name: 'Bo' })]
  const done = await file.call('consents.record', {
    memberIds: ids,
    purpose: 'notes',
    answer: 'given',
    answeredOn: '2026-11-01',
    how: 'form',
  })
  expect(done).toEqual({ count: 2 })
  expect((await file.call('consents.of', { memberId: ids[1] ?? 0 }))[0]).toMatchObject({ how: 'form' })
})

test('a file in which nobody was asked offers no filter', async () => {
  await addMember(file, { name: 'Ana' })
  expect((await file.call('members.facets', { filter: everybody })).consents).toEqual([])
})

test('the directory finds who has answered what, and the counts are what choosing would show', async () => {
  const answers = fc.array(
    fc.record({
      member: fc.nat({ max: 3 }),
      purpose: fc.constantFrom(...consentPurposes),
      answer: fc.constantFrom(...consentAnswers),
      answeredOn: fc.constantFrom('2026-01-01', '2026-06-01', '2026-06-02'),
    }),
    { minLength: 1, maxLength: 14 },
  )
  await fc.assert(
    fc.asyncProperty(answers, fc.boolean(), async (given, onlyPorto) => {
      file.close()
      file = openTestFile()
      const names = ['Ana', 'Bo', 'Cy', 'Di']
      for (const [at, name] of names.entries())
        await addMember(file, { name, location: at < 2 ? 'Porto' : 'Oslo' })
      const stands = new Map<string, { on: string; state: ConsentState }>()
      for (const { member, purpose, answer, answeredOn } of given) {
        await record(member + 1, purpose, answer, answeredOn)
        const known = stands.get(`${member} ${purpose}`)
        if (!known || known.on <= answeredOn)
          stands.set(`${member} ${purpose}`, { on: answeredOn, state: answer })
      }
      const filter = { ...everybody, locations: onlyPorto ? ['Porto'] : [] }
      const facets = (await file.call('members.facets', { filter })).consents
      for (const purpose of consentPurposes) {
        for (const state of consentStates) {
          const standing = `${purpose}:${state}` as const
          const expected = names.filter(
            (_, at) =>
              (!onlyPorto || at < 2) && (stands.get(`${at} ${purpose}`)?.state ?? 'missing') === state,
          )
          expect(await listed({ ...filter, consents: [standing] })).toEqual(expected)
          expect(facets.find(({ value }) => value === standing)?.count ?? 0).toBe(expected.length)
        }
      }
    }),
    { numRuns: 12 },
  )
})
