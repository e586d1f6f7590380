import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Matching } from './matchingSupport'
import { openTestFile, type TestFile } from './support'

let file: TestFile
beforeEach(() => {
  file = openTestFile()
})
afterEach(() => file.close())

/** Two mentors and two mentees who fit crosswise. */
async function four(program: Parameters<typeof Matching.begin>[1] = {}) {
  const matching = await Matching.begin(file, program)
  const ana = await matching.add('mentor', 'Ana', { skillsOffered: ['bees'], location: 'Porto' })
  const bo = await matching.add('mentor', 'Bo', { skillsOffered: ['law'] })
  const cy = await matching.add('mentee', 'Cy', { skillsWanted: ['law'] })
  const dee = await matching.add('mentee', 'Dee', { skillsWanted: ['bees'], location: 'Porto' })
  return { matching, ana, bo, cy, dee }
}

const matches = () =>
  file.read((db) =>
    db.all<{ status: string; started: string | null; reasons: string | null; people: string }>(
      `SELECT ma.status, ma.started_on AS started, ma.reasons,
          (SELECT group_concat(m.name || ' ' || mm.side, ', ' ORDER BY mm.id)
            FROM match_members mm JOIN members m ON m.id = mm.member_id WHERE mm.match_id = ma.id) AS people
        FROM matches ma ORDER BY ma.id`,
    ),
  )

const steps = () =>
  file.read((db) =>
    db.all<{ name: string; step: string; since: string }>(
      `SELECT m.name, e.step, e.step_since AS since FROM enrolments e JOIN members m ON m.id = e.member_id ORDER BY m.name`,
    ),
  )

describe('accepting a proposal', () => {
  test('makes a match of each pair with its reasons, moves both on, and is one command', async () => {
    const { matching, cy } = await four()
    const waits = async () => {
      const [enrolment] = (await file.call('members.get', { id: cy.id })).enrolments
      const { waitsForMatch } = await file.call('enrolments.get', { id: cy.enrolmentId })
      return [enrolment?.waitsForMatch, waitsForMatch]
    }
    expect(await waits()).toEqual([true, true])
    await matching.accept({ keepAs: 'Autumn' })
    expect(await waits()).toEqual([false, false])
    expect(
      matches()
        .map(({ people, status, started }) => `${people} ${status} ${started}`)
        .sort(),
    ).toEqual(['Ana mentor, Dee mentee active 2026-11-30', 'Bo mentor, Cy mentee active 2026-11-30'])
    expect(steps().map(({ name, step, since }) => `${name} ${step} ${since}`)).toEqual([
      'Ana matched 2026-11-25',
      'Bo matched 2026-11-25',
      'Cy matched 2026-11-25',
      'Dee matched 2026-11-25',
    ])
    const reasons = matches().find(({ people }) => people.startsWith('Ana'))?.reasons ?? ''
    expect(JSON.parse(reasons)).toMatchObject({
      fit: 1,
      criteria: [{ name: 'skills', words: expect.stringContaining('bees') }, { name: 'location' }],
    })
    const pages = [1, 2].map((id) => file.call('matches.page', { id, today: '2026-11-25' }))
    expect((await Promise.all(pages)).map((page) => page.reasons)).toContainEqual(JSON.parse(reasons))
    const [kept] = await file.call('matching.kept', { programId: matching.programId })
    expect(kept).toMatchObject({ name: 'Autumn', acceptedAt: expect.any(String), outcome: { served: 2 } })
    const { proposal, setAside } = await matching.propose()
    expect(proposal.pairs).toEqual([])
    expect(setAside.map(({ name, words }) => `${name}: ${words}`)).toContain(
      'Cy: Has a match in this program.',
    )

    await file.call('history.undo', {})
    expect(matches()).toEqual([])
    expect(steps().map(({ step }) => step)).toEqual(['ready', 'ready', 'ready', 'ready'])
    expect(await file.call('matching.kept', { programId: matching.programId })).toEqual([])
  })

  test('of one pair leaves the others as they are', async () => {
    const { matching, ana, dee } = await four()
    await matching.accept({ accepted: [{ mentorId: ana.id, menteeId: dee.id }], status: 'proposed' })
    expect(matches()).toMatchObject([{ people: 'Ana mentor, Dee mentee', status: 'proposed', started: null }])
    expect(await matching.pairs()).toEqual(['Cy with Bo'])
    expect(await file.call('matching.kept', { programId: matching.programId })).toEqual([])
  })

  test('is refused when anything that the proposal depends on has changed since it was shown', async () => {
    const { matching, ana } = await four()
    const shown = await matching.shown()
    await file.call('members.setLevel', { id: ana.id, side: 'offered', skill: 'bees', level: 5 })
    await expect(matching.accept({ ...shown })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('has changed since'),
    })
    expect(matches()).toEqual([])
  })

  test('takes no pair that was not proposed, and nobody twice', async () => {
    const { matching, ana, bo, cy, dee } = await four()
    const other = [{ mentorId: ana.id, menteeId: cy.id }]
    await expect(matching.accept({ accepted: other })).rejects.toMatchObject({ code: 'conflict' })
    const own = { mentorId: bo.id, menteeId: cy.id }
    await expect(matching.accept({ accepted: [own, own] })).rejects.toMatchObject({ code: 'conflict' })
    // Also when the window claims that it was.
    const claimed = [
      { menteeId: dee.id, mentorId: ana.id, fit: 1 },
      { menteeId: dee.id, mentorId: bo.id, fit: 1 },
    ]
    const accepted = claimed.map(({ menteeId, mentorId }) => ({ menteeId, mentorId }))
    await expect(matching.accept({ pairs: claimed, accepted })).rejects.toMatchObject({ code: 'conflict' })
    expect(matches()).toEqual([])
  })

  test('gathers the mentees of a mentor in one match where the program is one of groups', async () => {
    const matching = await Matching.begin(file, { format: 'group', mentorCapacity: 3 })
    await matching.add('mentor', 'Ana')
    await matching.add('mentee', 'Cy')
    await matching.add('mentee', 'Dee')
    await matching.accept()
    expect(matches().map(({ people }) => people)).toEqual(['Ana mentor, Cy mentee, Dee mentee'])
    await matching.add('mentee', 'Eli')
    await matching.accept()
    expect(matches().map(({ people }) => people)).toEqual(['Ana mentor, Cy mentee, Dee mentee, Eli mentee'])
  })
})

