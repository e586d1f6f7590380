import { closeSync, copyFileSync, openSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { openConnection } from '@main/database/engine/open'
import { newestVersion } from '@main/database/migrations/newest'
import { erasedName } from '@shared/domain/erasure'
import { mentionLink } from '@shared/domain/mentions'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { copyOf, merge } from './copiesSupport'
import { addMember, addSession, memberInput, openTestFile, sessionInput, type TestFile } from './support'

/** What no merge may bring back, and what is no copy at all. */

let ours: TestFile
let theirs: TestFile
let mira: number
let session: number
beforeEach(async () => {
  ours = openTestFile()
  await addMember(ours, { name: 'Bo Baker' })
  mira = await addMember(ours, {
    name: 'Mira Okafor',
    email: 'mira@riverside.example',
    skillsOffered: ['Bees'],
  })
  session = await addSession(ours, {
    attendeeIds: [1, mira],
    notes: `With ${mentionLink(mira, 'Mira Okafor')} on zebras`,
  })
  theirs = copyOf(ours)
})
afterEach(() => {
  ours.close()
  theirs.close()
})

/** Every text of a file, those of the history included. */
function everyText(file: TestFile): string {
  return file.read((db) =>
    db
      .column<string>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
      .filter((table) => !table.startsWith('sqlite_'))
      .map((table) => `${table} ${JSON.stringify(db.all(`SELECT * FROM ${table}`))}`)
      .join('\n'),
  )
}

const erase = (file: TestFile) => file.call('members.eraseRecords', { ids: [mira], reason: null })

test('a member erased here does not come back from the other copy, in records, notes or names', async () => {
  await theirs.call('members.save', {
    id: mira,
    member: memberInput({ name: 'Mira Okafor', email: 'mira@riverside.example', about: 'Keeps zebras' }),
  })
  await theirs.call('sessions.save', {
    id: session,
    session: sessionInput({
      attendeeIds: [1, mira],
      notes: `With ${mentionLink(mira, 'Mira Okafor')} on zebras and bees`,
    }),
  })
  await addMember(theirs, { name: 'Eve East' })
  await erase(ours)
  const before = everyText(ours)
  expect(before).not.toMatch(/Mira|riverside|zebra/)

  // As long as the copy tells of them, it is not merged.
  theirs.connection.pragma('wal_checkpoint(TRUNCATE)')
  const preview = await ours.call('copies.preview', { path: theirs.path, secret: null })
  expect(preview).toMatchObject({ erasedHere: ['Mira Okafor'], erasedThere: [] })
  await expect(merge(ours, theirs)).rejects.toThrow(
    /Erased here, and still in the copy: Mira Okafor\..*Erase them/,
  )
  expect(everyText(ours)).toBe(before)

  await erase(theirs)
  expect(await merge(ours, theirs)).toMatchObject({ erasedHere: [] })
  expect(everyText(ours)).not.toMatch(/Mira|riverside|zebra/)
  expect(ours.read((db) => db.column('SELECT name FROM members ORDER BY id'))).toEqual([
    'Bo Baker',
    erasedName,
    'Eve East',
  ])
  expect((await ours.call('programFile.check', {})).problems).toEqual([])
})

test('who was erased in the other copy is told by the name they have here, and stays', async () => {
  await erase(theirs)
  theirs.connection.pragma('wal_checkpoint(TRUNCATE)')
  const preview = await ours.call('copies.preview', { path: theirs.path, secret: null })
  expect(preview.erasedThere).toEqual(['Mira Okafor'])
  await merge(ours, theirs)
  expect(ours.read((db) => db.value('SELECT name FROM members WHERE id = ?', mira))).toBe('Mira Okafor')
  await erase(ours)
  expect(await merge(ours, theirs)).toMatchObject({ erasedThere: [] })
})

test('what is no copy, or a torn one, is refused in words, and nothing is written', async () => {
  theirs.connection.pragma('wal_checkpoint(TRUNCATE)')
  const before = everyText(ours)
  const look = (path: string) => ours.call('copies.merge', { path, secret: null, choices: {}, trust: null })
  const made = (name: string, change: (path: string) => void) => {
    const path = `${theirs.path}-${name}`
    copyFileSync(theirs.path, path)
    change(path)
    return path
  }
  await expect(look(made('text', (path) => writeFileSync(path, 'name,email\nMira,')))).rejects.toThrow(
    /not a Coppice program file/,
  )
  await expect(look(made('empty', (path) => writeFileSync(path, '')))).rejects.toThrow(
    /not a Coppice program file/,
  )
  await expect(
    look(made('short', (path) => truncateSync(path, Math.floor(statSync(path).size / 2)))),
  ).rejects.toThrow(/The copy is damaged/)
  const torn = made('torn', (path) => {
    const file = openSync(path, 'r+')
    const size = statSync(path).size
    for (let at = 4096; at < size; at += 4096) writeSync(file, Buffer.alloc(4096, 0x5a), 0, 4096, at)
    closeSync(file)
  })
  await expect(look(torn)).rejects.toThrow(/The copy is damaged/)
  const hollow = made('hollow', (path) => {
    const db = openConnection({ file: path, mode: 'write', newestVersion })
    db.exec('PRAGMA foreign_keys = OFF; DROP TABLE merged_rows')
    db.close()
  })
  await expect(look(hollow)).rejects.toThrow(/The copy is damaged/)
  await expect(look(`${theirs.path}-nowhere`)).rejects.toThrow(/no program file at that place/)
  expect(everyText(ours)).toBe(before)
})
