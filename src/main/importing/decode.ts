import { isUtf8 } from 'node:buffer'
import type { FileEncoding } from '@shared/domain/imports'
import { AppError } from '@shared/errors'
import { looksBinary, notCsvBecause } from './fileSignature'
import type { Stop } from './inputErrors'
import { type InputFile, readParts } from './openInput'
import { decodeWindows1252 } from './windows1252'

/**
 * Finds out how a file's bytes are to be read: by its byte order mark; by the zeros that UTF-16 puts beside
 * plain letters; as UTF-8 when every byte of the file agrees; otherwise as Windows-1252, in which any bytes
 * mean something. Reads the whole file, but keeps none of it. Throws `unreadable-input` for a file that is no
 * text, saying what it is.
 */
export async function detectEncoding(file: InputFile, stop: Stop): Promise<FileEncoding> {
  let first = true
  let carried = Buffer.alloc(0)
  for await (const part of readParts(file, stop)) {
    if (first) {
      first = false
      const known = encodingOfHead(part.subarray(0, 65_536), file.name)
      if (known !== null) return known
    }
    const bytes = carried.length === 0 ? part : Buffer.concat([carried, part])
    const whole = wholeCharacters(bytes)
    if (!isUtf8(bytes.subarray(0, whole))) return 'windows-1252'
    carried = Buffer.from(bytes.subarray(whole))
  }
  return carried.length === 0 ? 'utf-8' : 'windows-1252'
}

function encodingOfHead(head: Buffer, name: string): FileEncoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const reason = notCsvBecause(head, name)
  if (reason !== null) throw new AppError('unreadable-input', reason)
  const wide = utf16WithoutMark(head)
  if (wide !== null) return wide
  if (looksBinary(head)) {
    throw new AppError(
      'unreadable-input',
      `“${name}” is not a text file. Export the list as CSV from where it came, and import that.`,
    )
  }
  return null
}

/** UTF-16 shows in zeros that stand on one side only; commas, digits and line ends have them in any language. */
function utf16WithoutMark(head: Buffer): FileEncoding | null {
  let even = 0
  let odd = 0
  for (let at = head.indexOf(0); at !== -1; at = head.indexOf(0, at + 1)) {
    if (at % 2 === 0) even += 1
    else odd += 1
  }
  const enough = head.length / 50
  if (odd > enough && odd > even * 20) return 'utf-16le'
  if (even > enough && even > odd * 20) return 'utf-16be'
  return null
}

/** How many of the bytes are whole UTF-8 characters: a part of a file may end in the middle of one. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) break
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return length > back ? bytes.length - back : bytes.length
    }
  }
  return bytes.length
}

/** Decodes parts of a file in order, holding back the bytes of an unfinished character. */
export interface PartDecoder {
  write(part: Buffer): string
  end(): string
}

/**
 * A decoder for parts of any size. Bytes that mean nothing become U+FFFD; a byte order mark and NUL
 * characters, which no writing has, are left out.
 */
export function partDecoder(encoding: FileEncoding): PartDecoder {
  const decoder = rawDecoder(encoding)
  let first = true
  const tidy = (text: string): string => {
    if (text === '') return text
    const marked = first && text.charCodeAt(0) === 0xfeff
    first = false
    const rest = marked ? text.slice(1) : text
    return rest.includes('\0') ? rest.replaceAll('\0', '') : rest
  }
  return { write: (part) => tidy(decoder.write(part)), end: () => tidy(decoder.end()) }
}

function rawDecoder(encoding: FileEncoding): PartDecoder {
  if (encoding === 'windows-1252') return { write: decodeWindows1252, end: () => '' }
  if (encoding === 'utf-8') return carrying(wholeCharacters, (bytes) => bytes.toString('utf8'))
  if (encoding === 'utf-16le') return carrying(wholePairs, (bytes) => bytes.toString('utf16le'))
  if (encoding === 'utf-16be') {
    return carrying(wholePairs, (bytes) => Buffer.from(bytes).swap16().toString('utf16le'))
  }
  const decoder = new TextDecoder(encoding)
  return { write: (part) => decoder.decode(part, { stream: true }), end: () => decoder.decode() }
}

function wholePairs(bytes: Uint8Array): number {
  return bytes.length - (bytes.length % 2)
}

function carrying(whole: (bytes: Uint8Array) => number, decode: (bytes: Buffer) => string): PartDecoder {
  let carried = Buffer.alloc(0)
  return {
    write(part) {
      const bytes = carried.length === 0 ? part : Buffer.concat([carried, part])
      const length = whole(bytes)
      carried = Buffer.from(bytes.subarray(length))
      return decode(bytes.subarray(0, length))
    },
    end: () => (carried.length === 0 ? '' : '\ufffd'),
  }
}

/** A part of a file's text, and how many bytes of the file were read so far. */
export interface TextPart {
  text: string
  bytesRead: number
}

/** The text of a file in parts, in order. */
export async function* readText(
  file: InputFile,
  encoding: FileEncoding,
  stop: Stop,
): AsyncGenerator<TextPart> {
  const decoder = partDecoder(encoding)
  let bytesRead = 0
  for await (const part of readParts(file, stop)) {
    bytesRead += part.length
    yield { text: decoder.write(part), bytesRead }
  }
  const rest = decoder.end()
  if (rest !== '') yield { text: rest, bytesRead }
}
