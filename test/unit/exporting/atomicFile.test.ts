import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { writeAtomically } from '@main/exporting/atomicFile'
import { writingError } from '@main/exporting/fileErrors'
import { AppError } from '@shared/errors'
import { describe, expect, test } from 'vitest'
import { testFolder } from './files'

const folder = testFolder()

test('a file appears whole, with everything that was written to it', async () => {
  const long = 'a line of text, with ä and 🎉\n'.repeat(20_000)
  const lines = Array.from({ length: 20_000 }, (_, line) => `line ${line} with ä and 🎉\n`).join('')
  await writeAtomically(folder.path('report.txt'), async (file) => {
    await file.write('first ')
    await file.write(Buffer.from('second '))
    await file.write(long)
    for (let line = 0; line < 20_000; line++) await file.write(`line ${line} with ä and 🎉\n`)
    await file.write(Buffer.from('last'))
    expect(folder.names()).not.toContain('report.txt')
  })
  expect(readFileSync(folder.path('report.txt'), 'utf8')).toBe(`first second ${long}${lines}last`)
  expect(folder.names()).toEqual(['report.txt'])
})

test('an older file is replaced, and stays as it was when the new one fails', async () => {
  writeFileSync(folder.path('report.txt'), 'older')
  await expect(
    writeAtomically(folder.path('report.txt'), async (file) => {
      await file.write('half a fi')
      throw new AppError('cancelled', 'The export was stopped. Nothing was written.')
    }),
  ).rejects.toMatchObject({ code: 'cancelled' })
  expect(readFileSync(folder.path('report.txt'), 'utf8')).toBe('older')
  expect(folder.names()).toEqual(['report.txt'])
  await writeAtomically(folder.path('report.txt'), (file) => file.write('newer'))
  expect(readFileSync(folder.path('report.txt'), 'utf8')).toBe('newer')
})

test('a link is followed, not replaced', async () => {
  mkdirSync(folder.path('elsewhere'))
  writeFileSync(folder.path('elsewhere/report.txt'), 'older')
  symlinkSync(folder.path('elsewhere/report.txt'), folder.path('link.txt'))
  await writeAtomically(folder.path('link.txt'), (file) => file.write('newer'))
  expect(readFileSync(folder.path('elsewhere/report.txt'), 'utf8')).toBe('newer')
})

describe('what cannot be written is told', () => {
  test('a folder of that name', async () => {
    mkdirSync(folder.path('report.html'))
    await expect(
      writeAtomically(folder.path('report.html'), (file) => file.write('x')),
    ).rejects.toMatchObject({
      code: 'file-exists',
      message: '“report.html” is the name of a folder. Choose another name.',
    })
    expect(folder.names()).toEqual(['report.html'])
  })

  test('a folder that does not exist', async () => {
    await expect(
      writeAtomically(folder.path('gone/report.html'), (file) => file.write('x')),
    ).rejects.toMatchObject({
      code: 'file-not-found',
      message: expect.stringMatching(
        /^“report\.html” was not written, as the folder “.*gone” does not exist/,
      ),
    })
  })

  test('a name that is too long', async () => {
    const path = folder.path(`${'x'.repeat(300)}.html`)
    await expect(writeAtomically(path, (file) => file.write('x'))).rejects.toMatchObject({
      code: 'invalid-input',
    })
    expect(folder.names()).toEqual([])
  })

  test.skipIf(process.getuid?.() === 0)('a folder and a file that are protected', async () => {
    writeFileSync(folder.path('kept.html'), 'older')
    chmodSync(folder.path('kept.html'), 0o444)
    await expect(writeAtomically(folder.path('kept.html'), (file) => file.write('x'))).rejects.toMatchObject({
      code: 'read-only',
    })
    mkdirSync(folder.path('locked'), { mode: 0o555 })
    await expect(
      writeAtomically(folder.path('locked/a.html'), (file) => file.write('x')),
    ).rejects.toMatchObject({
      code: 'read-only',
    })
  })

  test.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EACCES', 'read-only'],
    ['EROFS', 'read-only'],
    ['EBUSY', 'file-in-use'],
    ['EIO', 'disk-error'],
  ])('the error %s of the system', (code, told) => {
    const thrown = Object.assign(new Error(`${code}: it failed, write`), { code, syscall: 'write' })
    const error = writingError(thrown, folder.path('report.html'))
    expect(error).toMatchObject({ code: told, message: expect.stringContaining('“report.html”') })
  })

  test('an error of the program itself is not dressed up', () => {
    const thrown = new TypeError('undefined is not a function')
    expect(writingError(thrown, 'report.html')).toBe(thrown)
  })
})

/** A tiny file system of its own, where the system lets this test make one. */
function mountTiny(path: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', path], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

test('a disk that is really full leaves the older file and nothing else', async (context) => {
  mkdirSync(folder.path('tiny'))
  if (!mountTiny(folder.path('tiny'))) return context.skip()
  try {
    writeFileSync(folder.path('tiny/report.csv'), 'older')
    await expect(
      writeAtomically(folder.path('tiny/report.csv'), async (file) => {
        for (let part = 0; part < 64; part += 1) await file.write('x'.repeat(16_384))
      }),
    ).rejects.toMatchObject({ code: 'disk-full', message: expect.stringContaining('“report.csv”') })
    expect(readFileSync(folder.path('tiny/report.csv'), 'utf8')).toBe('older')
    expect(execFileSync('ls', ['-A', folder.path('tiny')], { encoding: 'utf8' })).toBe('report.csv\n')
  } finally {
    execFileSync('umount', [folder.path('tiny')])
  }
})
