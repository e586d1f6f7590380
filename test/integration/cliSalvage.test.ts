import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Desk } from './cliSupport'

/** What the command line says of a damaged file, and what it can still do with it. */

let desk: Desk
beforeEach(async () => {
  desk = new Desk()
  await desk.done('sample', 'Guild.coppice')
})
afterEach(() => desk.remove())

/** Overwrites so many bytes from the first place where the text is. */
function damage(text: string, length: number): void {
  const file = desk.path('Guild.coppice')
  const at = readFileSync(file).indexOf(text)
  const descriptor = openSync(file, 'r+')
  writeSync(
    descriptor,
    Buffer.alloc(length, 0xa5),
    0,
    length,
    length === 1 ? at : Math.floor(at / 4096) * 4096,
  )
  closeSync(descriptor)
}

test('what can be read of a damaged file goes into a new one', async () => {
  damage('They met ', 4096)
  const checked = await desk.run('check', 'Guild.coppice')
  expect(checked.code).toBe(1)
  const before = desk.read('Guild.coppice')
  const { tables } = await desk.json<{ tables: { table: string; found: number; lost: number | null }[] }>(
    ...['salvage', 'Guild.coppice', '--to', 'Rescued.coppice'],
  )
  expect(tables.find(({ table }) => table === 'members')).toMatchObject({ found: 120, lost: 0 })
  expect(desk.read('Guild.coppice').equals(before)).toBe(true)
  expect(await desk.done('check', 'Rescued.coppice')).toMatch(/^The file is in order/)
  const again = await desk.run('salvage', 'Guild.coppice', '--to', 'Rescued.coppice')
  expect(again).toMatchObject({ code: 1, err: expect.stringMatching(/file of that name already/) })
})

test('a letter that is another one is said until the file is opened in the window, and nothing is kept from being done', async () => {
  await desk.done('backup', '-f', 'Guild.coppice')
  await desk.done('import', 'members', desk.write('more.csv', 'name\nNoor Haddad\n'), '-f', 'Guild.coppice')
  damage('They met ', 1)
  for (const words of [
    ['check', 'Guild.coppice'],
    ['undo', '-f', 'Guild.coppice'],
    ['redo', '-f', 'Guild.coppice'],
  ]) {
    const { err } = await desk.run(...words)
    expect(err).toMatch(
      /“Guild.coppice” was changed by something other than Coppice since it was closed on .+ There is a good backup of .+: open “/,
    )
  }
})
