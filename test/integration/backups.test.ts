import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { backupFolderOf } from '@main/database/backups/folder'
import { type Backup, listFolder } from '@main/database/backups/list'
import type { OutputOf } from '@shared/contract'
import type { BackupReason } from '@shared/domain/backups'
import Database from 'better-sqlite3-multiple-ciphers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addMember, addSession, openTestFile, type TestFile } from './support'

let file: TestFile
let folder: string
beforeEach(() => {
  file = openTestFile()
  folder = backupFolderOf(file.path)
})
afterEach(() => file.close())

interface Wanted {
  reason?: BackupReason
  second?: string
  thin?: boolean
}

function backUp({
  reason = 'scheduled',
  second,
  thin = false,
}: Wanted = {}): Promise<OutputOf<'backups.write'>> {
  return file.call('backups.write', { folder, reason, path: null, second: second ?? null, thin })
}

const list = () => listFolder(folder)
const verify = (names: string[] | null = null) => file.call('backups.verify', { folder, names })
const only = async (): Promise<Backup> => {
  const [backup, ...others] = await list()
  if (!backup || others.length > 0) throw new Error('There is not exactly one backup.')
  return backup
}

describe('a backup', () => {
  test('is a file beside the program file that says when and why, and holds what the file holds', async () => {
    const ana = await addMember(file, { name: 'Ana Abel' })
    const bo = await addMember(file, { name: 'Bo Baker' })
    await addSession(file, { attendeeIds: [ana, bo], notes: 'Everything about bees' })
    const written = await backUp({ reason: 'before import' })

    expect(folder).toBe(join(dirname(file.path), 'test backups'))
    expect(readdirSync(folder).sort()).toEqual([written.name, 'backups.json'].sort())
    expect(written.name).toMatch(/^\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d before import\.coppice$/)
    expect(await only()).toMatchObject({
      state: 'good',
      reason: 'before import',
      problem: null,
      bytes: statSync(written.path).size,
      counts: { members: 2, sessions: 1, commands: 3 },
      newest: { id: 3 },
    })
    const copy = new Database(written.path, { readonly: true })
    expect(copy.prepare('SELECT notes FROM sessions').pluck().all()).toEqual(['Everything about bees'])
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
    copy.close()
    expect(readdirSync(folder)).toHaveLength(2)
  })

  test('has nothing of what was deleted', async () => {
    await addMember(file, { name: 'quicksilver' })
    file.connection.pragma('wal_checkpoint(TRUNCATE)')
    expect(readFileSync(file.path).includes('quicksilver')).toBe(true)
    file.connection.exec(
      "DELETE FROM members WHERE name = 'quicksilver'; DELETE FROM changes; DELETE FROM commands",
    )
    file.connection.exec(
      "DELETE FROM member_search; INSERT INTO member_search (member_search) VALUES ('optimize')",
    )
    const { path } = await backUp()
    expect(readFileSync(path).includes('quicksilver')).toBe(false)
  })

  test('made twice in a second has another name', async () => {
    const names = [await backUp(), await backUp(), await backUp()].map(({ name }) => name)
    expect(new Set(names).size).toBe(3)
    expect((await list()).map(({ state }) => state)).toEqual(['good', 'good', 'good'])
  })

  test('goes to a second folder as well, and is read back there', async () => {
    const second = join(dirname(file.path), 'stick')
    mkdirSync(second)
    const { name, secondProblem } = await backUp({ second })
    expect(secondProblem).toBeNull()
    expect(await listFolder(second)).toMatchObject([{ name, state: 'good' }])
    expect(readFileSync(join(second, name)).equals(readFileSync(join(folder, name)))).toBe(true)
  })

  test('is there all the same when the disk of the second folder is not', async () => {
    const second = join(dirname(file.path), 'stick', 'test backups')
    const { secondProblem } = await backUp({ second })
    expect(secondProblem).toContain('Connect its disk')
    expect((await only()).state).toBe('good')
    expect(readdirSync(dirname(file.path))).not.toContain('stick')
  })
})

