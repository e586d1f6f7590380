import { CsvReader, type CsvRecord, recordsOf } from '@main/importing/csv'
import { partDecoder } from '@main/importing/decode'
import { detectDelimiter } from '@main/importing/delimiter'
import { type Delimiter, delimiters, type FileEncoding } from '@shared/domain/imports'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const delimiter = fc.constantFrom(...delimiters)
const lineEnd = fc.constantFrom('\n', '\r\n', '\r')

/** Cells with everything that makes CSV hard, and ordinary text. */
function cellOf(unit: 'binary' | fc.Arbitrary<string>): fc.Arbitrary<string> {
  const hard = fc.constantFrom('"', '""', ',', ';', '\t', '|', '\n', '\r\n', '\r', ' ', '=cmd()', "'")
  const piece = fc.oneof(hard, fc.string({ unit, maxLength: 6 }))
  return fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join('').replace(/[\0\ufeff]/g, ''))
}

function tableOf(unit: 'binary' | fc.Arbitrary<string>): fc.Arbitrary<string[][]> {
  const cell = cellOf(unit)
  return fc
    .integer({ min: 1, max: 5 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 8 }))
    .map((rows) => rows.filter((row) => row.some((text) => text.trim() !== '')))
}

function written(rows: string[][], between: string, eol: string, quoted: boolean): string {
  return stringify(rows, {
    delimiter: between,
    record_delimiter: eol,
    quoted,
    quoted_match: [/[\r\n]/],
  })
}

function cells(records: CsvRecord[]): string[][] {
  expect(records.filter(({ fault }) => fault !== null)).toEqual([])
  return records.map((record) => record.cells)
}

/** The records of a text that comes in parts of the given lengths, and then the rest. */
function inParts(text: string, between: Delimiter, lengths: number[]): CsvRecord[] {
  const reader = new CsvReader(between)
  const parts: CsvRecord[][] = []
  let at = 0
  for (const length of lengths) {
    parts.push(reader.push(text.slice(at, at + length), false))
    at += length
  }
  return [...parts, reader.push(text.slice(at), true)].flat()
}

