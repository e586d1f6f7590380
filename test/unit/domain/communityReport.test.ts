import { partKeys } from '@shared/domain/aliveness/parts'
import { communityReport } from '@shared/domain/communityReport/document'
import type { CommunityRecords, ReportedPart, ReportedStep } from '@shared/domain/communityReport/records'
import type { Report } from '@shared/domain/report/report'
import type { RedactionLevel } from '@shared/domain/vocabulary'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const nothing = { value: null, numerator: null, denominator: null }

function part(key: ReportedPart['key'], some: number | null, all = 40): ReportedPart {
  const reading = some === null ? nothing : { value: some / all, numerator: some, denominator: all }
  return {
    key,
    ...reading,
    missing: some === null ? 'Needs at least 5 of them; there are 0.' : null,
    before: reading,
    change: some === null ? null : 0,
    verdict: some === null ? null : 'no clear change',
    also: [],
  }
}

function community(more: Partial<CommunityRecords> = {}): CommunityRecords {
  return {
    community: {
      name: 'Field Craft',
      domain: 'Working well on the water',
      purpose: '',
      publicSpaces: null,
      privateSpaces: null,
      stage: 'maturing',
      stages: [{ stage: 'maturing', since: '2026-01-08', note: 'Zorro came' }],
      rhythmDays: 14,
      beganOn: null,
      endedOn: null,
      sponsor: null,
      coordinator: 'Zorro',
    },
    span: { from: '2026-08-29', to: '2026-11-26' },
    before: { from: '2026-05-31', to: '2026-08-28' },
    aliveness: {
      parts: partKeys.map((key) => part(key, key === 'breadth' ? 20 : null)),
      weak: ['breadth'],
      members: 40,
      people: 20,
      contacts: 90,
      contactsBefore: 90,
      imported: 0,
    },
    participation: {
      weeks: 12,
      on: '2026-11-26',
      counts: { core: 6, active: 7, peripheral: 7, outside: 20 },
      flow: { inward: 5, outward: 6, held: 29 },
      moved: [{ name: 'Zorro', from: 'core', to: 'active', on: '2026-11-12' }],
      asked: [{ name: 'Zorro', ask: 'catch before they drift', lastSeen: '2026-11-01' }],
    },
    joined: 0,
    left: 0,
    time: { by: 'week', buckets: [] },
    gatherings: [],
    borders: [],
    taken: [],
    proposed: [{ part: 'breadth', kind: 'catch', names: ['Zorro'], about: null, reasons: {} }],
    ...more,
  }
}

const reportOf = (records: CommunityRecords, redaction: RedactionLevel = 'figures') =>
  communityReport(records, { programName: 'Guild', generatedOn: '2026-11-26', redaction })

const rows = (report: Report, title: string) =>
  report.sections.flatMap(({ tables }) => tables).find((table) => table.title === title)?.rows

