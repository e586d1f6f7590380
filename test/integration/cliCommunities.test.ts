import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DatabaseClient } from '@main/database/client'
import { defaultSizes } from '@main/sample/sample'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkout } from '../../scripts/support/paths.mjs'
import { Desk } from './cliSupport'

const messages = fileURLToPath(new URL('../../../shared/data/collegemsg-interactions.csv', import.meta.url))

const desk = new Desk()
const sample = ['--file', 'sample.coppice']
beforeAll(async () => {
  await makeSample(desk.path('sample.coppice'))
  await desk.done('new', 'small.coppice')
  desk.write(
    'members.csv',
    'Name,Location,Department\nAna Abel,Lisbon,Finance\nBo Baker,Porto,Finance\nCy Cole,Porto,Sales\nDi Dent,Faro,\n',
  )
  await desk.done('import', 'members', 'members.csv', '--file', 'small.coppice')
  desk.write(
    'contacts.csv',
    `from,to,date,kind,community
Ana Abel,Bo Baker,2026-03-02,message,Bridges
Bo Baker,Ana Abel,2026-03-03,message,Bridges
Bo Baker,Cy Cole,2026-03-04,message,
`,
  )
  await desk.done('import', 'interactions', 'contacts.csv', '--file', 'small.coppice')
})
afterAll(() => desk.remove())

/** As it is made on one and the same day: by how much each part of aliveness has changed differs from day to day. */
async function makeSample(file: string): Promise<void> {
  const workerPath = join(checkout, 'out', 'main', 'worker.js')
  const client = await DatabaseClient.open({ file, mode: 'create', workerPath })
  try {
    await client.ask('program.begin', { name: 'sample', timeZone: 'UTC' })
    await client.ask('program.fillSample', { today: '2026-11-26', seed: 1, ...defaultSizes })
  } finally {
    await client.close()
  }
}

interface Network {
  overall: Record<string, unknown> & { ei: Record<'location' | 'department', Record<string, number | null>> }
  people: (Record<string, unknown> & { name: string })[]
  location: { neverMeet: object[]; groups: { name: string }[] }
  definitions: Record<string, string>
}

test('network measures everybody and the whole', async () => {
  const { overall, people, location, definitions } = await desk.json<Network>(
    'network',
    '--file',
    'small.coppice',
  )
  expect(overall).toMatchObject({
    from: '2026-03-02',
    to: '2026-03-04',
    nodes: 4,
    ties: 2,
    arcs: 3,
    contacts: 3,
    density: 3 / 12,
    reciprocity: 2 / 3,
    components: 2,
    isolates: 1,
    reach: 3 / 4,
    gini: expect.closeTo(1 / 3, 12),
    betweennessSampled: null,
    ei: {
      location: { index: 0, chance: expect.closeTo(2 / 3, 12), external: 1, internal: 1, unknown: 0 },
      department: { index: 0, chance: expect.closeTo(1 / 3, 12), external: 1, internal: 1, unknown: 0 },
    },
  })
  expect(
    people.map(({ name, degree, in: reachedBy, out, component }) => [
      name,
      degree,
      reachedBy,
      out,
      component,
    ]),
  ).toEqual([
    ['Ana Abel', 1, 1, 1, 1],
    ['Bo Baker', 2, 1, 2, 1],
    ['Cy Cole', 1, 1, 0, 1],
    ['Di Dent', 0, 0, 0, 2],
  ])
  expect(people[1]).toMatchObject({ id: 2, betweenness: 1 / 6 })
  expect(location.neverMeet).toHaveLength(2)
  expect(Object.keys(definitions)).toEqual(expect.arrayContaining(['degree', 'betweenness', 'ei', 'gini']))
})

test('network takes a community by its name, a period, and every contact as a meeting', async () => {
  const small = ['--file', 'small.coppice']
  const bridges = await desk.json<Network>('network', ...small, '--community', 'bridges')
  expect(bridges.people.map(({ name }) => name)).toEqual(['Ana Abel', 'Bo Baker'])
  const later = await desk.json<Network>('network', ...small, '--from', '2026-03-03', '--to', '2026-03-03')
  expect(later.overall).toMatchObject({ from: '2026-03-03', to: '2026-03-03', contacts: 1, nodes: 4 })
  const meetings = await desk.json<Network>('network', ...small, '--undirected')
  expect(meetings.overall).toMatchObject({ density: 2 / 6, reciprocity: null })
  expect(meetings.people[1]).toMatchObject({ betweenness: 1 / 3 })
  expect(await desk.run('network', ...small, '--community', 'Lanterns')).toEqual({
    code: 1,
    out: '',
    err: 'No community is called “Lanterns”. There are “Bridges”.\n',
  })
})

test('network prints tables that can be read', async () => {
  const text = await desk.done('network', '--file', 'small.coppice')
  expect(text).toMatch(/^density +0\.2500$/m)
  expect(text).toMatch(/^share of people in the largest +0\.7500$/m)
  expect(text).toMatch(/^location +1 +1 +0 +0\.0000 +0\.6667 +2$/m)
  expect(text).toMatch(/^ *2 +Bo Baker +2 +1 +2 +0\.1667 +1 +broker$/m)
  expect(await desk.done('network', ...sample)).toMatch(/^people +\d+$/m)
})

