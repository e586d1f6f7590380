import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { inspectFile } from '@main/importing/inspect'
import { planImport } from '@main/importing/plan'
import { readRows } from '@main/importing/readRows'
import type { RowBatch } from '@shared/domain/imports'
import { AppError } from '@shared/errors'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fixture, mapped, readWhole, temporaryFile } from './read'

describe('headings', () => {
  test('a file without any says so, with numbered columns and what shows by itself', async () => {
    const inspection = await inspectFile(fixture('headerless.csv'))
    expect(inspection).toMatchObject({ headerLine: null, kind: 'members', rowEstimate: 2 })
    expect(inspection.columns.map(({ name, guess }) => [name, guess])).toEqual([
      ['Column 1', 'name'],
      ['Column 2', 'email'],
      ['Column 3', null],
    ])
  })

  test('a list of contacts without headings', async () => {
    const path = temporaryFile('P1,P2,2004-04-15T14:56:01Z,message\nP3,P4,2004-04-16T22:50:39Z,message\n')
    const { candidates } = await readWhole(path, 'interactions')
    expect(candidates[0]).toEqual({
      line: 1,
      from: 'P1',
      to: 'P2',
      at: '2004-04-15T14:56:01Z',
      kind: 'message',
    })
    expect(candidates).toHaveLength(2)
  })

  test('in a language that Coppice does not know are still no data', async () => {
    const path = temporaryFile(
      'Nimi,Kaupunki,Posti\nMatti Virtanen,Oulu,matti@x.example\nAino Laine,Turku,aino@x.example\n',
    )
    const inspection = await inspectFile(path)
    expect(inspection.headerLine).toBe(1)
    expect(mapped(inspection)).toEqual({ Posti: 'email' })
  })

  test('stand under blank lines, titles and a line of nothing', async () => {
    const path = temporaryFile(
      '\n\nMembers of the spring program\nprinted 2026-03-12\n,,\nName,Email\nAnn,ann@x.example\n',
    )
    const { inspection, candidates } = await readWhole(path, 'members')
    expect(inspection.headerLine).toBe(6)
    expect(candidates).toEqual([{ line: 7, name: 'Ann', email: 'ann@x.example' }])
  })

  test('are where the user says', async () => {
    const path = temporaryFile('Name,Email\nFull name,Mail\nAnn,ann@x.example\n')
    const second = await readWhole(path, 'members', { overrides: { headerLine: 2 } })
    expect(second.inspection.columns.map(({ name }) => name)).toEqual(['Full name', 'Mail'])
    expect(second.candidates).toHaveLength(1)
    const none = await inspectFile(path, 'members', { headerLine: null })
    expect(none).toMatchObject({ headerLine: null, rowEstimate: 3 })
    await expect(inspectFile(path, 'members', { headerLine: 9 })).rejects.toMatchObject({
      code: 'invalid-input',
    })
  })

  test("Excel's hint about the delimiter is no heading and no row", async () => {
    const { inspection, candidates } = await readWhole(fixture('sep-hint.csv'), 'members')
    expect(inspection).toMatchObject({ headerLine: 2, delimiter: ';' })
    expect(candidates).toEqual([{ line: 3, name: 'Anna Berg', email: 'anna@berg.example' }])
  })

  test('each column comes with a few different samples', async () => {
    const rows = Array.from(
      { length: 20 },
      (_, index) => `Ann ${index},${index % 2 === 0 ? 'York' : ''},${'x'.repeat(100)}`,
    )
    const { columns } = await inspectFile(temporaryFile(`Name,City,About\n${rows.join('\n')}\n`))
    expect(columns[0]?.samples).toEqual(['Ann 0', 'Ann 1', 'Ann 2', 'Ann 3', 'Ann 4'])
    expect(columns[1]?.samples).toEqual(['York'])
    expect(columns[2]?.samples).toEqual([`${'x'.repeat(79)}…`])
  })
})

