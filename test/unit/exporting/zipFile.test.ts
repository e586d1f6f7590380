import { readFileSync, writeFileSync } from 'node:fs'
import { writeAtomically } from '@main/exporting/atomicFile'
import { ZipFile } from '@main/exporting/zipFile'
import { expect, test } from 'vitest'
import { testFolder } from './files'
import { unzipTexts } from './packages'

const folder = testFolder()

async function zipped(name: string, texts: Readonly<Record<string, string>>): Promise<string> {
  const path = folder.path(name)
  await writeAtomically(path, async (file) => {
    const zip = new ZipFile(file, '2026-11-26')
    for (const [entry, text] of Object.entries(texts)) {
      const from = folder.path('one')
      writeFileSync(from, text)
      await zip.add(entry, from)
    }
    await zip.end()
  })
  return path
}

test('what goes into an archive comes out of it, under its name', async () => {
  const texts = {
    'Mira and Tariq.csv': 'a,b\r\n'.repeat(200_000),
    'Zoë and 林 (2).docx': 'packed already',
    'empty.html': '',
  }
  const path = await zipped('a.zip', texts)
  expect(Object.fromEntries(await unzipTexts(path))).toEqual(texts)
  expect(readFileSync(path).length).toBeLessThan(20_000)
})

test('the same files make the same archive', async () => {
  const [a, b] = [await zipped('a.zip', { 'x.md': '# X' }), await zipped('b.zip', { 'x.md': '# X' })]
  expect(readFileSync(a).equals(readFileSync(b))).toBe(true)
})
