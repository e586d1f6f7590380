import { areForms } from '@main/database/queries/search/wordForms'
import type { InputOf, OutputOf } from '@shared/contract'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addCommunity, addGathering, communityInput } from './communitySupport'
import { addItem } from './knowledgeSupport'
import { addMember, addSession, openTestFile, type TestFile } from './support'

let file: TestFile
beforeEach(() => {
  file = openTestFile()
})
afterEach(() => file.close())

type Filter = InputOf<'search.all'>['filter']
type Answer = OutputOf<'search.all'>

function search(query: string, filter: Partial<Filter> = {}, limit = 50): Promise<Answer> {
  return file.call('search.all', {
    filter: {
      query,
      kinds: [],
      from: null,
      to: null,
      topicIds: [],
      communityId: null,
      programId: null,
      literally: false,
      ...filter,
    },
    limit,
  })
}

const text = (pieces: Answer['rows'][number]['title']) => pieces.map((piece) => piece.text).join('')
const marked = (pieces: Answer['rows'][number]['title']) =>
  pieces.map((piece) => (piece.hit ? `«${piece.text}»` : piece.text)).join('')
const told = ({ rows }: Answer) => rows.map(({ kind, id }) => `${kind} ${id}`)

test('everything is found in one place, what is called so first, with what was found marked', async () => {
  const mira = await addMember(file, { name: 'Mira Okafor', jobTitle: 'Feedback lead' })
  await addMember(file, { name: 'Feedback Jones' })
  await addSession(file, {
    attendeeIds: [mira],
    title: 'A start',
    notes: 'We spoke about **feedback** at length.',
    actionItems: [{ id: null, text: 'Ask for feedback', ownerId: mira, dueOn: null, doneOn: null }],
  })
  await addItem(file, { title: 'Feedback', body: 'How to give it.', authorIds: [mira] })
  const community = await addCommunity(file, { name: 'Feedback circle', purpose: 'To hear each other.' })
  await addGathering(file, community, { title: null, notes: 'An hour of feedback.', heldOn: '2026-11-20' })
  const asked = {
    askerId: mira,
    text: 'Who gives good feedback?',
    askedOn: '2026-11-20',
    topic: null,
    isPrivate: false,
  }
  await file.call('asks.save', { id: null, communityId: community, ask: asked })

  const answer = await search('feedback')
  expect(told(answer)).toEqual([
    'knowledge 1',
    'member 2',
    'community 1',
    'member 1',
    'gathering 1',
    'session 1',
    'ask 1',
    'action item 1',
  ])
  expect(answer.counts).toEqual({
    member: 2,
    program: 0,
    community: 1,
    knowledge: 1,
    gathering: 1,
    session: 1,
    ask: 1,
    'action item': 1,
  })
  const rows = new Map(answer.rows.map((row) => [`${row.kind} ${row.id}`, row]))
  expect(marked(rows.get('community 1')?.title ?? [])).toBe('«Feedback» circle')
  expect(marked(rows.get('session 1')?.excerpt ?? [])).toBe('We spoke about «feedback» at length.')
  expect(marked(rows.get('member 1')?.excerpt ?? [])).toBe('«Feedback» lead')
  expect(rows.get('action item 1')).toMatchObject({ sessionId: 1, people: [{ name: 'Mira Okafor' }] })
  expect(rows.get('ask 1')).toMatchObject({ within: { name: 'Feedback circle' }, on: '2026-11-20' })
  // The kinds that were not asked for are counted all the same.
  const some = await search('feedback', { kinds: ['gathering', 'ask'] })
  expect(told(some)).toEqual(['gathering 1', 'ask 1'])
  expect(some.counts).toEqual(answer.counts)
})

