import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir, uptime } from 'node:os'
import { join } from 'node:path'
import { lockFile } from '@main/database/fileLock'
import { afterEach, beforeEach, expect, test } from 'vitest'

let folder: string
let file: string
let lock: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'coppice-lock-'))
  file = join(folder, 'program.coppice')
  lock = `${file}-lock`
  writeFileSync(file, '')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A lock of somebody else, touched some seconds ago. */
function leave(holder: { pid: number; host: string }, secondsAgo = 0): void {
  writeFileSync(lock, JSON.stringify(holder))
  const touched = Date.now() / 1000 - secondsAgo
  utimesSync(lock, touched, touched)
}

const here = hostname()
/** The process that runs the tests: alive, and not this one. */
const alive = process.ppid

test('who comes second is refused until the first gives it back', async () => {
  const first = await lockFile(file)
  await expect(lockFile(file)).rejects.toMatchObject({ code: 'file-in-use' })
  expect(await first.stands()).toBe(true)
  await first.release()
  expect(readdirSync(folder)).toEqual(['program.coppice'])
  await (await lockFile(file)).release()
})

test('by whatever name the file is called, it has one lock', async () => {
  const byLink = join(folder, 'link.coppice')
  symlinkSync(file, byLink)
  const first = await lockFile(byLink)
  expect(existsSync(lock)).toBe(true)
  await expect(lockFile(file)).rejects.toMatchObject({ code: 'file-in-use' })
  await first.release()
})

test('a process of this computer holds its lock for as long as it lives, however long it slept', async () => {
  leave({ pid: alive, host: here }, 50)
  await expect(lockFile(file)).rejects.toMatchObject({
    message: 'This program file is open in another window or command. Close it there first.',
  })
})

test.each([
  ['a process that is gone', { pid: 4_000_001, host: here }, 0],
  [
    'a process whose number was given anew since the computer started',
    { pid: alive, host: here },
    uptime() + 999,
  ],
  ['an earlier life of this process', { pid: process.pid, host: here }, 0],
  ['another computer that was not heard of for long', { pid: 1, host: 'elsewhere' }, 100],
])('the lock of %s is taken over', async (_who, holder, secondsAgo) => {
  leave(holder, secondsAgo)
  const mine = await lockFile(file)
  expect(await mine.stands()).toBe(true)
  await mine.release()
  expect(readdirSync(folder)).toEqual(['program.coppice'])
})

test('another computer that is at work is named', async () => {
  leave({ pid: 1, host: 'elsewhere' }, 60)
  await expect(lockFile(file)).rejects.toMatchObject({
    code: 'file-in-use',
    message: 'This program file is open on the computer “elsewhere”. Close it there first.',
  })
})

test('a lock that is only half there is waited for, and then taken', async () => {
  writeFileSync(lock, '{"pid":1,"ho')
  const waiting = lockFile(file)
  writeFileSync(lock, JSON.stringify({ pid: alive, host: here }))
  await expect(waiting).rejects.toMatchObject({ code: 'file-in-use' })
  writeFileSync(lock, '')
  await (await lockFile(file)).release()
})

test('who lost the lock while asleep notices, and takes nothing of the other’s away', async () => {
  const mine = await lockFile(file)
  const others = JSON.stringify({ pid: 1, host: 'elsewhere' })
  writeFileSync(lock, others)
  expect(await mine.stands()).toBe(false)
  await mine.release()
  expect(readFileSync(lock, 'utf8')).toBe(others)
})

test('a folder that is not there, and one that goes away, are told in words', async () => {
  await expect(lockFile(join(folder, 'none', 'a.coppice'))).rejects.toMatchObject({ code: 'file-not-found' })
  await expect(lockFile(join(file, 'a.coppice'))).rejects.toMatchObject({ code: 'file-not-found' })
  const inside = join(folder, 'inside')
  mkdirSync(inside)
  const mine = await lockFile(join(inside, 'a.coppice'))
  rmSync(inside, { recursive: true })
  await expect(mine.stands()).rejects.toMatchObject({ code: 'file-not-found' })
  await mine.release()
})

test('a lock that somebody tidied away is put back', async () => {
  const mine = await lockFile(file)
  rmSync(lock)
  expect(await mine.stands()).toBe(true)
  await expect(lockFile(file)).rejects.toMatchObject({ code: 'file-in-use' })
  await mine.release()
  expect(readdirSync(folder)).toEqual(['program.coppice'])
})

test('what processes left that were killed while they took a lock is cleared away, and nothing else', async () => {
  const young = new Date(Date.now() - 10_000)
  const old = new Date(Date.now() - 100_000)
  const beside = (end: string, text: string, touched = young) => {
    writeFileSync(`${lock}${end}`, text)
    utimesSync(`${lock}${end}`, touched, touched)
  }
  const gone = JSON.stringify({ pid: 4_000_001, host: here })
  beside('-0a1b2c3d', gone)
  beside('-0a1b2c3d-4e5f6071', gone)
  beside('-11111111', JSON.stringify({ pid: 1, host: 'elsewhere' }), old)
  beside('-22222222', '{"pid":1,"ho', old)
  const stays = {
    '-33333333': JSON.stringify({ pid: alive, host: here }),
    '-44444444': JSON.stringify({ pid: 1, host: 'elsewhere' }),
    '-55555555': '{"pid":1,"ho',
    '-notes.txt': gone,
  }
  for (const [end, text] of Object.entries(stays)) beside(end, text)
  const mine = await lockFile(file)
  await mine.release()
  expect(readdirSync(folder)).toEqual([
    'program.coppice',
    ...Object.keys(stays).map((end) => `program.coppice-lock${end}`),
  ])
})
