import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { checkout } from '../../scripts/support/paths.mjs'
import { Desk } from './cliSupport'

let desk: Desk
/** An empty program file. */
let empty: Buffer
beforeAll(async () => {
  desk = new Desk()
  await desk.done('new', 'a.coppice')
  empty = desk.read('a.coppice')
  desk.remove()
})
beforeEach(() => {
  desk = new Desk()
  desk.write('a.coppice', empty)
})
afterEach(() => desk.remove())

const people = `Name,Email,Department
Ana Abel,ana@x.example,Finance
Bo Baker,bo@x.example,Sales
`

interface Imported {
  added: number
  merged: number
  skipped: number
  rejected: { line: number; reason: string }[]
  newMembers: number
  dryRun: boolean
}

const into = ['--file', 'a.coppice']

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

test('mentors and mentees are enrolled in the program that is named', async () => {
  await desk.done('sample', 'b.coppice', '--members', '12', '--sessions', '0', '--interactions', '0')
  const sample = ['--file', 'b.coppice']
  desk.write('m.csv', people)
  const program = ['--program', 'Crosscurrents, cohort 6']
  expect(await desk.json('import', 'mentees', 'm.csv', ...sample, ...program)).toMatchObject({
    added: 2,
    enrolled: 2,
  })
  expect(await desk.done('import', 'mentors', 'm.csv', ...sample, ...program)).toBe(
    '0 added, 2 merged, 0 skipped, 0 rejected, 2 enrolled in the program.\n',
  )
  expect(await desk.json('undo', ...sample)).toEqual({ summary: 'Import of 2 members from m.csv' })
  const refused = [
    [['mentees', 'm.csv', ...sample], 'Say which program the mentees apply for: add --program NAME.\n'],
    [
      ['members', 'm.csv', ...sample, ...program],
      'Only mentors and mentees apply for a program. Import mentors or mentees, or leave --program out.\n',
    ],
  ] as const
  for (const [words, err] of refused)
    expect(await desk.run('import', ...words)).toEqual({ code: 1, out: '', err })
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
  await desk.done('import', 'members', 'm.csv', ...into, '--report', 'told.md')
  const report = desk.read('told.md').toString()
  expect(report).toContain('# Import of m.csv')
  expect(report).toMatch(/Rows not taken\s*\|\s*1,200/)
  desk.write('more.csv', 'Name\nCy Cole\n')
  const nowhere = await desk.run('import', 'members', 'more.csv', ...into, '--report', 'nowhere/told.md')
  expect(nowhere).toMatchObject({ code: 1, out: '' })
  expect(nowhere.err).toMatch(/What was written to the program file before that stays in it\.\n$/)
  expect(await desk.json('list', 'members', ...into)).toContainEqual(
    expect.objectContaining({ name: 'Cy Cole' }),
  )
  const unknown = await desk.run('import', 'members', 'm.csv', ...into, '--report', 'told.txt')
  expect(unknown).toMatchObject({ code: 1, err: expect.stringContaining('A report is written as .docx') })
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
  const before = await desk.done('list', 'members', ...into, '--json')
  const again = await desk.json<Imported>('import', 'interactions', messages, ...into)
  expect(again).toMatchObject({ added: 0, merged: 0, skipped: 59_835, rejected: [], newMembers: 0 })
  expect(await desk.done('list', 'members', ...into, '--json')).toBe(before)
  expect(JSON.parse(before)).toHaveLength(1899)
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
