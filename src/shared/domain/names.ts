/** Names as people write them. Nothing here guesses more than the writing itself shows. */

/** Scripts whose names begin with the family name, whether or not a space follows it. */
const familyFirst = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u

/** Scripts whose letters join: two initials side by side would be read as one word. */
const joined = /\p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Nko}|\p{Script=Mongolian}/u

const suffixes = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'phd', 'md', 'esq'])

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/**
 * What a directory sorts a name by: the last word first, as in "Okafor, Mira".
 *
 * - Particles in small letters belong to the family name: "van der Berg, Jan", "de la Cruz, Ana". Who sorts by
 *   the part with the capital writes the sort name by hand.
 * - A name of one word, one that has a comma already ("Okafor, Mira"), and names in Chinese, Japanese and Korean
 *   writing, which begin with the family name, stay as they are.
 * - A degree or generation after a comma stays at the end: "King, Martin, Jr.".
 */
export function sortNameOf(name: string): string {
  const tidy = tidyName(name)
  const comma = tidy.lastIndexOf(',')
  if (comma !== -1) {
    const suffix = tidy.slice(comma + 1).trim()
    const before = tidy.slice(0, comma).trim()
    const isSuffix = suffixes.has(suffix.replaceAll('.', '').toLowerCase())
    return isSuffix && !before.includes(',') ? `${turned(before)}, ${suffix}` : tidy
  }
  return turned(tidy)
}

function turned(name: string): string {
  const words = name.split(' ')
  if (words.length < 2 || familyFirst.test(name)) return name
  let family = words.length - 1
  if (!isSmall(words[family])) while (family > 0 && isSmall(words[family - 1])) family--
  // "van der Berg" without a given name is all family name.
  if (family === 0) return name
  return `${words.slice(family).join(' ')}, ${words.slice(0, family).join(' ')}`
}

const letter = /\p{L}/u

function isSmall(word = ''): boolean {
  const first = letter.exec(word)?.[0] ?? ''
  return first !== first.toUpperCase() && first === first.toLowerCase()
}

/**
 * One or two letters that stand for a name where there is no picture: of the first and the last word, or of the
 * one there is. Whole graphemes, so that an accent, a joined emoji or a vowel sign stays with its letter; `?`
 * for a name without anything to show.
 */
export function initialsOf(name: string): string {
  const words = tidyName(name)
    .split(' ')
    .map((word) => word.replace(/^[\p{P}\p{S}]+(?=[\p{L}\p{N}])/u, ''))
    .filter((word) => /[\p{L}\p{N}]|\p{Extended_Pictographic}/u.test(word))
  const [first, ...others] = words
  if (first === undefined) return '?'
  const last = familyFirst.test(name) ? undefined : others.at(-1)
  const initials = [first, last].flatMap((word) => (word === undefined ? [] : [firstGrapheme(word)]))
  return initials.join(joined.test(initials[0] ?? '') ? '\u200c' : '')
}

function firstGrapheme(word: string): string {
  const [first] = segmenter.segment(word)
  return (first?.segment ?? '').toUpperCase()
}

/** One line, one space between words, composed characters: as a name is kept. */
export function tidyName(name: string): string {
  return name.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

/**
 * Whether two names may be the same person's: the same words in any order, whatever their accents and case, or
 * words that differ by a single letter in all. Names of fewer than five letters have to be the same.
 */
export function maySame(one: string, other: string): boolean {
  const a = nameKey(one)
  const b = nameKey(other)
  if (a === '' || b === '') return false
  return a === b || (Math.min(a.length, b.length) >= 5 && withinOneEdit(a, b))
}

function nameKey(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).sort().join(' ')
}

/** One letter more, less, other, or two neighbours exchanged. */
function withinOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let from = 0
  while (from < a.length && a[from] === b[from]) from++
  let tail = 0
  while (tail < Math.min(a.length, b.length) - from && a.at(-1 - tail) === b.at(-1 - tail)) tail++
  const left = a.slice(from, a.length - tail)
  const right = b.slice(from, b.length - tail)
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}
