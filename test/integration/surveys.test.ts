import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { InputOf } from '@shared/contract'
import type { SurveyColumn } from '@shared/contract/surveys'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addProgram, enrol } from './programSupport'
import { addMember, openTestFile, type TestFile } from './support'
import { addSurvey, testScale } from './surveySupport'

let file: TestFile
let programId: number
let templateId: number
beforeEach(async () => {
  file = openTestFile()
  programId = await addProgram(file)
  templateId = await addSurvey(file)
})
afterEach(() => file.close())

const answer = (memberId: number | null, answers: (number | null)[], answeredOn = '2026-06-01') =>
  file.call('surveys.answer', { templateId, programId, memberId, answeredOn, answers })
const results = () => file.call('surveys.results', { templateId, programId })

async function five(): Promise<number[]> {
  const ids: number[] = []
  for (const name of ['Ana Abel', 'Bo Berg', 'Cy Cole', 'Di Dahl', 'Ed Eble']) {
    const memberId = await addMember(file, { name, email: `${name.slice(0, 2).toLowerCase()}@x.example` })
    await enrol(file, { programId, memberId })
    ids.push(memberId)
  }
  return ids
}

describe('answers', () => {
  test('of five people are told together, of four not; undo takes the fifth away again', async () => {
    const people = await five()
    for (const member of people.slice(0, 4)) await answer(member, [5, 1, 4, 2])
    expect(await results()).toMatchObject({ people: 4, shown: false, whole: null })
    await answer(people[4] ?? null, [3, 3, 2, null])
    expect(await results()).toMatchObject({ people: 5, shown: true, subscales: [4.6, 3.6] })
    expect((await results()).sides.shown).toMatchObject([{ key: 'mentee', people: 5 }])
    await file.call('history.undo', {})
    expect(await results()).toMatchObject({ people: 4, shown: false, whole: null })
    await file.call('history.redo', {})
    expect((await results()).people).toBe(5)
  })

  test('of everybody, in no program, stand by themselves', async () => {
    const people = await five()
    const place = { templateId, programId: null }
    for (const memberId of people)
      await file.call('surveys.answer', {
        ...place,
        memberId,
        answeredOn: '2026-06-01',
        answers: [5, 1, 4, 2],
      })
    expect(await file.call('surveys.results', place)).toMatchObject({ people: 5, shown: true, whole: 4.5 })
    expect((await results()).responses).toBe(0)
    expect(await file.call('surveys.list', { programId: null })).toMatchObject([{ peopleHere: 5 }])
    expect(await file.call('surveys.list', { programId })).toMatchObject([{ peopleHere: 0, responses: 5 }])
    expect(await file.call('surveys.responses', place)).toHaveLength(5)
    await expect(
      file.call('surveys.answer', {
        ...place,
        memberId: people[0] ?? 0,
        answeredOn: '2026-06-01',
        answers: [1, 1, 1, 1],
      }),
    ).rejects.toThrow('Ana Abel has answered this survey on this day')
    const { undo } = await file.call('history.state', {})
    expect(undo?.summary).toBe('Pulse: answers of Ed Eble in no program')
  })

  test('off the scale, empty, or twice on a day are refused', async () => {
    const [ana = 0] = await five()
    await expect(answer(ana, [6, 1, 1, 1])).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(answer(ana, [1, 1])).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(answer(ana, [null, null, null, null])).rejects.toThrow('Nothing is answered yet.')
    await answer(ana, [1, 1, 1, 1])
    await expect(answer(ana, [1, 1, 1, 1])).rejects.toThrow('Ana Abel has answered this survey on this day')
    await answer(null, [1, 1, 1, 1])
    await answer(null, [1, 1, 1, 1])
  })

  test('belong to the match that the person was in at that time', async () => {
    const [ana = 0] = await five()
    const match = await file.command((writer) => {
      const id = writer.insert('matches', {
        program_id: programId,
        status: 'active',
        started_on: '2026-02-01',
      })
      writer.insert('match_members', { match_id: id, member_id: ana, side: 'mentee' })
      return id
    })
    await answer(ana, [1, 1, 1, 1], '2026-01-15')
    await answer(ana, [1, 1, 1, 1], '2026-03-15')
    const matches = file.read((db) => db.column('SELECT match_id FROM survey_responses ORDER BY answered_on'))
    expect(matches).toEqual([null, match])
  })

  test('lie in the trash when deleted, and come back with every answer', async () => {
    const [ana = 0] = await five()
    const { id } = await answer(ana, [5, 1, null, 2])
    const { trash } = await file.call('surveys.removeResponse', { id })
    const { rows } = await file.call('trash.list', { page: { offset: 0, limit: 10 } })
    expect(rows).toMatchObject([
      { name: 'Answers of Ana Abel', detail: 'Pulse · 2026-06-01', parts: { survey_answers: 3 } },
    ])
    await file.call('trash.restore', { ids: trash })
    expect(await file.call('surveys.responses', { templateId, programId })).toMatchObject([
      { name: 'Ana Abel', answeredOn: '2026-06-01' },
    ])
    expect(file.read((db) => db.column('SELECT value FROM survey_answers ORDER BY item'))).toEqual([5, 1, 2])
  })
})