test('the matches of the sample program say why they are, as if they had been proposed', async () => {
  const sizes = { members: 220, sessions: 60, interactions: 0 }
  await file.call('program.fillSample', { today: '2026-11-23', seed: 1, ...sizes })
  const pairs = matches().filter(({ people }) => /^[^,]+ mentor, [^,]+ mentee$/.test(people))
  expect(pairs.length).toBeGreaterThan(20)
  expect(pairs.filter(({ reasons }) => reasons === null)).toEqual([])
  const { reasons } = await file.call('matches.page', { id: 1, today: '2026-11-23' })
  expect(reasons?.criteria.map(({ name }) => name)).toEqual(expect.arrayContaining(['skills', 'location']))
  expect(reasons?.criteria.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(reasons?.fit ?? 0)
})

describe('a kept proposal', () => {
  test('comes out the same when it is solved again, whatever has become of its people', async () => {
    const { matching, ana } = await four()
    const { id } = await file.call('matching.keep', { ...(await matching.shown()), name: 'Before' })
    await file.call('members.setLevel', { id: ana.id, side: 'offered', skill: 'bees', level: 1 })
    expect(await file.call('matching.replayKept', { id })).toEqual({
      same: true,
      words: 'Solved again from what was kept: every pair is the same.',
    })
    const { name, pairs } = await file.call('matching.keptPairs', { id })
    expect([name, ...pairs.map(({ mentee, mentor }) => `${mentee.name} with ${mentor.name}`)].sort()).toEqual(
      ['Before', 'Cy with Bo', 'Dee with Ana'],
    )
  })

  test('that holds other pairs than come of it says so, and one that was changed is refused', async () => {
    const { matching, ana, bo, cy, dee } = await four()
    const shown = await matching.shown()
    const swapped = [
      { menteeId: cy.id, mentorId: ana.id, fit: 1 },
      { menteeId: dee.id, mentorId: bo.id, fit: 1 },
    ]
    const { id } = await file.call('matching.keep', { ...shown, pairs: swapped, name: 'Wrong' })
    expect(await file.call('matching.replayKept', { id })).toMatchObject({
      same: false,
      words: expect.stringContaining('2 of 2 pairs'),
    })
    await file.command((writer) => {
      const run = writer.value<string>('SELECT run FROM match_runs WHERE id = ?', id) ?? ''
      writer.update('match_runs', id, { run: run.replace('bees', 'wasps') })
    })
    await expect(file.call('matching.replayKept', { id })).rejects.toMatchObject({ code: 'conflict' })
    await file.call('matching.removeKept', { id })
    await expect(file.call('matching.keptPairs', { id })).rejects.toMatchObject({ code: 'not-found' })
  })
})
