import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Matching } from './matchingSupport'
import { addMatch, addMember, memberInput, openTestFile, type TestFile } from './support'

let file: TestFile
beforeEach(() => {
  file = openTestFile()
})
afterEach(() => file.close())

const noStyle = { plan: null, rhythm: null, advice: null, talk: null }

describe('who takes part', () => {
  test('is who is enrolled and ready; everybody else is told why not', async () => {
    const matching = await Matching.begin(file)
    await addMember(file, { name: 'Outside', role: 'mentor' })
    await matching.add('mentor', 'Ana')
    await matching.add('mentor', 'Early', { step: 'trained' })
    await matching.add('mentee', 'Cy')
    await matching.add('mentee', 'New', { step: 'applied' })
    await matching.add('mentee', 'Back', { step: 'matched' })
    const gone = await matching.add('mentee', 'Gone')
    await file.call('enrolments.drop', {
      ids: [gone.enrolmentId],
      onDay: '2026-11-20',
      reason: 'Ill',
      note: '',
    })
    const { proposal, setAside, enrolled, notActive } = await matching.propose()
    expect([enrolled, notActive]).toEqual([true, 0])
    expect(proposal.pairs).toMatchObject([{ mentee: { name: 'Cy' }, mentor: { name: 'Ana' } }])
    expect(setAside.map(({ name, words }) => `${name}: ${words}`)).toEqual([
      'Back: Was matched, and has no match that goes on. Move them back to ready to match them again.',
      'Early: Is not ready yet: trained.',
      'New: Is not ready yet: applied.',
    ])
  })

  test('has room as the enrolment says, else the program, else the member', async () => {
    const matching = await Matching.begin(file)
    const ana = await matching.add('mentor', 'Ana', { capacity: 2 })
    const mentees = ['Cy', 'Dee', 'Eli', 'Fay']
    for (const name of mentees) await matching.add('mentee', name)
    const served = async () => (await matching.propose()).proposal.outcome.served
    expect(await served()).toBe(2)
    const elsewhere = await addMember(file, { name: 'Elsewhere', role: 'mentee' })
    await addMatch(file, { program: 'Other', mentor: ana.id, mentee: elsewhere })
    // What a member takes is in all programs; what was agreed for this one is in this one.
    expect(await served()).toBe(1)
    const program = await file.call('programs.get', { id: matching.programId })
    const { id: _, copiedFrom: _from, deletable: _deletable, ...fields } = program
    await file.call('programs.save', { id: matching.programId, program: { ...fields, mentorCapacity: 3 } })
    expect(await served()).toBe(3)
    const place = { appliedOn: null, capacity: 4, goals: null, note: null }
    await file.call('enrolments.save', { id: ana.enrolmentId, enrolment: place })
    expect(await served()).toBe(4)
  })

  test('goes on with places that are left when a mentor is matched already', async () => {
    const matching = await Matching.begin(file, { mentorCapacity: 2 })
    await matching.add('mentor', 'Ana')
    await matching.add('mentee', 'Cy')
    await matching.accept()
    await matching.add('mentee', 'Dee')
    expect(await matching.pairs()).toEqual(['Dee with Ana'])
  })
})

describe('what people are compared by', () => {
  test('comes from the member and from what they said for the program', async () => {
    const matching = await Matching.begin(file)
    const ana = await matching.add('mentor', 'Ana', {
      skillsOffered: ['bees', 'law'],
      timeZone: 'Asia/Tokyo',
      hours: 'Mon 9-12',
      seniority: 4,
      languages: ['Japanese', 'English'],
    })
    const cy = await matching.add('mentee', 'Cy', {
      skillsWanted: ['bees'],
      timeZone: 'Asia/Seoul',
      hours: 'weekday mornings',
      seniority: 2,
      languages: ['English'],
    })
    await file.call('members.setLevel', { id: ana.id, side: 'offered', skill: 'Bees', level: 5 })
    await file.call('members.setLevel', { id: cy.id, side: 'wanted', skill: 'bees', level: 2 })
    for (const { enrolmentId } of [ana, cy]) {
      const enrolment = { appliedOn: null, capacity: null, goals: 'Know LAW, and rest.', note: null }
      await file.call('enrolments.save', { id: enrolmentId, enrolment })
    }
    await file.call('matching.savePreferences', {
      enrolmentId: cy.enrolmentId,
      wishes: [ana.id],
      vetoes: [],
      style: { ...noStyle, plan: 1, talk: 5 },
      traits: [],
    })
    await file.call('matching.savePreferences', {
      enrolmentId: ana.enrolmentId,
      wishes: [],
      vetoes: [],
      style: { ...noStyle, plan: 1, talk: 4 },
      traits: [],
    })
    const { proposal } = await matching.propose()
    const words = Object.fromEntries(
      (proposal.pairs[0]?.criteria ?? []).map((criterion) => [criterion.name, criterion.words]),
    )
    expect(words).toMatchObject({
      skills: expect.stringContaining('bees at level 5, wanted 2'),
      goals: expect.stringContaining('law'),
      wishes: 'This mentor is wish 1 of 1 of the mentee.',
      workingStyle: expect.stringContaining('most in “what to talk about” (5 and 4)'),
      availability: 'Both have time in 3 hours of the week; 2 would be enough.',
      timeZone: 'Both are in the same time zone.',
      language: 'Both speak English.',
      seniority: 'The mentor is 2 levels above the mentee; aimed at is 2 levels above.',
    })
    expect(
      await file.call('matching.preferences', {
        programId: matching.programId,
        memberId: cy.id,
        role: 'mentee',
      }),
    ).toMatchObject({ wishes: [{ name: 'Ana' }], vetoes: [], style: { plan: 1, rhythm: null } })
  })

  test('keeps managers, and theirs, from mentoring whom they lead', async () => {
    const matching = await Matching.begin(file)
    const head = await matching.add('mentor', 'Head')
    const between = await addMember(file, { name: 'Between', manager: head.id })
    const cy = await matching.add('mentee', 'Cy', { manager: between })
    const { proposal } = await matching.propose()
    expect(proposal.withoutMentor).toMatchObject([
      { name: 'Cy', words: 'None of 1 mentor is possible: 1 is in the same reporting line.' },
    ])
    const own = memberInput({ name: 'Cy', manager: cy.id })
    await expect(file.call('members.save', { id: cy.id, member: own })).rejects.toMatchObject({
      message: 'Nobody reports to themselves. Choose another member.',
    })
  })

  test('holds vetoes of either side, and says of which', async () => {
    const matching = await Matching.begin(file)
    const ana = await matching.add('mentor', 'Ana')
    const cy = await matching.add('mentee', 'Cy')
    const save = (enrolmentId: number, vetoes: number[], wishes: number[] = []) =>
      file.call('matching.savePreferences', { enrolmentId, wishes, vetoes, style: noStyle, traits: [] })
    await save(ana.enrolmentId, [cy.id])
    const [left] = (await matching.propose()).proposal.withoutMentor
    expect(left?.words).toBe('None of 1 mentor is possible: 1 is ruled out by the mentor.')
    await expect(save(cy.enrolmentId, [ana.id], [ana.id])).rejects.toMatchObject({ code: 'conflict' })
    await expect(save(cy.enrolmentId, [cy.id])).rejects.toMatchObject({ code: 'conflict' })
    await file.call('history.undo', {})
    expect(await matching.pairs()).toEqual(['Cy with Ana'])
  })
})

