import { pictureHeaders, pictureOf } from '@main/security/pictures'
import { largestFile } from '@shared/domain/knowledge/files'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addItem } from './knowledgeSupport'
import { addMember, openTestFile, type TestFile } from './support'

let file: TestFile
let itemId: number
beforeEach(async () => {
  file = openTestFile()
  itemId = await addItem(file, { title: 'Gauges' })
})
afterEach(() => file.close())

const base64 = (bytes: string | Buffer) => Buffer.from(bytes as string, 'latin1').toString('base64')
const png = base64('\x89PNG\r\n\x1a\n and so on')
const attach = (name: string, content: string) => file.call('knowledge.addFile', { itemId, name, content })
const names = async () => (await file.call('knowledge.files', { itemId })).map(({ name }) => name)

describe('a file of an item', () => {
  test('is what its bytes say, whatever its name', async () => {
    await attach('gauge.png', png)
    await attach('page.png', base64('<html><script>alert(1)</script>'))
    await attach('drawing.svg', base64('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'))
    const files = await file.call('knowledge.files', { itemId })
    expect(files.map(({ name, isPicture }) => [name, isPicture])).toEqual([
      ['drawing.svg', false],
      ['gauge.png', true],
      ['page.png', false],
    ])
    const { content, mediaType } = await file.call('knowledge.fileContent', { id: files[1]?.id ?? 0 })
    expect([content, mediaType]).toEqual([png, 'image/png'])
  })

  test('is refused in words where it is empty or too large, and where it is no Base64', async () => {
    await expect(attach('plan.pdf', Buffer.alloc(largestFile + 1).toString('base64'))).rejects.toThrow(
      '“plan.pdf” has 5.1 MB; a file here has at most 5 MB',
    )
    await expect(attach('empty.txt', '')).rejects.toThrow('“empty.txt” is empty')
    await expect(attach('odd.txt', 'not base64!')).rejects.toThrow()
    expect(await names()).toEqual([])
  })

  test('goes and comes back with undo, and with its item out of the trash, to the last byte', async () => {
    const { id } = await attach('gauge.png', png)
    await file.call('knowledge.removeFile', { id })
    expect(await names()).toEqual([])
    await file.call('history.undo', {})
    const { trash } = await file.call('knowledge.remove', { id: itemId })
    await file.call('trash.restore', { ids: trash })
    expect(await file.call('knowledge.fileContent', { id })).toMatchObject({ content: png })
  })

  test('keeps its bytes where somebody is erased, and loses their name from its own', async () => {
    const mira = await addMember(file, { name: 'Mira Okafor' })
    const content = base64('/Mira Okafor/')
    const { id } = await attach('Mira Okafor.txt', content)
    await file.call('knowledge.removeFile', { id })
    await attach('Mira Okafor, again.txt', content)
    await file.call('members.eraseRecords', { ids: [mira], reason: null })
    expect(await names()).toEqual(['someone, again.txt'])
    const image = file.read((db) =>
      db.value<string>(
        "SELECT before FROM changes WHERE table_name = 'knowledge_files' AND before IS NOT NULL",
      ),
    )
    expect(JSON.parse(image ?? '{}')).toMatchObject({ name: 'someone.txt', content })
  })
})

test('the scheme answers pictures alone, under their own kind', () => {
  expect(pictureOf('coppice://files/12')).toBe(12)
  for (const address of [
    'coppice://files/',
    'coppice://files/0',
    'coppice://files/12/../13/x',
    'coppice://files/1e3',
    'coppice://files/12x',
    'coppice://app/12',
    'coppice://files.evil/12',
    'https://files/12',
  ])
    expect(pictureOf(address), address).toBeNull()
  expect(pictureHeaders('image/png')).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
  })
  for (const mediaType of ['text/html', 'image/svg+xml', 'application/octet-stream', 'image/png, text/html'])
    expect(pictureHeaders(mediaType), mediaType).toBeNull()
})
