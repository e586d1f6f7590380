import { copyFileSync } from 'node:fs'
import type { OutputOf } from '@shared/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Desk } from './cliSupport'

const desk = new Desk()
beforeAll(async () => {
  await desk.done('new', 'mine.coppice')
  desk.write('people.csv', 'Name,Email\nMira Okafor,mira@x.example\n')
  await desk.done('import', 'members', 'people.csv', '--file', 'mine.coppice')
})
afterAll(() => desk.remove())

test('what a colleague did in an encrypted copy comes in, once', async () => {
  copyFileSync(desk.path('mine.coppice'), desk.path('theirs.coppice'))
  desk.write('secret.txt', 'maple ferry candle orbit\n')
  desk.write('more.csv', 'Name,Email\nRui Costa,rui@x.example\n')
  await desk.done('import', 'members', 'more.csv', '--file', 'theirs.coppice')
  await desk.done('encrypt', 'theirs.coppice', '--new-passphrase-file', 'secret.txt')
  const merge = [
    'merge-file',
    'theirs.coppice',
    '--file',
    'mine.coppice',
    '--other-passphrase-file',
    'secret.txt',
  ]
  const dry = await desk.run(...merge, '--dry-run')
  expect(dry.out).toContain('Would come in')
  expect(dry.out).toMatch(/members\s+1\s+0\s+0/)
  const told = await desk.json<OutputOf<'copies.merge'> & { merged: boolean }>(...merge)
  expect(told).toMatchObject({ merged: true, added: 2, changed: 0, removed: 0, conflicts: [] })
  const names = (await desk.json<{ name: string }[]>('list', 'members', '--file', 'mine.coppice')).map(
    ({ name }) => name,
  )
  expect(names.sort()).toEqual(['Mira Okafor', 'Rui Costa'])
  expect((await desk.run(...merge)).out).toContain('nothing in it that is not here already')
})
