import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BackupKeeper } from '@main/backupKeeper'
import { damageInWords } from '@main/files/damage'
import { ProgramFiles } from '@main/programFiles'
import { usualSchedule } from '@shared/domain/backupSchedule'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkout } from '../../scripts/support/paths.mjs'
import { memberInput, sessionInput } from './support'

let folder: string
let file: string
let files: ProgramFiles
let keeper: BackupKeeper

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'coppice-damage-'))
  file = join(folder, 'Guild.coppice')
  keeper = new BackupKeeper({
    planOf: () => ({ ...usualSchedule, automatic: false, secondPlace: null }),
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
  })
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

test('a file in order is whole', async () => {
  expect(await isWhole()).toBe(true)
})

test('a file of which pages cannot be read is noticed, and the newest good backup is named', async () => {
  await keeper.make(await files.use())
  await files.close()
  // A page full of somebody's notes: the file opens, and would be worked in.
  damage(Math.floor(readFileSync(file).indexOf('Session 20.') / 4096) * 4096, 4096)
  const bytes = readFileSync(file)
  await files.open(file)
  expect(await isWhole()).toBe(false)
  expect(await damageInWords(file)).toMatch(
    /^“Guild.coppice” is damaged.*Go back to the backup of .+ in Settings/,
  )
  expect(readFileSync(file).subarray(100).equals(bytes.subarray(100))).toBe(true)
})

test('a file that cannot be opened at all says where its good backup is, and is left as it is', async () => {
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
  await files.open(path)
  expect((await (await files.use()).ask('program.overview', {})).sessions).toBe(40)
})

test('without a backup it says so', async () => {
  expect(await damageInWords(file)).toMatch(/There is no good backup beside it/)
})
