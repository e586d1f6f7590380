import { isUtf8 } from 'node:buffer'
import { wholeFormat } from '@shared/domain/whole/description'
import { AppError } from '@shared/errors'
import { Tokenizer, TokenType } from '@streamparser/json'
import { columnNames } from './headings'
import { TableText } from './tableText'
import { decodeWindows1252 } from './windows1252'

/** Of a table, in columns and in characters; beyond it is no list of people or sessions. */
const mostColumns = 16_384
const largestTable = 300_000_000

/** How deep a list may lie within a file, and what belongs to one of its records within that. */
const deepestList = 4
const deepestValue = 4

type JsonObject = Readonly<Record<string, unknown>>

interface Item {
  value: unknown
  /** Where it begins in the file, from 1. */
  line: number
}

/** Whether a file is JSON, by its first bytes. */
export function isJson(head: Buffer): boolean {
  return /^(?:\{\s*"|\[\s*[[{])/.test(textOf(head).trimStart())
}

/**
 * The list in a JSON file as a CSV table: the whole file, the longest list in it, or an object on each line. What an
 * object of the list holds within itself becomes columns of two words, such as "address city"; lists become "a; b".
 *
 * @throws AppError `unreadable-input` when there is no list in it, it is too wide, or an export of Coppice; SyntaxError
 *   when it is no JSON
 */
export function jsonTable(bytes: Buffer, name: string): string {
  const items = itemsOf(textOf(bytes), name)
  if (items.every(({ value }) => Array.isArray(value))) {
    return tableOf(
      items.map(({ value, line }) => ({ cells: (value as unknown[]).map((cell) => cellText(cell)), line })),
      name,
    )
  }
  const columns = new Map<string, number>()
  const rows = items.map(({ value, line }) => {
    const cells: string[] = []
    for (const [path, cell] of flattened(value)) {
      const at = columns.get(path) ?? columns.size
      if (at >= mostColumns) throw tooMuch(name)
      columns.set(path, at)
      cells[at] = cell
    }
    return { cells, line }
  })
  const headings = columnNames([...columns.keys()])
  return tableOf([{ cells: headings, line: 1 }, ...rows], name)
}

function tableOf(rows: readonly { cells: string[]; line: number }[], name: string): string {
  const table = new TableText()
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  if (width > mostColumns) throw tooMuch(name)
  const texts: string[] = []
  let length = 0
  for (const { cells, line } of rows) {
    const text = table.row(
      Array.from({ length: width }, (_, at) => cells[at] ?? ''),
      line,
    )
    length += text.length
    if (length > largestTable) throw tooMuch(name)
    texts.push(text)
  }
  return texts.join('')
}

function textOf(bytes: Buffer): string {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe
  if (isWide) return bytes.toString('utf16le').replace(/^\uFEFF/, '')
  return isUtf8(bytes) ? bytes.toString('utf8').replace(/^\uFEFF/, '') : decodeWindows1252(bytes)
}

function itemsOf(text: string, name: string): Item[] {
  const whole = parsed(text)
  if (whole === undefined) return lineByLine(text)
  if (isObject(whole) && whole.format === wholeFormat.name) {
    throw new AppError(
      'unreadable-input',
      `“${name}” is an export of a whole program. Open it with File › Open an export instead.`,
    )
  }
  const found = longestList(whole, [])
  if (found === null) {
    throw new AppError(
      'unreadable-input',
      `“${name}” is JSON without a list of records. Export the list of people or sessions, and import that.`,
    )
  }
  const lines = linesOf(text, found.path)
  return found.list.map((value, index) => ({ value, line: lines[index] ?? index + 1 }))
}

/** Undefined where it is no single value; then it may be one on each line. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function lineByLine(text: string): Item[] {
  const items: Item[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() !== '') items.push({ value: JSON.parse(line), line: index + 1 })
  }
  return items
}

interface FoundList {
  path: string[]
  list: unknown[]
}

/** The longest list of objects or of rows; of two that are as long the first, and what lies higher. */
function longestList(value: unknown, path: string[]): FoundList | null {
  if (Array.isArray(value)) {
    const isTable = value.length > 0 && value.every((one) => isObject(one) || Array.isArray(one))
    return isTable ? { path, list: value } : null
  }
  if (!isObject(value) || path.length === deepestList) return null
  return Object.entries(value)
    .map(([key, inner]) => longestList(inner, [...path, key]))
    .reduce((best, found) => (found && found.list.length > (best?.list.length ?? 0) ? found : best), null)
}

/** The line on which each element of the list at a path begins, from 1. */
function linesOf(text: string, path: readonly string[]): number[] {
  const bytes = Buffer.from(text)
  const tokenizer = new Tokenizer()
  const lines: number[] = []
  /** For each container around a token the key that it stands under; null in a list. */
  const keys: (string | null)[] = []
  let line = 1
  let seen = 0
  let isKey = false
  tokenizer.onToken = ({ token, value, offset }) => {
    const opens = token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET
    if (opens && keys.length === path.length + 1 && keys.at(-1) === null && isAt()) {
      for (; seen < offset; seen += 1) if (bytes[seen] === 10) line += 1
      lines.push(line)
    }
    if (opens) keys.push(token === TokenType.LEFT_BRACE ? '' : null)
    else if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET) keys.pop()
    else if (token === TokenType.STRING && isKey) keys[keys.length - 1] = String(value)
    isKey = keys.at(-1) !== null && (token === TokenType.LEFT_BRACE || token === TokenType.COMMA)
  }
  tokenizer.write(bytes)
  return lines

  function isAt(): boolean {
    return path.every((key, depth) => keys[depth] === key)
  }
}

/** What an object says, by the words of the way to it. */
function flattened(value: unknown): Map<string, string> {
  const found = new Map<string, string>()
  gather(value, [])
  return found

  function gather(inner: unknown, path: readonly string[]): void {
    if (!isObject(inner) || path.length === deepestValue) {
      found.set(path.join(' ') || 'value', cellText(inner))
      return
    }
    for (const [key, one] of Object.entries(inner)) gather(one, [...path, key])
  }
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.map(nameOf).filter(Boolean).join('; ')
  return isObject(value) ? nameOf(value) : String(value)
}

/** What an element of a list is called: people and topics often come as objects with a name. */
function nameOf(value: unknown): string {
  if (!isObject(value)) return Array.isArray(value) ? JSON.stringify(value) : cellText(value)
  const called = [value.name, value.title, value.label, value.email, value.value].find(
    (one) => typeof one === 'string' && one.trim() !== '',
  )
  return typeof called === 'string' ? called : JSON.stringify(value)
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function tooMuch(name: string): AppError {
  return new AppError(
    'unreadable-input',
    `“${name}” comes to a table that is larger than any list of people or sessions. Export a part of it, or all of it as CSV.`,
  )
}
