import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { lockFile } from '@main/database/fileLock'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkout } from '../../scripts/support/paths.mjs'
import { Desk, ended } from './cliSupport'

let desk: Desk
beforeEach(() => {
  desk = new Desk()
})
afterEach(() => desk.remove())

const people = `Name,Email,Department
Ana Abel,ana@x.example,Finance
Bo Baker,bo@x.example,Sales
`

describe('words', () => {
  test('help and version are answers', async () => {
    expect(await desk.run('--help')).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('import'),
    })
    expect((await desk.run('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/)
    const help = await desk.done('import', '--help')
    expect(help).toContain('--on-duplicate')
    expect(help).toContain('skillsOffered')
  })

  test.each([
    [[], 'Usage: coppice'],
    [['shop'], "unknown command 'shop'"],
    [['new'], "missing required argument 'file'"],
    [['list', 'matches', '--file', 'a.coppice'], 'members, sessions'],
    [['list', 'members'], "required option '-f, --file <file>'"],
    [['list', 'members', '--file', 'a.coppice', '--limit', 'ten'], 'Give a whole number.'],
    [['list', 'members', '--file', 'a.coppice', '--limit', '0'], 'above zero'],
    [['activity', '--file', 'a.coppice', '--from', '23/11/2026'], 'year-month-day'],
    [['activity', '--file', 'a.coppice', '--by', 'year'], 'day, week, month'],
    [['export', 'sessions', '--file', 'a.coppice', '--format', 'doc', '--out', 'a'], 'pdf, docx'],
    [['list', 'members', '--file', 'missing.coppice'], 'There is no program file at that place.'],
    [['check', 'missing.coppice'], 'There is no program file at that place.'],
    [['import', 'members', 'missing.csv', '--file', 'missing.coppice'], 'There is no program file'],
    [['search', '!!', '--file', 'a.coppice'], 'There is no word in this to search for.'],
  ])('%j is refused in words', async (words, sentence) => {
    const ran = await desk.run(...words)
    expect(ran).toMatchObject({ code: 1, out: '' })
    expect(ran.err).toContain(sentence)
  })
})

describe('program files', () => {
  test('a new file is empty, in order, and never takes the place of another', async () => {
    expect(await desk.done('new', 'A.coppice')).toBe(`${desk.path('A.coppice')} is ready, and empty.\n`)
    const before = desk.read('A.coppice')
    expect(await desk.run('new', 'A.coppice')).toEqual({
      code: 1,
      out: '',
      err: 'There is a file of that name already. Choose another name.\n',
    })
    expect(desk.read('A.coppice').equals(before)).toBe(true)
    expect(await desk.json('check', 'A.coppice')).toMatchObject({
      ok: true,
      problems: [],
      records: { members: 0 },
    })
    expect(await desk.json('list', 'members', '--file', 'A.coppice')).toEqual([])
    expect(await desk.json('new', 'B')).toEqual({ file: desk.path('B.coppice'), name: 'B' })
  })

  test('the sample program has the sizes that are asked for, and is the same each time', async () => {
    const sizes = ['--members', '60', '--sessions', '90', '--interactions', '200', '--seed', '7']
    const made = await desk.json('sample', 'one.coppice', ...sizes)
    expect(made).toEqual({ file: desk.path('one.coppice'), members: 60, sessions: 90, interactions: 200 })
    await desk.done('sample', 'two.coppice', ...sizes)
    const [one, two] = await Promise.all(
      ['one.coppice', 'two.coppice'].map((file) => desk.done('list', 'sessions', '--file', file, '--json')),
    )
    expect(JSON.parse(one ?? '')).toHaveLength(90)
    expect(two).toBe(one)
    expect(await desk.json('check', 'one.coppice')).toMatchObject({ ok: true })
  })

  test('what is no program file is left alone', async () => {
    desk.write('notes.coppice', 'My own notes')
    const ran = await desk.run('import', 'members', desk.write('m.csv', people), '--file', 'notes.coppice')
    expect(ran).toMatchObject({ code: 1, out: '' })
    expect(ran.err).toContain('not a Coppice program file')
    expect(desk.read('notes.coppice').toString()).toBe('My own notes')
  })

  test('a file that is open elsewhere can be read, and not written to', async () => {
    await desk.done('new', 'a.coppice')
    const lock = lockFile(desk.path('a.coppice'))
    try {
      const ran = await desk.run('import', 'members', desk.write('m.csv', people), '--file', 'a.coppice')
      expect(ran).toMatchObject({ code: 1, out: '' })
      expect(ran.err).toBe('This program file is open in another window or command. Close it there first.\n')
      expect(await desk.json('list', 'members', '--file', 'a.coppice')).toEqual([])
      expect(await desk.json('check', 'a.coppice')).toMatchObject({ ok: true })
    } finally {
      lock.release()
    }
  })

  test('check tells what is wrong, with the exit code too', async () => {
    await desk.done('sample', 'a.coppice', '--members', '40', '--sessions', '30', '--interactions', '0')
    const db = new Database(desk.path('a.coppice'))
    db.exec("UPDATE sessions SET notes = 'Zeppelins' WHERE id = 3")
    db.close()
    const { code, out, err } = await desk.run('check', 'a.coppice', '--json')
    expect(code).toBe(1)
    expect(err).toContain('not in order')
    const { ok, problems } = JSON.parse(out) as { ok: boolean; problems: { what: string; detail: string }[] }
    expect(ok).toBe(false)
    expect(problems[0]?.what).toBe('The search in sessions does not agree with the notes.')
  })
})

interface Imported {
  added: number
  merged: number
  skipped: number
  rejected: { line: number; reason: string }[]
  newMembers: number
  dryRun: boolean
}

describe('import', () => {
  const into = ['--file', 'a.coppice']
  beforeEach(() => desk.done('new', 'a.coppice'))

  test('members come in once, and undo takes them out again', async () => {
    desk.write('m.csv', people)
    expect(await desk.json<Imported>('import', 'members', 'm.csv', ...into)).toEqual({
      added: 2,
      merged: 0,
      skipped: 0,
      rejected: [],
      newMembers: 0,
      dryRun: false,
    })
    expect(await desk.done('import', 'members', 'm.csv', ...into)).toBe(
      '0 added, 0 merged, 2 skipped, 0 rejected.\n',
    )
    expect(await desk.json('undo', ...into)).toEqual({ summary: 'Import of 2 members from m.csv' })
    expect(await desk.json('list', 'members', ...into)).toEqual([])
    expect(await desk.done('redo', ...into)).toBe('Done again: Import of 2 members from m.csv.\n')
    expect(await desk.json('list', 'members', ...into)).toHaveLength(2)
    expect(await desk.run('redo', ...into)).toEqual({ code: 1, out: '', err: 'There is nothing to redo.\n' })
  })

  test('a dry run tells the same, and leaves the file as it is, to the byte', async () => {
    desk.write('m.csv', `${people},,\nBo Baker,bo@x.example,Legal\n`)
    const before = desk.read('a.coppice')
    const foreseen = await desk.json<Imported>('import', 'members', 'm.csv', ...into, '--dry-run')
    expect(desk.read('a.coppice').equals(before)).toBe(true)
    expect(desk.has('a.coppice-lock')).toBe(false)
    expect(await desk.json('import', 'members', 'm.csv', ...into)).toEqual({ ...foreseen, dryRun: false })
  })

  test('what is there already is merged, or skipped', async () => {
    await desk.done('import', 'members', desk.write('m.csv', people), ...into)
    const newer = desk.write('n.csv', people.replace('Sales', 'Legal'))
    const skip = await desk.json<Imported>('import', 'members', newer, ...into, '--on-duplicate', 'skip')
    expect(skip).toMatchObject({ added: 0, merged: 0, skipped: 2 })
    expect(await desk.json('import', 'members', newer, ...into)).toMatchObject({ merged: 1, skipped: 1 })
    expect(await desk.json('list', 'members', '--query', 'legal', ...into)).toMatchObject([
      { name: 'Bo Baker' },
    ])
  })

  test('columns can be named by hand', async () => {
    desk.write('m.csv', 'Wer,Wo,Was\nAna Abel,Lisbon,Law\n')
    const map = ['--map', 'name=Wer,location=#2', '--map', 'skillsOffered=was']
    expect(await desk.json('import', 'members', 'm.csv', ...into, ...map)).toMatchObject({ added: 1 })
    expect(await desk.json('list', 'members', '--query', 'law', ...into)).toMatchObject([
      { name: 'Ana Abel', location: 'Lisbon' },
    ])
    const wrong = await desk.run('import', 'members', 'm.csv', ...into, '--map', 'nom=Wer')
    expect(wrong).toMatchObject({ code: 1, out: '' })
    expect(wrong.err).toContain('There is no field “nom” for members.')
  })

  test('dates that can be read in two ways are asked about, with the option to say it', async () => {
    desk.write('s.csv', 'Date,Attendees\n03/04/2026,Ana Abel; Bo Baker\n')
    const asked = await desk.run('import', 'sessions', 's.csv', ...into)
    expect(asked).toMatchObject({ code: 1, out: '' })
    expect(asked.err).toContain('“03/04/2026” can be read in two ways')
    expect(asked.err).toContain('--date-order')
    await desk.done('import', 'sessions', 's.csv', ...into, '--date-order', 'dmy')
    expect(await desk.json('list', 'sessions', ...into)).toMatchObject([{ date: '2026-04-03' }])
  })

  test('a file is read as it is said to be written', async () => {
    desk.write('m.csv', 'Ana Abel;Lisbon, Alfama\nBo Baker;Porto\n')
    const said = [
      '--header-line',
      '0',
      '--delimiter',
      'semicolon',
      '--encoding',
      'utf-8',
      '--map',
      'name=#1,location=#2',
    ]
    expect(await desk.json('import', 'members', 'm.csv', ...into, ...said)).toMatchObject({ added: 2 })
    expect(await desk.json('list', 'members', ...into)).toMatchObject([{ location: 'Lisbon, Alfama' }, {}])
  })

  test('every row that cannot be taken is listed with its line, and written out when asked', async () => {
    const bad = Array.from({ length: 1200 }, (_, index) => `Nobody ${index},2026-02-30\n`).join('')
    desk.write('m.csv', `Name,Joined\n${bad}Ana Abel,2026-02-28\n`)
    const taken = await desk.json<Imported>('import', 'members', 'm.csv', ...into, '--rejected-out', 'r.csv')
    expect(taken).toMatchObject({ added: 1 })
    expect(taken.rejected).toHaveLength(1200)
    expect(taken.rejected.map(({ line }) => line)).toEqual(
      Array.from({ length: 1200 }, (_, index) => index + 2),
    )
    expect(taken.rejected[0]?.reason).toBe('“2026-02-30” in “Joined” is not a day that exists.')
    expect(desk.read('r.csv').toString().trim().split('\n')).toHaveLength(1201)
    const told = await desk.run('import', 'members', 'm.csv', ...into)
    expect(told.out).toBe('0 added, 0 merged, 1 skipped, 1,200 rejected.\n')
    expect(told.err).toContain('Line 2: “2026-02-30”')
    expect(told.err).toContain('… and 1,180 more rejected rows.')
    const over = await desk.run('import', 'members', 'm.csv', ...into, '--rejected-out', 'm.csv')
    expect(over).toMatchObject({ code: 1, err: expect.stringContaining('a file of their own') })
  })

  test('people whom sessions and contacts name come with them, unless they are refused', async () => {
    desk.write('s.csv', 'Date,Mentor,Mentee,Notes\n2026-04-03,Ana Abel,Bo Baker,Bees\n')
    const refused = await desk.json<Imported>('import', 'sessions', 's.csv', ...into, '--no-add-people')
    expect(refused).toMatchObject({ added: 0, newMembers: 0, rejected: [{ line: 2 }] })
    expect(await desk.json('import', 'sessions', 's.csv', ...into)).toMatchObject({ added: 1, newMembers: 2 })
    desk.write('i.csv', 'from,to,at,kind\nAna Abel,Cy Cole,2026-04-03T10:00:00Z,help\n')
    expect(await desk.done('import', 'interactions', 'i.csv', ...into)).toBe(
      '1 added, 0 merged, 0 skipped, 0 rejected, 1 new in the directory.\n',
    )
  })

  test('a name that several bear is a rejected row', async () => {
    const twins = 'Name,Department\nAna Abel,Finance\nAna Abel,Sales\n'
    await desk.done('import', 'members', desk.write('m.csv', twins), ...into)
    desk.write('s.csv', 'Date,Attendees\n2026-04-03,Ana Abel; Bo Baker\n')
    expect(await desk.json('import', 'sessions', 's.csv', ...into)).toMatchObject({
      added: 0,
      newMembers: 0,
      rejected: [{ line: 2, reason: '“Ana Abel” could be any of 2 members. Say who is meant.' }],
    })
  })

  const messages = join(checkout, '..', 'shared', 'data', 'collegemsg-interactions.csv')
  test.skipIf(!existsSync(messages))('59,835 real messages come in once', async () => {
    const taken = await desk.json<Imported>('import', 'interactions', messages, ...into)
    expect(taken).toMatchObject({ added: 59_835, rejected: [], newMembers: 1899 })
    const before = desk.read('a.coppice')
    const again = await desk.json<Imported>('import', 'interactions', messages, ...into)
    expect(again).toMatchObject({ added: 0, merged: 0, skipped: 59_835, rejected: [], newMembers: 0 })
    expect(desk.read('a.coppice').equals(before)).toBe(true)
    expect(await desk.json('list', 'members', ...into)).toHaveLength(1899)
    expect(await desk.json('check', 'a.coppice')).toMatchObject({
      ok: true,
      records: { members: 1899, interactions: 59_835 },
    })
    const { interactions, buckets } = await desk.json<{ interactions: number; buckets: unknown[] }>(
      'activity',
      ...into,
    )
    expect(interactions).toBe(59_835)
    expect(buckets[0]).toEqual({ start: '2004-04-01', sessions: 0, interactions: expect.any(Number) })
  })
})

describe('what is in a file', () => {
  const of = ['--file', 'a.coppice']
  beforeEach(async () => {
    await desk.done('new', 'a.coppice')
    desk.write('m.csv', `${people}Cy Cole,cy@x.example,Sales\n`)
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

  test('notes are searched, and the hits are marked', async () => {
    const hits = await desk.json<Record<string, unknown>[]>('search', 'bee', 'calm', ...of)
    expect(hits).toMatchObject([{ id: 1, date: '2026-03-12', title: 'Hives' }])
    expect(hits[0]?.snippet).toBe('Keep the «bees» «calm», and the smoke low.')
    expect(await desk.done('search', 'wasps', ...of)).toContain('Ana Abel, Cy Cole')
    expect(await desk.run('search', 'zeppelin', ...of)).toMatchObject({
      code: 0,
      out: '',
      err: 'No sessions were found.\n',
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
})

describe('Ctrl+C', () => {
  test('while the sample program is made leaves no file', async () => {
    const child = desk.start(['sample', 'a.coppice', '--members', '2000', '--sessions', '60000'])
    await until(() => desk.has('a.coppice-wal'))
    child.kill('SIGINT')
    expect(await ended(child)).toEqual({ code: 1, out: '', err: 'Cancelled. Nothing was changed.\n' })
    for (const name of ['a.coppice', 'a.coppice-wal', 'a.coppice-shm', 'a.coppice-lock'])
      expect(desk.has(name), name).toBe(false)
  })

  test('in an import leaves the file as it was, and free for the next', async () => {
    await desk.done('new', 'a.coppice')
    const rows = Array.from({ length: 200_000 }, (_, index) => `Person ${index},p${index}@x.example\n`)
    desk.write('m.csv', `Name,Email\n${rows.join('')}`)
    const child = desk.start(['import', 'members', 'm.csv', '--file', 'a.coppice'])
    await until(() => desk.has('a.coppice-lock'))
    child.kill('SIGINT')
    expect(await ended(child)).toMatchObject({ code: 1, out: '' })
    expect(await desk.json('list', 'members', '--file', 'a.coppice')).toEqual([])
    expect(desk.has('a.coppice-lock')).toBe(false)
  })
})

async function until(there: () => boolean): Promise<void> {
  await expect.poll(there, { timeout: 20_000, interval: 5 }).toBe(true)
}
