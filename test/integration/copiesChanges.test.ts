import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { keyOf, look, sealedWith } from '@main/database/changesFile'
import { bundleOf } from '@main/database/copies/container'
import { Side } from '@main/database/copies/side'
import { fingerprintOfSigner } from '@main/database/signingKey'
import { AppError } from '@shared/errors'
import Database from 'better-sqlite3-multiple-ciphers'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { changesFor, content, copyOf, merge, mergeChanges, signerOf } from './copiesSupport'
import { addMember, addSession, openTestFile, type TestFile } from './support'

let ours: TestFile
let theirs: TestFile
const files: TestFile[] = []

beforeEach(async () => {
  ours = openTestFile()
  await addMember(ours, { name: 'Ana Abel', location: 'Porto' })
  await addMember(ours, { name: 'Bo Baker', location: 'Porto' })
  theirs = copyOf(ours)
  files.push(ours, theirs)
})
afterEach(() => {
  for (const file of files.splice(0)) file.close()
})

/** What is said of a file, in words; nothing may have been written then. */
async function refusal(path: string, secret: SharedArrayBuffer | null = null): Promise<AppError> {
  const before = content(ours)
  const trust = fingerprintOfSigner(signerOf(theirs))
  const thrown: unknown = await ours.call('copies.merge', { path, secret, choices: {}, trust }).then(
    () => null,
    (error: unknown) => error,
  )
  expect(thrown).toBeInstanceOf(AppError)
  expect(content(ours)).toEqual(before)
  return thrown as AppError
}

test('a key that is not known is told, and merged from only when it was compared; then it is known', async () => {
  await addMember(theirs, { name: 'Eve East' })
  const path = await changesFor(theirs, null)
  const { from } = await ours.call('copies.preview', { path, secret: null })
  const fingerprint = fingerprintOfSigner(signerOf(theirs))
  expect(from).toMatchObject({ name: 'Ana', fingerprint, knownAs: null })
  expect(fingerprint).toMatch(/^([0-9A-F]{4} ){5}[0-9A-F]{4}$/)
  const merging = (trust: string | null) =>
    ours.call('copies.merge', { path, secret: null, choices: {}, trust })
  await expect(merging(null)).rejects.toThrow(`whether theirs is ${fingerprint}`)
  await expect(merging('0000 0000')).rejects.toThrow('not known here')
  expect(await merging(fingerprint)).toMatchObject({ added: 1, conflicts: [] })
  expect((await ours.call('copies.preview', { path, secret: null })).from?.knownAs).toBe('Ana')
  const [colleague] = await ours.call('copies.colleagues', {})
  expect(colleague).toMatchObject({ name: 'Ana', fingerprint })
  // Forgotten, they are asked about again; undo knows them as before.
  await ours.call('copies.forget', { fingerprint })
  expect(await ours.call('copies.colleagues', {})).toEqual([])
  await expect(ours.call('copies.forget', { fingerprint })).rejects.toThrow('not known here')
  await expect(merging(null)).rejects.toThrow('not known here')
  await ours.call('history.undo', {})
  expect(await ours.call('copies.colleagues', {})).toEqual([colleague])
  // Undo takes back the trust as well.
  await ours.call('history.undo', {})
  expect(await ours.call('copies.colleagues', {})).toEqual([])
})

test('what two have made alike is one by all its names, also for who hears of it from a third', async () => {
  const third = copyOf(ours)
  files.push(third)
  await addMember(ours, { name: 'Cy Cole', skillsOffered: ['Bees'] })
  await addMember(theirs, { name: 'Dee Dunn', skillsWanted: ['Bees'] })
  await mergeChanges(third, ours, await changesFor(ours, null))
  await mergeChanges(ours, theirs, await changesFor(theirs, null))
  await mergeChanges(third, ours, await changesFor(ours, third))
  const namesOfBees = (file: TestFile) =>
    file.read((db) => new Side(db).uidsOf('topics', db.value<number>('SELECT id FROM topics') ?? 0).sort())
  expect(namesOfBees(ours)).toHaveLength(2)
  expect(namesOfBees(third)).toEqual(namesOfBees(ours))
  expect(content(third)).toEqual(content(ours))
})