test('filters leave what fits them, and nothing of a kind that knows nothing of them', async () => {
  const ana = await addMember(file, { name: 'Ana Tide', skillsOffered: ['Tides'] })
  await addSession(file, { attendeeIds: [ana], heldOn: '2026-01-10', notes: 'tide', topics: ['Tides'] })
  await addSession(file, { attendeeIds: [ana], heldOn: '2026-06-10', notes: 'tide', topics: ['Boats'] })
  const community = await addCommunity(file, { name: 'Tide watchers' })
  await addGathering(file, community, { title: 'Tide walk', heldOn: '2026-06-12' })
  expect(told(await search('tide'))).toHaveLength(5)
  expect(told(await search('tide', { from: '2026-06-01', to: '2026-06-30' })).toSorted()).toEqual([
    'gathering 1',
    'session 2',
  ])
  expect(told(await search('tide', { topicIds: [1] })).toSorted()).toEqual(['member 1', 'session 1'])
  expect(told(await search('tide', { communityId: community })).toSorted()).toEqual([
    'community 1',
    'gathering 1',
  ])
  // A topic includes those below it.
  await file.command((writer) => writer.update('topics', 2, { parent_id: 1 }))
  expect(told(await search('tide', { topicIds: [1], kinds: ['session'] }))).toEqual([
    'session 2',
    'session 1',
  ])
})

test('a slip of the pen is understood and told, and can be insisted on', async () => {
  const ana = await addMember(file, { name: 'Ana Okafor' })
  await addSession(file, { attendeeIds: [ana], notes: 'Gave feedback about the presentation.' })
  for (const typed of ['fedback', 'feeback', 'feedbakc', 'efedback'])
    expect(await search(typed), typed).toMatchObject({ meant: 'feedback', counts: { session: 1 } })
  expect(await search('presnetatoin about')).toMatchObject({
    meant: 'presentation about',
    counts: { session: 1 },
  })
  expect(await search('okafro')).toMatchObject({ meant: 'okafor', counts: { member: 1 } })
  expect(await search('fedback', { literally: true })).toMatchObject({ meant: null, rows: [] })
  // Each word is there, only not in one place: nothing is guessed.
  expect(await search('okafor feedback')).toMatchObject({ meant: null, rows: [] })
  expect(await search('zzzzzz')).toMatchObject({ meant: null, rows: [] })

  // A slip that somebody has written as well finds what they wrote, and asks whether the common word was meant.
  for (let day = 1; day <= 12; day++)
    await addSession(file, {
      attendeeIds: [1],
      heldOn: `2026-03-${String(day).padStart(2, '0')}`,
      notes: 'harbour',
    })
  await addSession(file, { attendeeIds: [1], notes: 'A harbuor in the notes.' })
  expect(await search('harbuor')).toMatchObject({ meant: null, suggested: 'harbour', counts: { session: 1 } })
  expect(await search('harbour')).toMatchObject({ suggested: null })
  expect(await search('harbuor', { literally: true })).toMatchObject({ suggested: null })
  // Whoever is called so is meant.
  await addMember(file, { name: 'Harbuor Jones' })
  expect(await search('harbuor')).toMatchObject({ suggested: null, counts: { member: 1, session: 1 } })
})

test('a word is found in its other forms, in several languages, and as it begins', async () => {
  const ana = await addMember(file, { name: 'Ana' })
  const notes = [
    'Small companies decide.',
    'She was running late.',
    'Die Häuser am Hafen.',
    'Les journaux et une décision nationale.',
    'Las canciones del barrio.',
    'Мы говорили о книгах.',
  ]
  for (const one of notes) await addSession(file, { attendeeIds: [ana], notes: one })
  const found = async (query: string) =>
    (await search(query, { kinds: ['session'] })).rows.map(({ id }) => id)
  for (const [query, id] of [
    ['company', 1],
    ['decided', 1],
    ['runs', 2],
    ['haus', 3],
    ['hausern', 3],
    ['nationales', 4],
    ['décisions', 4],
    ['canción', 5],
    ['книга', 6],
    ['compan', 1],
    ['comp', 1],
  ] as const)
    expect(await found(query), query).toContain(id)
  const company = await search('company', { kinds: ['session'] })
  expect(marked(company.rows[0]?.excerpt ?? [])).toBe('Small «companies» decide.')
})

