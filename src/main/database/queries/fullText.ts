import { randomUUID } from 'node:crypto'
import type { HitMarks } from '@shared/domain/excerpt'

/** More words than that say nothing more about what is looked for. */
const mostWords = 24

/** FTS5 takes letters, numbers and private-use characters for words, and nothing else. */
const searchable = /[\p{L}\p{N}\p{Co}]/u

/**
 * What FTS5 is asked for the words of a user: all of them, each as the beginning of a word, in any order. Whatever
 * was typed is a valid question: each word is quoted, and what FTS5 would find no word in is left out.
 *
 * @returns null when nothing is left to look for.
 */
export function matchExpression(text: string): string | null {
  return matchWords(searchWords(text))
}

/** The distinct words of a text, cut at spaces, that have something to search for in them. */
export function searchWords(text: string): string[] {
  const words = text.replace(/[\s\p{Cc}]+/gu, ' ').split(' ')
  return [...new Set(words.filter((word) => searchable.test(word)))].slice(0, mostWords)
}

export function matchWords(words: readonly string[]): string | null {
  return words.length === 0 ? null : words.map(beginning).join(' ')
}

/** A word as the beginning of a word, quoted. `e-mail` is the phrase of both of its halves. */
export function beginning(word: string): string {
  return `"${word.replaceAll('"', '""')}"*`
}

/** A word as it is, quoted. */
export function wholeWord(word: string): string {
  return `"${word.replaceAll('"', '""')}"`
}

// Made up anew in every run, so that no note can hold them.
const secret = randomUUID().slice(0, 8)

/** What FTS5 puts about a hit. */
export const hitMarks: HitMarks = { open: `\ue000${secret}\ue001`, close: `\ue001${secret}\ue000` }
