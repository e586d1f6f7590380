import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseClient } from '@main/database/client'
import type { Trouble } from '@main/files/trouble'
import { ProgramFiles } from '@main/programFiles'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkout, projectNode } from '../../scripts/support/paths.mjs'
import { memberInput } from '../integration/support'

/** The worker as it is built: `npm test` builds before it runs this. */
const workerPath = join(checkout, 'out/main/worker.js')

let folder: string
let file: string
let files: ProgramFiles

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'coppice-gone-'))
  file = join(folder, 'Spring.coppice')
  files = new ProgramFiles({
    workerPath,
    nativeBinding: undefined,
    onTouched: () => undefined,
    onChange: () => undefined,
    onTrouble: () => undefined,
  })
  await files.create(file, async () => undefined)
  await save('Mira Okafor')
  // What was read meanwhile has a connection of its own.
  await Promise.all([save('Rui Silva'), names()])
})

afterEach(async () => {
  await files.close()
  rmSync(folder, { recursive: true, force: true })
})

async function save(name: string): Promise<void> {
  await (await files.use()).ask('members.save', { id: null, member: memberInput({ name }) })
}

async function names(): Promise<string[]> {
  const found = await (await files.use()).ask('members.find', { query: '', limit: 10 })
  return found.map(({ name }) => name).toSorted()
}

/** Waits until the app has noticed. */
async function trouble(): Promise<Trouble> {
  await expect.poll(() => files.trouble, { timeout: 15_000 }).not.toBeNull()
  if (!files.trouble) throw new Error('There is no trouble.')
  return files.trouble
}

/** Who is in a file that nobody has open, told by a process of its own: this one may have it open. */
function membersIn(path: string): string[] {
  const script = `const db = new (require('better-sqlite3-multiple-ciphers'))(process.argv[1], { readonly: true })
    console.log(JSON.stringify(db.prepare('SELECT name FROM members ORDER BY name').pluck().all()))`
  return JSON.parse(execFileSync(projectNode, ['-e', script, path], { cwd: checkout, encoding: 'utf8' }))
}

const both = ['Mira Okafor', 'Rui Silva']

/** Saves a copy, goes on in it, and sees that it is whole. */
async function goOnInCopy(): Promise<void> {
  const copy = join(folder, 'Copy.coppice')
  await files.goOnInCopy(copy)
  expect(files.path).toBe(copy)
  expect(files.trouble).toBeNull()
  expect(await names()).toEqual(both)
  await save('Hana Itō')
  const client = await files.use()
  expect(await client.ask('programFile.check', {})).toMatchObject({ ok: true, problems: [] })
}

describe('a file that is no longer at its place while it is open', () => {
  test('removed: nothing is written into what nobody finds again, and a copy has everything', async () => {
    rmSync(file)
    await expect(save('Kim Park')).rejects.toMatchObject({ code: 'file-gone' })
    expect(await trouble()).toMatchObject({
      sentence: expect.stringContaining('“Spring.coppice” was removed while it was open'),
      goOn: null,
    })
    expect(await names(), 'what is shown can still be read').toEqual(both)
    await expect(save('Kim Park')).rejects.toMatchObject({
      code: 'file-gone',
      message: expect.stringContaining('save a copy'),
    })
    await goOnInCopy()
    await files.close()
    expect(readdirSync(folder)).toEqual(['Copy.coppice'])
  })

  test('renamed: it is found in its folder, whole without its log, and one goes on there', async () => {
    const renamed = join(folder, 'Summer.coppice')
    renameSync(file, renamed)
    const { goOn } = await trouble()
    expect(goOn).toEqual({ label: 'Go on in “Summer.coppice”', file: renamed })
    // It must not need the log, which has another name.
    await expect.poll(() => membersIn(renamed), { timeout: 10_000 }).toEqual(both)
    await files.goOn()
    expect(files.path).toBe(renamed)
    await save('Hana Itō')
    expect(await names()).toHaveLength(3)
    await files.close()
    expect(readdirSync(folder)).toEqual(['Summer.coppice'])
  })

  test('moved elsewhere: it is whole where it is now', async () => {
    mkdirSync(join(folder, 'archive'))
    renameSync(file, join(folder, 'archive', 'Spring.coppice'))
    expect(await trouble()).toMatchObject({ goOn: null, sentence: expect.stringContaining('another folder') })
    await files.close()
    expect(membersIn(join(folder, 'archive', 'Spring.coppice'))).toEqual(both)
    expect(readdirSync(folder)).toEqual(['archive'])
  })

  test('moved away and back: writing goes on as if nothing had been', async () => {
    renameSync(file, `${file}.away`)
    await expect(save('Kim Park')).rejects.toMatchObject({ code: 'file-gone' })
    await trouble()
    renameSync(`${file}.away`, file)
    await expect.poll(() => files.trouble, { timeout: 15_000 }).toBeNull()
    await save('Kim Park')
    expect(await names()).toHaveLength(3)
  })

  test('replaced by another: the other is not touched, and both can be opened', async () => {
    const other = join(folder, 'other.coppice')
    const maker = await DatabaseClient.open({ file: other, mode: 'create', workerPath })
    await maker.ask('members.save', { id: null, member: memberInput({ name: 'Somebody else' }) })
    await maker.close()
    const bytes = readFileSync(other)
    renameSync(other, file)
    await expect(save('Kim Park')).rejects.toMatchObject({ code: 'file-replaced' })
    expect(await trouble()).toMatchObject({
      sentence: expect.stringContaining('Another program has put another file in the place'),
      goOn: { label: 'Open the file that is there now', file },
    })
    expect(await names()).toEqual(both)
    await goOnInCopy()
    expect(readFileSync(file).equals(bytes)).toBe(true)
    expect(readdirSync(folder).filter((name) => name.startsWith('Spring'))).toEqual(['Spring.coppice'])
    await files.open(file)
    expect(await names()).toEqual(['Somebody else'])
  })

  test('its log removed: a copy has what was only in the log', async () => {
    rmSync(`${file}-wal`)
    await expect(save('Kim Park')).rejects.toMatchObject({ code: 'file-replaced' })
    expect(await trouble()).toMatchObject({ sentence: expect.stringContaining('-wal'), goOn: null })
    await goOnInCopy()
  })

  test('opened on another computer while this one slept: nothing is written from here any more', async () => {
    writeFileSync(`${file}-lock`, JSON.stringify({ pid: 1, host: 'the other one' }))
    expect(await trouble()).toMatchObject({ sentence: expect.stringContaining('on another computer') })
    await expect(save('Kim Park')).rejects.toMatchObject({ code: 'file-gone' })
    await goOnInCopy()
    expect(readFileSync(`${file}-lock`, 'utf8'), 'the other keeps its lock').toContain('the other one')
  })
})
