import { addDays, isCalendarDate } from '@shared/domain/calendar'
import {
  lastDayPast,
  memberDue,
  mostMonths,
  noRules,
  type RetainedMember,
  retentionRuleNames,
  rulesOf,
} from '@shared/domain/retention'
import { memberStatuses } from '@shared/domain/vocabulary'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const date = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1990-01-01', days))
const months = fc.integer({ min: 1, max: 240 })

test.each([
  ['2026-11-25', 1, '2026-10-25'],
  ['2026-03-31', 1, '2026-02-28'],
  ['2024-03-31', 1, '2024-02-29'],
  ['2026-01-15', 13, '2024-12-15'],
  ['2024-02-29', 12, '2023-02-28'],
  ['2026-05-31', 6, '2025-11-30'],
])('%s, %i months back, is %s', (today, back, expected) => {
  expect(lastDayPast(today, back)).toBe(expected)
})

test('so many months back is a day, and never later the more months they are or the earlier today is', () => {
  fc.assert(
    fc.property(date, months, months, (today, some, more) => {
      const back = lastDayPast(today, some)
      expect(isCalendarDate(back)).toBe(true)
      expect(back < today).toBe(true)
      expect(lastDayPast(today, some + more) <= back).toBe(true)
      expect(lastDayPast(addDays(today, -1), some) <= back).toBe(true)
      // A month has 28 to 31 days.
      expect(back <= addDays(today, -28 * some)).toBe(true)
      expect(back >= addDays(today, -31 * some)).toBe(true)
    }),
  )
})

const member: fc.Arbitrary<RetainedMember> = fc.record({
  status: fc.constantFrom(...memberStatuses),
  archived: fc.boolean(),
  erased: fc.boolean(),
  keep: fc.boolean(),
  lastContactOn: fc.option(date),
  joinedOn: fc.option(date),
  createdOn: date,
})
const rules = fc.record({
  members: fc.option(months),
  prospects: fc.option(months),
  notes: fc.constant(null),
  checkIns: fc.constant(null),
  history: fc.constant(null),
  trash: fc.constant(null),
})

test('no rule touches who is to be kept, who was erased, or who is active and in the directory', () => {
  fc.assert(
    fc.property(member, rules, date, (who, set, today) => {
      const due = memberDue(who, set, today)
      if (who.keep || who.erased || (who.status === 'active' && !who.archived)) expect(due).toBeNull()
      expect(memberDue(who, noRules, today)).toBeNull()
    }),
  )
})

test('nobody who was in contact within the time is past it, and who is past it stays so', () => {
  fc.assert(
    fc.property(member, rules, date, months, (who, set, today, later) => {
      const due = memberDue(who, set, today)
      const within = (name: 'members' | 'prospects') =>
        who.lastContactOn !== null &&
        who.lastContactOn > lastDayPast(today, set[name] ?? mostMonths) &&
        set[name] !== null
      if (within('members') && within('prospects')) expect(due).toBeNull()
      if (due !== null) {
        expect(set[due]).not.toBeNull()
        expect(who.lastContactOn === null || who.lastContactOn <= lastDayPast(today, set[due] ?? 0)).toBe(
          true,
        )
        expect(memberDue(who, set, addDays(today, later))).not.toBeNull()
      }
    }),
  )
})

test('who never joined is past their time only after it has run from when they were last seen', () => {
  const prospect: RetainedMember = {
    status: 'prospect',
    archived: false,
    erased: false,
    keep: false,
    lastContactOn: null,
    joinedOn: null,
    createdOn: '2026-01-10',
  }
  const set = { ...noRules, prospects: 6 }
  expect(memberDue(prospect, set, '2026-07-09')).toBeNull()
  expect(memberDue(prospect, set, '2026-07-10')).toBe('prospects')
  expect(memberDue({ ...prospect, lastContactOn: '2026-03-01' }, set, '2026-07-10')).toBeNull()
  expect(memberDue({ ...prospect, joinedOn: '2026-02-01' }, set, '2026-12-10')).toBeNull()
})

test('rules come back as they were stored, and nothing unreadable ever becomes one', () => {
  const valid = fc.record({
    members: fc.option(months),
    prospects: fc.option(months),
    notes: fc.option(months),
    checkIns: fc.option(months),
    history: fc.option(months),
    trash: fc.option(months),
  })
  fc.assert(
    fc.property(valid, (set) => {
      expect(rulesOf(JSON.stringify(set))).toEqual(set)
    }),
  )
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
      for (const name of retentionRuleNames) {
        const value = rulesOf(text)[name]
        expect(value === null || (Number.isInteger(value) && value > 0 && value <= mostMonths)).toBe(true)
      }
    }),
  )
  expect(rulesOf(undefined)).toEqual(noRules)
  expect(rulesOf('{"members":0,"notes":-3,"trash":"6","history":1e9}')).toEqual(noRules)
})
