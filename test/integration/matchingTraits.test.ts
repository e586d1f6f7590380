import { afterEach, beforeEach, expect, test } from 'vitest'
import { Matching } from './matchingSupport'
import { openTestFile, type TestFile } from './support'

let file: TestFile
beforeEach(() => {
  file = openTestFile()
})
afterEach(() => file.close())

const style = { plan: null, rhythm: null, advice: null, talk: null }

function tell(enrolmentId: number, value: string, asks: boolean, trait = 'Gender') {
  return file.call('matching.savePreferences', {
    enrolmentId,
    wishes: [],
    vetoes: [],
    style,
    traits: [{ trait, value, asks }],
  })
}

const stored = () =>
  file.read((db) => JSON.stringify(db.column<string>('SELECT traits FROM enrolments WHERE traits NOT NULL')))

test('what people told counts once somebody asks for a partner like them, and is named nowhere', async () => {
  const matching = await Matching.begin(file)
  const one = await matching.add('mentor', 'Ana')
  const other = await matching.add('mentor', 'Bo')
  const cy = await matching.add('mentee', 'Cy')
  await tell(one.enrolmentId, 'man', false)
  await tell(other.enrolmentId, ' Woman ', false, 'gender')
  await tell(cy.enrolmentId, 'woman', false)

  const before = await matching.propose()
  expect(before.askAlike).toBe(0)
  expect(before.proposal.unknown).not.toContain('alike')
  expect(before.proposal.criteria.map(({ name }) => name)).not.toContain('alike')
  // What nobody asked for is not even part of what a proposal depends on.
  const run = await file.call('matching.run', matching.request())
  expect(JSON.stringify(run)).not.toContain('woman')
  expect(await matching.pairs()).toEqual(['Cy with Ana'])

  await tell(cy.enrolmentId, 'woman', true)
  const after = await matching.propose()
  expect(after.askAlike).toBe(1)
  expect(await matching.pairs()).toEqual(['Cy with Bo'])
  const words = after.proposal.pairs[0]?.criteria.find(({ name }) => name === 'alike')?.words
  expect(words).toBe('Somebody alike was asked for: they are in 1 of 1 thing that both told.')

  await matching.accept({ keepAs: 'With what was told' })
  const match = file.read((db) => db.value<string>('SELECT reasons FROM matches'))
  const history = await file.call('history.ofRecord', {
    table: 'enrolments',
    id: cy.enrolmentId,
    before: null,
    limit: 50,
  })
  expect(history.lines.length).toBeGreaterThan(2)
  const commands = file.read((db) => db.column<number>('SELECT id FROM commands ORDER BY id'))
  const audit = await file.call('history.changes', { commands, after: null, limit: 1000 })
  expect(audit.changes.map(({ table }) => table)).toEqual(
    expect.arrayContaining(['enrolments', 'matches', 'match_runs']),
  )
  for (const text of [match, JSON.stringify(history), JSON.stringify(audit)])
    expect(text).not.toMatch(/gender|woman/i)
})

test('goes with the enrolment and comes back with it, and is told to the member', async () => {
  const matching = await Matching.begin(file)
  const { id, enrolmentId } = await matching.add('mentee', 'Cy')
  await tell(enrolmentId, 'Quaker', true, 'Faith')
  const about = { programId: matching.programId, memberId: id, role: 'mentee' as const }
  expect(await file.call('matching.preferences', about)).toMatchObject({
    traits: [{ trait: 'Faith', value: 'Quaker', asks: true }],
  })
  const { html } = await file.call('memberExport.preview', {
    id,
    privateNotes: false,
    others: 'roles',
    today: '2026-11-25',
  })
  expect(html).toContain('told for the matching: Faith Quaker (asks for somebody alike)')

  await file.call('enrolments.remove', { ids: [enrolmentId] })
  expect(stored()).toBe('[]')
  await file.call('history.undo', {})
  expect(stored()).toContain('Quaker')
})

test('the same is not told twice', async () => {
  const matching = await Matching.begin(file)
  const { enrolmentId } = await matching.add('mentee', 'Cy')
  const twice = [
    { trait: 'Faith', value: 'one', asks: true },
    { trait: ' faith', value: 'other', asks: false },
  ]
  await expect(
    file.call('matching.savePreferences', { enrolmentId, wishes: [], vetoes: [], style, traits: twice }),
  ).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('twice') })
})
