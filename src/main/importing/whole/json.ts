import { basename } from 'node:path'
import type { WholeDescription, WholeTable, WholeValue } from '@shared/domain/whole/description'
import type { WholeSink } from '@shared/domain/whole/sink'
import { misfit, shown } from '@shared/domain/whole/values'
import { AppError } from '@shared/errors'
import { type ReadOptions, utf8Parts } from './bytes'
import { assertCounts, Counts } from './counts'
import { headerKeys, wholeHeader } from './header'
import { type JsonListener, JsonReader, NoJson } from './jsonValues'

/**
 * Reads a JSON document with everything of a program file into a sink, with bounded memory. Lists are told apart from
 * what is in them by the path of keys alone, so arrays add nothing to it.
 *
 * @throws AppError that says on which line what is wrong; the sink has then been given only a part.
 */
export async function readWholeJson(path: string, sink: WholeSink, options: ReadOptions): Promise<void> {
  const name = basename(path)
  const lines = new Lines()
  const document = new Document(name, sink, () => lines.at(reader.at))
  const reader = new JsonReader(document)
  try {
    for await (const part of utf8Parts(path, options)) {
      lines.push(part)
      reader.push(part)
      if (reader.waiting > options.longest) throw new NoJson('a value is longer than any can be')
    }
    reader.end()
  } catch (thrown) {
    if (!(thrown instanceof NoJson)) throw thrown
    throw new AppError(
      'unreadable-input',
      `“${name}”, line ${lines.at(reader.at)}: this is no whole JSON document (${thrown.message}). It may have been written or copied only in part.`,
    )
  }
  document.finish()
}

/** On which line of a text something is, while it is read. */
class Lines {
  private before = 1
  private part: Uint8Array = new Uint8Array()
  private read = 0

  push(part: Buffer): void {
    this.before += count(this.part, this.part.length)
    this.read += part.length
    this.part = part
  }

  /** @param offset in bytes from the beginning, in what was pushed last or before */
  at(offset: number): number {
    return this.before + count(this.part, Math.max(0, offset - (this.read - this.part.length)))
  }
}

const lineEnd = 10

function count(part: Uint8Array, until: number): number {
  let lines = 0
  for (let at = part.indexOf(lineEnd); at !== -1 && at < until; at = part.indexOf(lineEnd, at + 1)) lines++
  return lines
}

const noExport = 'this is no export of everything in a Coppice program file'

/** More than any group of values has. */
const mostTogether = 1000

/** What the document has to be: a header, and after that the tables, each a list of records. */
class Document implements JsonListener {
  private readonly head = new Map<string, unknown>()
  private description: WholeDescription | null = null
  private readonly read = new Set<string>()
  private readonly counts = new Counts()
  private table: WholeTable | null = null
  private row: Map<string, WholeValue> | null = null
  private expected: Readonly<Record<string, number>> = {}

  constructor(
    private readonly file: string,
    private readonly sink: WholeSink,
    private readonly line: () => number,
  ) {}

  opens(kind: 'object' | 'array', path: readonly string[]): void {
    const [part, table] = path
    if (path.length === 0 && kind === 'object') return
    if (part !== 'tables') {
      if (path.length > 1 || kind === 'array' || part === undefined) throw this.refused(noExport)
      this.put(this.head, part, new Map())
    } else if (path.length === 1 && kind === 'object') this.begin()
    else if (path.length === 2 && table !== undefined && this.table === null && kind === 'array')
      this.beginTable(table)
    else if (path.length === 2 && this.table !== null && this.row === null && kind === 'object')
      this.row = new Map()
    else throw this.refused('a list or a group of values stands where none belongs')
  }

  closes(kind: 'object' | 'array', path: readonly string[]): void {
    if (path.length !== 2 || path[0] !== 'tables') return
    if (kind === 'array') this.table = null
    else this.endRow()
  }

  value(value: string | number | boolean | null, path: readonly string[]): void {
    const [part, inside, column] = path
    if (part === undefined) throw this.refused(noExport)
    if (part !== 'tables') {
      const group = inside === undefined ? this.head : this.head.get(part)
      if (group instanceof Map) this.put(group, inside ?? part, value)
      return
    }
    if (this.row === null || column === undefined)
      throw this.refused('a record has to stand here, and does not')
    if (!this.table?.columns.some(({ name }) => name === column))
      throw this.refused(`there is no column ${shown(column)} in ${inside}`)
    if (typeof value === 'boolean') throw this.refused(`“${column}” has to be a text or a number`)
    this.put(this.row, column, value)
  }

  /** @throws AppError when less or more was read than there has to be. */
  finish(): void {
    if (this.description === null) throw this.refused('there are no tables in it')
    assertCounts(this.file, this.counts, this.expected)
  }

  private put(group: Map<string, unknown>, key: string, value: unknown): void {
    if (group.has(key)) throw this.refused(`${shown(key)} is there twice`)
    if (group === this.head && !headerKeys.includes(key))
      throw this.refused(this.head.has('format') ? `${shown(key)} is not known` : noExport)
    if (group.size === mostTogether) throw this.refused('there is more here than belongs')
    group.set(key, value)
  }

  private begin(): void {
    if (this.description !== null) throw this.refused('“tables” is there twice')
    const fields = [...this.head].map(([key, value]) => [
      key,
      value instanceof Map ? Object.fromEntries(value) : value,
    ])
    const header = wholeHeader(Object.fromEntries(fields), this.file)
    this.expected = header.counts
    this.description = this.sink.begin(header)
  }

  private beginTable(name: string): void {
    const table = this.description?.tables.find((one) => one.name === name)
    if (!table) throw this.refused(`there is no table ${shown(name)}`)
    if (this.read.has(name)) throw this.refused(`the table “${name}” is there twice`)
    this.read.add(name)
    this.table = table
  }

  private endRow(): void {
    const { table, row } = this
    if (table === null || row === null) return
    const id = row.get('id')
    const where = () =>
      `“${this.file}”, line ${this.line()}, ${table.name}${typeof id === 'number' ? ` ${id}` : ''}`
    const values = table.columns.map((column) => {
      const value = row.get(column.name) ?? null
      const problem = misfit(table.name, column, value)
      if (problem === null) return value
      throw new AppError(
        'unreadable-input',
        `${where()}: ${column.name} ${problem}${value === null ? '' : `, not ${shown(value)}`}.`,
      )
    })
    this.sink.add(table, values, where)
    this.counts.add(table.name)
    this.row = null
  }

  private refused(what: string): AppError {
    return new AppError('unreadable-input', `“${this.file}”, line ${this.line()}: ${what}.`)
  }
}
