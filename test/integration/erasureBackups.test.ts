import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspecting } from '@main/database/backups/inspect'
import { FileKey } from '@main/database/fileKey'
import { backUp, backupFolderOf, backupsOfCommand, listBackups } from '@main/database/programBackups'
import { encryptFile } from '@main/encryptFile'
import { eraseMembers, finishErasure, removeLeftBackups, runRetention } from '@main/files/erasing'
import { ProgramFiles } from '@main/programFiles'
import { restoreBackup } from '@main/restoreBackup'
import { noRules } from '@shared/domain/retention'
import Database from 'better-sqlite3-multiple-ciphers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkout } from '../../scripts/support/paths.mjs'
import { memberInput, sessionInput } from './support'

const workerPath = join(checkout, 'out', 'main', 'worker.js')

let folder: string
let file: string
let files: ProgramFiles
let mira: number

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'coppice-erasure-'))
  file = join(folder, 'Guild.coppice')
  files = new ProgramFiles({
    workerPath,
    nativeBinding: undefined,
    onTouched: () => undefined,
    onChange: () => undefined,
    onTrouble: () => undefined,
    backups: backupsOfCommand,
  })
  await files.create(file, async (client) => {
    // Named before she is a member: the first backup knows her from a note alone.
    const { id: kim } = await client.ask('members.save', {
      id: null,
      member: memberInput({ name: 'Kim Park' }),
    })
    await client.ask('sessions.save', {
      id: null,
      session: sessionInput({ attendeeIds: [kim], notes: 'Oluwaseun Adeyemi might join.' }),
    })
  })
  const client = await files.use()
  await backUp(client, { reason: 'by hand' })
  mira = (await client.ask('members.save', { id: null, member: memberInput({ name: 'Oluwaseun Adeyemi' }) }))
    .id
  await client.ask('sessions.save', {
    id: null,
    session: sessionInput({ attendeeIds: [mira], notes: 'quetzalcoatl said so' }),
  })
  await backUp(client, { reason: 'by hand' })
})

afterEach(async () => {
  await files.close()
  rmSync(folder, { recursive: true, force: true })
})

const traces = ['luwaseun', 'deyemi', 'uetzalcoatl']

/** The files that a trace is in, be it in the file itself or in its log of pages. */
function found(words = traces): string[] {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => words.some((trace) => readFileSync(path).includes(trace)))
  return [...new Set(paths.map((path) => path.replace(/-wal$/, '')))]
}

const state = async () => (await files.use()).ask('erasure.state', {})

test('what is erased goes from every backup too, and they are good backups still', async () => {
  expect(found()).toHaveLength(3)
  await eraseMembers(files, { ids: [mira], reason: null }, {})
  expect(found()).toEqual([])
  // The newest held everything already, so there is none from just before the erasure.
  const backups = await listBackups(file)
  expect(backups.map(({ state: is }) => is)).toEqual(['good', 'good'])
  expect(backups.map(({ counts }) => counts?.members)).toEqual([2, 1])
  const client = await files.use()
  const { checked, damaged } = await client.ask('backups.verify', {
    folder: backupFolderOf(file),
    names: null,
  })
  expect([checked, damaged]).toEqual([2, []])
  expect(await state()).toMatchObject({ unfinished: false, erased: 1, owed: 0, left: [] })
  const ledger = readFileSync(join(backupFolderOf(file), 'erased.json'), 'utf8')
  expect(Object.values(JSON.parse(ledger).programs)).toMatchObject([[{ id: mira }]])
})

test('an old copy that comes back from elsewhere is erased again', async () => {
  const [newest] = await listBackups(file)
  const elsewhere = join(folder, 'elsewhere.coppice')
  copyFileSync(newest?.path ?? '', elsewhere)
  await eraseMembers(files, { ids: [mira], reason: null }, {})
  expect(found()).toEqual([elsewhere])
  await restoreBackup(files, { path: elsewhere, opensWith: null })
  expect(found()).toEqual([elsewhere])
  const client = await files.use()
  expect((await client.ask('members.get', { id: mira })).name).toBe('Erased member')

  // Put in the place of the file by hand.
  await files.close()
  copyFileSync(elsewhere, file)
  await files.open(file)
  expect(await state()).toMatchObject({ owed: 1 })
  await finishErasure(files, {})
  expect(found()).toEqual([elsewhere])
  expect(await state()).toMatchObject({ unfinished: false, owed: 0 })
})

test('a backup that cannot be erased is named, and can be removed', async () => {
  const [newest] = await listBackups(file)
  writeFileSync(newest?.path ?? '', `Not a program file, of Oluwaseun Adeyemi. ${' '.repeat(5000)}`)
  await eraseMembers(files, { ids: [mira], reason: null }, {})
  expect((await state()).left.map(({ name }) => name)).toEqual([newest?.name])
  expect(found()).toEqual([newest?.path])
  await removeLeftBackups(files, {})
  expect(found()).toEqual([])
  expect((await state()).left).toEqual([])
})

test('encrypted backups are erased as well, and open with the file’s key as before', async () => {
  await encryptFile(files, FileKey.random(), 'maple ferry candle orbit')
  await eraseMembers(files, { ids: [mira], reason: null }, {})
  const secret = files.openKey?.secret ?? null
  const texts = (await listBackups(file)).map(({ path }) =>
    inspecting(path, { secret, nativeBinding: undefined }, (db) => [
      db.column('SELECT name FROM members ORDER BY id'),
      db.column('SELECT notes FROM sessions ORDER BY id'),
    ]),
  )
  expect(texts).toEqual([
    [
      ['Kim Park', 'Erased member'],
      ['someone might join.', ''],
    ],
    [['Kim Park'], ['someone might join.']],
  ])
  expect((await state()).left).toEqual([])
})

test('what was said in a check-in, and is past its time, goes from every backup too', async () => {
  await files.close()
  const db = new Database(file)
  db.exec(`INSERT INTO programs (id, name, purpose, starts_on) VALUES (1, 'Pathways', '', '2020-01-01');
    INSERT INTO matches (id, program_id, status, started_on) VALUES (1, 1, 'active', '2020-01-01');
    INSERT INTO match_members (match_id, member_id, side) VALUES (1, ${mira}, 'mentor')`)
  db.close()
  await files.open(file)
  const client = await files.use()
  await client.ask('checkIns.save', {
    id: null,
    checkIn: {
      ...{ matchId: 1, memberId: mira, madeOn: '2020-02-01', means: 'phone', depth: 'quick', minutes: 5 },
      notes: 'xochipilli rang back',
      confidentiality: 'private',
    },
  })
  await backUp(client, { reason: 'by hand' })
  await client.ask('retention.setRules', { ...noRules, checkIns: 12 })
  expect(found(['ochipilli'])).toHaveLength(2)
  await runRetention(files, { rule: 'checkIns', today: '2026-11-25', expected: 1 }, {})
  expect(found(['ochipilli'])).toEqual([])
  expect((await state()).left).toEqual([])
})
