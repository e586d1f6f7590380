import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkout } from '../../scripts/support/paths.mjs'
import { Desk, ended } from './cliSupport'

/** Nothing here writes, so one file serves all. */
const desk = new Desk()
const of = ['--file', 'a.coppice']
beforeAll(async () => {
  await desk.done('new', 'a.coppice')
  desk.write(
    'm.csv',
    `Name,Email,Department
Ana Abel,ana@x.example,Finance
Bo Baker,bo@x.example,Sales
Cy Cole,cy@x.example,Sales
`,
  )
  await desk.done('import', 'members', 'm.csv', ...of)
  desk.write(
    's.csv',
    `Date,Mentor,Mentee,Minutes,Title,Notes,Topics
2026-03-12,Ana Abel,Bo Baker,45,Hives,"Keep the *bees* calm, and the smoke low.",law; tea
2026-04-02,Ana Abel,Cy Cole,30,Wasps,Nothing about them.,
`,
  )
  await desk.done('import', 'sessions', 's.csv', ...of)
})
afterAll(() => desk.remove())

test('members are listed by name, as records or as a table', async () => {
  const members = await desk.json<Record<string, unknown>[]>('list', 'members', ...of)
  expect(members.map(({ name }) => name)).toEqual(['Ana Abel', 'Bo Baker', 'Cy Cole'])
  expect(members[0]).toMatchObject({
    id: 1,
    email: 'ana@x.example',
    department: 'Finance',
    location: null,
    lastContactOn: '2026-04-02',
  })
  const some = await desk.run('list', 'members', '--query', 'sal', '--limit', '1', ...of)
  expect(some.out.split('\n')[2]).toMatch(/^\s*2 {2}Bo Baker {2}bo@x\.example .*Sales/)
  expect(some.err).toBe('1 of 2 are shown; --limit shows more.\n')
})

test('sessions are listed, the newest first', async () => {
  const sessions = await desk.json<Record<string, unknown>[]>('list', 'sessions', ...of)
  expect(sessions).toMatchObject([
    { date: '2026-04-02', title: 'Wasps', minutes: 30 },
    {
      id: 1,
      date: '2026-03-12',
      attendees: [
        { id: 1, name: 'Ana Abel' },
        { id: 2, name: 'Bo Baker' },
      ],
      topics: ['law', 'tea'],
      snippet: 'Keep the bees calm, and the smoke low.',
    },
  ])
})

test('everything is searched, and the hits are marked', async () => {
  const hits = await desk.json<Record<string, unknown>[]>('search', 'bee', 'calm', ...of)
  expect(hits).toMatchObject([{ kind: 'session', id: 1, date: '2026-03-12', title: 'Hives' }])
  expect(hits[0]?.snippet).toBe('Keep the «bees» «calm», and the smoke low.')
  expect(await desk.done('search', 'wasps', ...of)).toContain('Ana Abel, Cy Cole')
  expect(await desk.run('search', 'zeppelin', ...of)).toMatchObject({
    code: 0,
    out: '',
    err: 'Nothing was found.\n',
  })
})

test('activity counts what happened, over time and by group', async () => {
  const period = ['--from', '2026-03-01', '--to', '2026-04-30']
  const answer = await desk.json('activity', ...of, ...period, '--by', 'month', '--group', 'department')
  expect(answer).toEqual({
    from: '2026-03-12',
    to: '2026-04-02',
    by: 'month',
    group: 'department',
    sessions: 2,
    interactions: 2,
    buckets: [
      { start: '2026-03-01', sessions: 1, interactions: 1 },
      { start: '2026-04-01', sessions: 1, interactions: 1 },
    ],
    groups: [
      { name: 'Finance', counts: [1, 1], total: 2 },
      { name: 'Sales', counts: [1, 1], total: 2 },
    ],
  })
  const text = await desk.done('activity', ...of, '--by', 'week', '--group', 'kind')
  expect(text).toMatch(/2026-03-09 +1 +1\n2026-03-16 +0 +0\n/)
  expect(text).toMatch(/session +2\n/)
})

test('who reads no further is not complained to', async () => {
  const child = desk.start(['list', 'sessions', ...of, '--json'])
  child.stdout.destroy()
  expect(await ended(child)).toMatchObject({ code: 0, err: '' })
})

test('a file of an earlier version is not read with the questions of this one', async () => {
  copyFileSync(join(checkout, 'test', 'fixtures', 'program-files', 'v160.coppice'), desk.path('old.coppice'))
  const before = desk.read('old.coppice')
  expect(await desk.run('search', 'bees', '--file', 'old.coppice')).toMatchObject({
    code: 1,
    err: expect.stringContaining(
      'was last written by an earlier version of Coppice. Open it in Coppice once',
    ),
  })
  expect(desk.read('old.coppice')).toEqual(before)
})
