import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { recordsOf } from '@main/importing/csv'
import { inspectFile } from '@main/importing/inspect'
import { isJson, jsonTable } from '@main/importing/jsonTable'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'coppice-json-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function rows(text: string): { line: number; cells: readonly string[] }[] {
  return recordsOf(jsonTable(Buffer.from(text), 'people.json'), ',').map(({ line, cells }) => ({
    line,
    cells,
  }))
}

const people = `{
  "exported": "2026-11-02",
  "tags": [{ "name": "one" }],
  "data": {
    "members": [
      {
        "firstName": "Mira",
        "lastName": "Okafor",
        "address": { "city": "Lisbon", "street": null },
        "skills": [{ "id": 3, "name": "Coaching" }, { "id": 4, "name": "Finance" }],
        "isMentor": true,
        "capacity": 2
      },
      { "firstName": "دانا", "lastName": "Haddad", "languages": ["Arabic", "French"], "note": "two\\nlines" }
    ]
  }
}`

test('the longest list is taken, with each record on the line on which it begins', () => {
  expect(rows(people)).toEqual([
    {
      line: 1,
      cells: [
        'firstName',
        'lastName',
        'address city',
        'address street',
        'skills',
        'isMentor',
        'capacity',
        'languages',
        'note',
      ],
    },
    { line: 6, cells: ['Mira', 'Okafor', 'Lisbon', '', 'Coaching; Finance', 'yes', '2', '', ''] },
    {
      line: 14,
      cells: ['دانا', 'Haddad', '', '', '', '', '', 'Arabic; French', expect.stringMatching(/^two.lines$/su)],
    },
  ])
})

test('its columns are recognised as those of any list', async () => {
  const path = join(folder, 'people.json')
  writeFileSync(path, people)
  const { form, kind, mapping, rowEstimate } = await inspectFile(path)
  expect([form, kind, rowEstimate]).toEqual(['json', 'members', 2])
  expect(mapping.slice(0, 3)).toEqual(['givenName', 'familyName', 'location'])
})

test('an object on each line, and rows of cells, are lists as well', () => {
  expect(rows('{"name":"Ana"}\n\n{"name":"Ben","email":"ben@here.example"}\n')).toEqual([
    { line: 1, cells: ['name', 'email'] },
    { line: 2, cells: ['Ana', ''] },
    { line: 3, cells: ['Ben', 'ben@here.example'] },
  ])
  expect(rows('[["Name","E-mail"],["Ana",null]]').map(({ cells }) => cells)).toEqual([
    ['Name', 'E-mail'],
    ['Ana', ''],
  ])
})

test('what holds no list, too much, or a whole program is told in words', () => {
  const refusal = (text: string) => {
    try {
      return jsonTable(Buffer.from(text), 'it.json')
    } catch (thrown) {
      return thrown instanceof Error ? thrown.message : ''
    }
  }
  expect(refusal('{"name":"Ana"}')).toContain('without a list of records')
  expect(refusal('{"format":"coppice-program","counts":{}}')).toContain('Open it with File › Open an export')
  const wide = JSON.stringify([Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`k${at}`, 1]))])
  expect(refusal(wide)).toContain('larger than any list')
  expect(refusal(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).toBeTypeOf('string')
})

test('no key of a file reaches what it does not own', () => {
  expect(
    rows('[{"__proto__":{"polluted":"x"},"constructor":"y","name":"Ana"}]').map(({ cells }) => cells),
  ).toEqual([
    ['__proto__ polluted', 'constructor', 'name'],
    ['x', 'y', 'Ana'],
  ])
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
})

test('every text of flat records comes through, however it is laid out', () => {
  const record = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.string({ unit: 'grapheme' }), {
    minKeys: 1,
  })
  const layout = fc.constantFrom(undefined, 1, '\t')
  fc.assert(
    fc.property(fc.array(record, { minLength: 1, maxLength: 8 }), layout, (records, space) => {
      const text = JSON.stringify(records, null, space)
      expect(isJson(Buffer.from(text))).toBe(true)
      const [headings, ...read] = rows(text)
      const cells = read.map((row) =>
        Object.fromEntries(
          row.cells.map((cell, at) => [headings?.cells[at] ?? '', cell]).filter(([, cell]) => cell),
        ),
      )
      const asRead = (value: string) => value.replace(/\r\n|\r/g, '\n')
      const filled = (one: Record<string, string>) =>
        Object.fromEntries(
          Object.entries(one)
            .filter(([, value]) => value)
            .map(([key, value]) => [key, asRead(value)]),
        )
      const plain = (one: Record<string, string>) =>
        Object.fromEntries(Object.entries(one).map(([key, value]) => [key, value.replaceAll('\u2028', '\n')]))
      expect(cells.map(plain)).toEqual(
        // A record that says nothing may be an empty line, and so may one of blanks.
        records
          .map(filled)
          .map(plain)
          .filter(
            (one) => cells.length === records.length || Object.values(one).some((value) => value.trim()),
          ),
      )
    }),
  )
})
