import { mkdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Desk } from './cliSupport'

/** What is imported besides tables of members, sessions and contacts. */

const desk = new Desk()
const into = ['--file', 'a.coppice']
beforeAll(async () => {
  await desk.done('sample', 'a.coppice')
})
afterAll(() => desk.remove())

test('attendance goes to the gathering of that day, or to a new one; who said no is told', async () => {
  const [one, other] = await desk.json<{ name: string }[]>('list', 'members', ...into)
  desk.write(
    'meetup.xls',
    `Name\tUser ID\tRSVP\tGuests\n${one?.name}\tu1\tYes\t1\n${other?.name}\tu2\tNo\t0\n`,
  )
  const attendance = ['import', 'attendance', 'meetup.xls', ...into, '--community', 'field practice']
  expect(await desk.run(...attendance)).toMatchObject({
    code: 1,
    err: expect.stringContaining('add --on DATE'),
  })
  const taken = {
    taken: 1,
    known: 0,
    guests: 1,
    rejected: [{ line: 3, reason: expect.stringContaining('“No”') }],
  }
  const on = [...attendance, '--on', '2026-02-03']
  expect(await desk.json(...on, '--dry-run')).toMatchObject({ ...taken, dryRun: true })
  expect(await desk.json(...on)).toMatchObject({ ...taken, dryRun: false })
  expect(await desk.json(...on, '--report', 'there.md')).toMatchObject({ ...taken, known: 1 })
  expect(desk.read('there.md').toString()).toContain(
    '1 member of the directory there, 1 of them noted already',
  )
  const unknown = await desk.run(...on, '--report', 'there.txt')
  expect(unknown).toMatchObject({ code: 1, err: expect.stringContaining('A report is written as .docx') })
})

test('notes of a folder become knowledge, contacts members and calendars sessions', async () => {
  mkdirSync(desk.path('notes'))
  desk.write('notes/One.md', '# The first\n\nSee [[Two]].\n')
  desk.write('notes/Two.md', '---\ntags: [x]\nmore: y\n---\nText\n')
  const knowledge = ['import', 'knowledge', 'notes', ...into]
  expect(await desk.json(...knowledge, '--dry-run')).toMatchObject({ added: 2, dryRun: true })
  expect(await desk.run(...knowledge)).toMatchObject({
    out: '2 added, 0 with a new version, 0 unchanged, 0 skipped, 0 rejected, 0 files.\n',
    err: 'Two.md: Not taken from what stands above the text: more.\n',
  })
  expect(await desk.json(...knowledge, '--report', 'notes.csv')).toMatchObject({ added: 0, unchanged: 2 })
  expect(desk.read('notes.csv').toString()).toMatch(/There already, just so"?,How many,2/)

  desk.write(
    'card.vcf',
    'BEGIN:VCARD\nVERSION:3.0\nN:Quist;Zoë\nFN:Zoë Quist\nEMAIL:zoe@q.example\nEND:VCARD\n',
  )
  expect(await desk.json('import', 'contacts', 'card.vcf', ...into)).toMatchObject({ added: 1 })
  desk.write(
    'list.json',
    '[{"name":"Bo Quist","email":"bo@q.example"},{"name":"Zoë Quist","email":"zoe@q.example"}]',
  )
  expect(await desk.json('import', 'members', 'list.json', ...into)).toMatchObject({
    added: 1,
    merged: 0,
    skipped: 1,
  })
  expect(await desk.run('import', 'members', 'list.json', ...into)).toMatchObject({
    err: expect.stringContaining('go where they went in the import of'),
  })
})
