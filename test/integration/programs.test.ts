import { afterEach, beforeEach, expect, test } from 'vitest'
import { addProgram, enrol, programInput } from './programSupport'
import { addMatch, addMember, openTestFile, type TestFile } from './support'

let file: TestFile
beforeEach(() => {
  file = openTestFile()
})
afterEach(() => file.close())

const today = '2026-11-25'
const weekly = { preset: 'own' as const, quick: [{ from: 0, every: 7, latest: 10 }], inDepth: [] }
const interview = { id: null, step: 'applied', role: null, text: 'Interview' } as const
const references = { id: null, step: 'applied', role: 'mentor', text: 'Two references' } as const

test('a program is kept as it was saved, with its checks in their order', async () => {
  const program = programInput({
    name: 'Leadership',
    purpose: 'Prepare for larger teams.',
    format: 'reverse',
    status: 'planned',
    startsOn: '2027-01-04',
    endsOn: '2027-06-25',
    eligibility: 'Two years here.',
    menteePlaces: 20,
    mentorCapacity: 2,
    support: weekly,
    checks: [{ id: null, step: 'closed', role: null, text: 'Looked back' }, interview, references],
  })
  const { id } = await file.call('programs.save', { id: null, program })
  const saved = await file.call('programs.get', { id })
  expect(saved).toMatchObject({
    ...program,
    checks: [
      { step: 'applied', role: null, text: 'Interview' },
      { step: 'applied', role: 'mentor', text: 'Two references' },
      { step: 'closed', role: null, text: 'Looked back' },
    ],
    copiedFrom: null,
    deletable: true,
  })
  const [first, second, last] = saved.checks
  const turned = [second, first, last].filter((check) => check !== undefined)
  await file.call('programs.save', { id, program: { ...program, checks: turned } })
  expect((await file.call('programs.get', { id })).checks).toEqual(turned)
})

test('a program that ends before it starts is refused at its end', async () => {
  const program = programInput({ startsOn: '2026-02-01', endsOn: '2026-01-31' })
  await expect(file.call('programs.save', { id: null, program })).rejects.toMatchObject({
    issues: [{ path: ['program', 'endsOn'] }],
  })
})

test('a check that goes takes its ticks with it, and undo brings both back', async () => {
  const programId = await addProgram(file, { checks: [interview] })
  const enrolment = await enrol(file, { programId, memberId: await addMember(file, { name: 'Ana Abel' }) })
  const [check] = (await file.call('programs.get', { id: programId })).checks
  await file.call('enrolments.check', { ids: [enrolment], checkId: check?.id ?? 0, doneOn: today })
  await file.call('programs.save', { id: programId, program: programInput() })
  expect((await file.call('enrolments.get', { id: enrolment })).checklist).toEqual([])
  await file.call('history.undo', {})
  expect((await file.call('enrolments.get', { id: enrolment })).checklist).toMatchObject([
    { text: 'Interview', doneOn: today },
  ])
})

test('the list tells how far everybody is, who left and who waits for long; running programs come first', async () => {
  const closed = await addProgram(file, { name: 'Old', status: 'closed', startsOn: '2020-01-06' })
  const programId = await addProgram(file, { name: 'Now' })
  const planned = await addProgram(file, { name: 'Next', status: 'planned' })
  const ana = await addMember(file, { name: 'Ana' })
  const bo = await addMember(file, { name: 'Bo' })
  const cy = await addMember(file, { name: 'Cy' })
  const dee = await addMember(file, { name: 'Dee' })
  await enrol(file, { programId, memberId: ana, onDay: '2026-11-03' })
  await enrol(file, { programId, memberId: bo, onDay: '2026-11-04' })
  await enrol(file, { programId, memberId: cy, step: 'matched', onDay: '2026-01-05' })
  const leaving = await enrol(file, { programId, memberId: dee, onDay: '2026-01-05' })
  await file.call('enrolments.drop', { ids: [leaving], onDay: today, reason: 'Not eligible', note: '' })
  await addMatch(file, { program: 'Now', mentor: ana, mentee: cy })
  const rows = await file.call('programs.list', { today })
  expect(rows.map(({ id }) => id)).toEqual([programId, planned, closed])
  expect(rows[0]).toMatchObject({
    enrolled: 4,
    taken: { mentor: 0, mentee: 1, peer: 0 },
    steps: { applied: 2, screened: 0, trained: 0, ready: 0, matched: 1, closed: 1 },
    left: 1,
    stuck: 1,
    matches: { proposed: 0, current: 1, ended: 0 },
  })
  expect(await file.call('programs.figures', { id: programId, today })).toEqual(rows[0])
  expect((await file.call('program.overview', {})).programs).toBe(2)
})

test('a copy lasts as long, has the same settings and checks, and nobody in it', async () => {
  const id = await addProgram(file, {
    name: 'Pathways 2026',
    endsOn: '2026-06-26',
    cadenceDays: 14,
    mentorCapacity: 3,
    support: weekly,
    checks: [interview, references],
  })
  await file.command((writer) => writer.update('programs', id, { matching: '{"weights":{}}' }))
  await enrol(file, { programId: id, memberId: await addMember(file, { name: 'Ana' }) })
  const copy = await file.call('programs.copy', { id, name: 'Pathways 2027', startsOn: '2027-01-04' })
  expect(await file.call('programs.get', copy)).toMatchObject({
    name: 'Pathways 2027',
    status: 'planned',
    startsOn: '2027-01-04',
    endsOn: '2027-06-25',
    cadenceDays: 14,
    mentorCapacity: 3,
    support: weekly,
    checks: [{ text: 'Interview' }, { text: 'Two references', role: 'mentor' }],
    copiedFrom: { id, name: 'Pathways 2026' },
    deletable: true,
  })
  const carried = file.read((db) => db.get('SELECT matching FROM programs WHERE id = ?', copy.id))
  expect(carried).toEqual({ matching: '{"weights":{}}' })
  const { enrolled } = await file.call('programs.figures', { ...copy, today })
  expect(enrolled).toBe(0)
  await file.call('history.undo', {})
  expect(await file.call('programs.names', {})).toMatchObject([{ name: 'Pathways 2026' }])
})

test('a program without people goes into the trash and comes back with its checks', async () => {
  const id = await addProgram(file, { name: 'Pilot', purpose: 'To try it.', checks: [interview] })
  const copy = await file.call('programs.copy', { id, name: 'Pilot 2', startsOn: '2027-01-04' })
  await file.call('programs.remove', { id })
  expect((await file.call('programs.get', copy)).copiedFrom).toBeNull()
  const { rows } = await file.call('trash.list', { page: { offset: 0, limit: 10 } })
  expect(rows).toMatchObject([
    { table: 'programs', name: 'Pilot', detail: 'To try it.', parts: { program_checks: 1 } },
  ])
  await file.call('trash.restore', { ids: rows.map((row) => row.id) })
  expect((await file.call('programs.get', { id })).checks).toMatchObject([{ text: 'Interview' }])
})

test('a program with people is closed, not deleted', async () => {
  const programId = await addProgram(file, { name: 'Pathways' })
  await enrol(file, { programId, memberId: await addMember(file, { name: 'Ana' }) })
  expect((await file.call('programs.get', { id: programId })).deletable).toBe(false)
  await expect(file.call('programs.remove', { id: programId })).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('Pathways has people'),
  })
  await file.call('programs.setStatus', { id: programId, status: 'closed' })
  expect((await file.call('programs.get', { id: programId })).status).toBe('closed')
})
