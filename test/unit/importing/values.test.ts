import { readMinutes, readNumber, readRating, unitOfHeading } from '@main/importing/numberValues'
import { readEmail, readPeople, readPerson, turnedName } from '@main/importing/personValues'
import {
  clean,
  cleanLine,
  firstValue,
  fold,
  knownLine,
  severalPeople,
  severalValues,
} from '@main/importing/textValues'
import { readConfidentiality, readMedium, readRole, readStatus, readYesNo } from '@main/importing/wordValues'
import { isEmail } from '@shared/domain/email'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

describe('texts', () => {
  test('lose what cannot be seen at their ends, and nothing inside', () => {
    expect(clean('\u200f \ufeffנועה  לוי\u00a0')).toBe('נועה  לוי')
    expect(clean(' a\nb ')).toBe('a\nb')
    expect(clean('👩‍🏫 Ann')).toBe('👩‍🏫 Ann')
    expect(clean('علی\u200cرضا')).toBe('علی\u200cرضا')
  })

  test('have their accents in one form', () => {
    expect(clean('Zoe\u0308')).toBe('Zoë')
  })

  test('on one line have single spaces', () => {
    expect(cleanLine('  Ann \t\n  Marie ')).toBe('Ann Marie')
    expect(cleanLine('O\u2019Neil  Jr')).toBe('O\u2019Neil Jr')
  })

  test('that say that nothing is known are empty', () => {
    expect(['-', 'n/a', '#N/A', 'NULL', '—', ' ? '].map(knownLine)).toEqual(['', '', '', '', '', ''])
    expect(knownLine('0')).toBe('0')
    expect(knownLine('Na')).toBe('Na')
  })

  test('fold to letters without accents', () => {
    expect(fold('Straße ÉCOLE Łódź œuvre')).toBe('strasse ecole lodz oeuvre')
  })

  test('cleaning twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(clean(clean(text))).toBe(clean(text))
        expect(cleanLine(cleanLine(text))).toBe(cleanLine(text))
      }),
    )
  })
})

describe('several values in one cell', () => {
  test.each([
    ['Pricing;Public speaking;', ['Pricing', 'Public speaking']],
    ['a, b; c', ['a, b', 'c']],
    ['* myContacts ::: * starred', ['* myContacts', '* starred']],
    ['Rust, SQL , Data', ['Rust', 'SQL', 'Data']],
    ['Leadership (people, change), Pricing', ['Leadership (people, change)', 'Pricing']],
    ['1,000 small things', ['1,000 small things']],
    ['one\ntwo\r\nthree', ['one', 'two', 'three']],
    ['a|b|a|A', ['a', 'b']],
    ['a, b;', ['a, b']],
    ['', []],
    [' ; ; ', []],
  ])('%j is %j', (cell, values) => {
    expect(severalValues(cell)).toEqual(values)
  })

  test('the first one', () => {
    expect(firstValue('+44 1 ::: +44 2')).toBe('+44 1')
    expect(firstValue(' ; b')).toBe('b')
    expect(firstValue('just one')).toBe('just one')
  })

  test('people are only separated by commas where the commas cannot belong to a name', () => {
    expect(severalPeople('Berg, Anna')).toEqual(['Berg, Anna'])
    expect(severalPeople('Anna Berg, Bob Stone')).toEqual(['Anna Berg', 'Bob Stone'])
    expect(severalPeople('a@x.example, b@x.example')).toEqual(['a@x.example', 'b@x.example'])
    expect(severalPeople('Berg, Anna; Stone, Bob')).toEqual(['Berg, Anna', 'Stone, Bob'])
    expect(severalPeople('Cher, Madonna')).toEqual(['Cher, Madonna'])
  })
})

