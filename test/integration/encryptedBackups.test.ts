import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BackupKeeper } from '@main/backupKeeper'
import { DatabaseClient } from '@main/database/client'
import { FileKey, keyFor } from '@main/database/fileKey'
import { listBackups } from '@main/database/programBackups'
import { encryptFile } from '@main/encryptFile'
import { ProgramFiles } from '@main/programFiles'
import { restoreAs, restoreBackup } from '@main/restoreBackup'
import { usualSchedule } from '@shared/domain/backupSchedule'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkout } from '../../scripts/support/paths.mjs'
import { memberInput } from './support'

const workerPath = join(checkout, 'out', 'main', 'worker.js')
const passphrase = 'maple ferry candle orbit'

let folder: string
let file: string
let files: ProgramFiles
let keeper: BackupKeeper
let told: string[]

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'coppice-sealed-'))
  file = join(folder, 'Guild.coppice')
  told = []
  keeper = new BackupKeeper({
    planOf: () => ({ ...usualSchedule, automatic: false, secondPlace: null }),
    onTold: (message) => told.push(message),
    onChange: () => undefined,
  })
  files = new ProgramFiles({
    workerPath,
    nativeBinding: undefined,
    backups: keeper,
    onTouched: () => keeper.touched(),
    onChange: () => undefined,
    onTrouble: () => undefined,
  })
  await files.create(file, async () => undefined)
  await save('Quetzalcoatl')
})

afterEach(async () => {
  await files.close()
  rmSync(folder, { recursive: true, force: true })
})

async function save(name: string): Promise<void> {
  await (await files.use()).ask('members.save', { id: null, member: memberInput({ name }) })
}

async function members(): Promise<string[]> {
  const found = await (await files.use()).ask('members.find', { query: '', limit: 10 })
  return found.map(({ name }) => name).sort()
}

async function makeBackup(): Promise<string> {
  return (await keeper.make(await files.use())).path
}

const encrypt = async () => encryptFile(files, FileKey.random(), passphrase)
const states = async () => (await listBackups(file)).map(({ state }) => state)
const restore = (path: string, opensWith: { passphrase: string } | null = null) =>
  restoreBackup(files, { path, opensWith })

/** Every file of the folder that holds a text as it is. */
function filesWith(text: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(text))
}

/** Opens a backup by itself, as who has nothing else would. */
async function opensAlone(path: string, proof: Parameters<typeof keyFor>[1]): Promise<number> {
  const copy = join(folder, 'alone.coppice')
  copyFileSync(path, copy)
  const key = await keyFor(copy, proof)
  const client = await DatabaseClient.open({ file: copy, mode: 'write', key, workerPath })
  try {
    return (await client.ask('program.overview', {})).members
  } finally {
    await client.close()
    rmSync(copy)
  }
}

test('a backup of an encrypted file holds no plain text, is checked, and opens by itself with the passphrase', async () => {
  await encrypt()
  await save('Xylophone')
  const path = await makeBackup()
  expect(filesWith('Quetzalcoatl')).toEqual([])
  expect(filesWith('Xylophone')).toEqual([])
  expect(await states()).toEqual(['good'])
  const client = await files.use()
  expect(await keeper.check(client, join(folder, 'Guild backups'))).toEqual({ checked: 1, damaged: [] })
  expect(await opensAlone(path, { passphrase })).toBe(2)
  const { recoveryKey } = await files.prove({ passphrase })
  expect(await opensAlone(path, { recoveryKey })).toBe(2)
})

test('backups that were made before the file was encrypted are encrypted with it', async () => {
  const plain = await makeBackup()
  await save('Xylophone')
  await makeBackup()
  expect(filesWith('Quetzalcoatl').length).toBeGreaterThan(2)
  await encrypt()
  expect(filesWith('Quetzalcoatl')).toEqual([])
  expect(await states()).toEqual(['good', 'good'])
  expect(readdirSync(join(folder, 'Guild backups')).filter((name) => name.startsWith('.'))).toEqual([])
  expect(await opensAlone(plain, { passphrase })).toBe(1)
  await restore(plain)
  expect(await members()).toEqual(['Quetzalcoatl'])
})

test('an encryption of backups that was interrupted goes on when the file is opened again', async () => {
  await encrypt()
  const path = await makeBackup()
  // One that is left plain, as by a crash.
  const client = await files.use()
  rmSync(path)
  await client.ask('programFile.copyTo', { path, encryption: null })
  expect(filesWith('Quetzalcoatl')).toEqual([path])
  await files.lock()
  await files.unlock({ passphrase })
  await keeper.lookAgain()
  expect(filesWith('Quetzalcoatl')).toEqual([])
  expect(told).toEqual([])
})

