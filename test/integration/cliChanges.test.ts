import { copyFileSync, statSync } from 'node:fs'
import type { OutputOf } from '@shared/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Desk } from './cliSupport'

const desk = new Desk()
beforeAll(async () => {
  await desk.done('new', 'mine.coppice')
  desk.write('people.csv', 'Name,Email\nMira Okafor,mira@x.example\n')
  await desk.done('import', 'members', 'people.csv', '--file', 'mine.coppice')
  copyFileSync(desk.path('mine.coppice'), desk.path('theirs.coppice'))
})
afterAll(() => desk.remove())

type Given = OutputOf<'copies.changes'> & { out: string; fingerprint: string }

test('two people give each other what they have done, signed, and each gets only what is new', async () => {
  desk.write('more.csv', 'Name,Email\nRui Costa,rui@x.example\n')
  desk.write('agreed.txt', 'maple ferry candle orbit\n')
  await desk.done('import', 'members', 'more.csv', '--file', 'theirs.coppice')
  const give = ['changes', '--file', 'theirs.coppice', '--out', 'ana.coppice-changes', '--key', 'ana.json']
  expect((await desk.run(...give)).err).toContain('Say who you are with --name')
  const seal = ['--name', 'Ana Silva', '--shared-passphrase-file', 'agreed.txt']
  const given = await desk.json<Given>(...give, ...seal)
  expect(given.steps).toBe(2)
  if (process.platform !== 'win32') expect(statSync(desk.path('ana.json')).mode & 0o777).toBe(0o600)

  const merge = ['merge-file', 'ana.coppice-changes', '--file', 'mine.coppice']
  const open = ['--other-passphrase-file', 'agreed.txt']
  expect((await desk.run(...merge, ...open, '--dry-run')).out).toContain('Would come in')
  const refused = await desk.run(...merge, ...open)
  expect(refused.err).toContain(`Ask Ana Silva, by telephone, whether theirs is ${given.fingerprint}`)
  const told = await desk.json<OutputOf<'copies.merge'>>(...merge, ...open, '--trust', given.fingerprint)
  expect(told).toMatchObject({ added: 2, from: { name: 'Ana Silva', knownAs: null } })

  // The other way round, to who is known by now: what they have is not given again.
  const back = [
    'changes',
    '--file',
    'mine.coppice',
    '--out',
    'bo.coppice-changes',
    '--key',
    'bo.json',
    '--name',
    'Bo',
  ]
  expect((await desk.run(...back, '--for', 'Eve')).err).toContain('There are: Ana Silva')
  const toAna = await desk.json<Given>(...back, '--for', 'ana silva')
  expect(toAna.steps).toBe(1)
  const mergeBack = [
    'merge-file',
    'bo.coppice-changes',
    '--file',
    'theirs.coppice',
    '--trust',
    toAna.fingerprint,
  ]
  expect((await desk.run(...mergeBack)).out).toContain('nothing that changes a record')
})