describe('people', () => {
  test.each(['a@b.co', "o'neil+x@mail.example.org", 'sofía@escuela.example', 'a_b-c.d@x-y.example'])(
    '%s is an address',
    (text) => {
      expect(isEmail(text)).toBe(true)
    },
  )

  test.each([
    '',
    'anna',
    'anna@',
    '@x.example',
    'a@b',
    'a@@b.co',
    'a b@c.co',
    'a@b..co',
    'a@.co',
    'a@b.',
    'a.@b.co',
    'a,b@c.co',
    '<a@b.co>',
    'a@b.c',
  ])('%j is none', (text) => {
    expect(isEmail(text)).toBe(false)
  })

  test.each([
    [' anna@x.example ', 'anna@x.example'],
    ['mailto:anna@x.example', 'anna@x.example'],
    ['Anna Berg <anna@x.example>', 'anna@x.example'],
    ['anna@x.example ::: berg@x.example', 'anna@x.example'],
    ['anna@x.example, berg@x.example', 'anna@x.example'],
    ['anonymous', ''],
    ['none', ''],
    ['', ''],
    ['ask her', null],
    ['anna at x.example', null],
  ])('the address of %j is %j', (cell, email) => {
    expect(readEmail(cell)).toBe(email)
  })

  test.each([
    ['Anna Berg', { name: 'Anna Berg', email: null }],
    ['anna@x.example', { name: null, email: 'anna@x.example' }],
    ['"Berg, Anna" <anna@x.example>', { name: 'Berg, Anna', email: 'anna@x.example' }],
    ['Anna Berg (anna@x.example)', { name: 'Anna Berg', email: 'anna@x.example' }],
    ['Anna (HR)', { name: 'Anna (HR)', email: null }],
    ['', null],
  ])('%j is read as a person', (cell, person) => {
    expect(readPerson(cell)).toEqual(person)
  })

  test('of one cell', () => {
    expect(readPeople('Anna Berg <anna@x.example>; Bob')).toEqual([
      { name: 'Anna Berg', email: 'anna@x.example' },
      { name: 'Bob', email: null },
    ])
  })

  test('names with the family name in front are turned, others are not', () => {
    expect(turnedName('van der Berg, Anna')).toEqual({
      name: 'Anna van der Berg',
      sortName: 'van der Berg, Anna',
    })
    expect(turnedName('Bob Stone, Jr.')).toBeNull()
    expect(turnedName('Bob Stone, PhD, MBA')).toBeNull()
    expect(turnedName('Bob Stone, M.D.')).toBeNull()
    expect(turnedName('Stone,')).toBeNull()
  })
})

describe('numbers', () => {
  test.each([
    ['12', 12],
    ['-3', -3],
    ['2,5', 2.5],
    ['2.5', 2.5],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1 234,5', 1234.5],
    ['1\u202f234', 1234],
    ["1'234.50", 1234.5],
    ['1.234.567', 1_234_567],
    ['0,125', 0.125],
    ['2.0', 2],
  ])('%s is %d', (text, value) => {
    expect(readNumber(text)).toBe(value)
  })

  test.each(['', 'two', '1,234', '1.234', '1,2,3', '1.2.3', '5%', '1e3', '--1', '1,'])(
    '%j is none, or can be read in two ways',
    (text) => {
      expect(readNumber(text)).toBeNull()
    },
  )

  test('written in German or English come back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -9_999_999, max: 9_999_999 }),
        fc.constantFrom('de-DE', 'en-GB'),
        (cents, language) => {
          const value = cents / 100
          const text = value.toLocaleString(language, { minimumFractionDigits: 2 })
          expect(readNumber(text)).toBeCloseTo(value, 6)
        },
      ),
    )
  })

  test.each([
    ['4', 4],
    ['4.0', 4],
    ['4/5', 4],
    ['4 out of 5', 4],
    ['5 - Very good', 5],
    ['★★★☆☆', 3],
    ['⭐⭐', 2],
    ['0', null],
    ['6', null],
    ['4.5', null],
    ['good', null],
    ['4/10', null],
  ])('rating %s is %j', (text, value) => {
    expect(readRating(text)).toBe(value)
  })

  test.each([
    ['90', 90],
    ['87,5', 88],
    ['1h 27m 51s', 88],
    ['1h30', 90],
    ['1 h 30', 90],
    ['1 hour and 30 minutes', 90],
    ['1.5 hours', 90],
    ['1,5 Std.', 90],
    ['1 Std. 30 Min.', 90],
    ['45 minutes', 45],
    ['45 min.', 45],
    ['2 heures', 120],
    ['1 hora y 15 minutos', 75],
    ['01:30', 90],
    ['1:27:51', 88],
    ['0:45', 45],
    ['PT1H30M', 90],
    ["45'", 45],
    ['29s', 0],
    ['0', 0],
  ])('%s is %d minutes', (text, minutes) => {
    expect(readMinutes(text, 'minutes')).toBe(minutes)
  })

  test.each(['', 'long', 'all day', '-5', '1:75', '30 minutes 1 hour', '2 weeks', '45 apples', '1h 2h'])(
    '%j is no length',
    (text) => {
      expect(readMinutes(text, 'minutes')).toBeNull()
    },
  )

  test('a heading gives bare numbers their unit', () => {
    expect(readMinutes('1.5', unitOfHeading('Duration (hours)'))).toBe(90)
    expect(readMinutes('1,5', unitOfHeading('Dauer in Stunden'))).toBe(90)
    expect(readMinutes('90', unitOfHeading('Duration (Minutes)'))).toBe(90)
    expect(readMinutes('5400', unitOfHeading('Seconds'))).toBe(90)
    expect(readMinutes('90', unitOfHeading('Length'))).toBe(90)
  })
})

