import {
  type ReadinessAnswers,
  readinessAreas,
  readinessItems,
  readinessOf,
  readinessWords,
} from '@shared/domain/growth/readiness'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const all = (value: number): ReadinessAnswers =>
  Object.fromEntries(readinessItems.map(({ key }) => [key, value]))

describe('readiness', () => {
  it('has two statements for each area, each with a step and a key of its own', () => {
    expect(new Set(readinessItems.map(({ key }) => key)).size).toBe(12)
    for (const area of readinessAreas)
      expect(readinessItems.filter((item) => item.area === area)).toHaveLength(2)
    for (const { statement, step } of readinessItems)
      for (const text of [statement, step]) expect(text).toMatch(/\.$/)
  })

  it('is told by the mean of the areas, and one that is missing holds back the others', () => {
    expect(readinessOf([all(5)])).toMatchObject({ mean: 5, verdict: 'ready', plan: [] })
    expect(readinessOf([all(2)])).toMatchObject({ mean: 2, verdict: 'not yet' })
    const without = readinessOf([{ ...all(5), 'time-members': 1, 'time-coordinator': 2 }])
    expect(without.verdict).toBe('in part')
    expect(without.plan).toMatchObject([
      { area: 'time', mean: 1, step: expect.stringContaining('two hours') },
    ])
  })

  it('plans the weakest statement of the three weakest areas, the weakest first', () => {
    const { plan } = readinessOf([
      { ...all(4), 'culture-ask': 1, 'culture-give': 2, 'people-mix': 1, 'tools-keep': 2, 'energy-talk': 3 },
    ])
    expect(plan.map(({ area }) => area)).toEqual(['culture', 'people', 'tools'])
  })

  it('says nothing from too few answers, and where people see it differently', () => {
    expect(readinessOf([])).toMatchObject({ mean: null, verdict: null, plan: [] })
    const few = readinessOf([{ 'time-members': 5, 'tools-meet': 5, 'culture-ask': 5 }])
    expect(readinessWords(few)).toBe('Too little has been answered to tell.')
    const apart = readinessOf([{ ...all(4), 'sponsor-voice': 1 }, all(4)])
    expect(readinessWords(apart)).toContain('You see this very differently: Sponsor.')
  })

  it('counts everybody alike, whoever answered first', () => {
    const answers = fc.record(
      Object.fromEntries(readinessItems.map(({ key }) => [key, fc.integer({ min: 1, max: 5 })])),
    )
    fc.assert(
      fc.property(fc.array(answers, { minLength: 1, maxLength: 5 }), (checks) => {
        const found = readinessOf(checks)
        expect(readinessOf(checks.toReversed())).toEqual(found)
        for (const { mean } of found.areas) {
          expect(mean).toBeGreaterThanOrEqual(1)
          expect(mean).toBeLessThanOrEqual(5)
        }
        expect(found.plan.length).toBeLessThanOrEqual(3)
      }),
    )
  })
})
