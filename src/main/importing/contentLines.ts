import { isUtf8 } from 'node:buffer'
import ICAL from 'ical.js'
import { decodeWindows1252 } from './windows1252'

/** A line of a contact card or a calendar, put together of all the lines over which it is folded. */
export interface ContentLine {
  /** The line of the file on which it begins; 1 is the first. */
  line: number
  text: string
}

type Encoding = 'utf16le' | 'utf16be' | 'bytes'

/** The beginning of a file as text, to see what it is. */
export function contentHead(head: Buffer): string {
  return decodedFile(head.subarray(0, 256)).text
}

/**
 * The lines of a file of contact cards or calendars (RFC 6350, RFC 5545, and their older versions) in UTF-8, UTF-16 or
 * what the computers of that time used; a file may hold several of these, as each line is decoded for itself.
 */
export function contentLines(bytes: Buffer): ContentLine[] {
  const { text, encoding } = decodedFile(bytes)
  const unfolded = new Unfolding()
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) unfolded.add(line, index + 1)
  return encoding === 'bytes' ? unfolded.lines().map(decodedLine) : unfolded.lines()
}

/** Without the mark at its beginning. Bytes stay bytes, each a character: a line may be folded in the middle of a letter. */
function decodedFile(bytes: Buffer): { text: string; encoding: Encoding } {
  const encoding = encodingOf(bytes)
  if (encoding === 'bytes')
    return { text: bytes.toString('latin1').replace(/^\u00EF\u00BB\u00BF/, ''), encoding }
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2))
  const text = (encoding === 'utf16be' ? Buffer.from(even).swap16() : even).toString('utf16le')
  return { text: text.replace(/^\uFEFF/, ''), encoding }
}

/** UTF-16 has a mark, or zeros on one side of what every such file begins with. */
function encodingOf([first, second]: Buffer): Encoding {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'utf16be'
  return 'bytes'
}

function decodedLine({ line, text }: ContentLine): ContentLine {
  if (!/[\x80-\xff]/.test(text)) return { line, text }
  const bytes = Buffer.from(text, 'latin1')
  const [, charset] = /^[^:]*;CHARSET="?([\w-]+)/i.exec(text) ?? []
  return { line, text: textOf(bytes, charset ?? 'utf-8') }
}

const begins = /^\s*(?:BEGIN|END):/i

/** Whose values are texts that people write. */
const prose = /^(?:[\w-]+\.)?(?:NOTE|DESCRIPTION|COMMENT|SUMMARY)[;:]/i

/**
 * Long values go on in the next line: after a space, or as quoted-printable after a sign of equality. Some programs
 * forget to say so where a text has a line of its own.
 */
class Unfolding {
  // Joined once: a picture may go on over thousands of lines.
  readonly #found: { line: number; parts: string[] }[] = []
  #isQuotedPrintable = false

  add(text: string, line: number): void {
    const parts = this.#found.at(-1)?.parts
    const last = parts?.at(-1) ?? ''
    if (begins.test(text)) this.#begin(text.trim(), line)
    else if (parts && this.#isQuotedPrintable && last.endsWith('=')) {
      parts[parts.length - 1] = last.slice(0, -1)
      parts.push(text)
    } else if (parts && /^[ \t]/.test(text)) parts.push(text.slice(1))
    else if (isProperty(text)) this.#begin(text, line)
    else if (parts && text.trim() !== '' && prose.test(parts[0] ?? '')) parts.push(`\\n${text}`)
  }

  lines(): ContentLine[] {
    return this.#found.map(({ line, parts }) => ({ line, text: parts.join('') }))
  }

  #begin(text: string, line: number): void {
    this.#isQuotedPrintable = /^[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i.test(text)
    this.#found.push({ line, parts: [text] })
  }
}

const known = new Set(
  [ICAL.design.vcard, ICAL.design.vcard3, ICAL.design.icalendar].flatMap(({ property }) =>
    Object.keys(property),
  ),
)

