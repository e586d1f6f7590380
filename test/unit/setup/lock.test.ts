import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { exclusively } from '../../../scripts/support/lock.mjs'
import { collect } from '../../../scripts/support/run.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'coppice-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const lock = () => join(folder, 'some', 'work.lock')

test('two starts at once do their work one after the other', async () => {
  const steps: string[] = []
  const work = (name: string) => async () => {
    steps.push(`${name} begins`)
    await new Promise((resolve) => setTimeout(resolve, 20))
    steps.push(`${name} ends`)
    return name
  }
  const done = await Promise.all([
    exclusively(lock(), 'the first works.', work('a')),
    exclusively(lock(), 'the other works.', work('b')),
  ])
  expect(done).toEqual(['a', 'b'])
  expect([steps[1], steps[3]]).toEqual([
    steps[0]?.replace('begins', 'ends'),
    steps[2]?.replace('begins', 'ends'),
  ])
})

test('work that fails leaves the lock free', async () => {
  await expect(exclusively(lock(), '', () => Promise.reject(new Error('no disk')))).rejects.toThrow('no disk')
  expect(await exclusively(lock(), '', async () => 'next')).toBe('next')
})

test('a lock whose owner has died is taken over', async () => {
  const gone = (await collect(process.execPath, ['-p', 'process.pid'])).output.trim()
  mkdirSync(lock(), { recursive: true })
  writeFileSync(join(lock(), 'owner'), `${hostname()} ${gone}`)
  expect(await exclusively(lock(), '', async () => 'taken over')).toBe('taken over')
})

test('a lock of another machine is taken over when nothing has been heard for a minute', async () => {
  mkdirSync(lock(), { recursive: true })
  writeFileSync(join(lock(), 'owner'), 'elsewhere 1')
  const long = new Date(Date.now() - 61_000)
  utimesSync(lock(), long, long)
  expect(await exclusively(lock(), '', async () => 'taken over')).toBe('taken over')
})