describe('rules about pairs', () => {
  test('hold in their program or in all; the last word counts', async () => {
    const matching = await Matching.begin(file)
    const ana = await matching.add('mentor', 'Ana', { skillsOffered: ['bees'] })
    const bo = await matching.add('mentor', 'Bo')
    const cy = await matching.add('mentee', 'Cy', { skillsWanted: ['bees'] })
    const { programId } = matching
    const rule = (kind: 'apart' | 'must', mentor: { id: number }, everywhere = false) =>
      file.call('matching.addRule', {
        programId: everywhere ? null : programId,
        kind,
        firstId: mentor.id,
        secondId: cy.id,
        reason: null,
      })
    const told = async () =>
      (await file.call('matching.rules', { programId })).map(
        ({ kind, first, everywhere }) => `${kind} ${first.name}${everywhere ? ' everywhere' : ''}`,
      )
    expect(await matching.pairs()).toEqual(['Cy with Ana'])
    await rule('must', bo)
    expect((await matching.propose()).proposal.pairs).toMatchObject([{ mentor: { name: 'Bo' }, how: 'must' }])
    await rule('must', ana)
    expect(await told()).toEqual(['must Ana'])
    await rule('apart', ana)
    expect(await told()).toEqual(['apart Ana'])
    expect(await matching.pairs()).toEqual(['Cy with Bo'])
    const { id } = await rule('apart', bo, true)
    expect(await told()).toEqual(['apart Bo everywhere', 'apart Ana'])
    expect(await matching.pairs()).toEqual([])
    await file.call('matching.removeRule', { id })
    expect(await matching.pairs()).toEqual(['Cy with Bo'])
    await file.call('history.undo', {})
    expect(await matching.pairs()).toEqual([])
  })

  test('what it would cost to have somebody else is told of everybody', async () => {
    const matching = await Matching.begin(file)
    const ana = await matching.add('mentor', 'Ana', { skillsOffered: ['bees'] })
    await matching.add('mentor', 'Bo', { skillsOffered: ['law'] })
    const cy = await matching.add('mentee', 'Cy', { skillsWanted: ['bees'] })
    await matching.add('mentee', 'Dee', { skillsWanted: ['law'] })
    const options = await file.call('matching.options', {
      ...matching.request(),
      side: 'mentee',
      memberId: cy.id,
    })
    expect(options).toMatchObject([
      { name: 'Ana', fit: 1, proposed: true, taken: 1, rules: [], cost: null },
      { name: 'Bo', fit: 0, proposed: false, taken: 1, rules: [], cost: { served: 0, total: -2 } },
    ])
    await file.call('matching.addRule', {
      programId: null,
      kind: 'apart',
      firstId: cy.id,
      secondId: ana.id,
      reason: 'They are married.',
    })
    const mine = await file.call('matching.options', {
      ...matching.request(),
      side: 'mentor',
      memberId: ana.id,
    })
    expect(mine.map(({ name, rules }) => [name, rules])).toEqual([
      ['Dee', []],
      ['Cy', ['kept apart']],
    ])
  })
})

describe('what counts in a program', () => {
  test('is as is usual for its format until it is saved, and goes along into a copy', async () => {
    const matching = await Matching.begin(file, { format: 'reverse' })
    const { programId } = matching
    const usual = await file.call('matching.settings', { programId })
    expect([usual.saved, usual.settings.rungsAbove]).toEqual([false, -2])
    const settings = { ...usual.settings, objective: 'fair' as const }
    await file.call('matching.saveSettings', { programId, settings })
    const { id } = await file.call('programs.copy', { id: programId, name: 'Next', startsOn: '2027-01-01' })
    expect(await file.call('matching.settings', { programId: id })).toMatchObject({ saved: true, settings })
    await file.call('matching.saveSettings', { programId, settings: null })
    expect(await file.call('matching.settings', { programId })).toEqual(usual)
  })
})
