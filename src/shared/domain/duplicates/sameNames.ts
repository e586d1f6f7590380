import { isUnspaced } from '../spelling'
import { editsBetween } from './edits'
import { isShortFor } from './shortNames'

/**
 * How two names agree, the surest first: letter for letter; but for case, accents, punctuation or the order of the
 * words; but for a slip of the pen; one with a further name; one with a usual short form; one with initials.
 */
export const nameAgreements = ['same', 'written', 'slip', 'longer', 'short', 'initials'] as const
export type NameAgreement = (typeof nameAgreements)[number]

/** A word of a name, folded, and which letters are in it, a bit each: most words that differ do so at first sight. */
interface NameWord {
  text: string
  letters: number
}

/** A name as it is compared. */
export interface ComparedName {
  name: string
  /** In their order, titles left out; of a name in a script without spaces, the whole of it. */
  words: readonly NameWord[]
  /** The words in one order, whatever order they were written in. */
  key: string
  /** The words without spaces: "Mac Donald" and "MacDonald". */
  joined: string
}

const titles = new Set(['dr', 'prof', 'mr', 'mrs', 'ms', 'miss', 'sir', 'herr', 'frau', 'phd', 'md', 'mba'])

/** Letters that no accent makes, as they are written where they are missing. */
const spelledOut: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}
const toSpell = /[ßæœøłđðþı]/g
const word = /[\p{L}\p{N}]+/gu
const ascii = /^[\0-\x7f]*$/

export function comparedName(name: string): ComparedName {
  const words = wordsIn(name)
  return {
    name,
    words: words.map((text) => ({ text, letters: lettersIn(text) })),
    key: [...words].sort().join(' '),
    joined: words.join(''),
  }
}

function wordsIn(name: string): string[] {
  if (isUnspaced(name)) return [name.normalize('NFKC').replace(/[\s\p{P}]+/gu, '')]
  const plain = ascii.test(name)
    ? name.toLowerCase()
    : name
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(toSpell, (letter) => spelledOut[letter] ?? letter)
  // An apostrophe stands inside a name: O’Brien, D'Angelo.
  const words = plain.replace(/['’`]/g, '').match(word) ?? []
  const named = words.filter((one) => !titles.has(one))
  return named.length === 0 ? words : named
}

function lettersIn(text: string): number {
  let letters = 0
  for (let at = 0; at < text.length; at++) letters |= 1 << (text.charCodeAt(at) & 31)
  return letters
}

/** How two names agree; null when they are no more alike than those of two people. */
export function namesAgree(one: ComparedName, other: ComparedName): NameAgreement | null {
  const [short, long] = one.words.length < other.words.length ? [one, other] : [other, one]
  if (short.words.length === 0) return null
  if (one.name === other.name) return 'same'
  if (one.key === other.key || one.joined === other.joined) return 'written'
  if (long.words.length > mostWords || long.words.length - short.words.length > 2) return null
  const left = unmatched(short.words, long.words)
  // What only one of them has is a further name.
  if (left === 0) return short.words.length >= 2 ? 'longer' : null
  if (long.words.length !== short.words.length || (left & (left - 1)) !== 0) return null
  const [a, b] = [only(short.words, left), only(long.words, unmatched(long.words, short.words))]
  if (!a || !b) return null
  const alone = short.words.length === 1
  if (a.text.length === 1 || b.text.length === 1) return a.text[0] === b.text[0] && !alone ? 'initials' : null
  if (isSlip(a, b)) return 'slip'
  return !alone && isShortFor(a.text, b.text) ? 'short' : null
}

/** Names of more words than these are compared as a whole alone. */
const mostWords = 12

/** The words that the other name does not have, a bit each by their place. */
function unmatched(words: readonly NameWord[], others: readonly NameWord[]): number {
  let taken = 0
  let left = 0
  for (let at = 0; at < words.length; at++) {
    const text = words[at]?.text
    let found = -1
    for (let other = 0; other < others.length && found === -1; other++)
      if ((taken & (1 << other)) === 0 && others[other]?.text === text) found = other
    if (found === -1) left |= 1 << at
    else taken |= 1 << found
  }
  return left
}

/** The word of the one bit that is set. */
function only(words: readonly NameWord[], bits: number): NameWord | undefined {
  return words[31 - Math.clz32(bits)]
}

/** Short words that differ by a letter are other words: Ana and Ada, Lee and Lea. */
function isSlip(a: NameWord, b: NameWord): boolean {
  const length = Math.min(a.text.length, b.text.length)
  if (length < 4) return false
  const most = length >= 8 ? 2 : 1
  if (Math.abs(a.text.length - b.text.length) > most) return false
  // One slip makes a difference of two letters at most.
  if (bitsIn(a.letters ^ b.letters) > 2 * most || /\d/.test(a.text + b.text)) return false
  return editsBetween(a.text, b.text, most) <= most
}

function bitsIn(number: number): number {
  let bits = 0
  for (let rest = number; rest !== 0; rest &= rest - 1) bits++
  return bits
}
