import type { OutputOf } from '@shared/contract'
import { usualDesign } from '@shared/domain/report/design'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Desk } from './cliSupport'
import { addItem, knowledgeDay } from './knowledgeSupport'
import { addMember, openTestFile, type TestFile } from './support'

describe('the topics that members want', () => {
  let file: TestFile
  beforeEach(() => {
    file = openTestFile()
  })
  afterEach(() => file.close())
  const shown = async () =>
    (await file.call('coverage.topics', { today: knowledgeDay })).map(
      ({ topic, state, wanted, mentors, items, outdated, onlyPerson }) => [
        topic.name,
        state,
        [wanted, mentors, items, outdated],
        onlyPerson?.name ?? null,
      ],
    )

  test('stand with what is missing first, then what hangs on one person, what is out of date, and the rest', async () => {
    const ana = await addMember(file, {
      name: 'Ana',
      role: 'mentor',
      status: 'active',
      skillsOffered: ['SQL', 'Writing'],
    })
    const bo = await addMember(file, {
      name: 'Bo',
      role: 'both',
      status: 'active',
      skillsOffered: ['SQL', 'Chess', 'Tides'],
    })
    for (const name of ['Cy', 'Di'])
      await addMember(file, { name, role: 'mentee', status: 'active', skillsWanted: ['Sql', 'Talks'] })
    await addMember(file, {
      name: 'Ed',
      role: 'mentee',
      status: 'active',
      skillsWanted: ['Budgets', 'SQL', 'Writing', 'Tides', 'Maps'],
    })
    await addItem(file, {
      title: 'Reading tides',
      topics: ['Tides'],
      authorIds: [ana],
      reviewOn: '2026-01-01',
    })
    await addItem(file, { title: 'Reading maps', topics: ['Maps'], authorIds: [bo] })
    const retired = await addItem(file, { title: 'Old budgets', topics: ['Budgets'], authorIds: [bo] })
    await file.call('knowledge.setState', { ids: [retired], state: 'retired', today: knowledgeDay })
    expect(await shown()).toEqual([
      ['Talks', 'missing', [2, 0, 0, 0], null],
      ['Budgets', 'missing', [1, 0, 0, 0], null],
      ['Maps', 'one person', [1, 0, 1, 0], 'Bo'],
      ['Writing', 'one person', [1, 1, 0, 0], 'Ana'],
      ['Tides', 'out of date', [1, 1, 1, 1], null],
      ['SQL', 'covered', [3, 2, 0, 0], null],
    ])
  })

  test('count neither who has left or is not there yet, nor what is offered by who is no mentor', async () => {
    expect(await shown()).toEqual([])
    await addMember(file, { name: 'Ana', role: 'mentor', status: 'alumni', skillsOffered: ['SQL'] })
    await addMember(file, { name: 'Bo', role: 'mentee', status: 'active', skillsOffered: ['SQL'] })
    await addMember(file, { name: 'Cy', role: 'mentee', status: 'active', skillsWanted: ['SQL'] })
    await addMember(file, { name: 'Di', role: 'mentee', status: 'prospect', skillsWanted: ['SQL', 'Talks'] })
    expect(await shown()).toEqual([['SQL', 'missing', [1, 0, 0, 0], null]])
  })
})

test('coverage is designed and previewed as any report is, naming nobody who refused to be named', async () => {
  const file = openTestFile()
  try {
    const ana = await addMember(file, {
      name: 'Ana Abel',
      role: 'mentor',
      status: 'active',
      skillsOffered: ['SQL'],
    })
    await addMember(file, { name: 'Cy', role: 'mentee', status: 'active', skillsWanted: ['SQL', 'Talks'] })
    const design = { ...usualDesign('coverage'), title: 'What we lack' }
    const preview = async () => file.call('reports.preview', { design, today: knowledgeDay })
    const told = await preview()
    expect(told).toMatchObject({ isEmpty: false, unwilling: 0, sessions: null })
    expect(told.html).toMatch(/What we lack.*Nobody and nothing.*Talks.*One person alone.*SQL.*Ana Abel/s)
    await file.call('consents.record', {
      memberIds: [ana],
      purpose: 'reports',
      answer: 'refused',
      answeredOn: knowledgeDay,
      how: null,
    })
    const unnamed = await preview()
    expect(unnamed.unwilling).toBe(1)
    expect(unnamed.html).not.toContain('Ana Abel')
    await expect(
      file.call('reports.pieces', { design, today: knowledgeDay, each: 'program' }),
    ).rejects.toThrow(/cannot be made for each/)
  } finally {
    file.close()
  }
})

describe('coverage', () => {
  const desk = new Desk()
  afterEach(() => desk.remove())

  test('answers with the topics of the sample program as JSON, and tells people the same as a table', async () => {
    await desk.done('sample', 'a.coppice')
    const topics = await desk.json<OutputOf<'coverage.topics'>>('coverage', '--file', 'a.coppice')
    expect(topics.length).toBeGreaterThan(0)
    const { code, out } = await desk.run('coverage', '--file', 'a.coppice')
    expect(code).toBe(0)
    const [heading, , ...lines] = out.trimEnd().split('\n')
    expect(heading).toMatch(/^topic +wanted by +mentors +written +what to know$/)
    expect(lines.map((line) => line.split(/ {2,}/)[0])).toEqual(topics.map(({ topic }) => topic.name))
  })
})
