import { readinessItems } from '@shared/domain/growth/readiness'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addCommunity } from './communitySupport'
import { openTestFile, type TestFile } from './support'

const today = '2026-11-25'
let file: TestFile
beforeEach(() => {
  file = openTestFile()
})
afterEach(() => file.close())

const all = (value: number) => Object.fromEntries(readinessItems.map(({ key }) => [key, value]))
const list = () => file.call('readiness.list', {})

function keep(fields: { communityId?: number; idea?: string; who?: string; value?: number }) {
  const { communityId = null, idea = null, who = null, value = 4 } = fields
  const check = { communityId, idea, takenOn: today, who, answers: all(value), note: null }
  return file.call('readiness.save', { id: null, check })
}

test('several people answer for an idea, and the page says what they say together', async () => {
  await keep({ idea: 'Tide tables <b>', who: 'Mira', value: 5 })
  await keep({ idea: 'Tide tables <b>', who: 'Jan', value: 1 })
  await keep({ idea: 'Another' })
  const document = { communityId: null, idea: 'Tide tables <b>' }
  const { title, html } = await file.call('readiness.document', { document, today })
  expect(title).toBe('Readiness - Tide tables <b>')
  for (const words of [
    'ready in part',
    '2 people have answered',
    'What to do first',
    'Tide tables &lt;b&gt;',
    'Jan',
  ])
    expect(html).toContain(words)
  expect(html).not.toContain('<b>:')
  await expect(
    file.call('readiness.document', { document: { ...document, idea: 'Nothing' }, today }),
  ).rejects.toThrow(/Nobody has answered/)
})

test('answers go with their community into the trash and come back, and can be taken out and brought back', async () => {
  const communityId = await addCommunity(file)
  const { id } = await keep({ communityId, idea: 'left out' })
  expect(await list()).toMatchObject([{ id, community: { name: 'Field Craft' }, idea: null }])
  const { trash } = await file.call('communities.remove', { id: communityId })
  expect(await list()).toEqual([])
  await file.call('trash.restore', { ids: trash })
  await file.call('readiness.remove', { id })
  await file.call('history.undo', {})
  expect(await list()).toMatchObject([{ id, answers: all(4) }])
  expect((await file.call('programFile.check', {})).problems).toEqual([])
})

test('what belongs to no statement, or to nothing at all, is refused', async () => {
  await expect(keep({})).rejects.toThrow(/Say what the community would be about/)
  const check = { communityId: null, idea: 'X', takenOn: today, who: null, note: null }
  for (const answers of [{}, { nothing: 3 }, { 'time-members': 6 }])
    await expect(file.call('readiness.save', { id: null, check: { ...check, answers } })).rejects.toThrow()
})
