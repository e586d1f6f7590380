import { join } from 'node:path'
import { DatabaseClient } from '@main/database/client'
import type { InputOf } from '@shared/contract'
import { usualSettings } from '@shared/domain/matching/input'
import { AppError } from '@shared/errors'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addMatch, addMember, openTestFile, type TestFile } from './support'

let file: TestFile
beforeEach(() => {
  file = openTestFile()
})
afterEach(() => file.close())

function request(changes: Partial<InputOf<'matching.propose'>> = {}): InputOf<'matching.propose'> {
  return {
    programId: 1,
    settings: usualSettings,
    apart: [],
    must: [],
    locked: [],
    explain: 'all',
    ...changes,
  }
}

/** A program without matches of its own. */
function addProgram(name: string): Promise<number> {
  return file.command((writer) =>
    writer.insert('programs', {
      name,
      purpose: '',
      starts_on: '2026-01-01',
      ends_on: null,
      cadence_days: null,
    }),
  )
}

async function addMentor(name: string, more: Partial<Parameters<typeof addMember>[1]> = {}): Promise<number> {
  return addMember(file, { name, role: 'mentor', ...more })
}

async function addMentee(name: string, more: Partial<Parameters<typeof addMember>[1]> = {}): Promise<number> {
  return addMember(file, { name, role: 'mentee', ...more })
}

async function pairsOf(changes: Partial<InputOf<'matching.propose'>> = {}) {
  const { proposal } = await file.call('matching.propose', request(changes))
  return proposal.pairs.map(({ mentee, mentor }) => `${mentee.name} with ${mentor.name}`)
}