describe('what cannot be imported', () => {
  test.each([
    ['only headings', 'Name,Email\n', /“list\.csv” has column names and no rows under them/],
    ['an empty calendar', 'BEGIN:VCALENDAR\nEND:VCALENDAR\n', /“list\.csv” is a calendar without events/],
    ['nothing but blank lines', '\n\n  \n', /“list\.csv” is empty/],
    ['nothing but a byte order mark', '\ufeff', /“list\.csv” is empty/],
    [
      'one column of anything',
      'Sentence\nOnce upon a time there was nothing to see here 1\nThe end 2\n',
      /has only one column\. If its values stand between other signs/,
    ],
    ['one endless line', 'x'.repeat(2_200_000), /Line 1: This line is longer than 2,000,000 characters/],
    [
      'nothing but broken quotes',
      '"a" b,c\n"d" e,f\n',
      /could not be read as a table\. Line 1: A value starts/,
    ],
  ])('%s', async (_, content, sentence) => {
    await expect(inspectFile(temporaryFile(content))).rejects.toMatchObject({
      code: 'unreadable-input',
      message: expect.stringMatching(sentence),
    })
  })

  test('one column of names or addresses can be', async () => {
    const names = await readWhole(temporaryFile('Name\nAnn One\nBob Two\n'), 'members')
    expect(names.candidates.map(({ name }) => name)).toEqual(['Ann One', 'Bob Two'])
    const addresses = await readWhole(temporaryFile('ann@x.example\nbob@x.example\n'), 'members')
    expect(addresses.candidates).toEqual([
      { line: 1, email: 'ann@x.example' },
      { line: 2, email: 'bob@x.example' },
    ])
  })

  test('a kind for which the needed columns are missing is told when it comes to the plan', async () => {
    const path = temporaryFile('City,Country\nYork,UK\n')
    expect(() => planImport({ ...inspection, kind: 'members' }, {})).toThrow('members’ names or their e-mail')
    expect(() => planImport({ ...inspection, kind: 'sessions' }, {})).toThrow('the date of the session')
    expect(() => planImport({ ...inspection, kind: 'interactions' }, {})).toThrow('who reached out')
    const twice = await inspectFile(path, 'members', { mapping: ['location', 'location'] })
    expect(() => planImport(twice, {})).toThrow('Two columns are both set to “Location”')
  })
})

const inspection = await inspectFile(fixture('headerless.csv'), 'members', { mapping: [null, null, null] })