test('what was just saved is found, what is undone is not, and markup stays text', async () => {
  const ana = await addMember(file, { name: 'Ana' })
  const community = await addCommunity(file, { name: 'Crane' })
  const gathering = await addGathering(file, community, { title: 'Heron night', notes: '<b>x</b> bittern' })
  expect(told(await search('bittern'))).toEqual(['gathering 1'])
  expect(text((await search('bittern')).rows[0]?.excerpt ?? [])).toBe('<b>x</b> bittern')
  await file.call('gatherings.remove', { id: gathering })
  expect(told(await search('heron'))).toEqual([])
  await file.call('history.undo', {})
  expect(told(await search('heron'))).toEqual(['gathering 1'])
  const changed = communityInput({ name: 'Stork' })
  await file.call('communities.save', { id: community, community: changed, begins: null })
  expect(told(await search('crane'))).toEqual([])
  await file.call('history.undo', {})
  expect(told(await search('crane'))).toEqual(['community 1'])
  await addSession(file, {
    attendeeIds: [ana],
    actionItems: [{ id: null, text: 'Buy lapwing book', ownerId: null, dueOn: null, doneOn: null }],
  })
  expect(told(await search('lapwing'))).toEqual(['action item 1'])
  await file.call('history.undo', {})
  expect(told(await search('lapwing'))).toEqual([])
  const { problems } = await file.call('programFile.check', {})
  expect(problems).toEqual([])
})

test('finds what a plain search through everything finds', async () => {
  const words = ['tide', 'tides', 'tidal', 'boat', 'boats', 'ebb', 'Ärger', 'walking', 'walked', 'wind']
  const texts = fc
    .array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 })
    .map((all) => all.join(' '))
  const queries = fc.constantFrom(...words, 'ti', 'b', 'wal', 'walk', 'arger', 'tide boat', 'walks win')
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom('session', 'knowledge', 'gathering', 'community'), texts), {
        maxLength: 8,
      }),
      fc.array(queries, { minLength: 1, maxLength: 4 }),
      async (records, asked) => {
        const own = openTestFile()
        try {
          const ana = await addMember(own, { name: 'Ana' })
          const host = await addCommunity(own, { name: 'Q', domain: 'Q' })
          const all: [string, string][] = []
          for (const [at, [kind, body]] of records.entries()) {
            if (kind === 'session') await addSession(own, { attendeeIds: [ana], notes: body })
            else if (kind === 'knowledge') await addItem(own, { title: `Number ${at}`, body })
            else if (kind === 'gathering') await addGathering(own, host, { notes: body })
            else await addCommunity(own, { name: `Number ${at}`, domain: 'Q', purpose: body })
            const number =
              all.filter(([known]) => known.startsWith(kind)).length + (kind === 'community' ? 2 : 1)
            all.push([`${kind} ${number}`, body])
          }
          for (const query of asked) {
            const expected = all.filter(([, body]) => holds(body, query)).map(([key]) => key)
            const { rows } = await own.call('search.all', {
              filter: {
                query,
                kinds: [],
                from: null,
                to: null,
                topicIds: [],
                communityId: null,
                programId: null,
                literally: true,
              },
              limit: 100,
            })
            expect(rows.map(({ kind, id }) => `${kind} ${id}`).toSorted(), query).toEqual(expected.toSorted())
          }
        } finally {
          own.close()
        }
      },
    ),
    { numRuns: 12 },
  )
})

/** Each word of the query begins a word of the text, or is another form of one. */
function holds(body: string, query: string): boolean {
  const fold = (one: string) =>
    one
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
      .toLowerCase()
  const own = body.split(' ').map(fold)
  return query
    .split(' ')
    .map(fold)
    .every((word) => own.some((one) => one.startsWith(word) || areForms(word, one)))
}
