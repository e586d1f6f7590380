import { addDays, daysBetween, fromDayNumber } from '@shared/domain/calendar'
import { type Contact, escalation, nextDue, type Supported } from '@shared/domain/support/due'
import {
  checkInDepths,
  type Stage,
  type SupportPlan,
  stage,
  supportPresets,
} from '@shared/domain/support/plan'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const start = '2026-01-01'
const eepm4 = supportPresets['EEPM 4th edition']
const eepm5 = supportPresets['EEPM 5th edition']

function person(
  plan: SupportPlan,
  contacts: readonly Contact[] = [],
  more: Partial<Supported> = {},
): Supported {
  return { plan, startedOn: start, resumedOn: null, contacts, snooze: null, ...more }
}

const quick = (on: string): Contact => ({ on, depth: 'quick' })
const dueOn = (plan: SupportPlan, ...contacts: Contact[]) => nextDue(person(plan, contacts), start)?.dueOn

describe('the presets', () => {
  test('EEPM, 4th edition: twice in the first month, then monthly', () => {
    expect(dueOn(eepm4)).toBe('2026-01-15')
    expect(dueOn(eepm4, quick('2026-01-15'))).toBe('2026-01-29')
    expect(dueOn(eepm4, quick('2026-01-29'))).toBe('2026-02-28')
    expect(dueOn(eepm4, quick('2026-06-10'))).toBe('2026-07-10')
  })

  test('EEPM, 5th edition: quick every month, in depth every month for a quarter and then quarterly', () => {
    const due = (on: string, ...contacts: Contact[]) => nextDue(person(eepm5, contacts), on)
    expect(due('2026-01-20')).toMatchObject({
      depth: 'in depth',
      dueOn: '2026-01-31',
      preset: 'EEPM 5th edition',
    })
    // A quick one is no talk in depth, which stays due.
    expect(due('2026-02-01', quick('2026-01-30'))).toMatchObject({ depth: 'in depth', dueOn: '2026-01-31' })
    const deep: Contact = { on: addDays(start, 90), depth: 'in depth' }
    expect(due('2026-04-05', deep)).toMatchObject({ depth: 'quick', dueOn: addDays(start, 120) })
    expect(due('2026-05-05', deep, quick(addDays(start, 120)), quick(addDays(start, 150)))).toMatchObject({
      depth: 'in depth',
      dueOn: addDays(start, 180),
    })
  })

  test('an agency: monthly for a year, then quarterly', () => {
    const plan = supportPresets['monthly, then quarterly']
    expect(dueOn(plan, quick(addDays(start, 330)))).toBe(addDays(start, 360))
    expect(dueOn(plan, quick(addDays(start, 365)))).toBe(addDays(start, 455))
  })
})

test.each([
  ['2026-01-07', 'ok'],
  ['2026-01-08', 'due'],
  ['2026-01-15', 'due'],
  ['2026-01-16', 'overdue'],
  ['2026-01-22', 'overdue'],
  ['2026-01-23', 'breached'],
] as const)('on %s the first check-in of 15 January is %s', (today, state) => {
  expect(nextDue(person(eepm4), today)).toMatchObject({ dueOn: '2026-01-15', latestOn: '2026-01-22', state })
})

test('a leap day counts as a day', () => {
  const leap = person(eepm4, [quick('2028-02-15')], { startedOn: '2027-01-01' })
  expect(nextDue(leap, '2028-02-15')?.dueOn).toBe('2028-03-16')
})

test('a snooze puts off what is due, until its day or until the next contact', () => {
  const snooze = { madeOn: '2026-01-16', until: '2026-01-30' }
  expect(nextDue(person(eepm4, [], { snooze }), '2026-01-20')?.state).toBe('snoozed')
  expect(nextDue(person(eepm4, [], { snooze }), '2026-01-30')?.state).toBe('breached')
  const talked = person(eepm4, [quick('2026-01-18')], { snooze })
  expect(nextDue(talked, '2026-01-29')).toMatchObject({ state: 'due', snoozedUntil: null })
})

test('after a pause everything counts from the day it ended', () => {
  const resumed = person(eepm4, [quick('2026-02-01')], { resumedOn: '2026-05-01' })
  expect(nextDue(resumed, '2026-05-02')).toMatchObject({ since: '2026-05-01', dueOn: '2026-05-31' })
})

test('without a start the first contact is the start, and without either nothing is due', () => {
  expect(nextDue(person(eepm4, [], { startedOn: null }), start)).toBeNull()
  expect(nextDue(person(eepm4, [quick('2026-03-01')], { startedOn: null }), start)?.dueOn).toBe('2026-03-15')
})

