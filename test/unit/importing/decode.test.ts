import { detectEncoding, partDecoder, readText } from '@main/importing/decode'
import { statInput } from '@main/importing/openInput'
import type { FileEncoding } from '@shared/domain/imports'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fixture, temporaryFile } from './read'

const sample = 'Name,Stadt\r\nJörg Müller,Köln\r\nZoë,“Ünder”\r\n'

function utf16be(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16()
}

async function detected(content: Buffer): Promise<FileEncoding> {
  return detectEncoding(await statInput(temporaryFile(content)), {})
}

async function textOf(path: string, encoding: FileEncoding): Promise<string> {
  let text = ''
  for await (const part of readText(await statInput(path), encoding, {})) text += part.text
  return text
}

describe('encoding', () => {
  test.each<[string, FileEncoding, Buffer]>([
    ['plain ASCII', 'utf-8', Buffer.from('Name,City\nAnn,York\n')],
    ['UTF-8', 'utf-8', Buffer.from(sample)],
    ['UTF-8 with a mark', 'utf-8', Buffer.from(`\ufeff${sample}`)],
    ['UTF-16LE with a mark', 'utf-16le', Buffer.from(`\ufeff${sample}`, 'utf16le')],
    ['UTF-16LE without a mark', 'utf-16le', Buffer.from(sample, 'utf16le')],
    ['UTF-16BE with a mark', 'utf-16be', utf16be(`\ufeff${sample}`)],
    ['UTF-16BE without a mark', 'utf-16be', utf16be(sample)],
    [
      'UTF-16LE without a mark in Japanese',
      'utf-16le',
      Buffer.from('名前,市\r\n佐藤,東京\r\n鈴木,大阪\r\n', 'utf16le'),
    ],
    ['Windows-1252', 'windows-1252', Buffer.from('Name;Preis\r\nJ\xf6rg;5 \x80\r\n', 'latin1')],
    ['UTF-8 with a NUL in it', 'utf-8', Buffer.from(`${sample}Ann\0,York\n`)],
  ])('of %s is found, and decodes', async (_, expected, content) => {
    expect(await detected(content)).toBe(expected)
  })

  test('one byte at the end of a large file that is no UTF-8 decides against UTF-8', async () => {
    const lines = 'Ännchen,Köln\n'.repeat(100_000)
    expect(await detected(Buffer.from(lines))).toBe('utf-8')
    expect(await detected(Buffer.concat([Buffer.from(lines), Buffer.from([0xe9, 0x0a])]))).toBe(
      'windows-1252',
    )
    expect(await detected(Buffer.concat([Buffer.from(lines), Buffer.from([0xc3])]))).toBe('windows-1252')
  })

  test('the quotes, dashes and the euro of Windows-1252 are what they are', async () => {
    const path = temporaryFile(Buffer.from('\x80 \x84x\x93 \x96 \x92 \x9f \xe4\n', 'latin1'))
    expect(await textOf(path, 'windows-1252')).toBe('€ „x“ – ’ Ÿ ä\n')
  })

  test('the user may say otherwise', async () => {
    const path = temporaryFile(Buffer.from([0xb9, 0xea, 0x0a]))
    expect(await textOf(path, 'windows-1250')).toBe('ąę\n')
    expect(await textOf(path, 'windows-1251')).toBe('№к\n')
  })

  test('marks and NULs are left out of the text', async () => {
    expect(await textOf(temporaryFile('\ufeffA\0nn,York\n'), 'utf-8')).toBe('Ann,York\n')
  })

  test('any text comes back, however its bytes are cut', () => {
    const encoders: [FileEncoding, (text: string) => Buffer][] = [
      ['utf-8', (text) => Buffer.from(text)],
      ['utf-16le', (text) => Buffer.from(text, 'utf16le')],
      ['utf-16be', utf16be],
      ['gb18030', (text) => Buffer.from(text.replace(/[^ -~]/gu, '?'))],
    ]
    const sizes = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 })
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(...encoders),
        sizes,
        (raw, [encoding, encode], cuts) => {
          const text = (encoding === 'gb18030' ? raw.replace(/[^ -~]/gu, '?') : raw).replaceAll('\0', '')
          const bytes = encode(`x${text}`)
          const decoder = partDecoder(encoding)
          let result = ''
          let at = 0
          for (let turn = 0; at < bytes.length; turn += 1) {
            const size = cuts[turn % cuts.length] ?? 1
            result += decoder.write(bytes.subarray(at, at + size))
            at += size
          }
          expect(result + decoder.end()).toBe(`x${text}`)
        },
      ),
    )
  })
})

describe('files that are no CSV', () => {
  const zip = (entry: string) =>
    Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(26), Buffer.from(entry)])

  test.each<[string, Buffer, RegExp]>([
    ['a damaged workbook', zip('xl/workbook.xml'), /“list\.csv” is an Excel workbook that cannot be read/],
    ['a Word document', zip('word/document.xml'), /is a Word document/],
    [
      'an OpenDocument spreadsheet',
      zip('mimetypeapplication/vnd.oasis.opendocument.spreadsheet'),
      /OpenDocument/,
    ],
    ['a ZIP archive', zip('members.csv'), /ZIP archive.*Unpack/],
    ['an old Excel workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /old Excel workbook/],
    ['a PDF', Buffer.from('%PDF-1.7\n%\xe2\xe3', 'latin1'), /is a PDF\. Export the list as CSV/],
    ['a database', Buffer.from('SQLite format 3\0\x10'), /is a database.*File › Open/],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), /is a picture/],
    ['a web page', Buffer.from('<html><body><table><tr><td>Name</td></tr></table>'), /web page/],
    [
      'anything binary',
      Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919) % 251)),
      /not a text file/,
    ],
  ])('%s is named, with what to do', async (_, content, sentence) => {
    await expect(detected(content)).rejects.toMatchObject({
      code: 'unreadable-input',
      message: expect.stringMatching(sentence),
    })
  })

  test('folders, missing and empty files are told', async () => {
    await expect(statInput(fixture('.'))).rejects.toMatchObject({
      code: 'unreadable-input',
      message: '“imports” is a folder. Choose a file inside it.',
    })
    await expect(statInput(fixture('nowhere.csv'))).rejects.toMatchObject({
      code: 'file-not-found',
      message: expect.stringContaining('no file “nowhere.csv”'),
    })
    await expect(statInput(temporaryFile(''))).rejects.toMatchObject({
      code: 'unreadable-input',
      message: expect.stringContaining('“list.csv” is empty'),
    })
  })
})
