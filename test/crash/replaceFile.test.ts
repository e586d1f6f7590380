import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finishReplacement, replaceFile } from '@main/database/replaceFile'
import { afterEach, beforeEach, expect, test } from 'vitest'

let folder: string
let file: string
let by: string
const text = (path: string) => readFileSync(path, 'utf8')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'coppice-replace-'))
  file = join(folder, 'A.coppice')
  by = join(folder, 'A.coppice-new')
  writeFileSync(file, 'old')
  writeFileSync(by, 'new')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a closed file is replaced, and nothing else is left', async () => {
  await replaceFile({ file, by })
  expect(text(file)).toBe('new')
  expect(readdirSync(folder)).toEqual(['A.coppice'])
})

test('the log of a file that was not closed never gets into the new one, and is kept with the old', async () => {
  writeFileSync(`${file}-wal`, 'log')
  writeFileSync(`${file}-shm`, 'index')
  await replaceFile({ file, by, keepAs: join(folder, 'A damaged.coppice') })
  expect(text(file)).toBe('new')
  expect(readdirSync(folder).sort()).toEqual(['A damaged.coppice', 'A damaged.coppice-wal', 'A.coppice'])
  expect(text(join(folder, 'A damaged.coppice'))).toBe('old')
  expect(text(join(folder, 'A damaged.coppice-wal'))).toBe('log')
})

test('a name that is taken is left to who has it, and the file as it was', async () => {
  const taken = join(folder, 'A damaged.coppice')
  writeFileSync(taken, 'somebody’s')
  await expect(replaceFile({ file, by, keepAs: taken })).rejects.toMatchObject({ code: 'file-exists' })
  expect([text(file), text(taken), text(by)]).toEqual(['old', 'somebody’s', 'new'])
})

test('a crash at any moment leaves the old one, or what the next opening makes the new one', async () => {
  const journal = `${file}-replacing`
  writeFileSync(`${file}-wal`, 'log')
  // While the journal is written: nothing has been touched.
  for (const half of ['', 'A.coppice', 'A.coppice-new\n', 'A.coppice-new\ncomple']) {
    writeFileSync(journal, half)
    await finishReplacement(file)
    expect([text(file), text(`${file}-wal`), existsSync(journal)]).toEqual(['old', 'log', false])
  }
  // The journal stands; the log is there, or gone already.
  for (const log of [true, false]) {
    writeFileSync(file, 'old')
    writeFileSync(by, 'new')
    if (log) writeFileSync(`${file}-wal`, 'log')
    writeFileSync(journal, 'A.coppice-new\ncomplete\n')
    await finishReplacement(file)
    expect(text(file)).toBe('new')
    expect(readdirSync(folder)).toEqual(['A.coppice'])
  }
  // Everything was done but taking the journal away; the new file has a log of its own by now.
  writeFileSync(journal, 'A.coppice-new\ncomplete\n')
  writeFileSync(`${file}-wal`, 'its own')
  await finishReplacement(file)
  expect([text(file), text(`${file}-wal`), existsSync(journal)]).toEqual(['new', 'its own', false])
})

test('a journal names no file outside its folder', async () => {
  writeFileSync(`${file}-replacing`, '../../etc/passwd\ncomplete\n')
  await finishReplacement(file)
  expect(text(file)).toBe('old')
})