test('whoever was heard from gets only what they have not, and one that lacks what it goes on from is refused', async () => {
  await addMember(ours, { name: 'Cy Cole', about: 'a long story '.repeat(500) })
  await mergeChanges(theirs, ours, await changesFor(ours, theirs))
  await addMember(theirs, { name: 'Dee Dunn' })
  await mergeChanges(ours, theirs, await changesFor(theirs, ours))
  await addMember(ours, { name: 'Eve East' })
  const next = await changesFor(ours, theirs)
  const { header } = bundleOf(readFileSync(next))
  expect(header.after).toBeGreaterThan(0)
  const third = openCopyOfStart()
  await expect(mergeChanges(third, ours, next)).rejects.toThrow(/never came here\. Ask for the changes since/)
  const told = await mergeChanges(theirs, ours, next)
  expect(told).toMatchObject({ added: 1, commands: 2 })
  expect(content(theirs)).toEqual(content(ours))

  function openCopyOfStart(): TestFile {
    const file = copyOf(theirs)
    files.push(file)
    // As it was before anything was heard.
    file.connection.exec('DELETE FROM merged_commands')
    return file
  }
})

test('whatever byte of it is changed, or however much of it is missing, nothing is merged', async () => {
  await addSession(theirs, { attendeeIds: [1, 2], notes: 'bees' })
  const path = await changesFor(theirs, null)
  const whole = readFileSync(path)
  const torn = `${path}-torn`
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (place, by) => {
      const changed = Buffer.from(whole)
      changed[place] = (changed[place] ?? 0) ^ by
      writeFileSync(torn, changed)
      expect((await refusal(torn)).code).toMatch(/unreadable-input|not-a-program-file/)
    }),
    { numRuns: 60 },
  )
  for (const length of [40, 400, whole.length - 65, whole.length - 1]) {
    writeFileSync(torn, whole.subarray(0, length))
    expect((await refusal(torn)).message).toMatch(/damaged|changed by somebody/)
  }
  writeFileSync(torn, whole.toString('latin1').replace('coppice-changes 1', 'coppice-changes 2'), 'latin1')
  expect((await refusal(torn)).message).toMatch(/newer version/)
})

test('encrypted changes hold no text that can be read, and open with their passphrase alone', async () => {
  await addMember(theirs, { name: 'Xanthippe Quicksilver' })
  await addSession(theirs, { attendeeIds: [1, 2], notes: 'confidential marmalade '.repeat(50) })
  await expect(sealedWith('bees', async () => null)).rejects.toThrow(/at least 10 characters/)
  const path = await sealedWith('four bees in a hive', (sealing) => changesFor(theirs, null, sealing))
  const text = readFileSync(path, 'latin1')
  for (const word of ['marmalade', 'Xanthippe', 'Porto']) expect(text).not.toContain(word)
  expect(await look(path)).toEqual({ isChanges: true, asks: true })
  expect((await refusal(path)).message).toContain('They take the passphrase you agreed on')
  const wrong = await keyOf(path, { passphrase: 'five bees' })
  expect((await refusal(path, wrong?.secret)).code).toBe('wrong-passphrase')
  await expect(keyOf(path, { recoveryKey: 'AAAA' })).rejects.toThrow('Changes have no recovery key')
  const right = await keyOf(path, { passphrase: 'four bees in a hive' })
  const input = { path, secret: right?.secret ?? null, choices: {} }
  const told = await ours.call('copies.merge', { ...input, trust: fingerprintOfSigner(signerOf(theirs)) })
  expect(told.tables).toContainEqual({ name: 'sessions', added: 1, changed: 0, removed: 0 })
  expect(content(ours)).toEqual(content(theirs))
})

