import { afterEach, beforeEach, expect, test } from 'vitest'
import { Matching } from './matchingSupport'
import { openTestFile, type TestFile } from './support'

let file: TestFile
beforeEach(() => {
  file = openTestFile()
})
afterEach(() => file.close())

const noStyle = { plan: null, rhythm: null, advice: null, talk: null }

/** Everything that stands in the tables, the history's images included. */
function everything(): string {
  return file.read((db) =>
    [
      'members',
      'topics',
      'enrolments',
      'wishes',
      'pair_rules',
      'match_runs',
      'matches',
      'changes',
      'commands',
    ]
      .map((table) => JSON.stringify(db.all(`SELECT * FROM ${table}`)))
      .join('\n'),
  )
}

test('whoever is erased is in no wish, rule, reason or kept proposal any more, nor in what these were before', async () => {
  const matching = await Matching.begin(file)
  const ana = await matching.add('mentor', 'Ana Abelone', {
    skillsOffered: ['zymurgy', 'marquetry'],
    timeZone: 'Pacific/Chatham',
    languages: ['Quenya'],
    seniority: 5,
    hours: 'Sunday 3-5',
  })
  const cy = await matching.add('mentee', 'Cyrus Colm', { skillsWanted: ['zymurgy'], manager: null })
  const bo = await matching.add('mentor', 'Boris Bell')
  const save = (enrolmentId: number, wishes: number[], faith?: string) =>
    file.call('matching.savePreferences', {
      enrolmentId,
      wishes,
      vetoes: [],
      style: { ...noStyle, advice: 4 },
      traits: faith === undefined ? [] : [{ trait: 'Faith', value: faith, asks: true }],
    })
  await save(cy.enrolmentId, [ana.id])
  await save(ana.enrolmentId, [cy.id], 'Zoroastrian')
  await file.call('matching.addRule', {
    programId: null,
    kind: 'apart',
    firstId: ana.id,
    secondId: bo.id,
    reason: 'A quarrel over marmalade',
  })
  const kept = await file.call('matching.keep', { ...(await matching.shown()), name: 'First' })
  await file.call('matching.removeKept', { id: kept.id })
  await matching.accept({ keepAs: 'Second' })
  await file.call('history.undo', {})
  await matching.accept({ keepAs: 'Third' })
  const words = ['Abelone', 'marquetry', 'Chatham', 'Quenya', 'marmalade', 'Sunday 3-5', 'Zoroastrian']
  for (const word of words) expect(everything()).toContain(word)

  await file.call('members.eraseRecords', { ids: [ana.id], reason: null })
  const left = everything()
  for (const word of words) expect(left).not.toContain(word)
  expect(file.read((db) => db.value('SELECT count(*) FROM wishes'))).toBe(0)
  expect(await file.call('matching.kept', { programId: matching.programId })).toEqual([])
  // The match goes on counting, and nobody can read from it why it was.
  expect(file.read((db) => db.all('SELECT id, reasons FROM matches'))).toMatchObject([{ reasons: null }])
  expect((await file.call('programFile.check', {})).problems).toEqual([])
})
