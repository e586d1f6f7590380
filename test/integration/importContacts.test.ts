import { afterEach, beforeEach, expect, test } from 'vitest'
import { importText } from './importSupport'
import { addMember, openTestFile, type TestFile } from './support'

let file: TestFile
beforeEach(() => {
  file = openTestFile()
})
afterEach(() => file.close())

test('contact cards come into the directory; who is known is completed, and what is no person is told with its line', async () => {
  const ana = await addMember(file, { name: 'Ana Abel', email: 'ana@x.example' })
  const cards = [
    'BEGIN:VCARD\nVERSION:3.0\nFN:Ana Abel\nEMAIL:ana@x.example\nORG:Tidewright;Legal\nEND:VCARD',
    'BEGIN:VCARD\nVERSION:3.0\nX-ABShowAs:COMPANY\nFN:Tidewright\nORG:Tidewright\nEND:VCARD',
    'BEGIN:VCARD\nVERSION:4.0\nFN:Bo Baker\nN:Baker;Bo;;;\nNOTE:two\\nlines\nLANG:pt\nEND:VCARD',
  ].join('\n')
  const done = await importText(file, 'members', cards)
  expect(done).toMatchObject({
    added: 1,
    merged: 1,
    rejected: [{ line: 7, reason: 'This row has neither a name nor an e-mail address.' }],
  })
  expect(await file.call('members.get', { id: ana })).toMatchObject({
    organisation: 'Tidewright',
    department: 'Legal',
  })
  const [bo] = await file.call('members.find', { query: 'Bo', limit: 1 })
  expect(await file.call('members.get', { id: bo?.id ?? 0 })).toMatchObject({
    name: 'Bo Baker',
    sortName: 'Baker, Bo',
    about: 'two\nlines',
    languages: ['Portuguese'],
  })
})
