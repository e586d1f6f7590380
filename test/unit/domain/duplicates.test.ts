import { emailKey, phoneKey } from '@shared/domain/duplicates/contactKeys'
import { editsBetween } from '@shared/domain/duplicates/edits'
import type { Person } from '@shared/domain/duplicates/judge'
import {
  joinedValue,
  type MergeFieldName,
  type MergeProfile,
  mergeFieldNames,
  usualTake,
} from '@shared/domain/duplicates/mergeFields'
import { comparedName, namesAgree } from '@shared/domain/duplicates/sameNames'
import { suggestDuplicates } from '@shared/domain/duplicates/suggest'
import { mentionLink, mentionsMoved } from '@shared/domain/mentions'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const agree = (one: string, other: string) => namesAgree(comparedName(one), comparedName(other))

describe('two names', () => {
  test.each([
    ['Mira Okafor', 'Mira Okafor', 'same'],
    ['Mira Okafor', 'OKAFOR, Mira', 'written'],
    ['José Núñez', 'Jose Nunez', 'written'],
    ['Dr. Søren Weiß', 'Soren Weiss', 'written'],
    ['Jean-Luc Mac Donald', 'Jean Luc MacDonald', 'written'],
    ['O’Brien, Nora', 'Nora OBrien', 'written'],
    ['Mira Okafor', 'Mira Okafro', 'slip'],
    ['Jürgen Müller', 'Juergen Müller', 'slip'],
    ['Mohammed Aziz', 'Muhammad Aziz', 'slip'],
    ['Ana Silva', 'Ana Maria Silva', 'longer'],
    ['Bob Keane', 'Robert Keane', 'short'],
    ['M. Okafor', 'Mira Okafor', 'initials'],
    ['李小龙', '李 小龙', 'written'],
  ])('%s and %s agree: %s', (one, other, how) => {
    expect(agree(one, other)).toBe(how)
    expect(agree(other, one)).toBe(how)
  })

  test.each([
    ['Ana Silva', 'Ada Silva'],
    ['Mira Okafor', 'Rui Costa'],
    ['Mira Okafor', 'Mira Costa'],
    ['Alex Keane', 'Alexandra Keane'],
    ['Guest 1', 'Guest 2'],
    ['M. Okafor', 'Rui Okafor'],
    ['', 'Mira Okafor'],
    ['M', 'Mira'],
  ])('%s and %s are those of two people', (one, other) => {
    expect(agree(one, other)).toBeNull()
  })
})

test('slips are counted as a plain computation of the distance counts them', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 })
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, most) => {
      expect(editsBetween(a, b, most)).toBe(Math.min(plainEdits(a, b), most + 1))
    }),
  )
})

/** By the definition, with no thought of time. */
function plainEdits(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length
  const same = a.at(-1) === b.at(-1) ? 0 : 1
  const [shorter, other] = [a.slice(0, -1), b.slice(0, -1)]
  const choices = [plainEdits(shorter, b) + 1, plainEdits(a, other) + 1, plainEdits(shorter, other) + same]
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1))
    choices.push(plainEdits(a.slice(0, -2), b.slice(0, -2)) + 1)
  return Math.min(...choices)
}

test('addresses and numbers that reach the same are the same', () => {
  expect(emailKey('Mira.Okafor+news@GoogleMail.com')).toBe(emailKey('miraokafor@gmail.com'))
  expect(emailKey('m.o@x.example')).not.toBe(emailKey('mo@x.example'))
  expect(emailKey('nobody')).toBeNull()
  expect(phoneKey('+44 20 7946 0958')).toBe(phoneKey('(020) 7946-0958'))
  expect(phoneKey('+44 20 7946 0958 ext. 12')).not.toBe(phoneKey('+44 20 7946 0958 ext. 13'))
  expect(phoneKey('1234')).toBeNull()
})

