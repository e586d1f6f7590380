import { readFileSync } from 'node:fs'
import type { Writer } from '@main/database/engine/writer'
import type { OutputOf } from '@shared/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chance } from '../bench/measure'
import { Desk } from './cliSupport'
import { addProgram, enrol } from './programSupport'
import { addMember, openTestFile } from './support'

type Answer = Omit<OutputOf<'matching.propose'>, 'proposal'> & OutputOf<'matching.propose'>['proposal']

interface PeerAnswer {
  outcome: { people: number; served: number }
  pairs: { one: { name: string }; other: { name: string } }[]
  withoutPartner: { name: string; words: string }[]
}

/** Nothing here writes to it, so one folder serves all. */
const desk = new Desk()
const of = ['--file', 'a.coppice']
const newest = ['match', ...of, '--program', '#2']
beforeAll(async () => {
  await desk.done('sample', 'a.coppice')
})
afterAll(() => desk.remove())

describe('match', () => {
  test('answers with every mentee of the sample program, once, and the same each time', async () => {
    const answer = await desk.json<Answer>(...newest, '--explain')
    const { outcome, pairs, withoutMentor, program } = answer
    expect(program.name).toMatch(/, cohort \d+$/)
    expect(outcome.served).toBe(pairs.length)
    expect(outcome.served + withoutMentor.length).toBe(outcome.mentees)
    expect(new Set(pairs.map(({ mentee }) => mentee.id)).size).toBe(pairs.length)
    expect(pairs.map(({ fit }) => fit)).toEqual(pairs.map(({ fit }) => fit).toSorted((a, b) => b - a))
    expect(pairs.reduce((sum, { fit }) => sum + fit, 0)).toBeCloseTo(outcome.total, 6)
    for (const { fit, criteria, forMentee } of pairs) {
      expect(criteria.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(fit, 9)
      expect(forMentee?.best?.words).toMatch(/^Would fit .*\.$/)
    }
    expect(await desk.json<Answer>(...newest, '--explain')).toEqual(answer)
  })

  test('tells people the pairs, why, and who is left over', async () => {
    const ran = await desk.run(...newest, '--explain', '--limit', '2')
    expect(ran.code).toBe(0)
    expect(ran.out).toMatch(/^.*, cohort \d+: \d+ of \d+ mentees would have a mentor\.\n/)
    expect(ran.out).not.toContain('somebody alike')
    expect(ran.out).toMatch(/Compared by skills \(25\), goals \(25\), wishes \(20\), .* and location \(5\)\./)
    expect(ran.out).toMatch(/^mentee +mentor +fit +known +skills +goals/m)
    expect(ran.out).toMatch(/ {2}skills: \d\.\d\d × \d+ %\. Offers /)
    expect(ran.out).toMatch(/ {2}For .* choice \d+ of \d+; .*: Would fit /)
    expect(ran.out).toMatch(/^Mentors with room and without a mentee \(\d+\):$/m)
    expect(ran.out).toMatch(/^Taking no part \(\d+\):$/m)
    expect(ran.out.match(/^ {2}skills: /gm)).toHaveLength(2)
    expect(ran.err).toMatch(/^\d+ more pairs are not shown; --limit shows more\.\n$/)
  })

  test('fair has no weaker weakest pair, total no smaller total', async () => {
    const total = await desk.json<Answer>(...newest)
    const fair = await desk.json<Answer>(...newest, '--objective', 'fair')
    expect(fair.outcome.served).toBe(total.outcome.served)
    expect(fair.outcome.weakest).toBeGreaterThanOrEqual(total.outcome.weakest ?? 0)
    expect(fair.outcome.total).toBeLessThanOrEqual(total.outcome.total)
    expect(total.pairs.every(({ forMentee }) => forMentee === null)).toBe(true)
  })

  test('weighs as it is told', async () => {
    const others = 'goals=0,wishes=0,workingStyle=0,availability=0,timeZone=0,language=0,seniority=0'
    const { criteria } = await desk.json<Answer>(...newest, '--weights', `skills=0,location=2.5,${others}`)
    expect(criteria).toEqual([
      { name: 'department', weight: 5 },
      { name: 'location', weight: 2.5 },
    ])
  })

  test('keeps a run that gives the same proposal later', async () => {
    const { program, setAside, notActive, enrolled, askAlike, ...proposal } = await desk.json<Answer>(
      ...newest,
      '--keep',
      'run.json',
    )
    expect([enrolled, askAlike]).toEqual([true, 0])
    expect(setAside.length + notActive + program.id).toBeGreaterThan(2)
    expect(await desk.json('match', ...of, '--replay', 'run.json')).toEqual(proposal)
    expect(await desk.done('match', ...of, '--replay', 'run.json', '--limit', '1')).toMatch(/^The kept run: /)
    desk.write('changed.json', readFileSync(desk.path('run.json'), 'utf8').replace('"room":1', '"room":2'))
    expect(await desk.run('match', ...of, '--replay', 'changed.json')).toMatchObject({
      code: 1,
      err: expect.stringContaining('has been changed since it was kept'),
    })
  })

  test.each([
    [[], 'Name a program with --program, or a kept run with --replay.'],
    [['--program', 'None'], 'No program is called “None”. There are '],
    [['--program', 'Cross'], 'Several programs are called “Cross”: '],
    [['--program', '#2', '--weights', 'fun=2'], 'Give criteria with numbers'],
    [['--program', '#2', '--weights', 'skills=-2'], 'Give criteria with numbers'],
    [['--program', '#2', '--weights', 'skills=2000'], 'Give criteria with numbers'],
    [['--program', '#2', '--objective', 'best'], 'total, fair'],
    [['--program', '#2', '--keep', 'a.coppice'], 'What is kept needs a file of its own.'],
    [['--replay', 'missing.json'], 'This is no file that --keep has written'],
    [['--replay', 'a.coppice'], 'This is no file that --keep has written'],
  ])('%j is answered with a sentence', async (words, sentence) => {
    const ran = await desk.run('match', ...of, ...words)
    expect(ran).toMatchObject({ code: 1, out: '' })
    expect(ran.err).toContain(sentence)
  })

  test('is told by --help, with the shape of its JSON', async () => {
    const help = await desk.done('match', '--help')
    expect(help).toContain('skills=25')
    const answer = await desk.json<Answer>(...newest)
    for (const key of Object.keys(answer)) expect(help).toContain(key)
    for (const key of Object.keys(answer.pairs[0] ?? {})) expect(help).toContain(key)
  })
})

test('peers are paired off with each other, and nobody is called a mentor', async () => {
  const file = openTestFile()
  try {
    const programId = await addProgram(file, { name: 'Circle', format: 'peer' })
    const skills: [name: string, wanted: string, offered: string][] = [
      ['Ana', 'tea', 'law'],
      ['Ben', 'SQL', 'bees'],
      ['Cy', 'law', 'tea'],
      ['Dee', 'bees', 'SQL'],
      ['Eve', 'knots', 'ink'],
    ]
    for (const [name, wanted, offered] of skills) {
      const memberId = await addMember(file, { name, skillsWanted: [wanted], skillsOffered: [offered] })
      await enrol(file, { programId, memberId, role: 'peer', step: 'ready' })
    }
    const of = ['match', '--file', file.path, '--program', 'Circle'] as const
    const answer = await desk.json<PeerAnswer>(...of, '--explain', '--keep', 'circle.json')
    expect(answer.pairs.map(({ one, other }) => [one.name, other.name])).toEqual([
      ['Ana', 'Cy'],
      ['Ben', 'Dee'],
    ])
    expect(answer.outcome).toMatchObject({ people: 5, served: 4 })
    expect(answer.withoutPartner).toMatchObject([
      { name: 'Eve', words: expect.stringContaining('The number is odd'), best: { cost: { served: 0 } } },
    ])
    const text = await desk.done(...of, '--explain')
    expect(text).toContain('Circle: 4 of 5 people would have a partner.')
    expect(text).toContain('Cy offers the one skill that Ana wants: tea (1 of 5 people).')
    expect(text).toContain('Without a partner (1):')
    for (const told of [text, JSON.stringify(answer)]) expect(told).not.toMatch(/mentor|mentee/i)
    const replayed = await desk.json<PeerAnswer>('match', '--file', file.path, '--replay', 'circle.json')
    expect(replayed.pairs.map(({ one, other }) => [one.name, other.name])).toEqual([
      ['Ana', 'Cy'],
      ['Ben', 'Dee'],
    ])
    const help = await desk.done('match', '--help')
    for (const key of [...Object.keys(answer), ...Object.keys(answer.pairs[0] ?? {})])
      expect(help).toContain(key)
  } finally {
    file.close()
  }
})

test('1,000 mentees get 600 mentors with two places each', async () => {
  const file = openTestFile()
  try {
    await file.command(fill)
    const answer = await desk.json<Answer>('match', '--file', file.path, '--program', 'pathways')
    expect(answer.outcome).toMatchObject({ mentees: 1000, served: 1000 })
    const loads = new Map<number, number>()
    for (const { mentor } of answer.pairs) loads.set(mentor.id, (loads.get(mentor.id) ?? 0) + 1)
    expect(Math.max(...loads.values())).toBe(2)
    expect(new Set(answer.pairs.map(({ mentee }) => mentee.id)).size).toBe(1000)
    expect(answer.outcome.total / 1000).toBeGreaterThan(0.6)
  } finally {
    file.close()
  }
})

function fill(writer: Writer): void {
  const random = chance(7)
  writer.insert('programs', { name: 'Pathways', purpose: '', starts_on: '2026-01-01' })
  const topics = Array.from({ length: 40 }, (_, at) => writer.insert('topics', { name: `Topic ${at}` }))
  const members = writer.bulk('members', [
    'name',
    'sort_name',
    'status',
    'role',
    'capacity',
    'location',
    'created_at',
    'updated_at',
  ])
  const skills = writer.bulk('member_skills', ['member_id', 'topic_id', 'side'])
  for (let at = 0; at < 1600; at++) {
    const isMentor = at < 600
    const [name, place] = [`Person ${at}`, `Place ${Math.floor(random() * 6)}`]
    const role = isMentor ? 'mentor' : 'mentee'
    const id = members.add([name, name, 'active', role, isMentor ? 2 : null, place, writer.now, writer.now])
    for (const topic of topics.filter(() => random() < 0.1)) {
      skills.add([id, topic, isMentor ? 'offered' : 'wanted'])
    }
  }
  members.end()
  skills.end()
}
