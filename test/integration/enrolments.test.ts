import type { InputOf } from '@shared/contract'
import { funnelOf } from '@shared/domain/pipeline/funnel'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addProgram, enrol } from './programSupport'
import { addMember, openTestFile, type TestFile } from './support'

let file: TestFile
let programId: number
let ana: number
let bo: number
let cy: number

beforeEach(async () => {
  file = openTestFile()
  programId = await addProgram(file, {
    checks: [
      { id: null, step: 'applied', role: null, text: 'Interview' },
      { id: null, step: 'applied', role: 'mentor', text: 'References' },
      { id: null, step: 'trained', role: null, text: 'Came to the training' },
    ],
  })
  ana = await addMember(file, { name: 'Ana Abel', location: 'Porto' })
  bo = await addMember(file, { name: 'Bo Baker', location: 'Oslo' })
  cy = await addMember(file, { name: 'Cy Cole' })
})
afterEach(() => file.close())

type Filter = InputOf<'enrolments.list'>['filter']
type SortKey = InputOf<'enrolments.list'>['sort']['by']

async function names(filter: Partial<Filter> = {}, by: SortKey = 'name', descending = false) {
  const { total, rows } = await file.call('enrolments.list', {
    filter: { ...everybody(), ...filter },
    sort: { by, descending },
    page: { offset: 0, limit: 100 },
  })
  expect(total).toBe(rows.length)
  return rows.map(({ name }) => name)
}

const everybody = (): Filter => ({
  programId,
  query: '',
  roles: [],
  steps: [],
  stuckOn: null,
  left: 'with',
  unchecked: false,
})

const checkCalled = async (text: string) =>
  (await file.call('programs.get', { id: programId })).checks.find((check) => check.text === text)?.id ?? 0
const move = (
  ids: number[],
  step: InputOf<'enrolments.move'>['step'],
  onDay: string,
  reason: string | null = null,
) => file.call('enrolments.move', { ids, step, onDay, reason })

test('members are enrolled once in each role', async () => {
  const add = (memberIds: number[], role: 'mentor' | 'mentee') =>
    file.call('enrolments.add', { programId, memberIds, role, step: 'applied', onDay: '2026-10-01' })
  expect(await add([ana, bo, ana], 'mentee')).toMatchObject({ ids: { length: 2 }, already: 0 })
  expect(await add([bo, cy], 'mentee')).toMatchObject({ ids: { length: 1 }, already: 1 })
  expect(await add([bo], 'mentor')).toMatchObject({ ids: { length: 1 }, already: 0 })
  expect(await names()).toEqual(['Ana Abel', 'Bo Baker', 'Bo Baker', 'Cy Cole'])
  const ready = await enrol(file, { programId, memberId: cy, role: 'peer', step: 'ready' })
  expect(await file.call('enrolments.get', { id: ready })).toMatchObject({
    stepSince: '2026-10-01',
    appliedOn: null,
  })
  await file.call('history.undo', {})
  await file.call('history.undo', {})
  expect(await names({ roles: ['mentor'] })).toEqual([])
  const { enrolments } = await file.call('members.get', { id: bo })
  expect(enrolments).toMatchObject([
    { program: { id: programId }, role: 'mentee', step: 'applied', left: false },
  ])
})

test('a move goes anywhere, forward, over steps and back, and each is told with its day and reason', async () => {
  const id = await enrol(file, { programId, memberId: ana, onDay: '2026-10-01' })
  await move([id], 'trained', '2026-10-09')
  await move([id], 'screened', '2026-10-10', 'Missed the second half')
  expect(await move([id], 'screened', '2026-10-11')).toEqual({ moved: 0 })
  const enrolment = await file.call('enrolments.get', { id })
  expect(enrolment).toMatchObject({ step: 'screened', stepSince: '2026-10-10' })
  expect(enrolment.moves).toMatchObject([
    { from: null, to: 'applied', on: '2026-10-01', reason: null },
    { from: 'applied', to: 'trained', on: '2026-10-09' },
    { from: 'trained', to: 'screened', on: '2026-10-10', reason: 'Missed the second half' },
  ])
  await file.call('history.undo', {})
  expect(await file.call('enrolments.get', { id })).toMatchObject({
    step: 'trained',
    stepSince: '2026-10-09',
  })
})