describe('dates', () => {
  const members = (...dates: string[]) =>
    temporaryFile(`Name,Joined on\n${dates.map((date, index) => `Ann ${index},${date}`).join('\n')}\n`)

  test('that can be read in two ways are asked for once, with an example', async () => {
    const path = members('03/04/2024', '05/06/2024')
    const ambiguous = await inspectFile(path)
    expect(ambiguous).toMatchObject({ dateOrder: 'ambiguous', dateEvidence: { eitherWay: '03/04/2024' } })
    expect(() => planImport(ambiguous, {})).toThrow('“03/04/2024” can be read in two ways')
    const { candidates } = await readWhole(path, 'members', { dateOrder: 'mdy' })
    expect(candidates.map(({ joinedOn }) => joinedOn)).toEqual(['2024-03-04', '2024-05-06'])
  })

  test('that contradict each other are asked for too, and the ones that do not fit are told', async () => {
    const path = members('25/03/2024', '03/26/2024', '01/02/2024')
    expect(() =>
      planImport({ ...inspection, mapping: ['name', null, null], dateOrder: 'contradictory' }, {}),
    ).toThrow('do not agree with each other')
    const {
      inspection: found,
      candidates,
      rejections,
    } = await readWhole(path, 'members', { dateOrder: 'dmy' })
    expect(found.dateOrder).toBe('contradictory')
    expect(candidates.map(({ joinedOn }) => joinedOn)).toEqual(['2024-03-25', '2024-02-01'])
    expect(rejections).toMatchObject([{ line: 3, cells: ['Ann 1', '03/26/2024'] }])
  })

  test('prove their order in the last row of a large file', async () => {
    const dates = Array.from({ length: 30_000 }, () => '03/04/2024')
    const path = members(...dates, '25/04/2024')
    expect(await inspectFile(path)).toMatchObject({
      dateOrder: 'dmy',
      rowEstimate: 30_001,
      rowsAreExact: true,
    })
    appendFileSync(path, 'Zed,04/25/2024\n')
    expect(await inspectFile(path)).toMatchObject({ dateOrder: 'contradictory' })
  })

  test('of columns that are left out are not asked for', async () => {
    const path = members('03/04/2024')
    expect(await inspectFile(path, 'members', { mapping: ['name', null] })).toMatchObject({
      dateOrder: 'unambiguous',
    })
  })

  test('are Excel’s day numbers only where the whole column is', async () => {
    const serial = await readWhole(members('45363', '45364', ''), 'members')
    expect(serial.inspection.serialDateColumns).toEqual([1])
    expect(serial.candidates.map(({ joinedOn }) => joinedOn)).toEqual(['2024-03-12', '2024-03-13', undefined])
    const mixed = await readWhole(members('2024-03-12', '2024-03-13', '45364'), 'members')
    expect(mixed.inspection.serialDateColumns).toEqual([])
    expect(mixed.rejections).toMatchObject([
      { line: 4, reason: '“45364” in “Joined on” is not a full date with day, month and year.' },
    ])
  })

  test('of wall clocks are meant in the program’s zone', async () => {
    const path = temporaryFile('from,to,at\na,b,2024-07-12 00:30\na,b,2024-07-12T00:30:00Z\n')
    const { candidates } = await readWhole(path, 'interactions', { timeZone: 'Europe/Berlin' })
    expect(candidates.map(({ at }) => at)).toEqual(['2024-07-11T22:30:00Z', '2024-07-12T00:30:00Z'])
  })
})

