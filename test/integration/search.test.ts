import { mergeSearchIndexes } from '@main/database/derived'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addMatch, addMember, addSession, memberInput, openTestFile, type TestFile } from './support'

let file: TestFile
beforeEach(() => {
  file = openTestFile()
})
afterEach(() => file.close())

async function members(query: string): Promise<string[]> {
  const filter = {
    query,
    statuses: [],
    roles: [],
    locations: [],
    departments: [],
    skills: [],
    withRoom: false,
    importId: null,
    archived: false,
  }
  const sort = { by: 'name', descending: false } as const
  const { total, rows } = await file.call('members.list', { filter, sort, page: { offset: 0, limit: 100 } })
  expect(rows).toHaveLength(total)
  return rows.map(({ name }) => name)
}

async function sessions(query: string) {
  const filter = {
    query,
    memberId: null,
    matchId: null,
    topicIds: [],
    media: [],
    confidentialities: [],
    from: null,
    to: null,
    withoutNotes: false,
  }
  const { total, rows } = await file.call('sessions.list', { filter, page: { offset: 0, limit: 100 } })
  expect(rows).toHaveLength(total)
  return rows
}

test('members are found by the beginnings of words in any order, in any of their texts', async () => {
  await addMember(file, {
    name: 'Zoë Müller-Lüdenscheidt',
    email: 'zoe.m@example.org',
    jobTitle: 'Operations lead',
    organisation: 'Harbour Trust',
    location: 'São Paulo',
    department: 'Logistics',
    skillsOffered: ['Public speaking'],
    skillsWanted: ['Beekeeping'],
  })
  await addMember(file, { name: '王小明' })
  await addMember(file, { name: 'محمد علي' })
  const zoe = ['Zoë Müller-Lüdenscheidt']
  for (const query of [
    'zoe',
    'MULL zo',
    'müller-lü',
    'zoe.m@ex',
    'oper lead',
    'harb',
    'sao pau',
    'logi',
    'speak',
    'bee',
  ]) {
    expect(await members(query), query).toEqual(zoe)
  }
  expect(await members('王')).toEqual(['王小明'])
  expect(await members('عل')).toEqual(['محمد علي'])
  expect(await members('zoe xyz')).toEqual([])
  expect(await members('oe')).toEqual([])
})

test('a renamed topic and removed skills are found as they are now', async () => {
  const id = await addMember(file, { name: 'Ana', skillsOffered: ['Bees', 'Wax'] })
  await addMember(file, { name: 'Bo', skillsWanted: ['Bees'] })
  await file.command((writer) => writer.update('topics', 1, { name: 'Apiculture' }))
  expect(await members('apic')).toEqual(['Ana', 'Bo'])
  expect(await members('bees')).toEqual([])
  await file.call('members.save', { id, member: memberInput({ name: 'Ana', skillsOffered: ['Wax'] }) })
  expect(await members('apic')).toEqual(['Bo'])
  expect(await members('wax')).toEqual(['Ana'])
})

test('text with nothing to look for filters nothing', async () => {
  await addMember(file, { name: 'Ana' })
  await addSession(file, { attendeeIds: [1] })
  for (const query of ['', '   ', '"', '-', '* ( ) :', '🎉', '\u0000']) {
    expect(await members(query), query).toEqual(['Ana'])
    expect(await sessions(query), query).toHaveLength(1)
  }
})

const nasty = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        'AND',
        'OR',
        'NOT',
        'NEAR(',
        ')',
        '"',
        "'",
        '^',
        '*',
        '-',
        '+',
        ':',
        'name',
        '{',
        '}',
        ' ',
        ',',
        '\\',
        '%',
        '_',
        'ana',
      ),
      { maxLength: 20 },
    )
    .map((parts) => parts.join('')),
)

test('whatever is typed is a valid question', async () => {
  const [ana, bo] = [await addMember(file, { name: 'Ana Abel' }), await addMember(file, { name: 'Bo Baker' })]
  await addMatch(file, { program: 'Spring', mentor: ana, mentee: bo })
  await addSession(file, { attendeeIds: [ana, bo], notes: 'Ana and Bo near the name', topics: ['Bees'] })
  await fc.assert(
    fc.asyncProperty(nasty, async (query) => {
      await members(query)
      await sessions(query)
      await file.call('members.find', { query, limit: 5 })
      await file.call('members.similar', { id: null, name: query, email: query })
      await file.call('matches.find', { query, limit: 5 })
      await file.call('topics.find', { query, limit: 5 })
    }),
    { numRuns: 300 },
  )
})

test('what was written is found by each of its words', async () => {
  const word = fc.stringMatching(/^[a-zà-öø-ÿα-ω0-9]{1,8}$/)
  await addMember(file, { name: 'Ana' })
  await fc.assert(
    fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 6 }), fc.nat(), async (words, which) => {
      const id = await addSession(file, { attendeeIds: [1], notes: words.join(' ') })
      const found = await sessions(words[which % words.length] ?? '')
      expect(found.map((row) => row.id)).toContain(id)
      expect(found[0]?.excerpt.some(({ hit }) => hit)).toBe(true)
      await file.call('history.undo', {})
    }),
    { numRuns: 60 },
  )
})

test('hits are shown in their surroundings, in the words of the note', async () => {
  await addMember(file, { name: 'Ana' })
  const notes = `${'Filler before. '.repeat(40)}\n\n- the **budget** of [@Rui](coppice:member/2) is budgeted\n${'And after. '.repeat(60)}`
  await addSession(file, { attendeeIds: [1], title: 'Money', notes, agenda: 'Costs' })
  const excerptOf = async (query: string) => (await sessions(query))[0]?.excerpt ?? []
  const budget = await excerptOf('budg')
  expect(budget.slice(0, 4)).toEqual([
    { text: 'the ', hit: false },
    { text: 'budget', hit: true },
    { text: ' of @Rui is ', hit: false },
    { text: 'budgeted', hit: true },
  ])
  expect(budget.map(({ text }) => text).join('').length).toBeLessThan(200)
  expect(await excerptOf('cost')).toEqual([{ text: 'Costs', hit: true }])
  const [start] = await excerptOf('money')
  expect(start).toMatchObject({ hit: false, text: expect.stringMatching(/^Filler before\..*…$/) })
})

test('no note can pass for a hit', async () => {
  await addMember(file, { name: 'Ana' })
  await addSession(file, { attendeeIds: [1], notes: 'a \ue000b\ue001 <mark>c</mark> word' })
  const [row] = await sessions('word')
  expect(row?.excerpt.filter(({ hit }) => hit)).toEqual([{ text: 'word', hit: true }])
})

test('tidying the indexes comes to an end and changes nothing that is found', async () => {
  await addMember(file, { name: 'Ana' })
  for (let index = 0; index < 12; index++)
    await addSession(file, { attendeeIds: [1], notes: `note ${index}` })
  let steps = 0
  while (mergeSearchIndexes(file.connection)) expect(++steps).toBeLessThan(100)
  expect(steps).toBeGreaterThan(0)
  expect(await sessions('note')).toHaveLength(12)
  expect((await file.call('programFile.check', {})).problems).toEqual([])
})
