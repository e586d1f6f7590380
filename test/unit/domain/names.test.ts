import { initialsOf, maySame, sortNameOf, tidyName } from '@shared/domain/names'
import fc from 'fast-check'
import { expect, test } from 'vitest'

test.each([
  ['Mira Okafor', 'Okafor, Mira'],
  ['  Mira   Okafor ', 'Okafor, Mira'],
  ['Ana Maria Silva', 'Silva, Ana Maria'],
  ['Jan van der Berg', 'van der Berg, Jan'],
  ['Ludwig van Beethoven', 'van Beethoven, Ludwig'],
  ['van der Berg', 'van der Berg'],
  ['bell hooks', 'hooks, bell'],
  ['Madonna', 'Madonna'],
  ['Okafor, Mira', 'Okafor, Mira'],
  ['Martin Luther King, Jr.', 'King, Martin Luther, Jr.'],
  ['King, Martin, Jr.', 'King, Martin, Jr.'],
  ["Sinéad O'Connor", "O'Connor, Sinéad"],
  ['王小明', '王小明'],
  ['山田 太郎', '山田 太郎'],
  ['김 민수', '김 민수'],
  ['Élodie d’Arc', 'd’Arc, Élodie'],
  ['', ''],
])('%s sorts as %s', (name, sorted) => {
  expect(sortNameOf(name)).toBe(sorted)
})

test('a sort name holds the words of the name, and stays what it is', () => {
  const name = fc
    .array(fc.string({ unit: 'grapheme', minLength: 1 }), { maxLength: 5 })
    .map((words) => words.join(' '))
  fc.assert(
    fc.property(name, (text) => {
      const sorted = sortNameOf(text)
      const letters = (words: string) => [...words.replace(/[\s,]/gu, '')].sort().join('')
      expect(letters(sorted)).toBe(letters(tidyName(text)))
      if (sorted.includes(',')) expect(sortNameOf(sorted)).toBe(sorted)
    }),
  )
})

test.each([
  ['Mira Okafor', 'MO'],
  ['Madonna', 'M'],
  ['Jan van der Berg', 'JB'],
  ['élodie (Lo) durand', 'ÉD'],
  ['E\u0301lodie', 'É'],
  ['王小明', '王'],
  ['山田 太郎', '山'],
  ['محمد علي', 'م\u200cع'],
  ['दिव्या कुमार', 'दिकु'],
  ['👩‍🚀 Astro', '👩‍🚀A'],
  ['"Rui" - Silva', 'RS'],
  ['...', '?'],
  ['', '?'],
])('the initials of %s are %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})

test.each([
  ['Mira Okafor', 'okafor mira', true],
  ['René Dubois', 'Rene Dubois', true],
  ['Mira Okafor', 'Mira Okafr', true],
  ['Mira Okafor', 'Mira Okaofr', true],
  ['Mira Okafor', 'Mira Okafors', true],
  ['Mira Okafor', 'Mira Oxafos', false],
  ['Mira Okafor', 'Mira', false],
  ['Ana', 'Ann', false],
  ['', '', false],
])('%s and %s may be the same: %s', (one, other, same) => {
  expect(maySame(one, other)).toBe(same)
  expect(maySame(other, one)).toBe(same)
})