test('changes of another program, and of a file in which nothing was done, are refused in words', async () => {
  const stranger = openTestFile()
  files.push(stranger)
  stranger.connection.exec("UPDATE migrations SET applied_at = '2020-01-01T00:00:00.000Z'")
  await addMember(stranger, { name: 'Stranger' })
  expect((await refusal(await changesFor(stranger, null))).message).toMatch(/did not begin as a copy/)
  const since = { colleague: null, since: '2999-01-01' }
  expect(await ours.call('copies.changes', { ...since, file: null })).toMatchObject({ steps: 0 })
  const file = { path: `${ours.path}-none`, signer: signerOf(ours), sealing: null }
  await expect(ours.call('copies.changes', { ...since, file })).rejects.toThrow(/nothing was done/)
})

test('who was erased is in no changes made afterwards, and those who have them are told', async () => {
  await addSession(theirs, { attendeeIds: [1, 2], notes: 'bees' })
  await theirs.call('members.eraseRecords', { ids: [2], reason: null })
  const path = await changesFor(theirs, null)
  const contents = bundleOf(readFileSync(path)).contents(null).toString('latin1')
  expect(contents).toContain('Ana Abel')
  expect(contents).not.toContain('Bo Baker')
  const { erasedThere } = await ours.call('copies.preview', { path, secret: null })
  expect(erasedThere).toEqual(['Bo Baker'])
})

/** A copy that somebody has tampered with. */
function tampered(change: (db: Database.Database) => void): string {
  theirs.connection.pragma('wal_checkpoint(TRUNCATE)')
  const path = `${theirs.path}-tampered`
  copyFileSync(theirs.path, path)
  const db = new Database(path)
  db.unsafeMode(true)
  db.pragma('foreign_keys = OFF')
  db.pragma('ignore_check_constraints = ON')
  change(db)
  db.close()
  return path
}

test('a hostile copy is refused in words, or comes in as the text that it is', async () => {
  const evil = [
    `=HYPERLINK("http://x")`,
    '<script>alert(1)</script>',
    "'); DROP TABLE members; --",
    '\u202Egpj.exe',
    '[x](javascript:alert(1))',
  ]
  for (const name of evil) await addMember(theirs, { name })
  await merge(ours, theirs)
  const names = ours.read((db) => db.column<string>('SELECT name FROM members'))
  expect(names).toEqual(expect.arrayContaining(evil))

  await addMember(theirs, { name: 'Gil' })
  const change = (sql: string) => tampered((db) => db.exec(sql))
  const rewritten = (from: string, to: string) =>
    tampered((db) => {
      db.pragma('writable_schema = ON')
      db.exec(`UPDATE sqlite_schema SET sql = replace(sql, '${from}', '${to}') WHERE name = 'members'`)
    })
  // A view in the place of a table, columns of other kinds, values that no column may hold, words for who is who.
  for (const path of [
    change('ALTER TABLE members RENAME TO hidden; CREATE VIEW members AS SELECT * FROM hidden'),
    rewritten('capacity INTEGER', 'capacity TEXT'),
    rewritten(') STRICT', ')'),
    change('DROP TABLE merged_rows'),
    change("UPDATE members SET status = 'king' WHERE name = 'Gil'"),
    change("UPDATE members SET invited_by = 999999 WHERE name = 'Gil'"),
    change("UPDATE members SET sort_name = '', name = '' WHERE name = 'Gil'"),
  ]) {
    expect((await refusal(path)).message).toMatch(/damaged|cannot be merged|cannot be in a program file/)
  }
  // Triggers of a copy never run, and tables and columns that nobody knows are not looked at.
  const harmless = change(
    `CREATE TABLE more (x); ALTER TABLE members ADD COLUMN secret TEXT;
      CREATE TRIGGER pull AFTER UPDATE ON members BEGIN DELETE FROM sessions; END`,
  )
  expect(
    await ours.call('copies.merge', { path: harmless, secret: null, choices: {}, trust: null }),
  ).toMatchObject({ added: 1 })
})
