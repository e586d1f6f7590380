import { besideOf } from '@shared/domain/aliveness/beside'
import { alivenessNumber } from '@shared/domain/aliveness/number'
import type { PartKey } from '@shared/domain/aliveness/parts'
import { describe, expect, it } from 'vitest'
import { type Fate, fates, simulate } from './communities'
import { readBoth } from './records'

const sizes = [15, 60, 250, 1500]
const seeds = (size: number) => (size < 100 ? [1, 2, 3, 4, 5] : [1])

/** What each part of a community says that lives as its fate has it. */
function read(fate: Fate, size: number, seed: number) {
  const both = readBoth(simulate(fate, size, seed))
  const { profile } = both.now
  return {
    ...both,
    value: (key: PartKey) => profile[key].value ?? Number.NaN,
    aside: (key: PartKey) => profile[key].also.at(-1)?.value ?? Number.NaN,
    missing: (key: PartKey) => profile[key].missing,
  }
}

const cases = sizes.flatMap((size) => seeds(size).map((seed) => ({ size, seed })))

describe.each(cases)('among $size people (seed $seed) aliveness tells apart', ({ size, seed }) => {
  const of = Object.fromEntries(fates.map((fate) => [fate, read(fate, size, seed)])) as Record<
    Fate,
    ReturnType<typeof read>
  >
  const thriving = of.thriving

  it('a thriving community: nothing that is recorded is low', () => {
    expect(thriving.value('breadth')).toBeGreaterThan(0.9)
    expect(thriving.value('evenness')).toBeGreaterThan(0.65)
    expect(thriving.value('reciprocity')).toBeGreaterThan(0.7)
    expect(thriving.value('boundaries')).toBeGreaterThan(0.85)
    expect(thriving.value('connectedness')).toBeGreaterThan(0.9)
    expect(thriving.aside('connectedness')).toBeGreaterThan(0.9)
    expect(thriving.value('rhythm')).toBeGreaterThan(0.9)
    expect(thriving.value('retention')).toBeGreaterThan(0.9)
    expect(thriving.value('independence')).toBeGreaterThan(0.75)
    expect(thriving.value('value')).toBeGreaterThan(0.5)
    // In a small community too few join for a share to mean anything.
    if (size >= 250) expect(thriving.value('newcomers')).toBeGreaterThan(0.8)
    else expect(thriving.missing('newcomers')).toContain('Needs at least 5 members who joined')
  })

  it('one that hangs on one person: by evenness, independence, and what is left without that person', () => {
    const hero = of['one hero']
    expect(hero.value('independence')).toBeLessThan(thriving.value('independence') - 0.2)
    expect(hero.value('evenness')).toBeLessThan(thriving.value('evenness') - 0.25)
    expect(hero.aside('evenness')).toBeLessThan(0.05)
    expect(hero.aside('connectedness')).toBeLessThan(0.25)
    // What a glance would see is as good as in a thriving one.
    for (const key of ['breadth', 'connectedness', 'rhythm', 'retention'] as const) {
      expect(hero.value(key)).toBeGreaterThan(0.9)
    }
  })

  it('one that keeps to its places: by boundary reach alone', () => {
    const { value } = of.siloed
    expect(value('boundaries')).toBeLessThan(0.35)
    for (const key of ['breadth', 'reciprocity', 'rhythm', 'retention'] as const) {
      expect(value(key)).toBeGreaterThan(thriving.value(key) - 0.1)
    }
    expect(value('evenness')).toBeGreaterThan(thriving.value('evenness') - 0.2)
  })

  it('one that fades: by retention, breadth, rhythm, connectedness and value, which were good a season ago', () => {
    const { now, before, value } = of.fading
    for (const key of ['retention', 'breadth', 'rhythm', 'connectedness'] as const) {
      expect(value(key)).toBeLessThan((before.profile[key].value ?? 0) - 0.1)
      expect(before.profile[key].value).toBeGreaterThan(0.85)
    }
    // What was written before it faded lies there.
    expect(value('value')).toBeLessThan((before.profile.value.value ?? 0) - 0.1)
    const flow = besideOf(now.period, before.period).levels?.flow
    expect(flow?.outward ?? 0).toBeGreaterThan(10 * (flow?.inward ?? 0))
  })

  it('one that has just begun: by what cannot be said yet', () => {
    const { missing, value, now, before } = of['just starting']
    expect(missing('retention')).toContain('took part in the time before; there are 0')
    expect(missing('newcomers')).toContain('joined early enough to tell; there are 0')
    expect(missing('value')).toContain('Needs at least 5 pieces of knowledge')
    expect(value('breadth')).toBeLessThan(thriving.value('breadth') - 0.1)
    const { parts, number, comparison } = alivenessNumber(now, before)
    expect(parts.length).toBeLessThan(alivenessNumber(thriving.now, thriving.before).parts.length)
    expect((number?.high ?? 0) - (number?.low ?? 0)).toBeGreaterThan(3)
    expect(comparison).toBeNull()
  })
})

describe('over seasons in which nothing has changed, or everything has, the number', () => {
  const change = (fate: Fate, size: number, seed: number) => {
    const { now, before } = read(fate, size, seed)
    return alivenessNumber(now, before).comparison?.change
  }

  it.each([15, 60])('of %d people sees no clear change but by chance, and fading always', (size) => {
    const all = Array.from({ length: 20 }, (_, seed) => seed + 1)
    const steady = all.filter((seed) => change('thriving', size, seed) === 'no clear change')
    expect(steady.length).toBeGreaterThanOrEqual(17)
    expect(all.slice(0, 8).map((seed) => change('fading', size, seed))).toEqual(Array(8).fill('lower'))
  })
})