describe('records', () => {
  test('any table reads back equal, with any delimiter and line end, however it is cut into parts', () => {
    const lengths = fc.array(fc.nat(20), { maxLength: 12 })
    fc.assert(
      fc.property(
        tableOf('binary'),
        delimiter,
        lineEnd,
        fc.boolean(),
        lengths,
        (rows, between, eol, quoted, cuts) => {
          const text = written(rows, between, eol, quoted)
          expect(cells(recordsOf(text, between))).toEqual(rows)
          expect(inParts(text, between, cuts)).toEqual(recordsOf(text, between))
        },
      ),
    )
  })

  test('any table reads back equal from the bytes of any encoding, in parts of any size', () => {
    const encodings: {
      encoding: FileEncoding
      encode: (text: string) => Buffer
      unit: 'binary' | fc.Arbitrary<string>
    }[] = [
      { encoding: 'utf-8', encode: (text) => Buffer.from(`\ufeff${text}`), unit: 'binary' },
      { encoding: 'utf-8', encode: (text) => Buffer.from(text), unit: 'binary' },
      { encoding: 'utf-16le', encode: (text) => Buffer.from(text, 'utf16le'), unit: 'binary' },
      {
        encoding: 'utf-16be',
        encode: (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
        unit: 'binary',
      },
      { encoding: 'windows-1252', encode: (text) => Buffer.from(text, 'latin1'), unit: latin },
    ]
    for (const { encoding, encode, unit } of encodings) {
      fc.assert(
        fc.property(
          tableOf(unit),
          delimiter,
          lineEnd,
          fc.integer({ min: 1, max: 40 }),
          (rows, between, eol, size) => {
            const bytes = encode(written(rows, between, eol, false))
            const decoder = partDecoder(encoding)
            let text = ''
            for (let at = 0; at < bytes.length; at += size)
              text += decoder.write(bytes.subarray(at, at + size))
            expect(cells(recordsOf(text + decoder.end(), between))).toEqual(rows)
          },
        ),
        { numRuns: 60 },
      )
    }
  })

  test('each record has the physical line on which it starts', () => {
    const text = 'a,b\r\n\r\n"one\r\ntwo\rthree\nfour",x\rlast,"y"\n\n,,\nend,z'
    expect(recordsOf(text, ',').map(({ line, cells: [first] }) => [line, first])).toEqual([
      [1, 'a'],
      [3, 'one\r\ntwo\rthree\nfour'],
      [7, 'last'],
      [10, 'end'],
    ])
  })

  test('blank lines and rows of nothing but delimiters are no records', () => {
    expect(recordsOf('\n\na,b\n,\n  , \n""\n', ',').map(({ cells: found }) => found)).toEqual([['a', 'b']])
  })

  test('rows may be of different lengths', () => {
    expect(cells(recordsOf('a,b,c\n1\n1,2,3,4\n', ','))).toEqual([
      ['a', 'b', 'c'],
      ['1'],
      ['1', '2', '3', '4'],
    ])
  })

  test('quotation marks inside an unquoted value are kept', () => {
    expect(cells(recordsOf('Eve "Evie" Five,5" pipe\n', ','))).toEqual([['Eve "Evie" Five', '5" pipe']])
  })

  test('formulas stay text', () => {
    expect(cells(recordsOf('=cmd()|x,"=HYPERLINK(""a"")"\n', ','))).toEqual([['=cmd()|x', '=HYPERLINK("a")']])
  })
})

describe('stray quotation marks', () => {
  const told = (text: string) =>
    new CsvReader(',', 2)
      .push(text, true)
      .map(({ line, fault, cells: found }) => [line, fault === null ? found : fault])

  test('text after a closing mark costs that line only', () => {
    expect(told('a,1\n"b" c,2\nd,3\n')).toEqual([
      [1, ['a', '1']],
      [2, expect.stringContaining('text after the mark that closes it')],
      [3, ['d', '3']],
    ])
  })

  test('a mark that is never closed costs that line only', () => {
    expect(told('a,1\n"b,2\nc,3\nd,4')).toEqual([
      [1, ['a', '1']],
      [2, expect.stringContaining('never closed')],
      [3, ['c', '3']],
      [4, ['d', '4']],
    ])
    expect(told('"b,2\nc,3\n"d","4"')).toEqual([
      [1, expect.stringContaining('never closed')],
      [2, ['c', '3']],
      [3, ['d', '4']],
    ])
  })

  test('the torn inside of a broken record is not taken for rows', () => {
    expect(told('"a, he said\n"yes" and left",1\nc,3\n')).toEqual([
      [1, expect.stringContaining('never closed')],
      [2, expect.stringContaining('text after the mark')],
      [3, ['c', '3']],
    ])
    expect(told('x,"first line\nsecond line\nthird "line" of it",1\nc,3\n').slice(0, 2)).toEqual([
      [1, expect.stringContaining('never closed')],
      [2, expect.stringContaining('belongs to a row above')],
    ])
  })

  test('the faulty line is kept as it stands, to be written out', () => {
    expect(recordsOf('"b" c,2\n', ',')[0]?.cells).toEqual(['"b" c,2'])
  })

  test('a line without end is told and passed over, and the next one is read', () => {
    const records = inParts(`a,1\n${'x'.repeat(2_500_000)}\nb,2\n`, ',', [1_000_000, 1_200_000])
    expect(records.map(({ line, fault }) => [line, fault])).toEqual([
      [1, null],
      [2, 'This line is longer than 2,000,000 characters, which no row is.'],
      [3, null],
    ])
    expect(records[1]?.cells[0]?.length).toBe(2000)
  })

  test('an open mark far from the end of a large file does not swallow the file', () => {
    const rows = Array.from({ length: 300_000 }, (_, index) => `row ${index},1`).join('\n')
    const records = inParts(
      `"open,1\n${rows}\n`,
      ',',
      Array.from({ length: 12 }, () => 262_144),
    )
    expect(records.length).toBe(300_001)
    expect(records[0]?.fault).toContain('never closed')
    expect(records.at(-1)?.cells).toEqual(['row 299999', '1'])
    expect(records.at(-1)?.line).toBe(300_001)
  })
})

describe('delimiter', () => {
  test('of any table of plain words is found', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/)
    const table = fc
      .integer({ min: 2, max: 6 })
      .chain((width) =>
        fc.array(fc.array(word, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 9 }),
      )
    fc.assert(
      fc.property(table, delimiter, lineEnd, (rows, between, eol) => {
        expect(detectDelimiter(written(rows, between, eol, false))).toBe(between)
      }),
    )
  })

  test.each<[string, Delimiter, string]>([
    ['decimal commas', ';', 'Name;Value;Part\nA;1,5;0,2\nB;2,25;0,4\n'],
    ['lists inside cells', ',', 'Name,Skills\nA,x; y; z\nB,x; z\nC,y\n'],
    ['commas and line ends in quotes', ';', 'Name;Notes\nA;"one, two,\nthree, four"\nB;"five, six"\n'],
    ['a preamble with commas', '\t', 'Report, made on Monday, by somebody\n\nName\tEmail\nA\tb\nC\td\n'],
    [
      'times with commas in a tab file',
      '\t',
      'Name\tJoined\nA\t7/22/26, 7:02:11 PM\nB\t7/22/26, 7:03:11 PM\n',
    ],
    ["Excel's hint", ';', 'sep=;\nName;Where\nA, B;C, D\nE, F;G, H\n'],
    ['one column', ',', 'Name\nAnna\nBob\n'],
  ])('with %s', (_, expected, text) => {
    expect(detectDelimiter(text)).toBe(expected)
  })
})

/** The characters of ISO 8859-1 that Windows-1252 writes as the same byte. */
const latin = fc
  .oneof(fc.integer({ min: 32, max: 126 }), fc.integer({ min: 160, max: 255 }))
  .map((code) => String.fromCharCode(code))