describe('what is known about backups', () => {
  test('is found out again from the files when it is lost or broken', async () => {
    await addMember(file, { name: 'Ana Abel' })
    const { name, sha256 } = await backUp({ reason: 'by hand' })
    for (const spoil of [
      () => rmSync(join(folder, 'backups.json')),
      () => writeFileSync(join(folder, 'backups.json'), '{"format":1,"backups":[{'),
      () => writeFileSync(join(folder, 'backups.json'), '{"format":1,"program":null,"backups":[{"name":3}]}'),
    ]) {
      spoil()
      expect(await only()).toMatchObject({ name, state: 'unverified', reason: 'by hand', counts: null })
      expect(await verify()).toEqual({ checked: 1, damaged: [] })
      expect(await only()).toMatchObject({ name, state: 'good', sha256, counts: { members: 1 } })
    }
  })

  test('is no more than what is there: a file that somebody removed is gone from the list', async () => {
    const { path } = await backUp()
    rmSync(path)
    expect(await list()).toEqual([])
  })

  test('tells a backup of a newer version, and one of another program', async () => {
    const newer = await backUp()
    const other = await backUp()
    await backUp()
    const alter = (path: string, sql: string) => {
      const db = new Database(path)
      db.exec(sql)
      db.close()
    }
    alter(newer.path, 'PRAGMA user_version = 99990')
    alter(other.path, "UPDATE migrations SET applied_at = '2020-01-01T00:00:00Z'")
    rmSync(join(folder, 'backups.json'))
    expect(await verify()).toMatchObject({ damaged: [] })
    const states = new Map((await list()).map(({ name, state }) => [name, state]))
    expect(states.get(newer.name)).toBe('newer')
    expect(states.get(other.name)).toBe('other')
    expect([...states.values()].filter((state) => state === 'good')).toHaveLength(1)
  })
})

describe('a damaged backup', () => {
  const damages: [string, (path: string) => void, seenAtOnce: boolean][] = [
    [
      'a flipped bit in the middle',
      (path) => {
        const descriptor = openSync(path, 'r+')
        const at = Math.floor(statSync(path).size / 2)
        const byte = readFileSync(path)[at] ?? 0
        writeSync(descriptor, Buffer.from([byte ^ 1]), 0, 1, at)
      },
      false,
    ],
    ['a lost end', (path) => writeFileSync(path, readFileSync(path).subarray(0, 8192)), true],
    ['something at its end', (path) => appendFileSync(path, 'x'), true],
    ['other bytes altogether', (path) => writeFileSync(path, 'Dear diary'), true],
  ]
  test.each(damages)(
    '%s is noticed and said, and it is never thinned out',
    async (_what, damage, seenAtOnce) => {
      const { path, name } = await backUp()
      await backUp()
      damage(path)
      const state = async () => (await list()).find((backup) => backup.name === name)
      expect((await state())?.state).toBe(seenAtOnce ? 'damaged' : 'good')
      expect(await verify()).toEqual({ checked: 2, damaged: [name] })
      expect(await state()).toMatchObject({ state: 'damaged', problem: expect.stringMatching(/^It.+\.$/) })
      age(name, 400)
      expect((await backUp({ thin: true })).removed).toEqual([])
      expect((await state())?.state).toBe('damaged')
    },
  )

  test('that nothing was written down about is noticed by its contents', async () => {
    await addMember(file, { name: 'Ana Abel' })
    const { path, name } = await backUp()
    const bytes = readFileSync(path)
    bytes.fill(0xff, 4096, 4096 * 3)
    writeFileSync(path, bytes)
    rmSync(join(folder, 'backups.json'))
    expect((await only()).state).toBe('unverified')
    expect(await verify()).toEqual({ checked: 1, damaged: [name] })
  })
})

/** Makes a backup so many days older. */
function age(name: string, days: number): void {
  const path = join(folder, 'backups.json')
  const facts = JSON.parse(readFileSync(path, 'utf8')) as { backups: { name: string; at: string }[] }
  for (const backup of facts.backups) {
    if (backup.name === name) backup.at = new Date(Date.parse(backup.at) - days * 86_400_000).toISOString()
  }
  writeFileSync(path, JSON.stringify(facts))
}

test('old backups are thinned out after a new one is in its place, and only then', async () => {
  const old = [await backUp(), await backUp(), await backUp()]
  for (const [index, { name }] of old.entries()) age(name, 400 + index)
  expect((await backUp()).removed).toEqual([])
  expect(await list()).toHaveLength(4)
  const { removed } = await backUp({ thin: true })
  expect(removed.toSorted()).toEqual(old.map(({ name }) => name).toSorted())
  expect(readdirSync(folder).filter((name) => name.endsWith('.coppice'))).toHaveLength(2)
})