const person = (id: number, more: Partial<Person> & { name: string }): Person => ({
  ...{ id, email: null, phone: null, externalId: null, organisation: null, location: null, department: null },
  ...more,
})
const suggest = (people: Person[], apart = new Set<string>()) =>
  suggestDuplicates(people, { apart, onStep: () => undefined })

test('what speaks against it counts, and is said', () => {
  const place = { location: 'Porto', department: 'Finance' }
  const [one] = suggest([
    person(1, { name: 'Mira Okafor', email: 'mira@x.example', ...place }),
    person(2, { name: 'Mira Okafor', email: 'mira2@x.example', ...place }),
  ])
  expect(one?.confidence).toBe('likely')
  expect(one?.reasons.filter(({ speaks }) => speaks === 'against').map(({ text }) => text)).toEqual([
    'but two mailboxes with one provider',
  ])
  const others = suggest([
    person(1, { name: 'Mira Okafor', externalId: 'A', location: 'Porto' }),
    person(2, { name: 'Mira Okafor', externalId: 'B', location: 'Oslo' }),
  ])
  expect(others).toEqual([])
})

test('an office number makes nobody the same as everybody there', () => {
  const phone = '+44 20 7946 0958'
  const names = ['Ana Abel', 'Bo Baker', 'Cy Cole', 'Dee Dale', 'Eli East', 'Fay Ford']
  expect(suggest(names.map((name, index) => person(index + 1, { name, phone })))).toEqual([])
})

test('whoever is put in twice is found, whatever the order of the directory', () => {
  const names = fc.uniqueArray(
    fc.constantFrom('Mira Okafor', 'Rui Costa', 'Zoë D’Arcy', 'Kim Park', 'Noor Haddad'),
    {
      minLength: 1,
    },
  )
  fc.assert(
    fc.property(names, fc.nat(), fc.boolean(), (all, which, reversed) => {
      const people = all.map((name, index) => person(index + 1, { name, location: 'Porto' }))
      const again = person(99, { name: (all[which % all.length] ?? '').toUpperCase(), location: 'Porto' })
      const found = suggest(reversed ? [again, ...people.reverse()] : [...people, again])
      expect(found.map(({ first, second }) => [first, second])).toEqual([[(which % all.length) + 1, 99]])
    }),
  )
})

const profile = (more: Partial<MergeProfile>): MergeProfile => ({
  ...(Object.fromEntries(mergeFieldNames.map((field) => [field, null])) as Record<MergeFieldName, null>),
  updatedAt: '2026-01-01',
  ...more,
})

test('what stays unless somebody chooses is what there is, the fuller, the newer, or both', () => {
  const keep = profile({
    name: 'M. Okafor',
    email: 'a@x.example',
    role: 'mentor',
    phone: '1',
    joinedOn: '2025-01-01',
  })
  const other = profile({
    ...{ name: 'Mira Okafor', role: 'mentee', phone: '2', joinedOn: '2024-01-01', updatedAt: '2026-02-02' },
    languages: 'English',
  })
  const takes = (field: (typeof mergeFieldNames)[number]) => usualTake(field, keep, other)
  expect(mergeFieldNames.filter((field) => takes(field) === 'other')).toEqual([
    'name',
    'phone',
    'joinedOn',
    'languages',
  ])
  expect(takes('role')).toBe('both')
  expect(joinedValue('role', 'mentor', 'mentee')).toBe('both')
  expect(joinedValue('languages', 'English, Twi', 'english, Igbo')).toBe('english, Twi, Igbo')
})

test('only the mentions of one member become those of another', () => {
  const text = `See ${mentionLink(12, 'M. [x] Okafor')} and ${mentionLink(3, 'Rui')}, \`(coppice:member/12)\``
  expect(mentionsMoved(text, 12, 5)).toBe(
    `See ${mentionLink(5, 'M. [x] Okafor')} and ${mentionLink(3, 'Rui')}, \`(coppice:member/12)\``,
  )
})