describe('a survey that was answered', () => {
  const reworded = {
    ...testScale,
    items: testScale.items.map((item) => ({ ...item, text: `${item.text} Always.` })),
  }
  const save = (asVersion: boolean, name = 'Pulse', scale = reworded) =>
    file.call('surveys.saveTemplate', { id: templateId, template: { name, purpose: '', scale }, asVersion })

  test('does not change under its answers: a new version is made, and only when it is asked for', async () => {
    await answer(null, [1, 2, 3, 4])
    await expect(save(false)).rejects.toMatchObject({ code: 'conflict' })
    const { id } = await save(true)
    expect(await file.call('surveys.get', { id })).toMatchObject({ version: 2, versionOf: templateId })
    expect(await file.call('surveys.get', { id: templateId })).toMatchObject({
      scale: testScale,
      responses: 1,
    })
    const list = await file.call('surveys.list', { programId })
    expect(list.map((row) => [row.version, row.replaced, row.responsesHere])).toEqual([
      [1, true, 1],
      [2, false, 0],
    ])
  })

  test('can be called otherwise, and cannot be deleted', async () => {
    await answer(null, [1, 2, 3, 4])
    await save(false, 'Short pulse', testScale)
    expect(await file.call('surveys.get', { id: templateId })).toMatchObject({
      name: 'Short pulse',
      version: 1,
    })
    await expect(file.call('surveys.removeTemplate', { id: templateId })).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  test('without answers is changed as it is', async () => {
    expect((await save(false)).id).toBe(templateId)
    expect((await file.call('surveys.get', { id: templateId })).scale).toEqual(reworded)
  })
})

describe('a file from a form tool', () => {
  async function request(text: string, columns: SurveyColumn[]): Promise<InputOf<'surveys.import'>> {
    const path = join(dirname(file.path), 'form.csv')
    writeFileSync(path, text)
    const found = await file.call('imports.inspect', {
      file: path,
      kind: 'members',
      encoding: null,
      delimiter: null,
      headerLine: null,
      mapping: null,
    })
    return {
      templateId,
      programId,
      file: path,
      plan: {
        encoding: found.encoding,
        delimiter: found.delimiter,
        headerLine: found.headerLine,
        columns: found.columns.map(({ name }) => name),
        dateOrder: 'dmy',
      },
      columns,
      onDay: '2026-06-01',
    }
  }

  test('brings figures, words and both; every line that cannot be taken says why', async () => {
    const [ana = 0] = await five()
    await answer(ana, [1, 1, 1, 1], '2026-05-03')
    const text = [
      'Timestamp;E-mail;Open;Back;Further;Circles',
      '03/05/2026 10:00;an@x.example;5;1;4;2',
      '03/05/2026 10:01;bo@x.example;Always;never;4 - Often;2',
      '04/05/2026 10:01;Cy Cole;3;;;2',
      '04/05/2026;nobody@x.example;3;3;3;3',
      '04/05/2026;di@x.example;3;9;3;3',
      '04/05/2026;di@x.example;4 - Never;3;3;3',
      '04/05/2026;ed@x.example;;;;',
      'whenever;ed@x.example;1;1;1;1',
      ';ed@x.example;1;1;1;1',
      '04/05/2026;;1;1;1;1',
    ].join('\n')
    const asked = await request(text, ['on', 'person', 0, 1, 2, 3])
    const foreseen = await file.call('surveys.previewImport', asked)
    const done = await file.call('surveys.import', asked)
    expect(done).toEqual(foreseen)
    expect(done.taken).toBe(3)
    expect(done.rejected).toEqual([
      { line: 2, reason: 'There are answers of this person on 2026-05-03 already.' },
      { line: 5, reason: '“nobody@x.example” is nobody in the directory.' },
      { line: 6, reason: '“9” is not an answer on the scale of 5.' },
      { line: 7, reason: '“4 - Never” is not an answer on the scale of 5.' },
      { line: 8, reason: 'Nothing is answered in this row.' },
      { line: 9, reason: '“whenever” cannot be read as a day.' },
      { line: 11, reason: 'Nobody is named in this row.' },
    ])
    const sheets = await file.call('surveys.responses', { templateId, programId })
    expect(sheets.map(({ name, answeredOn }) => [name, answeredOn])).toEqual([
      ['Ed Eble', '2026-06-01'],
      ['Cy Cole', '2026-05-04'],
      ['Bo Berg', '2026-05-03'],
      ['Ana Abel', '2026-05-03'],
    ])
    await file.call('history.undo', {})
    expect(await file.call('surveys.responses', { templateId, programId })).toHaveLength(1)
  })

  test('without a column of people is taken without names', async () => {
    const lines = Array.from({ length: 6 }, (_, row) => `${(row % 5) + 1},2,4`)
    const asked = await request(`Open,Back,Further\n${lines.join('\n')}\n`, [0, 1, 2])
    expect(await file.call('surveys.import', asked)).toMatchObject({ taken: 6, rejectedCount: 0 })
    expect(await results()).toMatchObject({ people: 6, responses: 6, shown: true })
  })
})

describe('whoever answered', () => {
  test('finds it in their record', async () => {
    const [ana = 0] = await five()
    await answer(ana, [5, 1, null, 2])
    const { html } = await file.call('memberExport.preview', {
      id: ana,
      today: '2026-11-25',
      privateNotes: false,
      others: 'roles',
    })
    expect(html).toContain('We speak openly.: Always')
    expect(html).toContain('Pulse, Pathways')
  })

  test('and is erased leaves answers that count, and nothing that says whose they were', async () => {
    const [ana = 0, ...others] = await five()
    for (const member of [ana, ...others]) await answer(member, [4, 2, 4, 2])
    const forecast = await file.call('members.erasePreview', { id: ana, today: '2026-11-25' })
    expect(forecast.stays.surveys).toBe(1)
    await file.call('members.eraseRecords', { ids: [ana], reason: null })
    expect(await results()).toMatchObject({ people: 5, shown: true, whole: 4 })
    const traces = file.read((db) =>
      db.column<string>(
        `SELECT before FROM changes WHERE table_name = 'survey_responses' AND json_extract(before, '$.member_id') IS NOT NULL`,
      ),
    )
    expect(traces).toEqual([])
    expect(
      file.read((db) => db.value('SELECT count(*) FROM survey_responses WHERE member_id = ?', ana)),
    ).toBe(0)
  })
})

test('the check of a file finds an answer that is not on its scale', async () => {
  await answer(null, [1, 2, 3, 4])
  expect((await file.call('programFile.check', {})).problems).toEqual([])
  await file.command((writer) => writer.update('survey_answers', 1, { value: 6 }))
  expect((await file.call('programFile.check', {})).problems).toMatchObject([
    { what: 'An answer is not on the scale of its survey.', detail: 'survey_answers 1' },
  ])
})