test('what is overdue is escalated step by step, and in words', () => {
  const at = (today: string) => nextDue(person(eepm4), today)
  const said = (today: string, snoozes: number, means: string | null) => {
    const due = at(today)
    return due && escalation(due, snoozes, means)
  }
  expect(said('2026-01-15', 0, null)).toBeNull()
  expect(said('2026-01-16', 0, 'e-mail')).toBe('Last time it was by e-mail: try another way.')
  expect(said('2026-01-23', 0, 'e-mail')).toBe('Ask the other side how it is going, and agree on a day.')
  expect(said('2026-01-16', 3, null)).toContain('It was put off 3 times.')
})

const day = fc.integer({ min: 18_000, max: 22_000 }).map(fromDayNumber)
const contact: fc.Arbitrary<Contact> = fc.record({ on: day, depth: fc.constantFrom(...checkInDepths) })
const stages: fc.Arbitrary<Stage[]> = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 120 })), { maxLength: 4 })
  .chain((more) =>
    fc.integer({ min: 1, max: 120 }).map((every) => {
      const list = [stage(0, every)]
      for (const [later, interval] of more) list.push(stage((list.at(-1)?.from ?? 0) + later, interval))
      return list
    }),
  )
const plan: fc.Arbitrary<SupportPlan> = fc.oneof(
  fc.constantFrom(...Object.values(supportPresets)),
  fc.record({
    preset: fc.constant('own' as const),
    quick: stages,
    inDepth: fc.oneof(fc.constant([]), stages),
  }),
)
const supported: fc.Arbitrary<Supported> = fc.record({
  plan,
  startedOn: day,
  resumedOn: fc.option(day),
  contacts: fc.array(contact, { maxLength: 8 }),
  snooze: fc.option(fc.record({ madeOn: day, until: day })),
})

describe('whatever the plan', () => {
  test('a contact that took place earlier never puts the next check-in off', () => {
    fc.assert(
      fc.property(supported, contact, fc.nat({ max: 500 }), day, (one, moved, earlier, today) => {
        const at = (on: string) => nextDue({ ...one, contacts: [...one.contacts, { ...moved, on }] }, today)
        const [before, after] = [at(moved.on), at(addDays(moved.on, -earlier))]
        expect(before && after && after.dueOn <= before.dueOn && after.latestOn <= before.latestOn).toBe(true)
      }),
    )
  })

  test('one more contact never makes the next one due sooner', () => {
    fc.assert(
      fc.property(supported, contact, day, (one, more, today) => {
        const [before, after] = [
          nextDue(one, today),
          nextDue({ ...one, contacts: [...one.contacts, more] }, today),
        ]
        expect(before && after && after.dueOn >= before.dueOn).toBe(true)
      }),
    )
  })

  test('a talk in depth today settles whatever was due, and any contact does where no depth is asked for', () => {
    fc.assert(
      fc.property(supported, day, fc.constantFrom(...checkInDepths), (one, today, depth) => {
        const contacts = [...one.contacts.filter(({ on }) => on <= today), { on: today, depth }]
        const settled = { ...one, startedOn: one.startedOn ?? today, contacts }
        fc.pre(depth === 'in depth' || one.plan.inDepth.length === 0)
        const due = nextDue(settled, today)
        expect(due && due.dueOn > today && due.daysLate === 0).toBe(true)
        expect(due?.state === 'overdue' || due?.state === 'breached').toBe(false)
      }),
    )
  })

  test('the order of the contacts says nothing', () => {
    fc.assert(
      fc.property(supported, day, (one, today) => {
        expect(nextDue({ ...one, contacts: one.contacts.toReversed() }, today)).toEqual(nextDue(one, today))
      }),
    )
  })

  test('all that is said agrees: the state with the days, and the days with each other', () => {
    fc.assert(
      fc.property(supported, day, (one, today) => {
        const due = nextDue(one, today)
        if (!due) return
        expect(due.since < due.dueOn && due.dueOn <= due.latestOn).toBe(true)
        expect(due.daysLate).toBe(Math.max(0, daysBetween(due.dueOn, today)))
        if (due.state === 'overdue' || due.state === 'breached') expect(due.daysLate).toBeGreaterThan(0)
        if (due.state === 'snoozed') expect(due.snoozedUntil !== null && due.snoozedUntil > today).toBe(true)
      }),
    )
  })
})
