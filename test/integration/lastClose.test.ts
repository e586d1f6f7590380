import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseClient } from '@main/database/client'
import { FileKey } from '@main/database/fileKey'
import { backupFolderOf } from '@main/database/programBackups'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { checkout } from '../../scripts/support/paths.mjs'
import { memberInput } from './support'

/** A plain file whose bytes are others than when it was closed, though SQLite finds nothing wrong with it. */

const workerPath = join(checkout, 'out', 'main', 'worker.js')

let source: string
beforeAll(async () => {
  source = mkdtempSync(join(tmpdir(), 'coppice-last-close-source-'))
  const path = join(source, 'Guild.coppice')
  mkdirSync(backupFolderOf(path))
  const client = await DatabaseClient.open({ file: path, mode: 'create', workerPath })
  await client.ask('program.begin', { name: 'Guild', timeZone: 'UTC' })
  await client.ask('members.save', {
    id: null,
    member: memberInput({ name: 'Noor Haddad', about: 'She asked who could read her first draft.' }),
  })
  await client.close()
})
afterAll(() => rmSync(source, { recursive: true }))

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'coppice-last-close-'))
  file = join(folder, 'Guild.coppice')
  mkdirSync(backupFolderOf(file))
  for (const path of ['Guild.coppice', join('Guild backups', 'closed.json')])
    copyFileSync(join(source, path), join(folder, path))
})
afterEach(() => rmSync(folder, { recursive: true }))

const note = () => join(backupFolderOf(file), 'closed.json')

/** Opens the file for as long as `use` takes. @returns how it compares with what it was when it was closed */
async function opened(use: (client: DatabaseClient) => Promise<unknown> = async () => undefined) {
  const client = await DatabaseClient.open({ file, mode: 'write', workerPath })
  try {
    await use(client)
    return await client.lastClose.compared()
  } finally {
    await client.close()
  }
}

const renamed = (name: string) => (client: DatabaseClient) => client.ask('program.rename', { name })

function flip(at: number, bits: number): void {
  const bytes = readFileSync(file)
  bytes[at] = (bytes[at] ?? 0) ^ bits
  writeFileSync(file, bytes)
}

test('a letter of a note is another one', async () => {
  const at = readFileSync(file).indexOf('first draft')
  expect(at).toBeGreaterThan(0)
  flip(at, 0x02)
  expect(
    await opened(async (client) => {
      expect(await client.ask('programFile.readThrough', {})).toEqual({ whole: true })
    }),
  ).toBe('changed')
})

test('any flip in any byte is noticed', async () => {
  const { size } = statSync(file)
  const before = readFileSync(file)
  const noted = readFileSync(note())
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: size - 1 }), fc.integer({ min: 1, max: 255 }), async (at, bits) => {
      writeFileSync(file, before)
      writeFileSync(note(), noted)
      flip(at, bits)
      const client = await DatabaseClient.open({ file, mode: 'write', workerPath }).catch(() => null)
      try {
        // What is so damaged that it does not open is noticed by that.
        expect(client === null ? 'changed' : await client.lastClose.compared()).toBe('changed')
      } finally {
        await client?.close()
      }
      expect(readFileSync(note(), 'utf8')).toBe(noted.toString())
    }),
    { numRuns: process.env.COPPICE_LONG ? 600 : 24 },
  )
}, 900_000)

test('opened and closed again and again, written to or not, it is the same', async () => {
  for (const name of ['One', 'Two']) {
    expect(await opened()).toBe('same')
    expect(await opened(renamed(name))).toBe('same')
  }
  expect(existsSync(note())).toBe(true)
})

test('who closes it before anybody has looked does not lose what there is to be found', async () => {
  flip(readFileSync(file).indexOf('first draft'), 0x02)
  const client = await DatabaseClient.open({ file, mode: 'write', workerPath })
  await renamed('Guild of mentors')(client)
  await client.close()
  expect(await opened()).toBe('changed')
})

test('what somebody has answered for is not told again', async () => {
  flip(readFileSync(file).indexOf('first draft'), 0x02)
  expect(
    await opened(async ({ lastClose }) => {
      expect(await lastClose.compared()).toBe('changed')
      lastClose.accept()
    }),
  ).toBe('unknown')
  expect(await opened()).toBe('same')
})

test('what has gone over from the log into the file since is no change', async () => {
  const compared = await opened(async (client) => {
    await renamed('Guild of mentors')(client)
    await client.askHere('programFile.settle', {})
  })
  expect(compared).toBe('unknown')
  expect(await opened()).toBe('same')
})

test('after a crash nothing is known', async () => {
  const crashed = await DatabaseClient.open({ file, mode: 'write', workerPath })
  await renamed('Guild of mentors')(crashed)
  expect(existsSync(note())).toBe(false)
  const left = join(folder, 'Left.coppice')
  for (const end of ['', '-wal']) copyFileSync(`${file}${end}`, `${left}${end}`)
  await crashed.close()
  for (const end of ['', '-wal']) copyFileSync(`${left}${end}`, `${file}${end}`)
  // Nor when the power went before the disk had heard that the note is gone.
  copyFileSync(join(source, 'Guild backups', 'closed.json'), note())
  expect(await opened()).toBe('unknown')
  expect(await opened()).toBe('same')
})

test('a note that is lost, or not ours, says nothing', async () => {
  writeFileSync(note(), '{"format":2}')
  expect(await opened()).toBe('unknown')
  rmSync(note())
  expect(await opened()).toBe('unknown')
})

test('nothing is made beside a file that has no backups', async () => {
  rmSync(backupFolderOf(file), { recursive: true })
  expect(await opened(renamed('Guild of mentors'))).toBe('unknown')
  expect(existsSync(backupFolderOf(file))).toBe(false)
})

test('of an encrypted file nothing is written down', async () => {
  const key = FileKey.random()
  const path = join(folder, 'Secret.coppice')
  mkdirSync(backupFolderOf(path))
  const client = await DatabaseClient.open({ file: path, mode: 'create', key, workerPath })
  await client.ask('program.begin', { name: 'Secret', timeZone: 'UTC' })
  await client.close()
  expect(existsSync(join(backupFolderOf(path), 'closed.json'))).toBe(false)
})
