import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Desk } from './cliSupport'

/** Everything of a program file on the command line: out, and into a new file. */

let desk: Desk
beforeAll(async () => {
  desk = new Desk()
  await desk.done('sample', 'Guild.coppice', '--members', '30', '--sessions', '80', '--interactions', '60')
})
afterAll(() => desk.remove())

const all = ['export', 'all', '--file', 'Guild.coppice']

test.each([
  ['json', 'guild.json'],
  ['csv', 'tables'],
  ['markdown', 'notes'],
])('everything goes out as %s and comes in again', async (format, out) => {
  const words = [...all, '--format', format, '--out', out, '--with-private']
  const { records } = await desk.json<{ records: number }>(...words)
  expect(records).toBeGreaterThan(200)
  const imported = await desk.done('import', 'all', out, '--file', `${format}.coppice`)
  expect(imported).toContain(`holds everything of the export: ${records.toLocaleString('en')} records.`)
  const members = (file: string) => desk.json('list', 'members', '--file', file, '--limit', '1000')
  expect(await members(`${format}.coppice`)).toEqual(await members('Guild.coppice'))
  expect(await desk.done('check', `${format}.coppice`)).toMatch(/^The file is in order/)
  const again = await desk.run('import', 'all', out, '--file', `${format}.coppice`)
  expect(again).toMatchObject({ code: 1, err: expect.stringMatching(/file of that name already/) })
})

test('what is private is left out unless it is asked for, and that is said on both sides', async () => {
  const { err } = await desk.run(...all, '--format', 'json', '--out', 'handed.json')
  expect(err).toMatch(/What is marked as private is left out/)
  const imported = await desk.run('import', 'all', 'handed.json', '--file', 'Handed.coppice')
  expect(imported).toMatchObject({ code: 0, err: expect.stringMatching(/had been left out of this export/) })
})

test('nothing is made of an export that is broken', async () => {
  await desk.done(...all, '--format', 'json', '--out', 'broken.json')
  const whole = desk.read('broken.json')
  writeFileSync(desk.path('broken.json'), whole.subarray(0, whole.length / 2))
  const imported = await desk.run('import', 'all', 'broken.json', '--file', 'Broken.coppice')
  expect(imported).toMatchObject({ code: 1, err: expect.stringMatching(/“broken.json”, line \d+:/) })
  expect(desk.has('Broken.coppice')).toBe(false)
  const over = await desk.run(...all, '--format', 'json', '--out', 'Guild.coppice')
  expect(over).toMatchObject({ code: 1, err: expect.stringMatching(/take the place of the program file/) })
})

test('what stands in an export is told', async () => {
  expect(JSON.parse(await desk.done('describe', 'schema'))).toMatchObject({
    title: 'Everything of a Coppice program file',
  })
  expect(await desk.done('describe', 'dictionary')).toMatch(
    /## sessions\n\nMentoring meetings with their notes/,
  )
})
