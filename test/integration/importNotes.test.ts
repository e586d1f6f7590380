import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { KnowledgeImportRequest } from '@shared/contract/knowledgeImport'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dump } from './importSupport'
import { addMember, openTestFile, type TestFile } from './support'

/** A pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

let file: TestFile
let folder: string
beforeEach(() => {
  file = openTestFile()
  folder = mkdtempSync(join(tmpdir(), 'coppice-notes-'))
})
afterEach(async () => {
  expect(await file.call('programFile.check', {})).toMatchObject({ ok: true, problems: [] })
  file.close()
  rmSync(folder, { recursive: true })
})

function put(path: string, content: string | Buffer): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
}

const request = (more: Partial<KnowledgeImportRequest> = {}): KnowledgeImportRequest => ({
  file: folder,
  onDuplicate: 'new version',
  kind: 'practice',
  today: '2026-11-26',
  ...more,
})

/** What would be done is what is done. */
async function take(more: Partial<KnowledgeImportRequest> = {}) {
  const { sample: _, ...foreseen } = await file.call('knowledge.previewImport', request(more))
  const done = await file.call('knowledge.import', request(more))
  expect(done).toEqual(foreseen)
  return done
}

async function item(title: string) {
  const { id } = await file.call('knowledge.titled', { title })
  if (id === null) throw new Error(`There is no “${title}”.`)
  return file.call('knowledge.get', { id })
}

function putFolder(): void {
  put(
    'Welding in rain.md',
    '---\ntags: [Welding]\nauthor: Mira Okafor, Stranger\nstatus: endorsed\ncreated: 2025-02-03\n---\nSee [[tents]] and [the plan](files/plan.txt).\n\n![[tent.png|200]]\n',
  )
  put('deep/Tents.md', '# Setting up tents\n\nBack to [rain](../Welding%20in%20rain.md). `[[tents]]`\n')
  put('deep/img/tent.png', png)
  put('files/plan.txt', 'first this')
  put('.obsidian/workspace.md', 'not ours')
  put('same.md', '# Setting up tents\n')
  put('binary.md', Buffer.from([1, 0, 2]))
}

test('a folder of notes comes in with links, pictures, authors and topics, and goes back as one step', async () => {
  await addMember(file, { name: 'Mira Okafor' })
  putFolder()
  symlinkSync('/etc/hostname', join(folder, 'elsewhere.md'))
  const before = dump(file)
  expect(await take()).toEqual({
    added: 2,
    changed: 0,
    unchanged: 0,
    skipped: 0,
    files: 2,
    rejected: [
      { path: 'elsewhere.md', reason: expect.stringContaining('a link to a file elsewhere') },
      { path: 'binary.md', reason: 'It holds no text.' },
      { path: 'same.md', reason: expect.stringContaining('the same title as deep/Tents.md') },
    ],
    remarks: [
      {
        path: 'Welding in rain.md',
        reason: expect.stringContaining('named at the end of the text: Stranger'),
      },
    ],
  })
  const rain = await item('Welding in rain')
  const files = await file.call('knowledge.files', { itemId: rain.id })
  const picture = files.find(({ name }) => name === 'tent.png')
  expect(rain).toMatchObject({
    kind: 'practice',
    state: 'endorsed',
    topics: ['Welding'],
    authors: [{ name: 'Mira Okafor' }],
    createdAt: '2025-02-03T00:00:00.000Z',
    body: `See [[Setting up tents|tents]] and the plan (file: plan.txt).\n\n![tent](coppice:file/${picture?.id})\n\n*Written by Stranger.*`,
    links: [{ title: 'Setting up tents', id: expect.any(Number) }],
  })
  const { content } = await file.call('knowledge.fileContent', { id: picture?.id ?? 0 })
  expect(Buffer.from(content, 'base64')).toEqual(png)
  expect(await item('Setting up tents')).toMatchObject({
    body: 'Back to [[Welding in rain|rain]]. `[[tents]]`',
    state: 'draft',
  })
  await file.call('history.undo', {})
  expect(dump(file)).toEqual(before)
})

test('the same folder again changes nothing; a changed note becomes a version, or is left', async () => {
  putFolder()
  await take()
  const before = dump(file)
  expect(await take()).toMatchObject({ added: 0, changed: 0, unchanged: 2, files: 0 })
  expect(dump(file)).toEqual(before)

  put('deep/Tents.md', '# Setting up tents\n\nTwo poles.\n')
  expect(await take({ onDuplicate: 'skip' })).toMatchObject({ added: 0, changed: 0, skipped: 2 })
  expect(await take()).toMatchObject({ added: 0, changed: 1, unchanged: 1 })
  expect(await item('Setting up tents')).toMatchObject({ body: 'Two poles.', versions: 1 })
})

test('a file that is too large and a title without a word are told, and nothing else suffers', async () => {
  put('big.md', 'See [the film](film.bin).')
  put('film.bin', Buffer.alloc(5_000_001))
  put('odd.md', '---\ntitle: "!!!"\n---\nText')
  expect(await take()).toMatchObject({
    added: 1,
    files: 0,
    rejected: [{ path: 'odd.md', reason: 'Give it a title with a word in it.' }],
    remarks: [{ path: 'big.md', reason: expect.stringContaining('a file here has at most 5 MB') }],
  })
  expect(await item('big')).toMatchObject({ body: 'See [the film](film.bin).' })
})

test('a folder without notes, and one that is gone, are told in words', async () => {
  put('film.bin', 'x')
  await expect(take()).rejects.toThrow('there are no notes in Markdown (.md)')
  await expect(take({ file: join(folder, 'gone') })).rejects.toThrow('There is no file “gone”')
})