test('many are moved at once or none: nobody is moved to before they came where they are', async () => {
  const first = await enrol(file, { programId, memberId: ana, onDay: '2026-10-01' })
  const second = await enrol(file, { programId, memberId: bo, onDay: '2026-11-01' })
  await expect(move([first, second], 'screened', '2026-10-15')).rejects.toMatchObject({
    code: 'invalid-input',
    field: 'onDay',
    message: expect.stringContaining('Bo Baker'),
  })
  expect(await names({ steps: ['applied'] })).toEqual(['Ana Abel', 'Bo Baker'])
  expect(await move([first, second], 'screened', '2026-11-15')).toEqual({ moved: 2 })
  expect((await file.call('history.state', {})).undo?.summary).toBe('2 people moved to screened')
})

test('whoever drops out is closed with the reason, and can come back', async () => {
  const id = await enrol(file, { programId, memberId: ana, onDay: '2026-10-01' })
  await enrol(file, { programId, memberId: bo, step: 'closed', onDay: '2026-10-01' })
  await file.call('enrolments.drop', {
    ids: [id],
    onDay: '2026-10-05',
    reason: 'No time at present',
    note: 'a new child',
  })
  const left = await file.call('enrolments.get', { id })
  expect(left).toMatchObject({ step: 'closed', leftReason: 'No time at present' })
  expect(left.moves.at(-1)?.reason).toBe('No time at present: a new child')
  expect(await names({ left: 'only' })).toEqual(['Ana Abel'])
  expect(await names({ left: 'without' })).toEqual(['Bo Baker'])
  await move([id], 'applied', '2026-11-01')
  expect(await file.call('enrolments.get', { id })).toMatchObject({ step: 'applied', leftReason: null })
})

test('a check is asked of those of its role and ticked off for all of them at once', async () => {
  const mentor = await enrol(file, { programId, memberId: ana, role: 'mentor' })
  const mentee = await enrol(file, { programId, memberId: bo })
  const ids = [mentor, mentee]
  const [interview, references] = [await checkCalled('Interview'), await checkCalled('References')]
  expect(await file.call('enrolments.check', { ids, checkId: references, doneOn: '2026-10-02' })).toEqual({
    changed: 1,
  })
  expect(await file.call('enrolments.check', { ids, checkId: interview, doneOn: '2026-10-03' })).toEqual({
    changed: 2,
  })
  expect((await file.call('enrolments.get', { id: mentor })).checklist).toMatchObject([
    { text: 'Interview', doneOn: '2026-10-03' },
    { text: 'References', doneOn: '2026-10-02' },
    { text: 'Came to the training', doneOn: null },
  ])
  expect((await file.call('enrolments.get', { id: mentee })).checklist.map(({ text }) => text)).toEqual([
    'Interview',
    'Came to the training',
  ])
  expect(await names({ unchecked: true })).toEqual([])
  await file.call('enrolments.check', { ids, checkId: interview, doneOn: null })
  expect(await names({ unchecked: true })).toEqual(['Ana Abel', 'Bo Baker'])
})

test('the list is narrowed down and put in order', async () => {
  await enrol(file, { programId, memberId: ana, role: 'mentor', step: 'ready', onDay: '2026-10-20' })
  await enrol(file, { programId, memberId: bo, step: 'screened', onDay: '2026-11-20' })
  await enrol(file, { programId, memberId: cy, step: 'matched', onDay: '2026-01-05' })
  expect(await names({ query: 'oslo' })).toEqual(['Bo Baker'])
  expect(await names({ roles: ['mentee'] })).toEqual(['Bo Baker', 'Cy Cole'])
  expect(await names({ steps: ['ready', 'matched'] })).toEqual(['Ana Abel', 'Cy Cole'])
  expect(await names({ stuckOn: '2026-11-25' })).toEqual(['Ana Abel'])
  expect(await names({}, 'step')).toEqual(['Bo Baker', 'Ana Abel', 'Cy Cole'])
  expect(await names({}, 'stepSince', true)).toEqual(['Bo Baker', 'Ana Abel', 'Cy Cole'])
  expect(await names({}, 'location')).toEqual(['Bo Baker', 'Ana Abel', 'Cy Cole'])
  expect(
    await file.call('enrolments.counts', { filter: { ...everybody(), roles: ['mentee'], steps: ['ready'] } }),
  ).toEqual({
    applied: 0,
    screened: 1,
    trained: 0,
    ready: 0,
    matched: 1,
    closed: 0,
  })
})