describe('words', () => {
  test.each([
    ['Mentor', 'mentor'],
    ['MENTORS', 'mentor'],
    ['Mentorin', 'mentor'],
    ['mentore', 'mentor'],
    ['Mentee', 'mentee'],
    ['mentorée', 'mentee'],
    ['mentoré', 'mentee'],
    ['Protégée', 'mentee'],
    ['mentorando', 'mentee'],
    ['Both', 'both'],
    ['Mentor and mentee', 'both'],
    ['Mentor/Mentee', 'both'],
    ['Mentor; Mentee;', 'both'],
    ['Beides', 'both'],
    ['les deux', 'both'],
    ['Neither', 'neither'],
    ['none', 'neither'],
    ['* myContacts ::: Mentors', 'mentor'],
    ['Engineer', null],
    ['Commentator', null],
  ])('role %s is %j', (text, role) => {
    expect(readRole(text)).toBe(role)
  })

  test.each([
    ['Yes', true],
    ['ja', true],
    ['Oui', true],
    ['Sí', true],
    ['✓', true],
    ['x', true],
    ['TRUE', true],
    ['1', true],
    ['Yes, I would like to be a mentor', true],
    ['Yes please', true],
    ['no', false],
    ['Nein', false],
    ['Não', false],
    ['0', false],
    ['No, not this year', false],
    ['Maybe', null],
    ['Not sure', null],
    ['', null],
    ['Engineer', undefined],
    ['Nobody knows', undefined],
  ])('answer %j is %j', (text, answer) => {
    expect(readYesNo(text)).toBe(answer)
  })

  test.each([
    ['Active', 'active'],
    ['A', 'active'],
    ['T', 'alumni'],
    ['L', 'active'],
    ['Primary Owner', 'active'],
    ['Deactivated', 'alumni'],
    ['Multi-Channel Guest', 'active'],
    ['On Leave', 'active'],
    ['Terminated', 'alumni'],
    ['ehemalig', 'alumni'],
    ['Pending', 'invited'],
    ['Applicant', 'prospect'],
    ['Bot', 'bot'],
    ['Zombie', null],
  ])('status %s is %j', (text, status) => {
    expect(readStatus(text)).toBe(status)
  })

  test.each([
    ['Zoom call', 'video'],
    ['MS Teams', 'video'],
    ['Phone', 'phone'],
    ['Telefonat', 'phone'],
    ['E-Mail', 'e-mail'],
    ['Slack', 'chat'],
    ['face-to-face', 'in person'],
    ['vor Ort', 'in person'],
    ['Présentiel', 'in person'],
    ['by pigeon', 'other'],
  ])('medium %s is %s', (text, medium) => {
    expect(readMedium(text)).toBe(medium)
  })

  test('confidentiality is never guessed', () => {
    expect(['Private', 'vertraulich', 'Pair', 'public', 'a bit'].map(readConfidentiality)).toEqual([
      'private',
      'private',
      'pair',
      'shareable',
      null,
    ])
  })
})
