import { mentionLink } from '@shared/domain/mentions'
import { NameFinder, type Spelling, spellingsOf } from '@shared/domain/nameFinder'
import { replaceNames, replaceTextsIn } from '@shared/domain/replaceNames'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const names = (...all: string[]): Spelling<number>[] =>
  all.map((text, at) => ({ key: at + 1, kind: 'name', text }))

/** The text with number 1 replaced, whoever else is known. */
function without(text: string, ...spellings: Spelling<number>[]): string {
  const finder = new NameFinder(spellings)
  return replaceNames(text, { finder, instead: (id) => (id === 1 ? 'someone' : null) })
}

describe('a name is found', () => {
  test.each([
    ['Mira Okafor said so', 'someone said so'],
    ['with MIRA OKAFOR, at last', 'with someone, at last'],
    ['Mira Okafor’s notes', 'someone’s notes'],
    ['**Mira** Okafor', '**someone'],
    ['Mira\nOkafor', 'someone'],
    ['mira-okafor.html', 'someone.html'],
    ['Míra Okafór', 'someone'],
    ['(Mira Okafor)', '(someone)'],
    ['Mira Okafor and Mira Okafor', 'someone and someone'],
  ])('%s', (text, expected) => {
    expect(without(text, ...names('Mira Okafor'))).toBe(expected)
  })

  test.each([
    'Mira came, Okafor did not',
    'Mira\n\nOkafor',
    'Mirabelle Okafor',
    'Mira Okaforson',
    'Mira Jane Okafor',
    'mira',
  ])('and not in: %s', (text) => {
    expect(without(text, ...names('Mira Okafor'))).toBe(text)
  })

  test('whichever of the two has the accents', () => {
    expect(without('Zoe D’Arcy left', ...names('Zoë D’Arcy'))).toBe('someone left')
    expect(without('Zoe\u0308 D’Arcy left', ...names('Zoe D’Arcy'))).toBe('someone left')
  })

  test('of one word only as it is written', () => {
    expect(without('Will will come, will he? Will!', ...names('Will'))).toBe(
      'someone will come, will he? someone!',
    )
  })

  test('in scripts without spaces, inside a run of letters', () => {
    expect(without('我和王小明谈了', ...names('王小明'))).toBe('我和someone谈了')
    expect(without('김 민준은', ...names('김민준'))).toBe('someone은')
    expect(without('김민준'.normalize('NFD'), ...names('김민준'))).toBe('someone')
  })

  test('with a letter that joins it, in Arabic and Hebrew', () => {
    expect(without('أحمد ومحمد الحداد معا', ...names('محمد الحداد'))).toBe('أحمد وsomeone معا')
  })

  test('but not where it is the beginning of the longer name of somebody else', () => {
    expect(without('Ann Lee met Ann Lee Smith', ...names('Ann Lee', 'Ann Lee Smith'))).toBe(
      'someone met Ann Lee Smith',
    )
  })
})

test('a name is also written as it is sorted, and without the names in the middle', () => {
  expect(spellingsOf('Jan Pieter van Dam', 'van Dam, Jan Pieter')).toEqual([
    'Jan Pieter van Dam',
    'van Dam, Jan Pieter',
    'Jan Dam',
  ])
  expect(spellingsOf('Mira', 'Mira')).toEqual(['Mira'])
  expect(spellingsOf('王小明', '王小明')).toEqual(['王小明'])
  expect(without('Okafor, Mira', ...names('Okafor, Mira'))).toBe('someone')
})

test.each([
  ['write to mira@x.example.', 'write to someone.'],
  ['MIRA@X.EXAMPLE', 'someone'],
  ['<mira@x.example>', '<someone>'],
  ['jmira@x.example', 'jmira@x.example'],
  ['mira@x.example.org', 'mira@x.example.org'],
])('an e-mail address is found whole: %s', (text, expected) => {
  expect(without(text, { key: 1, kind: 'email', text: 'mira@x.example' })).toBe(expected)
})

test('an e-mail address is found where Markdown has escaped it', () => {
  expect(without('a\\_b@x.example', { key: 1, kind: 'email', text: 'a_b@x.example' })).toBe('someone')
})

test.each([
  ['+44 20 7946 0958', 'someone'],
  ['0044 (20) 7946-0958', 'someone'],
  ['442079460958', 'someone'],
  ['4420794609581', '4420794609581'],
])('a telephone number is found however it is set apart: %s', (text, expected) => {
  expect(without(text, { key: 1, kind: 'phone', text: '+44 20 7946 0958' })).toBe(expected)
})

test('a number too short to be a telephone’s is left', () => {
  expect(without('room 2026', { key: 1, kind: 'phone', text: '2026' })).toBe('room 2026')
})

describe('a mention', () => {
  const text = `${mentionLink(1, 'Mimi')} met ${mentionLink(2, 'Mira Okafor')} and Mira Okafor`

  test('is replaced by whom it means and not by its words; others’ mentions stay', () => {
    expect(without(text, ...names('Mira Okafor'))).toBe(
      `someone met ${mentionLink(2, 'Mira Okafor')} and someone`,
    )
  })
})

test('texts inside a value are replaced wherever they are, and nothing else', () => {
  const replace = (text: string) => without(text, ...names('Mira Okafor'))
  const value = { a: ['Mira Okafor', 3, null], b: { c: 'Mira\nOkafor', d: true } }
  expect(replaceTextsIn(value, replace)).toEqual({
    a: ['someone', 3, null],
    b: { c: 'someone', d: true },
  })
  const other = { a: ['Tariq'], b: null }
  expect(replaceTextsIn(other, replace)).toBe(other)
})

const letters = fc.stringMatching(/^[A-Za-zéüßşñÅ]{2,8}$/)
const between = fc.constantFrom(' ', ', ', '. ', '\n', ' – ', '\n\n', '* ', ' @', '“')

test('whatever the text, the name is gone, the rest is as it was, and doing it again changes nothing', () => {
  fc.assert(
    fc.property(
      fc.array(letters, { minLength: 2, maxLength: 4 }),
      fc.array(fc.tuple(fc.array(letters, { maxLength: 4 }), between), { minLength: 1, maxLength: 8 }),
      fc.func(fc.boolean()),
      (name, parts, loud) => {
        const whole = name.join(' ')
        const others = parts.map(([words, gap]) => gap + words.join(' ') + gap)
        // Elsewhere in the text there is no word of the name.
        const known = new Set(name.map((word) => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()))
        fc.pre(
          !others.some((part) =>
            (part.match(/\p{L}+/gu) ?? []).some((word) =>
              known.has(word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()),
            ),
          ),
        )
        const written = (at: number) => (loud(at) ? whole.toUpperCase() : whole)
        const text = others.map((part, at) => part + written(at)).join(' ')
        // "ß" in capitals is another word.
        fc.pre(!whole.includes('ß'))
        const result = without(text, ...names(whole))
        expect(result).toBe(others.map((part) => `${part}someone`).join(' '))
        expect(without(result, ...names(whole))).toBe(result)
      },
    ),
    { numRuns: 300 },
  )
})

test('with many names known it finds what it finds with few', () => {
  const many = Array.from({ length: 200 }, (_, at) => `Given${at} Family${at}`)
  const finder = new NameFinder(names(...many))
  const text = many.map((name) => `we met ${name}`).join('; ')
  expect(finder.find(text).map(({ key }) => key)).toEqual(many.map((_, at) => at + 1))
  for (const [at, name] of many.slice(0, 5).entries()) {
    const [hit] = new NameFinder(names(name)).find(text)
    expect(text.slice(hit?.from, hit?.to)).toBe(many[at])
  }
})
