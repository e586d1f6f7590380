import { stemmer as danish } from '@orama/stemmers/danish'
import { stemmer as dutch } from '@orama/stemmers/dutch'
import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as french } from '@orama/stemmers/french'
import { stemmer as german } from '@orama/stemmers/german'
import { stemmer as italian } from '@orama/stemmers/italian'
import { stemmer as norwegian } from '@orama/stemmers/norwegian'
import { stemmer as portuguese } from '@orama/stemmers/portuguese'
import { stemmer as russian } from '@orama/stemmers/russian'
import { stemmer as spanish } from '@orama/stemmers/spanish'
import { stemmer as swedish } from '@orama/stemmers/swedish'
import type { Vocabulary } from './vocabulary'

/** Each cuts the ending off a word of its language (Snowball's rules; Porter's for English). */
const latin = [
  english,
  german,
  french,
  spanish,
  italian,
  portuguese,
  dutch,
  swedish,
  norwegian,
  danish,
] as const
const cyrillic = [russian] as const

/** Shorter words and stems say too little to tell their forms from other words. */
const shortestWord = 4
const shortestStem = 3

/** A word with more other words about it than that is not looked at: the beginnings of words find what it means. */
const mostNeighbours = 80

/**
 * Other forms of a word that stand in an index: what has the same stem by the rules of one of the languages. Nobody says
 * which language a note is in, so each is tried; that a form is found only where it is used keeps strangers out.
 *
 * @param word as the index writes it
 */
export function formsOf(word: string, vocabulary: Vocabulary): string[] {
  if (word.length < shortestWord) return []
  const stems = stemsOf(word)
  const found = new Set<string>()
  for (const start of startsOf(word, stems)) {
    for (const other of vocabulary.beginningWith(start, mostNeighbours) ?? [])
      if (!other.startsWith(word) && isForm(other, stems)) found.add(other)
  }
  return [...found]
}

/** Whether two words, as the index writes them, are forms of one. */
export function areForms(one: string, other: string): boolean {
  return one.length >= shortestWord && isForm(other, stemsOf(one))
}

function isForm(word: string, stems: readonly string[]): boolean {
  if (word.length < shortestStem) return false
  return stemmersFor(word).some((stem, language) => {
    const known = stems[language] ?? ''
    return known.length >= shortestStem && stem(word) === known
  })
}

function stemsOf(word: string): string[] {
  return stemmersFor(word).map((stem) => stem(word))
}

function stemmersFor(word: string): readonly ((word: string) => string)[] {
  if (/^[a-z]+$/.test(word)) return latin
  return /^\p{Script=Cyrillic}+$/u.test(word) ? cyrillic : []
}

/** What the forms of a word begin with: what it has in common with its stem, less a last letter that changes. */
function startsOf(word: string, stems: readonly string[]): string[] {
  const starts = stems
    .filter((stem) => stem.length >= shortestStem)
    .map((stem) => {
      const common = commonStart(word, stem)
      return common.length > shortestStem && /[iy]$/.test(common) ? common.slice(0, -1) : common
    })
    .filter((start) => start.length >= shortestStem)
    .toSorted((a, b) => a.length - b.length)
  return starts.filter((start, at) => !starts.slice(0, at).some((shorter) => start.startsWith(shorter)))
}

function commonStart(one: string, other: string): string {
  let length = 0
  while (length < one.length && one[length] === other[length]) length++
  return one.slice(0, length)
}
