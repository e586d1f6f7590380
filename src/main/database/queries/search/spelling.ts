import type { Reader } from '../../engine/reader'
import { searchWords } from '../fullText'
import { type NearWord, wordsNear } from './nearWords'
import { type Question, questionFor } from './question'
import { folded, type SearchIndex, searchIndexes, Vocabulary } from './vocabulary'

/** Words with fewer letters have too many neighbours. */
const shortest = 4
/** From so many letters on there may be two slips in a word. */
const longEnoughForTwo = 8
/** A word is common enough for everything that is asked of it when it is found so often. */
const often = 100

/**
 * The words as they may have been meant: each that is found nowhere is put in the place of the nearest one that is
 * there, of several the most used.
 *
 * @returns null when no word is found nowhere, or nothing is near enough.
 */
export function meant(db: Reader, query: string, stop: () => void): string | null {
  const words = searchWords(query)
  let changed = false
  const better = words.map((word) => {
    if (isFound(db, questionFor(db, [word]))) return word
    stop()
    const nearest = nearestTo(db, word)
    if (nearest === null) return word
    changed = true
    return nearest.word
  })
  return changed ? better.join(' ') : null
}

/** Few are what is found of a slip of the pen that somebody else has made as well. */
const commonest = 10

/**
 * The words as they may have been meant, where few things are found: each in whose place a near one is ten times as
 * common.
 *
 * @returns null when there are no such words
 */
export function alike(db: Reader, query: string, stop: () => void): string | null {
  const words = searchWords(query)
  const vocabularies = searchIndexes.map((index: SearchIndex) => new Vocabulary(db, index))
  const better = words.map((word) => {
    stop()
    const near = nearestTo(db, word)
    return near !== null && near.uses >= commonest * Math.max(1, usesOf(vocabularies, folded(word)))
      ? near.word
      : word
  })
  return better.some((word, index) => word !== words[index]) ? better.join(' ') : null
}

function usesOf(vocabularies: readonly Vocabulary[], word: string): number {
  return vocabularies.reduce((sum, vocabulary) => sum + vocabulary.uses(word, often), 0)
}

function isFound(db: Reader, question: Question): boolean {
  return searchIndexes.some(
    (index) =>
      db.value(`SELECT 1 FROM ${index} WHERE ${index} MATCH ? LIMIT 1`, question.of[index]) !== undefined,
  )
}

/** The nearest word that is there, and how often it is, as far as that is counted. */
function nearestTo(db: Reader, word: string): { word: string; uses: number } | null {
  const typed = folded(word)
  if (!/^[\p{L}\p{M}\p{N}]+$/u.test(typed) || typed.length < shortest) return null
  const most = typed.length >= longEnoughForTwo ? 2 : 1
  const vocabularies = searchIndexes.map((index: SearchIndex) => new Vocabulary(db, index))
  const near = (slips: number) =>
    new Map(
      vocabularies
        .flatMap((vocabulary) => wordsNear((from) => vocabulary.from(from), typed, slips))
        .map((one) => [one.word, one]),
    )
  // One slip may be in the first letter; only then is it worth to look for two.
  let found = near(1)
  if (found.size === 0 && most === 2) found = near(2)
  const uses = (one: NearWord) => usesOf(vocabularies, one.word)
  const [best] = [...found.values()]
    .filter((one) => one.word.length >= shortest - 1)
    .map((one) => ({ ...one, uses: uses(one), sameStart: one.word[0] === typed[0] }))
    .toSorted(
      (a, b) =>
        a.slips - b.slips ||
        Number(b.sameStart) - Number(a.sameStart) ||
        b.uses - a.uses ||
        (a.word < b.word ? -1 : 1),
    )
  return best ?? null
}