describe('reading', () => {
  const rows = 60_000
  const large = () => {
    const lines = Array.from({ length: rows }, (_, index) => {
      const minute = String(index % 60).padStart(2, '0')
      return `P${index % 1899},P${(index % 1899) + 1},2004-04-15T14:${minute}:01Z,message`
    })
    return temporaryFile(`from,to,at,kind\n${lines.join('\n')}\n`)
  }

  test('a large list of interactions fully, in batches, with progress', async () => {
    const path = large()
    const found = await inspectFile(path)
    expect(found.rowEstimate).toBeGreaterThan(rows * 0.98)
    expect(found.rowEstimate).toBeLessThan(rows * 1.02)
    const plan = { ...planImport(found, {}), kind: 'interactions' as const }
    const sizes: number[] = []
    const progress: number[] = []
    const onProgress = ({ rows: done }: { rows: number }) => progress.push(done)
    for await (const batch of readRows(path, plan, { onProgress })) {
      expect(batch.rejections).toEqual([])
      sizes.push(batch.candidates.length)
    }
    expect(sizes).toEqual(Array.from({ length: 60 }, () => 1000))
    expect(progress).toEqual([...progress].sort((a, b) => a - b))
    expect(progress.at(-1)).toBe(rows)
  })

  test('stops when it is told to', async () => {
    const path = large()
    const plan = { ...planImport(await inspectFile(path), {}), kind: 'interactions' as const }
    const controller = new AbortController()
    const seen: RowBatch<'interactions'>[] = []
    const reading = async () => {
      for await (const batch of readRows(path, plan, { signal: controller.signal })) {
        seen.push(batch)
        if (seen.length === 2) controller.abort()
      }
    }
    await expect(reading()).rejects.toMatchObject({ code: 'cancelled' })
    expect(seen).toHaveLength(2)
    await expect(inspectFile(path, undefined, {}, { shouldStop: () => true })).rejects.toMatchObject({
      code: 'cancelled',
    })
  })

  test('notices that the file is another one by now', async () => {
    const path = temporaryFile('Name,Email\nAnn,ann@x.example\n')
    const plan = planImport(await inspectFile(path), {})
    const again = async () => {
      for await (const batch of readRows(path, plan)) expect(batch.rejections).toEqual([])
    }
    writeFileSync(path, 'Email,Name\nann@x.example,Ann\n')
    await expect(again()).rejects.toThrow('was changed since Coppice looked at it')
    writeFileSync(path, '\nName,Email\nAnn,ann@x.example\n')
    await expect(again()).rejects.toThrow('was changed since Coppice looked at it')
  })

  test('rows with more values than columns are told, empty ones too many are not', async () => {
    const path = temporaryFile('Name,Email\nAnn,ann@x.example,,\nBob,bob@x.example,York\nCat\n')
    const { candidates, rejections } = await readWhole(path, 'members')
    expect(candidates.map(({ name }) => name)).toEqual(['Ann', 'Cat'])
    expect(rejections).toEqual([
      {
        line: 3,
        reason:
          'This row has 3 values for 2 columns. A value with “,” in it needs quotation marks around it.',
        cells: ['Bob', 'bob@x.example', 'York'],
      },
    ])
  })

  test('a file with broken rows gives all the others', async () => {
    const { candidates, rejections } = await readWhole(fixture('broken-quotes.csv'), 'members')
    expect(candidates.map(({ line, name }) => [line, name])).toEqual([
      [2, 'Ann One'],
      [4, 'Cat Three'],
      [7, 'Eve Five'],
    ])
    expect(rejections.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'A value starts with a quotation mark that is never closed.'],
      [6, expect.stringContaining('text after the mark that closes it')],
      [8, expect.stringContaining('4 values for 3 columns')],
      [9, '“not-an-address” in “Email” is not an e-mail address.'],
    ])
  })

  test('a file that was damaged anywhere gives every row or its reason, or a sentence for the whole', async () => {
    const whole = readFileSync(fixture('sessions-log.csv'))
    const bit = fc.constantFrom('"', '\n', '\r', ',', ';', '"\n', '\0', '\xff', '')
    const damage = fc.array(fc.tuple(fc.nat(whole.length), bit, fc.nat(20)), { minLength: 1, maxLength: 5 })
    const path = temporaryFile('')
    await fc.assert(
      fc.asyncProperty(damage, async (damages) => {
        let bytes: Buffer = whole
        for (const [at, added, removed] of damages) {
          bytes = Buffer.concat([
            bytes.subarray(0, at),
            Buffer.from(added, 'latin1'),
            bytes.subarray(at + removed),
          ])
        }
        writeFileSync(path, bytes)
        try {
          const found = await readWhole(path, 'sessions', { dateOrder: 'dmy' })
          expect(found.candidates.length + found.rejections.length).toBe(found.inspection.rowEstimate)
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(AppError)
        }
      }),
      { numRuns: 150 },
    )
  })

  test.each(['\n', '\r\n', '\r'])('line ends %j', async (eol) => {
    const path = temporaryFile(['Name,Email', 'Ann,ann@x.example', 'Bob,bob@x.example'].join(eol))
    const { candidates } = await readWhole(path, 'members')
    expect(candidates.map(({ line, name }) => [line, name])).toEqual([
      [2, 'Ann'],
      [3, 'Bob'],
    ])
  })

  test('the delimiter and the encoding that the user chooses are used', async () => {
    const path = temporaryFile(Buffer.from('Name|Email\nZo\xeb|a@x.example\n', 'latin1'))
    const { inspection: found, candidates } = await readWhole(path, 'members', {
      overrides: { encoding: 'windows-1252', delimiter: '|' },
    })
    expect(found).toMatchObject({ encoding: 'windows-1252', delimiter: '|' })
    expect(candidates[0]?.name).toBe('Zoë')
  })
})