test('one that cannot be encrypted is told, and stays', async () => {
  const path = await makeBackup()
  const bytes = readFileSync(path)
  bytes.fill(0xff, 4096, 4096 * 4)
  writeFileSync(path, bytes)
  await encrypt()
  expect(told).toEqual([expect.stringMatching(/^A backup could not be encrypted, .+by hand\.coppice/)])
  expect(await states()).toHaveLength(1)
  expect((await keeper.standing(await files.use())).problems).toEqual(told)
})

test('after another passphrase, an older backup is restored and opens with the new one', async () => {
  await encrypt()
  const path = await makeBackup()
  await save('Xylophone')
  await files.changePassphrase('nectar gravel sonnet wharf')
  await restore(path)
  expect(await members()).toEqual(['Quetzalcoatl'])
  await files.lock()
  await files.unlock({ passphrase: 'nectar gravel sonnet wharf' })
  expect(await members()).toEqual(['Quetzalcoatl'])
  expect((await listBackups(file)).map(({ reason }) => reason)).toEqual(['before restore', 'by hand'])
})

test('a plain backup from elsewhere does not make the file plain', async () => {
  const elsewhere = join(folder, 'elsewhere.coppice')
  copyFileSync(await makeBackup(), elsewhere)
  await save('Xylophone')
  await encrypt()
  await restore(elsewhere)
  rmSync(elsewhere)
  expect(files.encrypted).toBe(true)
  expect(filesWith('Quetzalcoatl')).toEqual([])
  expect(await members()).toEqual(['Quetzalcoatl'])
})

test('a backup with another key asks for its passphrase, and a plain file becomes encrypted by it', async () => {
  const elsewhere = join(folder, 'elsewhere.coppice')
  const other = FileKey.random()
  const encryption = { secret: other.secret, seal: await other.sealedWith('nectar gravel sonnet wharf') }
  await (await files.use()).ask('programFile.copyTo', { path: elsewhere, encryption })
  await save('Xylophone')
  await expect(restore(elsewhere)).rejects.toMatchObject({ code: 'passphrase-needed' })
  await expect(restore(elsewhere, { passphrase })).rejects.toMatchObject({ code: 'wrong-passphrase' })
  expect(await members()).toEqual(['Quetzalcoatl', 'Xylophone'])
  await restore(elsewhere, { passphrase: 'nectar gravel sonnet wharf' })
  expect(await members()).toEqual(['Quetzalcoatl'])
  expect(files.encrypted).toBe(true)
  expect(filesWith('Xylophone')).toEqual([])
  await files.lock()
  await files.unlock({ passphrase: 'nectar gravel sonnet wharf' })
  expect(await members()).toEqual(['Quetzalcoatl'])
})

test('a damaged file is gone back from all the same, and kept beside the restored one', async () => {
  const path = await makeBackup()
  for (let number = 0; number < 40; number++) await save(`Member ${number}`)
  await files.close()
  const bytes = readFileSync(file)
  // The page of one table: it still opens.
  const page = Math.floor(bytes.indexOf('Member 20') / 4096) * 4096
  bytes.fill(0xff, page, page + 4096)
  writeFileSync(file, bytes)
  await files.open(file)
  await restore(path)
  expect(await members()).toEqual(['Quetzalcoatl'])
  const kept = readdirSync(folder).filter((name) => name.startsWith('Guild damaged'))
  expect(kept).toEqual([expect.stringMatching(/^Guild damaged \d{4}-\d\d-\d\d\.coppice$/)])
  expect(readFileSync(join(folder, kept[0] ?? '')).equals(bytes)).toBe(true)
})

test('a backup becomes a file of its own, and the open one is left alone', async () => {
  await encrypt()
  const path = await makeBackup()
  await save('Xylophone')
  const other = join(folder, 'As it was.coppice')
  await restoreAs(files, { path, opensWith: null }, other)
  expect(await members()).toEqual(['Quetzalcoatl', 'Xylophone'])
  expect(await opensAlone(other, { passphrase })).toBe(1)
  await expect(restoreAs(files, { path, opensWith: null }, other)).rejects.toMatchObject({
    code: 'file-exists',
  })
  expect(readdirSync(folder).sort()).toEqual([
    'As it was.coppice',
    'Guild backups',
    'Guild.coppice',
    'Guild.coppice-lock',
    'Guild.coppice-shm',
    'Guild.coppice-wal',
  ])
})

test('another passphrase holds for the backups as well, and the old one opens none', async () => {
  await encrypt()
  const path = await makeBackup()
  const next = 'nectar gravel sonnet wharf'
  await files.changePassphrase(next)
  await files.protectBackups()
  await expect(opensAlone(path, { passphrase })).rejects.toMatchObject({ code: 'wrong-passphrase' })
  rmSync(join(folder, 'alone.coppice'))
  expect(await opensAlone(path, { passphrase: next })).toBe(1)
  expect(await states()).toEqual(['good'])
  const client = await files.use()
  expect(await keeper.check(client, join(folder, 'Guild backups'))).toEqual({ checked: 1, damaged: [] })
})