test('the funnel is drawn from what was moved when', async () => {
  const first = await enrol(file, { programId, memberId: ana, onDay: '2026-10-01' })
  const second = await enrol(file, { programId, memberId: bo, onDay: '2026-10-01' })
  await enrol(file, { programId, memberId: cy, onDay: '2026-10-01' })
  await move([first, second], 'screened', '2026-10-11')
  await move([first], 'trained', '2026-10-12')
  await file.call('enrolments.drop', { ids: [second], onDay: '2026-10-21', reason: 'Not eligible', note: '' })
  const funnel = funnelOf(await file.call('enrolments.journeys', { programId }))
  expect(funnel.map(({ reached, lost, medianDays }) => [reached, lost, medianDays])).toEqual([
    [3, 0, 10],
    [2, 1, 5.5],
    [1, 0, null],
    [0, 0, null],
    [0, 0, null],
    [0, 0, null],
  ])
})

test('an enrolment goes into the trash with its moves and ticks, and comes back unless they are enrolled again', async () => {
  const id = await enrol(file, { programId, memberId: ana })
  await file.call('enrolments.check', {
    ids: [id],
    checkId: await checkCalled('Interview'),
    doneOn: '2026-10-03',
  })
  await file.call('enrolments.save', {
    id,
    enrolment: { appliedOn: '2026-09-30', capacity: null, goals: 'To lead', note: 'Shy' },
  })
  const before = await file.call('enrolments.get', { id })
  const { trash } = await file.call('enrolments.remove', { ids: [id] })
  const { rows } = await file.call('trash.list', { page: { offset: 0, limit: 10 } })
  expect(rows).toMatchObject([
    { name: 'Enrolment of Ana Abel', detail: 'mentee, Pathways, applied', parts: { enrolment_moves: 1 } },
  ])
  await file.call('trash.restore', { ids: trash })
  expect(await file.call('enrolments.get', { id })).toEqual(before)

  const again = await file.call('enrolments.remove', { ids: [id] })
  await enrol(file, { programId, memberId: ana })
  await expect(file.call('trash.restore', { ids: again.trash })).rejects.toMatchObject({
    code: 'conflict',
    message: 'Enrolment of Ana Abel stays in the trash: they are in the program again by now.',
  })
})

test('a member who is enrolled is archived rather than deleted', async () => {
  await enrol(file, { programId, memberId: ana })
  await expect(file.call('members.remove', { ids: [ana] })).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('1 enrolment'),
  })
})

test('the export holds what was noted, and erasing leaves how far somebody came', async () => {
  const id = await enrol(file, { programId, memberId: ana, onDay: '2026-10-01' })
  await file.call('enrolments.save', {
    id,
    enrolment: { appliedOn: null, capacity: 2, goals: 'Lead with Wystan', note: 'Wystan is shy' },
  })
  await move([id], 'screened', '2026-10-05', 'Wystan asked for it')
  await file.call('enrolments.drop', {
    ids: [id],
    onDay: '2026-10-09',
    reason: 'Wystan moved away',
    note: '',
  })
  const preview = (privateNotes: boolean) =>
    file.call('memberExport.preview', { id: ana, privateNotes, others: 'named', today: '2026-11-25' })
  expect((await preview(true)).html).toContain('Wystan is shy')
  const shared = await preview(false)
  expect(shared.html).not.toContain('Wystan is shy')
  expect(shared.html).toContain('Lead with Wystan')
  expect(shared.html).toContain('Wystan asked for it')
  expect(shared.html).toContain('1 note on an enrolment')
  expect(shared.isPrivate.others).toBeGreaterThan(0)

  await file.call('members.eraseRecords', { ids: [ana], reason: null })
  const { moves, ...left } = await file.call('enrolments.get', { id })
  expect(left).toMatchObject({
    step: 'closed',
    leftReason: 'Erased',
    goals: null,
    note: null,
    capacity: null,
  })
  expect(moves.map(({ to, on, reason }) => [to, on, reason])).toEqual([
    ['applied', '2026-10-01', null],
    ['screened', '2026-10-05', null],
    ['closed', '2026-10-09', null],
  ])
  const kept = file.read((db) =>
    db.column<string>(
      "SELECT before FROM changes WHERE before LIKE '%Wystan%' UNION SELECT summary FROM commands WHERE summary LIKE '%Ana%'",
    ),
  )
  expect(kept).toEqual([])
  expect((await file.call('programFile.check', {})).problems).toEqual([])
})

test('the history of an enrolment is told in words', async () => {
  const id = await enrol(file, { programId, memberId: ana, onDay: '2026-10-01' })
  await move([id], 'screened', '2026-10-05')
  const { lines } = await file.call('history.ofRecord', { table: 'enrolments', id, before: null, limit: 10 })
  expect(JSON.stringify(lines[0])).toContain('screened')
})
