import { afterEach, beforeEach, expect, test } from 'vitest'
import { Matching } from './matchingSupport'
import { addMember, openTestFile, type TestFile } from './support'

let file: TestFile
let circle: Matching
beforeEach(async () => {
  file = openTestFile()
  circle = await Matching.begin(file, { name: 'Circle', format: 'peer' })
})
afterEach(() => file.close())

/** Ana and Cy want what the other offers, and so do Ben and Dee. */
async function four() {
  const add = (name: string, wanted: string, offered: string) =>
    circle.add('peer', name, { skillsWanted: [wanted], skillsOffered: [offered] })
  return {
    ana: await add('Ana', 'tea', 'law'),
    ben: await add('Ben', 'SQL', 'bees'),
    cy: await add('Cy', 'law', 'tea'),
    dee: await add('Dee', 'bees', 'SQL'),
  }
}

const members = () =>
  file.read((db) =>
    db.all(
      `SELECT mm.match_id AS match, m.name, mm.side FROM match_members mm JOIN members m ON m.id = mm.member_id
        ORDER BY mm.match_id, m.name`,
    ),
  )
const steps = () =>
  file.read((db) =>
    db.all('SELECT m.name, e.step FROM enrolments e JOIN members m ON m.id = e.member_id ORDER BY m.name'),
  )

test('accepted pairs of peers are matches in which both are peers, with the reasons, and both are matched', async () => {
  await four()
  expect(await circle.pairs()).toEqual(['Ana with Cy', 'Ben with Dee'])
  const { matchIds } = await circle.accept({ keepAs: 'Circle of November' })
  const [first = 0, second = 0] = matchIds
  expect(members()).toEqual([
    { match: first, name: 'Ana', side: 'peer' },
    { match: first, name: 'Cy', side: 'peer' },
    { match: second, name: 'Ben', side: 'peer' },
    { match: second, name: 'Dee', side: 'peer' },
  ])
  expect(new Set(steps().map(({ step }) => step))).toEqual(new Set(['matched']))
  const { reasons } = await file.call('matches.page', { id: first, today: '2026-12-01' })
  expect(reasons?.criteria[0]?.words).toBe(
    'Cy offers the one skill that Ana wants: tea (1 of 4 people). Ana offers the one skill that Cy wants: law (1 of 4 people).',
  )
  const [kept] = await file.call('matching.kept', { programId: circle.programId })
  expect(await file.call('matching.replayKept', { id: kept?.id ?? 0 })).toMatchObject({ same: true })
  const { setAside, proposal, peers } = await circle.propose()
  expect([peers, proposal.pairs]).toEqual([true, []])
  expect(setAside).toMatchObject([
    { name: 'Ana', side: 'peer', words: 'Has a match in this program.' },
    { name: 'Ben' },
    { name: 'Cy' },
    { name: 'Dee' },
  ])
  await file.call('history.undo', {})
  expect(members()).toEqual([])
  expect(new Set(steps().map(({ step }) => step))).toEqual(new Set(['ready']))
})

test('a locked pair holds, and the next lock with one of the two takes its place', async () => {
  const { ana, ben, cy, dee } = await four()
  const lock = (firstId: number, secondId: number) =>
    file.call('matching.addRule', {
      programId: circle.programId,
      kind: 'must',
      firstId,
      secondId,
      reason: null,
    })
  await lock(ben.id, ana.id)
  expect(await circle.pairs()).toEqual(expect.arrayContaining(['Ana with Ben', 'Cy with Dee']))
  await lock(ana.id, dee.id)
  expect(await circle.pairs()).toEqual(expect.arrayContaining(['Ana with Dee', 'Ben with Cy']))
  expect(await file.call('matching.rules', { programId: circle.programId })).toHaveLength(1)
  await lock(cy.id, ben.id)
  expect(await file.call('matching.rules', { programId: circle.programId })).toHaveLength(2)
})

test('who is enrolled as something else is named, and without anybody enrolled the directory is asked', async () => {
  const empty = await circle.propose()
  expect(empty).toMatchObject({ enrolled: false, peers: true, setAside: [] })
  await addMember(file, { name: 'Ana', role: 'mentor' })
  await addMember(file, { name: 'Ben', role: 'mentee' })
  expect(await circle.pairs()).toEqual(['Ana with Ben'])
  await circle.add('mentor', 'Cy')
  expect(await circle.propose()).toMatchObject({
    enrolled: true,
    proposal: { pairs: [] },
    setAside: [
      {
        name: 'Cy',
        side: 'mentor',
        words: 'Is enrolled as a mentor, and in this program everybody is a peer.',
      },
    ],
  })
})

test('whoever is erased is in no kept proposal among peers any more', async () => {
  const { ana } = await four()
  await file.call('matching.keep', { ...(await circle.shown()), name: 'First' })
  await file.call('members.eraseRecords', { ids: [ana.id], reason: null })
  expect(await file.call('matching.kept', { programId: circle.programId })).toEqual([])
})