/** Programs write the names of properties in capitals and no space after them; people do neither in their texts. */
function isProperty(line: string): boolean {
  const [, name, next] = /^(?:[\w-]+\.)?([A-Za-z][\w-]*)[;:](.?)/.exec(line) ?? []
  if (name === undefined) return false
  const signs = [known.has(name.toLowerCase()), name === name.toUpperCase(), next !== ' ']
  return /^x-/i.test(name) || signs.filter(Boolean).length >= 2
}

/** Pictures, sounds and keys say nothing that goes into a program file, and are long. */
const heavy = /^(?:photo|logo|sound|key|agent|attach|image)$/i

/** Whose values are of several parts, between semicolons. */
const structured = /^(?:n|adr|org|gender|clientpidmap|geo|rrule|exrule|request-status)$/i

/** What the properties of cards or calendars may hold. */
type Design = typeof ICAL.design.vcard

/** What a line says; null where that makes no sense, or is nothing that anybody asks for. */
export function propertyOf(text: string, design: Design): ICAL.Property | null {
  const [, group = '', name = '', parameters = '', value = ''] =
    /^([\w-]+\.)?([\w-]+)((?:;(?:"[^"]*"|[^":])*)?):(.*)$/s.exec(text) ?? []
  if (name === '') return text.includes('"') ? propertyOf(text.replaceAll('"', ''), design) : null
  if (heavy.test(name)) return null
  const said = decoded(value, parameters)
  try {
    const property = ICAL.Property.fromString(
      `${group}${name}${namedParameters(parameters)}:${structured.test(name) ? said : plainText(said)}`,
      design,
    )
    // Some values are read only when they are asked for.
    property.getValues()
    return property
  } catch {
    return null
  }
}

/** The library knows `\;` only where semicolons have a meaning; elsewhere it would stay as it is. */
function plainText(value: string): string {
  return value.includes('\\;')
    ? value.replace(/\\([\s\S])/g, (pair, one) => (one === ';' ? ';' : pair))
    : value
}

/** Older versions leave the names of parameters out: `TEL;CELL` is `TEL;TYPE=CELL`. How it was encoded is no matter any more. */
function namedParameters(parameters: string): string {
  return (parameters.match(/(?:"[^"]*"|[^";])+/g) ?? [])
    .filter((one) => !/^(?:(?:ENCODING|CHARSET)=.*|QUOTED-PRINTABLE|BASE64|[78]BIT)$/i.test(one))
    .map((one) => `;${one.includes('=') ? one : `TYPE=${one}`}`)
    .join('')
}

/** The value as the newer versions write it. */
function decoded(value: string, parameters: string): string {
  const bytes = encodedBytes(value, parameters)
  if (bytes === null) return value
  const [, charset = 'utf-8'] = /CHARSET="?([\w-]+)/i.exec(parameters) ?? []
  return textOf(bytes, charset)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/(?<!\\),/g, '\\,')
}

function encodedBytes(value: string, parameters: string): Buffer | null {
  if (/QUOTED-PRINTABLE/i.test(parameters)) {
    // An encoded semicolon is one of the text, the others stand between its parts.
    const raw = Buffer.from(value.replace(/(?:\\|=5C)?=3B/gi, '\\;')).toString('latin1')
    return Buffer.from(
      raw.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
      'latin1',
    )
  }
  return /;(?:ENCODING=)?(?:BASE64|B)(?:;|$)/i.test(parameters) ? Buffer.from(value, 'base64') : null
}

/** Character sets of one byte a letter, in which what happens to be UTF-8 would make no sense. */
const narrow = /^(?:us-ascii|ascii|latin-?1|cp\d+|(?:windows|iso-8859)-\d+)$/i
/** Which `TextDecoder` does not read well everywhere. */
const western = /^(?:us-ascii|ascii|latin-?1|cp1252|windows-1252|iso-8859-1)$/i

/** Some programs do not write in the character set that they say. */
function textOf(bytes: Buffer, charset: string): string {
  if (/^utf-?8$/i.test(charset) || narrow.test(charset)) {
    if (isUtf8(bytes)) return bytes.toString('utf8')
    if (!narrow.test(charset) || western.test(charset)) return decodeWindows1252(bytes)
  }
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    return isUtf8(bytes) ? bytes.toString('utf8') : decodeWindows1252(bytes)
  }
}
