import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { Desk } from './cliSupport'

const passphrase = 'maple ferry candle orbit'

let desk: Desk
let plain: Buffer
let encrypted: Buffer
let recoveryKey: string
beforeAll(async () => {
  desk = new Desk()
  await desk.done('sample', 'demo.coppice', '--members', '12', '--sessions', '20')
  plain = desk.read('demo.coppice')
  const { code, out, err } = await desk.fed([passphrase], 'encrypt', 'demo.coppice', '--json')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  recoveryKey = (JSON.parse(out) as { recoveryKey: string }).recoveryKey
  encrypted = desk.read('demo.coppice')
  desk.remove()
})
beforeEach(() => {
  desk = new Desk()
  desk.write('demo.coppice', encrypted)
  desk.write('plain.coppice', plain)
})
afterEach(() => desk.remove())

test('an encrypted file is worked with by its passphrase, from standard input or a file', async () => {
  const members = await desk.json<object[]>('list', 'members', '--file', 'plain.coppice')
  expect(members).toHaveLength(12)
  desk.write('secret.txt', `\uFEFF${passphrase}\r\n`)
  const listed = await desk.fed([passphrase], 'list', 'members', '--file', 'demo.coppice', '--json')
  expect(JSON.parse(listed.out)).toEqual(members)
  expect(
    await desk.json('list', 'members', '--file', 'demo.coppice', '--passphrase-file', 'secret.txt'),
  ).toEqual(members)
  expect(await desk.done('check', 'demo.coppice', '--passphrase-file', 'secret.txt')).toContain('in order')
  const [word] =
    desk
      .read('demo.coppice')
      .toString('latin1')
      .match(/session/i) ?? []
  expect(word).toBeUndefined()
})

test('without the passphrase, or with another, it tells so and changes nothing', async () => {
  const before = desk.read('demo.coppice')
  const without = await desk.fed([], 'list', 'members', '--file', 'demo.coppice')
  expect(without).toMatchObject({ code: 1, out: '' })
  expect(without.err).toMatch(/encrypted.*--passphrase-file/s)
  const wrong = await desk.fed(['maple ferry'], 'list', 'members', '--file', 'demo.coppice')
  expect(wrong).toMatchObject({ code: 1, out: '' })
  expect(wrong.err).toMatch(/does not open this file/)
  expect((await desk.fed(['nectar gravel sonnet wharf'], 'encrypt', 'demo.coppice')).err).toMatch(
    /encrypted already/,
  )
  const missing = await desk.run('check', 'demo.coppice', '--passphrase-file', 'nowhere.txt')
  expect(missing.err).toMatch(/nowhere.txt cannot be read/)
  expect(desk.read('demo.coppice').equals(before)).toBe(true)
})

test('a passphrase that anybody guesses is refused, and the file stays plain', async () => {
  expect(await desk.fed(['short'], 'encrypt', 'plain.coppice')).toMatchObject({ code: 1 })
  expect(await desk.done('check', 'plain.coppice')).toContain('in order')
})

test('another passphrase, by the old one or by the recovery key; and none any more', async () => {
  const next = 'nectar gravel sonnet wharf'
  expect(await desk.fed([passphrase, next], 'passphrase', 'demo.coppice')).toMatchObject({ code: 0 })
  expect(await desk.fed([passphrase], 'check', 'demo.coppice')).toMatchObject({ code: 1 })
  desk.write('key.txt', recoveryKey)
  desk.write('third.txt', 'bramble sextant linen harbour')
  const words = ['--recovery-key-file', 'key.txt', '--new-passphrase-file', 'third.txt']
  await desk.done('passphrase', 'demo.coppice', ...words)
  await desk.done('check', 'demo.coppice', '--passphrase-file', 'third.txt')
  await desk.done('decrypt', 'demo.coppice', '--recovery-key-file', 'key.txt')
  expect(await desk.done('check', 'demo.coppice')).toContain('in order')
  expect((await desk.run('decrypt', 'demo.coppice')).err).toMatch(/not encrypted/)
})