interface Aliveness {
  community: { name: string; stage: string } | null
  parts: (Record<string, unknown> & {
    key: string
    value: number | null
    missing: string | null
    change: number | null
  })[]
  number?: { value: number; low: number; high: number } | null
  coverage?: { parts: string[]; of: number }
}

test('aliveness tells every part with what it is made of', async () => {
  const { community, parts, number } = await desk.json<Aliveness>(
    'aliveness',
    ...sample,
    '--community',
    'field practice',
  )
  expect(community).toMatchObject({ name: 'Field Practice', stage: 'maturing' })
  expect(number).toBeUndefined()
  expect(parts).toHaveLength(11)
  for (const part of parts) {
    for (const what of [
      'letter',
      'name',
      'formula',
      'source',
      'minimum',
      'misleads',
      'numeratorIs',
      'denominatorIs',
      'atThisStage',
    ]) {
      expect(part[what], `${part.key} ${what}`).toEqual(expect.stringMatching(/\S/))
    }
    expect(part).toHaveProperty('inputs')
    expect(part).toHaveProperty('before')
    expect(part.value === null).toBe(part.missing !== null)
  }
  // The sample's fading community has lost its rhythm, and reaches fewer than it did.
  const of = (name: string, key: string) => {
    const found = (name === 'fading' ? parts : thriving.parts).find((part) => part.key === key)
    return { value: found?.value ?? Number.NaN, change: found?.change ?? Number.NaN }
  }
  const thriving = await desk.json<Aliveness>('aliveness', ...sample, '--community', 'Pricing and Offers')
  expect(of('fading', 'rhythm').value).toBeLessThan(of('thriving', 'rhythm').value - 0.3)
  for (const key of ['breadth', 'connectedness', 'rhythm']) {
    expect(of('fading', key).change, key).toBeLessThan(-0.05)
    expect(of('thriving', key).change, key).toBeGreaterThan(-0.05)
  }
})

test('aliveness adds a single number when it is asked for, with its coverage', async () => {
  const { number, coverage, parts } = await desk.json<Aliveness>('aliveness', ...sample, '--number')
  expect(coverage).toMatchObject({ of: 10, parts: expect.arrayContaining(['breadth', 'rhythm']) })
  expect(number?.low).toBeLessThanOrEqual(number?.value ?? 0)
  expect(number?.high).toBeLessThanOrEqual(100)
  // Value is told beside the number, with what it is made of.
  expect(coverage?.parts).not.toContain('value')
  expect(parts.find(({ key }) => key === 'value')).toMatchObject({
    value: expect.any(Number),
    denominator: expect.any(Number),
    inputs: { uses: expect.any(Number), stories: expect.any(Number) },
    source: expect.stringContaining('Wenger, Trayner and de Laat 2011'),
  })
  const text = await desk.done('aliveness', ...sample, '--number')
  expect(text).toMatch(/As a single number \d+ \(\d+ to \d+\) of 100, from \d+ of 10 parts/)
})

test('aliveness prints the parts, what is missing, and each formula', async () => {
  const text = await desk.done(
    'aliveness',
    '--file',
    'small.coppice',
    '--community',
    'Bridges',
    '--to',
    '2026-03-31',
  )
  expect(text).toMatch(/^Bridges \(potential\), 2026-01-01 to 2026-03-31; before: 2025-10-03 to 2025-12-31$/m)
  expect(text).toMatch(
    /^0 members; 2 contacts between 2 people, 0 contacts before, some of which were imported: 2$/m,
  )
  expect(text).toMatch(/^P +Participation breadth +– +– +0 +0 +No members are recorded\.$/m)
  expect(text).toMatch(/^S +Responsiveness +– .*No ask is recorded\. .*$/m)
  expect(text).toContain(
    'Participation breadth: members with at least one contact, or at one gathering / members\n',
  )
  expect(text).toContain('  At this stage: It hangs on the coordinator now, and may.\n')
  expect(text).toContain('  Source: E-I index: Krackhardt and Stern 1988')
})

test.skipIf(!existsSync(messages))(
  'the messages of a real community are measured as networkx did',
  async () => {
    await desk.done('new', 'messages.coppice')
    await desk.done('import', 'interactions', messages, '--file', 'messages.coppice')
    const { overall, people } = await desk.json<Network>('network', '--file', 'messages.coppice')
    const kept = JSON.parse(
      readFileSync(new URL('../fixtures/network/collegemsg.json', import.meta.url), 'utf8'),
    ) as {
      density: number
      reciprocity: number
      components: number[]
      betweenness: number[]
      degree: number[]
    }
    expect(overall).toMatchObject({
      nodes: 1899,
      contacts: 59_835,
      density: expect.closeTo(kept.density, 12),
      reciprocity: expect.closeTo(kept.reciprocity, 12),
      components: kept.components.length,
      largestComponent: Math.max(...kept.components),
      isolates: 0,
    })
    // Everybody is called by the number at which they first come in the file.
    const everyTenth = people.filter((_, at) => at % 10 === 0)
    expect(everyTenth.map(({ degree }) => degree)).toEqual(kept.degree)
    everyTenth.forEach(({ betweenness }, at) => {
      expect(betweenness).toBeCloseTo(kept.betweenness[at] ?? Number.NaN, 10)
    })
  },
  120_000,
)