describe('a proposal for a program', () => {
  test('goes by skills, and says so', async () => {
    await addProgram('Pathways')
    await addMentor('Ana Abel', { skillsOffered: ['bees', 'law'], location: 'Leeds' })
    await addMentor('Bo Baker', { skillsOffered: ['law'], location: 'Porto' })
    const cy = await addMentee('Cy Cole', { skillsWanted: ['bees'], location: 'Porto' })
    await addMentee('Dee Dorn', { skillsWanted: ['law'], location: 'Porto' })
    const { program, proposal } = await file.call('matching.propose', request())
    expect(program).toEqual({ id: 1, name: 'Pathways' })
    expect(proposal.outcome).toMatchObject({ mentees: 2, served: 2, blocking: 0 })
    expect(proposal.criteria).toEqual([
      { name: 'skills', weight: 25 },
      { name: 'location', weight: 5 },
    ])
    expect(proposal.unknown).toContain('goals')
    const first = proposal.pairs.find(({ mentee }) => mentee.id === cy)
    expect(first).toMatchObject({
      mentor: { name: 'Ana Abel' },
      known: 1,
      rankForMentee: { rank: 1, of: 2 },
      forMentee: { best: { name: 'Bo Baker' } },
    })
    expect(first?.fit).toBeCloseTo(25 / 30, 6)
    expect(first?.criteria.map(({ words }) => words)).toEqual([
      'Offers the one skill wanted: bees (1 of 2 mentors).',
      'From two places: Porto and Leeds.',
    ])
    expect(first?.criteria.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(first?.fit ?? 0, 9)
  })

  test('takes active members of the directory, and sets the others aside with the reason', async () => {
    await addMentor('Full', { capacity: 1 })
    const busy = await addMentor('Busy')
    await addMentor('None', { capacity: 0 })
    await addMentor('Free', { capacity: 3 })
    await addMentor('Gone', { status: 'alumni' })
    await addMentee('Soon', { status: 'invited' })
    await addMember(file, { name: 'Other', role: 'neither' })
    const archived = await addMentee('Stored')
    const known = await addMentee('Known')
    await addMentee('Looking')
    await addMatch(file, { program: 'Pathways', mentor: 1, mentee: known })
    await addMatch(file, { program: 'Elsewhere', mentor: busy, mentee: known, status: 'paused' })
    await file.command((writer) =>
      writer.update('members', archived, { archived_at: '2026-11-01T00:00:00Z' }),
    )
    const { proposal, setAside, notActive } = await file.call('matching.propose', request())
    expect(proposal.pairs.map(({ mentee, mentor }) => [mentee.name, mentor.name])).toEqual([
      ['Looking', 'Free'],
    ])
    expect(setAside.map(({ name, side, words }) => [name, side, words])).toEqual([
      ['Busy', 'mentor', 'Has 1 mentee, and has not said that they take more.'],
      ['Full', 'mentor', 'Has 1 mentee, and takes 1 at most.'],
      ['Known', 'mentee', 'Has a match in this program.'],
      ['None', 'mentor', 'Takes no mentees.'],
    ])
    expect(notActive).toBe(2)
    // In the other program nobody has a match but Known, who has one there as well.
    await file.command((writer) => writer.update('matches', 2, { status: 'completed' }))
    const elsewhere = await file.call('matching.propose', request({ programId: 2 }))
    expect(elsewhere.proposal.pairs.map(({ mentee, mentor }) => [mentee.name, mentor.name])).toEqual(
      expect.arrayContaining([['Known', 'Free']]),
    )
  })

  test('never has two again who were a match in any program, unless that is allowed', async () => {
    const ana = await addMentor('Ana Abel')
    const cy = await addMentee('Cy Cole')
    await addMatch(file, { program: 'Before', mentor: ana, mentee: cy, status: 'ended early' })
    const { proposal } = await file.call('matching.propose', request())
    expect(proposal.pairs).toEqual([])
    expect(proposal.withoutMentor).toMatchObject([
      { name: 'Cy Cole', words: 'None of 1 mentor is possible: 1 is or was their match.', best: null },
    ])
    const rules = { ...usualSettings.rules, matchedBefore: false }
    expect(await pairsOf({ settings: { ...usualSettings, rules } })).toEqual(['Cy Cole with Ana Abel'])
  })

  test('counts the mentees of a group for the mentor’s room, and two mentees of a group are no former pair', async () => {
    const ana = await addMentor('Ana Abel', { capacity: 2 })
    const cy = await addMentee('Cy Cole')
    const dee = await addMember(file, { name: 'Dee Dorn', role: 'both' })
    const group = await addMatch(file, { program: 'Pathways', mentor: ana, mentee: cy, status: 'completed' })
    await file.command((writer) =>
      writer.insert('match_members', { match_id: group, member_id: dee, side: 'mentee' }),
    )
    expect(await pairsOf()).toEqual(['Cy Cole with Dee Dorn'])
    await file.command((writer) => writer.update('matches', group, { status: 'active' }))
    const { setAside } = await file.call('matching.propose', request())
    expect(setAside).toContainEqual(
      expect.objectContaining({ name: 'Ana Abel', words: 'Has 2 mentees, and takes 2 at most.' }),
    )
  })

  test('keeps what is locked, keeps apart who shall be, and says what cannot be', async () => {
    await addProgram('Pathways')
    const ana = await addMentor('Ana Abel')
    const bo = await addMentor('Bo Baker')
    const cy = await addMentee('Cy Cole')
    const dee = await addMentee('Dee Dorn')
    expect(await pairsOf()).toEqual(['Cy Cole with Ana Abel', 'Dee Dorn with Bo Baker'])
    const locked = [{ mentorId: ana, menteeId: dee }]
    const around = await file.call('matching.propose', request({ locked, apart: [[bo, cy]] }))
    expect(around.proposal.pairs).toMatchObject([
      { mentee: { name: 'Dee Dorn' }, mentor: { name: 'Ana Abel' }, how: 'locked' },
    ])
    expect(around.proposal.withoutMentor).toMatchObject([
      { name: 'Cy Cole', rules: [{ rule: 'kept apart', count: 1 }] },
    ])
    const refused = await file.call('matching.propose', request({ locked, apart: [[ana, dee]] }))
    expect(refused.proposal.refused).toEqual([
      {
        mentee: { id: dee, name: 'Dee Dorn' },
        mentor: { id: ana, name: 'Ana Abel' },
        how: 'locked',
        words: 'The two are kept apart.',
      },
    ])
  })

  test('for a program that is gone says so', async () => {
    await expect(file.call('matching.propose', request({ programId: 9 }))).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('of a file without anybody is empty', async () => {
    await addProgram('Pathways')
    const { proposal } = await file.call('matching.propose', request())
    expect(proposal).toMatchObject({
      outcome: { mentees: 0, served: 0, total: 0, weakest: null, blocking: 0 },
      pairs: [],
      withoutMentor: [],
      withoutMentee: [],
    })
  })
})

describe('a kept run', () => {
  async function fill(): Promise<void> {
    await addProgram('Pathways')
    await addMentor('Ana Abel', { skillsOffered: ['bees'] })
    await addMentor('Bo Baker', { skillsOffered: ['law'] })
    await addMentee('Cy Cole', { skillsWanted: ['bees'] })
    await addMentee('Dee Dorn', { skillsWanted: ['law'] })
  }

  const { explain: _, ...asked } = request()

  test('gives the same proposal to the last byte, whatever has changed in the file since', async () => {
    await fill()
    const { proposal } = await file.call('matching.propose', request())
    const run = await file.call('matching.run', asked)
    expect(run).toMatchObject({ engine: proposal.run.engine, hash: proposal.run.hash })
    await file.call('members.archive', { ids: [1, 2], archived: true })
    const stored = JSON.parse(JSON.stringify(run))
    const again = await file.call('matching.replay', { run: stored, explain: 'all' })
    expect(JSON.stringify(again)).toBe(JSON.stringify(proposal))
    expect((await file.call('matching.run', asked)).hash).not.toBe(run.hash)
  })

  test('that was changed, or made by another engine, is refused', async () => {
    await fill()
    const run = await file.call('matching.run', asked)
    const [mentor, ...mentors] = run.input.mentors
    if (!mentor) throw new Error('There is no mentor.')
    const changed = { ...run, input: { ...run.input, mentors: [{ ...mentor, room: 5 }, ...mentors] } }
    await expect(file.call('matching.replay', { run: changed, explain: [] })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('has been changed'),
    })
    await expect(
      file.call('matching.replay', { run: { ...run, engine: 99 }, explain: [] }),
    ).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('version 99') })
  })
})

