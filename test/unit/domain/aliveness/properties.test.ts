import { alivenessNumber } from '@shared/domain/aliveness/number'
import { numberParts, partKeys } from '@shared/domain/aliveness/parts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { simulate } from './communities'
import { type Contact, type Person, profile, readBoth, recordsOf, season } from './records'

/** People and contacts of two years, and another order of the people. */
const worlds = fc.integer({ min: 2, max: 25 }).chain((size) => {
  const group = fc.nat(3)
  const person: fc.Arbitrary<Person> = fc.record({
    location: group,
    department: group,
    joined: fc.integer({ min: season.last - 400, max: season.last + 5 }),
  })
  const contact: fc.Arbitrary<Contact> = fc
    .record({
      from: fc.nat(size - 1),
      to: fc.nat(size - 1),
      day: fc.integer({ min: season.last - 500, max: season.last + 5 }),
      met: fc.boolean(),
      gathering: fc.boolean(),
    })
    .filter(({ from, to }) => from !== to)
  return fc.record({
    people: fc.array(person, { minLength: size, maxLength: size }),
    contacts: fc.array(contact, { maxLength: 200 }),
    order: fc.shuffledSubarray(
      Array.from({ length: size }, (_, at) => at),
      { minLength: size },
    ),
  })
})

describe('the parts of aliveness', () => {
  it('lie within 0 and 1, or say what is missing', () => {
    fc.assert(
      fc.property(worlds, ({ people, contacts }) => {
        const found = profile(recordsOf(people, contacts))
        for (const key of partKeys) {
          const { value, missing, also } = found[key]
          expect(value === null, `${key}: ${value}, ${missing}`).toBe(missing !== null)
          for (const one of [value, ...also.map((side) => side.value)]) {
            if (one !== null) expect(one).toSatisfy((figure: number) => figure >= 0 && figure <= 1)
          }
        }
      }),
    )
  })

  it('do not change when people are numbered or contacts are listed otherwise', () => {
    fc.assert(
      fc.property(worlds, ({ people, contacts, order }) => {
        const placed = (person: number) => order[person] ?? 0
        const others: Person[] = []
        people.forEach((person, at) => {
          others[placed(at)] = person
        })
        const turned = contacts.map(({ from, to, ...rest }) => ({
          from: placed(from),
          to: placed(to),
          ...rest,
        }))
        const [before, after] = [
          profile(recordsOf(people, contacts)),
          profile(recordsOf(others, turned.toReversed())),
        ]
        for (const key of partKeys) {
          const [one, other] = [before[key], after[key]]
          expect(other.missing).toBe(one.missing)
          for (const figure of ['value', 'numerator', 'denominator'] as const) {
            if (one[figure] === null) expect(other[figure]).toBeNull()
            else expect(other[figure]).toBeCloseTo(one[figure], 9)
          }
        }
      }),
    )
  })

  it('of a span know nothing of what comes after it', () => {
    fc.assert(
      fc.property(worlds, ({ people, contacts }) => {
        const known = contacts.filter(({ day }) => day <= season.last)
        expect(profile(recordsOf(people, contacts))).toEqual(profile(recordsOf(people, known)))
      }),
    )
  })
})

describe('the single number', () => {
  it('is the mean of the parts that have a value, within its range', () => {
    const { now, before } = readBoth(simulate('thriving', 60, 4))
    const found = alivenessNumber(now, before)
    const values = found.parts.map((key) => now.profile[key].value ?? Number.NaN)
    expect(found.of).toBe(10)
    expect(found.parts).toEqual(numberParts.filter((key) => now.profile[key].value !== null))
    expect(found.parts).toHaveLength(8)
    expect(found.number?.value).toBeCloseTo(
      (100 * values.reduce((sum, value) => sum + value, 0)) / values.length,
      9,
    )
    const { value = 0, low = 0, high = 0 } = found.number ?? {}
    expect(low).toBeLessThan(value)
    expect(high).toBeGreaterThan(value)
    expect(high).toBeLessThanOrEqual(100)
  })

  it('is the same for the same records, and tells how far it has come', () => {
    const { now, before } = readBoth(simulate('siloed', 15, 2))
    const heard: number[] = []
    const once = alivenessNumber(now, before, (done, total) => heard.push(done / total))
    expect(alivenessNumber(now, before)).toEqual(once)
    expect(heard.at(-1)).toBe(1)
    expect(heard).toEqual(heard.toSorted((a, b) => a - b))
  })

  it('compares two seasons by the parts that both have', () => {
    const { now, before } = readBoth(simulate('fading', 15, 2))
    const { parts, comparison, changes } = alivenessNumber(now, before)
    const both = parts.filter((key) => before.profile[key].value !== null)
    expect(comparison?.parts).toEqual(both)
    expect(comparison?.change).toBe('lower')
    expect(comparison?.now.high).toBeLessThan(comparison?.before.low ?? 0)
    expect(changes.map(({ part }) => part)).toEqual([...both, 'value'])
    expect(changes.find(({ part }) => part === 'breadth')).toMatchObject({
      change: 'lower',
      now: { value: expect.closeTo(100 * (now.profile.breadth.value ?? 0), 9) },
    })
  })

  it('is nothing from fewer than three parts', () => {
    const contacts = [{ from: 0, to: 1, day: season.last }]
    const { now, before } = readBoth(recordsOf([{}, {}, {}, {}, {}], contacts))
    expect(alivenessNumber(now, before)).toMatchObject({
      number: null,
      parts: ['breadth', 'connectedness'],
      of: 10,
      comparison: null,
    })
  })
})
