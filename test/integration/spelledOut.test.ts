import { matchExpression } from '@main/database/queries/fullText'
import { sessionMatch } from '@main/database/queries/members/spelledOut'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addMember, addSession, openTestFile, type TestFile } from './support'

let file: TestFile
beforeEach(async () => {
  file = openTestFile()
  await addMember(file, { name: 'Ana' })
})
afterEach(() => file.close())

const note = (notes: string) => addSession(file, { attendeeIds: [1], notes })

/** The sessions that a question to the search index finds, in order. */
function found(expression: string | null): number[] {
  return file.read((db) =>
    db.column<number>(
      'SELECT rowid FROM session_search WHERE session_search MATCH ? ORDER BY rowid DESC',
      expression,
    ),
  )
}

const spelled = (query: string) => file.read((db) => sessionMatch(db, query))

test('the beginning of a word is asked for as the words that begin so', async () => {
  await note('Mentoring is not mentorship.')
  await note('A mentor said: mention it.')
  expect(spelled('mento')).toBe('("mentor" OR "mentoring" OR "mentorship")')
  expect(found(spelled('mento'))).toHaveLength(2)
  expect(found(spelled('Mentor said'))).toHaveLength(1)
})

test('a word that came into the notes meanwhile is found', async () => {
  await note('Mentor')
  expect(spelled('mento')).toBe('("mentor")')
  await note('Mentee, mentoring')
  expect(found(spelled('mento'))).toHaveLength(2)
})

test('short beginnings, unknown words, and beginnings of very many words stay what they were', async () => {
  await note(Array.from({ length: 60 }, (_, index) => `abcd${index + 100}`).join(' '))
  for (const query of ['abc', 'zzzz', 'abcd', 'e-mail', 'сессия', 'straße']) {
    expect(spelled(query), query).toBe(matchExpression(query))
  }
  expect(found(spelled('abcd'))).toHaveLength(1)
})

test('every Latin letter is found as it is and without its accent', async () => {
  const letters = Array.from({ length: 0x180 - 0xc0 }, (_, index) => String.fromCodePoint(0xc0 + index))
  for (const letter of letters) await note(`prefix${letter}suffix`)
  for (const letter of letters) {
    for (const query of [`prefix${letter}suf`, `prefix${letter}suf`.normalize('NFD'), `PREFIX${letter}`]) {
      expect(found(spelled(query)), query).toEqual(found(matchExpression(query)))
      expect(found(spelled(query)).length, query).toBeGreaterThan(0)
    }
  }
})

test('whatever is typed, it finds what the plain question finds', async () => {
  const word = fc.oneof(
    fc.constantFrom('over', 'overt', 'overture', 'Óver', 'ovér', 'mention', 'mentions', '2026', '20261'),
    fc.string({
      unit: fc.constantFrom('o', 'v', 'e', 'r', 'é', 'Ö', '1', '-', '"', 'ß', '\u0308'),
      maxLength: 8,
    }),
  )
  const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '))
  await fc.assert(
    fc.asyncProperty(text, text, async (notes, query) => {
      await note(`${notes} .`)
      const plain = matchExpression(query)
      const asked = spelled(query)
      expect(asked === null).toBe(plain === null)
      if (plain !== null) expect(found(asked)).toEqual(found(plain))
    }),
    { numRuns: 150 },
  )
})