test('too many people to compare are refused before any is compared', async () => {
  await addProgram('Pathways')
  await file.command((writer) => {
    const rows = writer.bulk('members', ['name', 'sort_name', 'status', 'role', 'created_at', 'updated_at'])
    for (let at = 0; at < 5100; at++)
      rows.add([`M ${at}`, `M ${at}`, 'active', 'both', writer.now, writer.now])
    rows.end()
  })
  await expect(file.call('matching.propose', request())).rejects.toMatchObject({
    code: 'invalid-input',
    message: '5,100 mentees with 5,100 mentors are too many to compare; up to 5,000 with 5,000 are possible.',
  })
})

describe('on a thread of its own', () => {
  const workerPath = join(import.meta.dirname, '../../out/main/worker.js')

  test('the sample program is matched, with progress; it can be stopped, and other reads do not wait for it', async () => {
    await file.call('program.fillSample', {
      today: '2026-11-23',
      seed: 1,
      members: 2500,
      sessions: 0,
      interactions: 0,
    })
    // Nobody is enrolled in it, so that the whole directory is matched.
    const programId = await addProgram('Everybody')
    const client = await DatabaseClient.open({ file: file.path, mode: 'read', workerPath })
    try {
      const asked = request({ programId, explain: [] })
      const labels = new Set<string>()
      const whole = await client.ask('matching.propose', asked, {
        onProgress: ({ label }) => labels.add(label),
      })
      const { proposal } = whole
      expect(proposal.outcome.served).toBeGreaterThan(100)
      expect(proposal.outcome.served + proposal.withoutMentor.length).toBe(proposal.outcome.mentees)
      expect([...labels]).toContain('Comparing people')

      const stop = new AbortController()
      const stopped = client.ask(
        'matching.propose',
        { ...asked, explain: 'all' },
        {
          signal: stop.signal,
          onProgress: ({ label }) => {
            if (label === 'Explaining') stop.abort()
          },
        },
      )
      const overview = await client.ask('program.overview', {})
      expect(overview.members).toBe(2500)
      const thrown = await stopped.then(
        () => null,
        (error: unknown) => error,
      )
      expect(thrown).toBeInstanceOf(AppError)
      expect(thrown).toMatchObject({ code: 'cancelled' })
    } finally {
      await client.close()
    }
  })
})
