import {
  closeSync,
  copyFileSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BackupKeeper } from '@main/backupKeeper'
import { FileKey } from '@main/database/fileKey'
import { encryptFile } from '@main/encryptFile'
import { watchHealth } from '@main/fileHealth'
import { ProgramFiles } from '@main/programFiles'
import { goBackTo, isSalvageable, salvageDamaged } from '@main/recoverFile'
import { restoreBackup } from '@main/restoreBackup'
import { usualSchedule } from '@shared/domain/backupSchedule'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkout } from '../../scripts/support/paths.mjs'
import { memberInput, sessionInput } from './support'

/** For a slow machine, in milliseconds. */
const patience = { timeout: 30_000 }

const passphrase = 'maple ferry candle orbit'

let folder: string
let file: string
let files: ProgramFiles
let keeper: BackupKeeper
let plan: { automatic: boolean }
let follow: () => void
let doubt: () => void

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'coppice-damage-'))
  file = join(folder, 'Guild.coppice')
  plan = { automatic: false }
  keeper = new BackupKeeper({
    planOf: () => ({ ...usualSchedule, ...plan, secondPlace: null }),
    onTold: () => undefined,
    onChange: () => undefined,
  })
  files = new ProgramFiles({
    workerPath: join(checkout, 'out', 'main', 'worker.js'),
    nativeBinding: undefined,
    backups: keeper,
    onTouched: () => undefined,
    onChange: () => undefined,
    onTrouble: () => undefined,
    onDoubt: () => doubt(),
  })
  ;({ follow, doubt } = watchHealth(files))
  await files.create(file, async (client) => {
    const { id } = await client.ask('members.save', {
      id: null,
      member: memberInput({ name: 'Noor Haddad' }),
    })
    for (let count = 0; count < 40; count++) {
      const notes = `Session ${count}. ${'She asked who could read her first draft. '.repeat(40)}`
      await client.ask('sessions.save', { id: null, session: sessionInput({ attendeeIds: [id], notes }) })
    }
  })
})