test('what an interrupted run has left is removed by the next, what a running one writes is not', async () => {
  mkdirSync(folder)
  const left = join(folder, '.999999-0123456789ab.unfinished')
  const running = join(folder, `.${process.ppid}-0123456789ab.unfinished`)
  for (const path of [left, `${left}-journal`, running]) writeFileSync(path, 'half')
  await backUp()
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([
    `.${process.ppid}-0123456789ab.unfinished`,
  ])
  expect(await list()).toHaveLength(1)
})

describe('a disk without room', () => {
  function onTinyDisk(size: string, run: (disk: string) => Promise<void>): Promise<void> | 'skip' {
    const disk = join(dirname(file.path), 'tiny')
    mkdirSync(disk)
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', disk], { stdio: 'ignore' })
    } catch {
      return 'skip'
    }
    return run(disk).finally(() => execFileSync('umount', [disk]))
  }

  test('is said before anything is written, and what is there stays', async (context) => {
    const ran = onTinyDisk('6m', async (disk) => {
      folder = join(disk, 'test backups')
      const { name } = await backUp()
      writeFileSync(join(disk, 'ballast'), Buffer.alloc(3 * 2 ** 20))
      await addMember(file, { name: 'Ana Abel' })
      await expect(backUp()).rejects.toMatchObject({
        code: 'disk-full',
        message: expect.stringContaining('Your records are safe, and so are the older backups.'),
      })
      expect((await only()).name).toBe(name)
      expect(readdirSync(folder).sort()).toEqual([name, 'backups.json'].sort())
    })
    if (ran === 'skip') return context.skip()
    await ran
  })

  test('that shows in the middle leaves nothing half behind', async (context) => {
    const ran = onTinyDisk('64k', async (disk) => {
      // The room that is asked for in advance is not told by every disk: here the second folder is full.
      const second = join(disk, 'test backups')
      mkdirSync(second)
      const { secondProblem } = await backUp({ second })
      expect(secondProblem).toContain('is full')
      expect(readdirSync(second)).toEqual([])
      expect((await only()).state).toBe('good')
    })
    if (ran === 'skip') return context.skip()
    await ran
  })
})

describe('the preview of a restore', () => {
  const compare = (path: string) => file.call('backups.compare', { path, secret: null })
  const summaries = (commands: { first: { summary: string }[] }) =>
    commands.first.map(({ summary }) => summary)

  test('tells what there would be and what was done since', async () => {
    const ana = await addMember(file, { name: 'Ana Abel' })
    const { path } = await backUp()
    await addMember(file, { name: 'Bo Baker' })
    await addSession(file, { attendeeIds: [ana], heldOn: '2026-11-20' })
    await file.call('history.undo', {})
    const { counts, since, returning } = await compare(path)
    expect(counts.find(({ kind }) => kind === 'members')).toEqual({ kind: 'members', now: 2, afterwards: 1 })
    expect(counts.find(({ kind }) => kind === 'sessions')).toEqual({
      kind: 'sessions',
      now: 0,
      afterwards: 0,
    })
    expect(since.total).toBe(3)
    expect(summaries(since)).toEqual([
      'Session with Ana Abel on 2026-11-20',
      'Session with Ana Abel on 2026-11-20',
      'New member Bo Baker',
    ])
    expect(since.first.map(({ kind }) => kind)).toEqual(['undo', 'do', 'do'])
    expect(returning).toEqual({ total: 0, first: [] })
  })

  test('lists the first 200 of many', async () => {
    const { path } = await backUp()
    for (let number = 1; number <= 230; number++) await addMember(file, { name: `Member ${number}` })
    const { since } = await compare(path)
    expect(since.total).toBe(230)
    expect(since.first).toHaveLength(200)
    expect(since.first[0]?.summary).toBe('New member Member 230')
  })

  test('after an earlier restore tells what would come back', async () => {
    await addMember(file, { name: 'Ana Abel' })
    const early = file.connection.prepare('SELECT max(id) FROM commands').pluck().get() as number
    await addMember(file, { name: 'Bo Baker' })
    const { path } = await backUp()
    // The file as a restore of an earlier backup would have left it, and something done after that.
    file.connection.exec(`DELETE FROM changes WHERE command_id > ${early}; DELETE FROM commands WHERE id > ${early};
      UPDATE sqlite_sequence SET seq = ${early} WHERE name = 'commands'`)
    await new Promise((resolve) => setTimeout(resolve, 5))
    await addMember(file, { name: 'Cy Cole' })
    const { since, returning } = await compare(path)
    expect(summaries(since)).toEqual(['New member Cy Cole'])
    expect(summaries(returning)).toEqual(['New member Bo Baker'])
  })
})
