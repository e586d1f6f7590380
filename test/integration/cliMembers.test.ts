import type { OutputOf } from '@shared/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Desk } from './cliSupport'

const desk = new Desk()
beforeAll(async () => {
  await desk.done('new', 'a.coppice')
  const people = [
    'Mira Okafor,mira@x.example,',
    'M. Okafor,mira+work@x.example,+351 22 000 11 22',
    'Rui Costa,,',
  ]
  desk.write('people.csv', `Name,Email,Phone\n${people.join('\n')}\n`)
  await desk.done('import', 'members', 'people.csv', '--file', 'a.coppice')
})
afterAll(() => desk.remove())

test('duplicates are listed, looked at, merged, and gone from the list', async () => {
  const list = ['members', 'duplicates', '--file', 'a.coppice']
  const [pair, ...others] = await desk.json<OutputOf<'members.duplicates'>['rows']>(...list)
  expect(others).toEqual([])
  expect(pair).toMatchObject({ keep: { name: 'Mira Okafor' }, other: { name: 'M. Okafor' } })
  const merge = ['members', 'merge', 'Mira Okafor', 'M. Okafor', '--file', 'a.coppice']
  const dry = await desk.run(...merge, '--dry-run')
  expect(dry.out).toContain('Would merge M. Okafor')
  expect(await desk.json(...merge, '--dry-run')).toMatchObject({ merged: false, refusal: null })
  const same = ['members', 'merge', 'Mira Okafor', '#1', '--file', 'a.coppice', '--dry-run']
  expect(await desk.json(...same)).toMatchObject({
    merged: false,
    refusal: 'Choose two members: these are the same.',
  })
  const told = await desk.run(...merge)
  expect(told.out).toContain('Merged M. Okafor')
  expect(await desk.json<unknown[]>(...list)).toEqual([])
})