afterEach(async () => {
  await files.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Overwrites a part of the closed file. */
function damage(from: number, length: number): void {
  const descriptor = openSync(file, 'r+')
  writeSync(descriptor, Buffer.alloc(length, 0xa5), 0, length, from)
  closeSync(descriptor)
}

const isWhole = async () => (await (await files.use()).ask('programFile.readThrough', {})).whole

/** A page full of somebody's notes: the file opens, and would be worked in. */
function damageNotes(): void {
  damage(Math.floor(readFileSync(file).indexOf('Session 20.') / 4096) * 4096, 4096)
}

/** One letter of a note, of which SQLite notices nothing. */
function changeLetter(): void {
  damage(readFileSync(file).indexOf('Session 20.'), 1)
}

/** Opens the file, and waits for what is found. */
async function found() {
  await files.open(file)
  follow()
  doubt()
  await expect.poll(() => files.damage.current?.found, patience).toBeDefined()
  return files.damage.current?.found
}

const sessions = async () => (await (await files.use()).ask('program.overview', {})).sessions
const rename = async () => (await files.use()).ask('program.rename', { name: 'Another name' })
const damagedBeside = () => readdirSync(folder).filter((name) => name.startsWith('Guild damaged '))

test('a file in order is whole', async () => {
  expect(await isWhole()).toBe(true)
})

test('a file of which pages cannot be read is noticed, and nothing is written to it any more', async () => {
  await keeper.make(await files.use())
  await files.close()
  damageNotes()
  const bytes = readFileSync(file)
  expect(await found()).toBe('unreadable')
  await expect(rename()).rejects.toMatchObject({
    code: 'file-damaged',
    message: expect.stringMatching(/^“Guild.coppice” is damaged.* Nothing is saved/),
  })
  await files.close()
  expect(readFileSync(file).subarray(100).equals(bytes.subarray(100))).toBe(true)
})

test('whoever comes upon an unreadable page has the file looked at', async () => {
  await files.close()
  damageNotes()
  await files.open(file)
  const client = await files.use()
  await expect(client.ask('sessions.get', { id: 21 })).rejects.toMatchObject({
    code: 'file-damaged',
  })
  await expect.poll(() => files.damage.current?.found, patience).toBe('unreadable')
})

test('one goes back to the newest good backup, and the damaged file is kept beside it', async () => {
  const { path } = await keeper.make(await files.use())
  await rename()
  await files.close()
  damageNotes()
  const bytes = readFileSync(file)
  await found()
  const keptAs = await goBackTo(files, { path, opensWith: null }, {})
  expect(damagedBeside()).toEqual([keptAs])
  expect(readFileSync(join(folder, keptAs)).subarray(100).equals(bytes.subarray(100))).toBe(true)
  expect(files.damage.current).toBeNull()
  expect(await sessions()).toBe(40)
  expect(await isWhole()).toBe(true)
  await rename()
})

test('a file that cannot be opened at all says where its good backup is, and one goes back to that', async () => {
  const { path } = await keeper.make(await files.use())
  await files.close()
  damage(0, 4096)
  const bytes = readFileSync(file)
  await expect(files.open(file)).rejects.toMatchObject({
    code: 'not-a-program-file',
    message: expect.stringMatching(
      /There is a good backup of .+ open “.+ by hand.coppice” in the folder “Guild backups”/,
    ),
  })
  expect(readFileSync(file).equals(bytes)).toBe(true)
  expect(files.damage.current).toMatchObject({ file, found: 'unreadable' })
  expect(await isSalvageable(file, null)).toBe(false)
  await goBackTo(files, { path, opensWith: null }, {})
  expect(damagedBeside()).toHaveLength(1)
  expect(await sessions()).toBe(40)
})

test('a file that is none, and has no backups, has no ways out', async () => {
  await files.close()
  damage(0, 4096)
  await expect(files.open(file)).rejects.toMatchObject({ code: 'not-a-program-file' })
  expect(files.damage.current).toBeNull()
})

test('of an encrypted file a page that is not what was written is noticed, and one goes back to an encrypted backup', async () => {
  await encryptFile(files, FileKey.random(), passphrase, {})
  const { path } = await keeper.make(await files.use())
  await files.close()
  damage(Math.floor(readFileSync(file).length / 8192) * 4096, 1)
  await files.open(file)
  // Whether the page is needed for the opening is SQLite's affair.
  await files.unlock({ passphrase }).catch(() => undefined)
  doubt()
  await expect.poll(() => files.damage.current?.found, patience).toBe('unreadable')
  await goBackTo(files, { path, opensWith: null }, {})
  expect(files.encrypted).toBe(true)
  expect(await sessions()).toBe(40)
  await files.lock()
  await files.unlock({ passphrase })
  expect(await isWhole()).toBe(true)
})

test('what can be read is salvaged, and the damaged file stays', async () => {
  await files.close()
  damageNotes()
  await found()
  const to = join(folder, 'Rescued.coppice')
  const { tables } = await salvageDamaged(files, to, {})
  const lost = tables.find(({ table }) => table === 'sessions')?.lost ?? 0
  expect(lost).toBeGreaterThan(0)
  await files.open(to)
  expect(await sessions()).toBe(40 - lost)
  expect(files.damage.current).toBeNull()
})

test('a letter that is another one is noticed as often as the file is opened, until somebody answers for it', async () => {
  await keeper.make(await files.use())
  await files.close()
  changeLetter()
  plan = { automatic: true }
  for (let opening = 0; opening < 2; opening++) {
    expect(await found()).toBe('changed')
    expect(files.trouble?.sentence).toMatch(/changed by something other than Coppice/)
    await expect(rename()).rejects.toMatchObject({ code: 'file-damaged' })
    await files.close()
  }
  await found()
  files.acceptChange()
  expect(files.trouble).toBeNull()
  await rename()
  await files.close()
  await files.open(file)
  follow()
  expect(await (await files.use()).lastClose.compared()).toBe('same')
})

test('what may be damaged does not become the newest backup', async () => {
  await keeper.make(await files.use())
  await files.close()
  changeLetter()
  plan = { automatic: true }
  // Closed before anybody has looked, with something new in it.
  await files.open(file)
  await rename()
  await files.close()
  expect(readdirSync(join(folder, 'Guild backups')).filter((name) => name.endsWith('.coppice'))).toHaveLength(
    1,
  )
})

test('a backup that somebody has put in the place of the file by hand can be gone on with', async () => {
  const { path } = await keeper.make(await files.use())
  await rename()
  await files.close()
  copyFileSync(path, file)
  expect(await found()).toBe('changed')
  files.acceptChange()
  expect(await sessions()).toBe(40)
})

test('after a restore by Coppice there is nothing to be told', async () => {
  const { path } = await keeper.make(await files.use())
  await rename()
  await restoreBackup(files, { path, opensWith: null })
  expect(await (await files.use()).lastClose.compared()).toBe('unknown')
  await files.close()
  await files.open(file)
  expect(await (await files.use()).lastClose.compared()).toBe('same')
})
