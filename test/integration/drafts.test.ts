import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestFile, type TestFile } from './support'

let file: TestFile
beforeEach(() => {
  file = openTestFile()
})
afterEach(() => file.close())

test('a draft is kept until it is discarded, and the last one counts', async () => {
  expect(await file.call('drafts.get', { key: 'session:new' })).toBeNull()
  await file.call('drafts.save', { key: 'session:new', body: 'half a' })
  const { updatedAt } = await file.call('drafts.save', { key: 'session:new', body: 'half a sentence' })
  expect(await file.call('drafts.get', { key: 'session:new' })).toEqual({
    body: 'half a sentence',
    updatedAt,
  })
  expect(await file.call('drafts.get', { key: 'session:1' })).toBeNull()
  await file.call('drafts.discard', { key: 'session:new' })
  expect(await file.call('drafts.get', { key: 'session:new' })).toBeNull()
})

test('a draft leaves no trace in the history', async () => {
  await file.call('drafts.save', { key: 'k', body: 'x' })
  expect(await file.call('history.state', {})).toEqual({ undo: null, redo: null })
  expect(file.read((db) => db.value('SELECT count(*) FROM commands'))).toBe(0)
})
