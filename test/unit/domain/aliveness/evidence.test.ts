import { evidenceOf } from '@shared/domain/aliveness/evidence'
import { type PartKey, partKeys } from '@shared/domain/aliveness/parts'
import { describe, expect, it } from 'vitest'
import { fates, simulate } from './communities'
import { readBoth } from './records'

/** How many records stand behind the numerator of a part and behind its denominator. */
const behind: Partial<
  Record<PartKey, (sizes: readonly number[]) => readonly [numerator: number, denominator: number]>
> = {
  breadth: ([active = 0, silent = 0]) => [active, active + silent],
  connectedness: ([largest = 0, smaller = 0, nobody = 0]) => [largest, largest + smaller + nobody],
  newcomers: ([stayed = 0, not = 0]) => [stayed, stayed + not],
  retention: ([stayed = 0, lost = 0]) => [stayed, stayed + lost],
  independence: ([others = 0, coordinators = 0]) => [others, others + coordinators],
}

describe('the records behind a figure', () => {
  it.each(fates)('add up to it in a community that is %s', (fate) => {
    const { period, profile } = readBoth(simulate(fate, 60, 3)).now
    for (const [part, add] of Object.entries(behind) as [PartKey, NonNullable<(typeof behind)[PartKey]>][]) {
      const sizes = evidenceOf(part, period).map(({ rows }) => rows.length)
      expect(add(sizes), part).toEqual([profile[part].numerator ?? 0, profile[part].denominator ?? 0])
    }
    const returns = evidenceOf('reciprocity', period).map(({ rows }) => rows.length)
    expect(returns[0]).toBe(profile.reciprocity.numerator)
    const ties = evidenceOf('boundaries', period).reduce((sum, { rows }) => sum + rows.length, 0)
    expect(ties).toBe(period.graph.ties.to.length / 2)
    const contacts = evidenceOf('evenness', period)[0]?.rows.reduce((sum, { count }) => sum + (count ?? 0), 0)
    expect(contacts).toBe(2 * period.graph.contacts)
  })

  it('are gatherings with the days between them for the rhythm, the last one first', () => {
    const { period, profile } = readBoth(simulate('thriving', 15, 1)).now
    const [{ rows = [], title = '' } = {}] = evidenceOf('rhythm', period)
    expect(title).toBe('Days with a gathering, and days since the one before')
    expect(rows).toHaveLength(profile.rhythm.inputs.gatherings ?? 0)
    expect(rows.slice(0, 3).map(({ count }) => count)).toEqual([14, 14, 14])
  })

  it('are there for every part', () => {
    const { period } = readBoth(simulate('thriving', 15, 1)).now
    for (const part of partKeys) expect(evidenceOf(part, period), part).not.toEqual([])
  })
})
