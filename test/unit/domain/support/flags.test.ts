import { nextDue } from '@shared/domain/support/due'
import {
  type FlagToSetAside,
  flagsOf,
  flagsToSetAside,
  isSetAside,
  type MatchFacts,
  type PersonFacts,
} from '@shared/domain/support/flags'
import { supportPresets } from '@shared/domain/support/plan'
import { expect, test } from 'vitest'

const today = '2026-11-25'

function person(name: string, lastCheckInOn: string | null, reachedOut = 0): PersonFacts {
  const due = nextDue(
    {
      plan: supportPresets['monthly, then quarterly'],
      startedOn: '2026-06-01',
      resumedOn: null,
      contacts: lastCheckInOn === null ? [] : [{ on: lastCheckInOn, depth: 'quick' }],
      snooze: null,
    },
    today,
  )
  return { id: name === 'Ana' ? 1 : 2, name, due, lastCheckInOn, reachedOut }
}

const well: MatchFacts = {
  startedOn: '2026-06-01',
  cadenceDays: 14,
  lastSessionOn: '2026-11-20',
  ratings: [5, 4, 5, 4, 5, 4],
  lastRatedOn: '2026-11-20',
  overdueActions: 0,
  oldestActionOn: null,
  latestActionOn: null,
  people: [person('Ana', '2026-11-10'), person('Bo', '2026-11-12')],
}
const said = (more: Partial<MatchFacts>) =>
  flagsOf({ ...well, ...more }, today).map(({ sentence }) => sentence)

test('nothing is said where all is well', () => expect(said({})).toEqual([]))

test('no session within one and a half times the cadence', () => {
  expect(said({ lastSessionOn: '2026-11-04' })).toEqual([])
  expect(said({ lastSessionOn: '2026-11-03' })).toEqual(['No session for 22 days; every 14 days was agreed.'])
  expect(said({ lastSessionOn: null, startedOn: '2026-11-01' })).toEqual([
    'No session yet, 24 days after the start; every 14 days was agreed.',
  ])
})

test('a rating that falls by a point or more', () => {
  expect(said({ ratings: [3, 4, 3, 4, 4, 4] })).toEqual([])
  expect(said({ ratings: [3, 3, 2, 4, 4, 4] })).toEqual([
    'The last three rated sessions have 2.7 of 5 on average, the three before had 4.0.',
  ])
  expect(said({ ratings: [1, 1, 1, 5, 5] })).toEqual([])
})

test('overdue action items', () => {
  expect(said({ overdueActions: 1, oldestActionOn: '2026-11-24' })).toEqual([
    'An action item is 1 day overdue.',
  ])
  expect(said({ overdueActions: 3, oldestActionOn: '2026-11-05' })).toEqual([
    '3 action items are overdue, the oldest by 20 days.',
  ])
})

test('nobody has talked with one of them', () => {
  expect(said({ people: [person('Ana', '2026-11-10'), person('Bo', '2026-10-01')] })).toEqual([
    'Nobody has talked with Bo for 55 days; it was due after 30 days.',
  ])
  expect(said({ people: [person('Ana', '2026-11-10'), person('Bo', null)] })).toEqual([
    'Nobody has talked with Bo yet, 177 days after the start; it was due after 30 days.',
  ])
})

test('all contact comes from one side', () => {
  expect(said({ people: [person('Ana', '2026-11-10', 3), person('Bo', '2026-11-12', 1)] })).toEqual([])
  expect(said({ people: [person('Ana', '2026-11-10', 4), person('Bo', '2026-11-12', 1)] })).toEqual([
    '4 of 5 contacts in the last 90 days came from Ana.',
  ])
})

test('a flag that was set aside comes back on its day, when it is wanted, and when there is news of what it is about', () => {
  const snooze = (kind: FlagToSetAside) => ({
    kind,
    madeOn: '2026-11-20',
    until: '2026-12-10',
    shownAgainOn: null,
  })
  for (const kind of flagsToSetAside) {
    expect(isSetAside(snooze(kind), well, today)).toBe(true)
    expect(isSetAside(snooze(kind), well, '2026-12-09')).toBe(true)
    expect(isSetAside(snooze(kind), well, '2026-12-10')).toBe(false)
    expect(isSetAside({ ...snooze(kind), shownAgainOn: '2026-11-24' }, well, today)).toBe(false)
  }
  const news: [FlagToSetAside, Partial<MatchFacts>][] = [
    ['no session', { lastSessionOn: '2026-11-21' }],
    ['falling rating', { lastRatedOn: '2026-11-21' }],
    ['overdue actions', { latestActionOn: '2026-11-20' }],
  ]
  for (const [of, more] of news)
    for (const kind of flagsToSetAside)
      expect(isSetAside(snooze(kind), { ...well, ...more }, today)).toBe(kind !== of)
  expect(isSetAside(snooze('overdue actions'), { ...well, latestActionOn: '2026-11-19' }, today)).toBe(true)
})
