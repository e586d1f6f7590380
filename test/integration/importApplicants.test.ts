import type { InputOf } from '@shared/contract'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { importText, requestFor } from './importSupport'
import { addProgram, enrol } from './programSupport'
import { addMember, openTestFile, type TestFile } from './support'

let file: TestFile
let programId: number
let ana: number

beforeEach(async () => {
  file = openTestFile()
  programId = await addProgram(file)
  ana = await addMember(file, { name: 'Ana Abel', email: 'ana@x.example', role: 'mentor', location: 'Porto' })
})
afterEach(() => file.close())

const applicants = `Name,Email,Department
Ana Abel,ANA@x.example,Finance
Bo Baker,bo@x.example,Sales
,,Nobody
Bo Baker,bo@x.example,Sales
`

const enrolling = (role: 'mentor' | 'mentee' | 'peer') => ({ programId, role, step: 'applied' as const })

async function enrolled() {
  const filter: InputOf<'enrolments.list'>['filter'] = {
    programId,
    query: '',
    roles: [],
    steps: [],
    stuckOn: null,
    left: 'with',
    unchecked: false,
  }
  const sort = { by: 'name', descending: false } as const
  const { rows } = await file.call('enrolments.list', { filter, sort, page: { offset: 0, limit: 100 } })
  return rows.map(({ name, role, step, appliedOn }) => [name, role, step, appliedOn])
}

test('applicants become members and are enrolled, known ones are recognised, all in one command', async () => {
  const done = await importText(file, 'members', applicants, { enrol: enrolling('mentee') })
  expect(done).toMatchObject({ added: 1, merged: 1, skipped: 1, rejectedCount: 1, enrolled: 2 })
  expect(await enrolled()).toEqual([
    ['Ana Abel', 'mentee', 'applied', '2026-11-23'],
    ['Bo Baker', 'mentee', 'applied', '2026-11-23'],
  ])
  const members = file.read((db) => db.all('SELECT name, role, department FROM members ORDER BY id'))
  expect(members).toEqual([
    { name: 'Ana Abel', role: 'mentor', department: 'Finance' },
    { name: 'Bo Baker', role: 'mentee', department: 'Sales' },
  ])
  expect((await file.call('programFile.check', {})).problems).toEqual([])
  await file.call('history.undo', {})
  expect(await enrolled()).toEqual([])
  expect(file.read((db) => db.value('SELECT count(*) FROM members'))).toBe(1)
  await file.call('history.redo', {})
  expect(await enrolled()).toHaveLength(2)
})

test('the same file once more enrols nobody twice; whoever is only known is enrolled all the same', async () => {
  await enrol(file, { programId, memberId: ana })
  const again = { enrol: enrolling('mentee'), onDuplicate: 'skip' as const }
  expect(await importText(file, 'members', applicants, again)).toMatchObject({
    added: 1,
    merged: 0,
    enrolled: 1,
  })
  expect(await importText(file, 'members', applicants, again)).toMatchObject({
    added: 0,
    merged: 0,
    skipped: 3,
    enrolled: 0,
    importId: null,
  })
  const mentors = await importText(file, 'members', applicants, { ...again, enrol: enrolling('mentor') })
  expect(mentors).toMatchObject({ added: 0, merged: 2, enrolled: 2 })
})

test('a program that is gone takes no applicants', async () => {
  const request = await requestFor(file, 'members', applicants, { enrol: enrolling('mentee') })
  await file.call('programs.remove', { id: programId })
  await expect(file.call('imports.run', request)).rejects.toMatchObject({ code: 'not-found' })
  expect(file.read((db) => db.value('SELECT count(*) FROM members'))).toBe(1)
})