describe('a report of a community in figures', () => {
  it('has no names, no notes and no titles; the others have what they say', () => {
    const gathering = {
      title: 'Zorro’s farewell',
      kind: 'visit',
      heldOn: '2026-10-10',
      minutes: 60,
      isPrivate: true,
      status: 'held',
      host: 'Zorro',
      notes: 'Zorro spoke',
      members: 12,
      guests: 1,
    } as const
    const step: ReportedStep = {
      part: 'breadth',
      kind: 'catch',
      names: ['Zorro'],
      about: null,
      takenOn: '2026-10-01',
      valueThen: 0.4,
      contactsSince: 3,
    }
    const records = community({ gatherings: [gathering], taken: [step] })
    expect(JSON.stringify(reportOf(records))).not.toContain('Zorro')
    expect(rows(reportOf(records), 'Gatherings')).toEqual([['Visit', 13, '2026-10-10']])
    const named = reportOf(records, 'private')
    expect(rows(named, 'Gatherings')).toEqual([['Visit', 13, 1, '2026-10-10', 'Zorro']])
    expect(rows(named, 'Steps taken')).toEqual([
      ['Called Zorro', '2026-10-01', 'Participation breadth', 40, 50, 3],
    ])
    expect(rows(named, 'Who moved')).toEqual([['Zorro', 'core', 'active', '2026-11-12']])
    expect(JSON.stringify(named)).not.toMatch(/farewell|spoke|came"/)
    expect(JSON.stringify(reportOf(records, 'none'))).toMatch(/farewell.*Zorro spoke/)
  })

  it('never lets fewer than five be worked out from levels, parts and the number of members', () => {
    const counts = fc.record({
      core: fc.nat(9),
      active: fc.nat(9),
      peripheral: fc.nat(9),
      outside: fc.nat(9),
    })
    fc.assert(
      fc.property(counts, fc.nat(9), fc.nat(9), (levels, drifted, apart) => {
        const members = Object.values(levels).reduce((sum, count) => sum + count, 0)
        // Who took part in the longer time is at least who did in the twelve weeks.
        const seen = Math.min(members, members - levels.outside + drifted)
        const connected = Math.max(0, seen - apart)
        const base = community()
        const parts = partKeys.map((key) =>
          part(key, key === 'breadth' ? seen : key === 'connectedness' ? connected : null, members),
        )
        const report = reportOf({
          ...base,
          aliveness: { ...base.aliveness, parts, members, people: seen },
          participation: base.participation && { ...base.participation, counts: levels },
        })
        const values = new Map(rows(report, 'Parts of aliveness')?.map(([name, value]) => [name, value]))
        const told = [
          ...(rows(report, 'Levels of participation') ?? []).map(([, count]) => Number(count)),
          ...(values.has('Participation breadth') ? [seen, members - seen] : []),
          ...(values.has('Connectedness') ? [connected, members - connected] : []),
          ...(values.has('Participation breadth') && values.has('Connectedness') ? [seen - connected] : []),
        ]
        const outside = rows(report, 'Levels of participation')?.find(([level]) => level === 'Outside')?.[1]
        if (outside !== undefined && values.has('Participation breadth'))
          told.push(Math.abs(Number(outside) - (members - seen)))
        expect(told.filter((count) => count > 0 && count < 5)).toEqual([])
      }),
    )
  })

  it('tells contacts over time only where no fewer than five can be worked out from them', () => {
    const bucket = fc.record({
      contacts: fc.oneof(fc.nat(4), fc.integer({ min: 5, max: 60 }), fc.constant(0)),
    })
    const came = fc.record({ members: fc.nat(7), guests: fc.nat(3), isHeld: fc.boolean() })
    let shown = 0
    fc.assert(
      fc.property(
        fc.constantFrom('week' as const, 'month' as const),
        fc.array(bucket, { maxLength: 4 }),
        fc.array(came, { maxLength: 2 }),
        (by, contacts, gatherings) => {
          const buckets = contacts.map((one, at) => ({
            ...{ start: by === 'week' ? `2026-09-0${at + 1}` : `2026-0${at + 1}-01`, ...one },
            gatherings: at === 0 ? gatherings.filter(({ isHeld }) => isHeld).length : 0,
          }))
          const base = community()
          const report = reportOf({
            ...base,
            aliveness: { ...base.aliveness, contacts: buckets.reduce((sum, one) => sum + one.contacts, 0) },
            time: { by, buckets },
            gatherings: gatherings.map(({ isHeld, ...people }) => ({
              ...{
                title: null,
                kind: 'visit',
                heldOn: '2026-09-01',
                minutes: null,
                isPrivate: false,
                ...people,
              },
              ...{ status: isHeld ? 'held' : 'cancelled', host: null, notes: '' },
            })),
          })
          const told = rows(report, `Contacts by ${by}`)
          // Who was at a gathering of n was in contact with all others: n (n - 1) / 2 contacts tell how many came.
          const few = [
            ...buckets.map((one) => one.contacts),
            ...gatherings.flatMap(({ isHeld, members, guests }) => (isHeld ? [members + guests] : [])),
          ].filter((count) => count > 0 && count < 5)
          if (told === undefined) return
          shown++
          expect(few).toEqual([])
          expect(told.map(([start, count]) => [start, count])).toEqual(
            buckets.map((one) => [by === 'week' ? one.start : one.start.slice(0, 7), one.contacts]),
          )
        },
      ),
      { numRuns: 400 },
    )
    expect(shown).toBeGreaterThan(5)
    const buckets = [8, 3].map((contacts, at) => ({ start: `2026-09-0${at + 1}`, contacts, gatherings: 0 }))
    const records = community({ time: { by: 'week', buckets } })
    expect(rows(reportOf(records), 'Contacts by week')).toBeUndefined()
    expect(rows(reportOf(records, 'private'), 'Contacts by week')).toEqual([
      ['2026-09-01', 8],
      ['2026-09-02', 3],
    ])
  })

  it('of few people says no more than what the community is', () => {
    const base = community()
    const few = reportOf({ ...base, aliveness: { ...base.aliveness, members: 4, people: 4 } })
    expect(few.sections.map(({ title }) => title)).toEqual(['The community'])
    expect(few.reading).toMatch(/^Fewer than five people/)
    expect(
      reportOf({ ...base, aliveness: { ...base.aliveness, members: 4, people: 4 } }, 'private').sections,
    ).not.toHaveLength(1)
  })

  it('tells places only of five people or more, and no ties that point at a few', () => {
    const border = {
      border: 'location' as const,
      external: 3,
      internal: 30,
      unknown: 2,
      index: -0.8,
      chance: 0.2,
      groups: [
        { name: 'Porto', people: 20 },
        { name: 'Leeds', people: 15 },
        { name: 'Amman', people: 4 },
      ],
      ties: [
        [10, 0, 3],
        [0, 20, 0],
        [3, 0, 0],
      ],
      expected: [
        [11, 8, 6],
        [8, 9, 6],
        [6, 6, 1],
      ],
      neverMeet: [
        { a: 'Porto', b: 'Leeds', expected: 8 },
        { a: 'Leeds', b: 'Amman', expected: 6 },
      ],
    }
    const report = reportOf(community({ borders: [border] }))
    expect(rows(report, 'Ties across places')).toBeUndefined()
    expect(rows(report, 'Places with places, against chance')).toEqual([
      ['Porto', 1, 0],
      ['Leeds', 0, 2],
    ])
    expect(rows(report, 'Places that never meet')).toEqual([['Porto and Leeds', 8]])
    const named = reportOf(community({ borders: [border] }), 'private')
    expect(rows(named, 'Ties across places')?.[0]?.slice(0, 3)).toEqual(['All that are known', 3, 30])
    expect(rows(named, 'Places that never meet')).toHaveLength(2)
  })
})
