import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseClient } from '@main/database/client'
import { FileKey } from '@main/database/fileKey'
import { ProgramFiles } from '@main/programFiles'
import { AppError } from '@shared/errors'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkout } from '../../scripts/support/paths.mjs'
import { memberInput, sessionInput } from './support'

const workerPath = join(checkout, 'out', 'main', 'worker.js')
const passphrase = 'maple ferry candle orbit'

let folder: string
let file: string
let files: ProgramFiles
let changes: string[]

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'coppice-encryption-'))
  file = join(folder, 'Guild.coppice')
  changes = []
  files = opened()
  await files.create(file, async (client) => {
    const { id } = await client.ask('members.save', {
      id: null,
      member: memberInput({ name: 'Oluwaseun Adeyemi' }),
    })
    await client.ask('sessions.save', {
      id: null,
      session: sessionInput({ attendeeIds: [id], notes: 'quetzalcoatl said so' }),
    })
  })
})

afterEach(async () => {
  await files.close()
  rmSync(folder, { recursive: true, force: true })
})

function opened(): ProgramFiles {
  return new ProgramFiles({
    workerPath,
    nativeBinding: undefined,
    onTouched: () => undefined,
    onChange: ({ how }) => changes.push(how),
    onTrouble: () => undefined,
  })
}

/** As the operation `encryption.start` does it. @returns the recovery key. */
async function encrypt(program = files): Promise<string> {
  const key = FileKey.random()
  const { recoveryKey } = key
  await program.rewrite(async (client, path) => {
    await client.ask('programFile.copyTo', {
      path,
      encryption: { secret: key.secret, seal: await key.sealedWith(passphrase) },
    })
    return key
  })
  return recoveryKey
}

const filter = {
  memberId: null,
  matchId: null,
  topicIds: [],
  media: [],
  confidentialities: [],
  from: null,
  to: null,
  withoutNotes: false,
}

async function found(query: string): Promise<number> {
  const client = await files.use()
  return (await client.ask('sessions.list', { filter: { ...filter, query }, page: { offset: 0, limit: 10 } }))
    .total
}

/** Every file of the folder that holds a text as it is. */
function filesWith(text: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(text))
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'ok',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )

test('an encrypted file holds no plain text, is searched as before, and opens with passphrase and recovery key', async () => {
  expect(filesWith('quetzalcoatl').length).toBeGreaterThan(0)
  const recoveryKey = await encrypt()
  expect(filesWith('quetzalcoatl')).toEqual([])
  expect(files.encrypted).toBe(true)
  expect(await found('quetzal')).toBe(1)
  const client = await files.use()
  const { id } = await client.ask('members.save', { id: null, member: memberInput({ name: 'Kim Park' }) })
  await client.ask('sessions.save', {
    id: null,
    session: sessionInput({ attendeeIds: [id], notes: 'xylophone' }),
  })
  await client.ask('drafts.save', { key: 'session:new', body: 'glockenspiel' })
  expect(filesWith('xylophone')).toEqual([])
  expect(await found('xylo')).toBe(1)
  expect(filesWith('glockenspiel')).toEqual([])
  expect((await client.ask('programFile.check', {})).problems).toEqual([])

  await files.lock()
  expect(files.locked).toBe(file)
  expect(await codeOf(files.use())).toBe('no-file-open')
  expect(await codeOf(files.unlock({ passphrase: 'maple ferry candle' }))).toBe('wrong-passphrase')
  expect(await codeOf(files.unlock({ recoveryKey: FileKey.random().recoveryKey }))).toBe('wrong-passphrase')
  await files.unlock({ recoveryKey: recoveryKey.toLowerCase().replaceAll('-', ' ') })
  expect((await (await files.use()).ask('program.overview', {})).members).toBe(2)
  await files.lock()
  await files.unlock({ passphrase })
  expect((await (await files.use()).ask('program.overview', {})).sessions).toBe(2)
})

test('what is undone and done again is the same in an encrypted file', async () => {
  await encrypt()
  const client = await files.use()
  await client.ask('history.undo', {})
  expect((await client.ask('program.overview', {})).sessions).toBe(0)
  await client.ask('history.redo', {})
  expect((await client.ask('program.overview', {})).sessions).toBe(1)
})

test('another passphrase hides the same key: the recovery key goes on, the old passphrase does not', async () => {
  const recoveryKey = await encrypt()
  await files.changePassphrase('nectar gravel sonnet wharf')
  await files.lock()
  expect(await codeOf(files.unlock({ passphrase }))).toBe('wrong-passphrase')
  await files.unlock({ passphrase: 'nectar gravel sonnet wharf' })
  await files.lock()
  await files.unlock({ recoveryKey })
  expect(await codeOf(files.prove({ passphrase }))).toBe('wrong-passphrase')
  expect((await files.prove({ passphrase: 'nectar gravel sonnet wharf' })).recoveryKey).toBe(recoveryKey)
})

test('a file that is moved alone, by itself, opens elsewhere', async () => {
  await encrypt()
  await files.close()
  const moved = join(folder, 'Moved.coppice')
  copyFileSync(file, moved)
  files = opened()
  await files.open(moved)
  expect(files.locked).toBe(moved)
  await files.unlock({ passphrase })
  expect((await (await files.use()).ask('program.overview', {})).name).toBe('Guild')
})

test('encryption is taken away again, with everything that was written meanwhile', async () => {
  await encrypt()
  const client = await files.use()
  await client.ask('members.save', { id: null, member: memberInput({ name: 'Kim Park' }) })
  await files.rewrite(async (open, path) => {
    await open.ask('programFile.copyTo', { path, encryption: null })
    return null
  })
  expect(files.encrypted).toBe(false)
  expect(filesWith('Kim Park')).not.toEqual([])
  await files.close()
  files = opened()
  await files.open(file)
  expect((await (await files.use()).ask('program.overview', {})).members).toBe(2)
})

test('the recovery drill opens the file itself', async () => {
  const recoveryKey = await encrypt()
  expect(await files.opensWith(FileKey.fromRecoveryKey(recoveryKey))).toBe(true)
  expect(await files.opensWith(FileKey.random())).toBe(false)
  expect((await (await files.use()).ask('program.overview', {})).members).toBe(1)
})

test('what is asked for while the file is written anew waits, and is in the new one', async () => {
  const encrypting = encrypt()
  const saving = files
    .use()
    .then((client) => client.ask('members.save', { id: null, member: memberInput({ name: 'In Between' }) }))
  await Promise.all([encrypting, saving])
  expect((await (await files.use()).ask('program.overview', {})).members).toBe(2)
  expect(filesWith('In Between')).toEqual([])
})

test('a copy that cannot be written leaves the file as it was, and open', async () => {
  const failing = files.rewrite(async () => {
    throw new AppError('disk-full', 'The disk is full.')
  })
  expect(await codeOf(failing)).toBe('disk-full')
  expect(files.encrypted).toBe(false)
  expect((await (await files.use()).ask('program.overview', {})).members).toBe(1)
  expect(readdirSync(folder).filter((name) => name.endsWith('-new'))).toEqual([])
})

test('without a passphrase nothing of it is read', async () => {
  await encrypt()
  await files.close()
  expect(await codeOf(DatabaseClient.open({ file, mode: 'read', workerPath }))).toBe('passphrase-needed')
  expect(readdirSync(folder)).toEqual(['Guild.coppice'])
})
