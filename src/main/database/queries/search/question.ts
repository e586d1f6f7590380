import type { Reader } from '../../engine/reader'
import { beginning, wholeWord } from '../fullText'
import { spelledOut } from '../members/spelledOut'
import { folded, type SearchIndex, searchIndexes, Vocabulary } from './vocabulary'
import { formsOf } from './wordForms'

/** What each index is asked: every word, as the beginning of a word or as another form of it. */
export interface Question {
  of: Record<SearchIndex, string>
  /** The other forms that were found, as the indexes write them. */
  forms: ReadonlySet<string>
}

export function questionFor(db: Reader, words: readonly string[]): Question {
  const forms = new Set<string>()
  const of = Object.fromEntries(
    searchIndexes.map((index) => {
      const vocabulary = new Vocabulary(db, index)
      const all = words.map((word) => {
        const others = formsOf(folded(word), vocabulary)
        for (const other of others) forms.add(other)
        return alternatives(db, index, word, others)
      })
      return [index, all.join(' AND ')]
    }),
  ) as Question['of']
  return { of, forms }
}

function alternatives(db: Reader, index: SearchIndex, word: string, forms: readonly string[]): string {
  // What begins so is in the notes of sessions too often to be collected; see `sessionMatch`.
  const begins = index === 'session_search' ? spelledOut(db, word) : beginning(word)
  return forms.length === 0 ? begins : `(${[begins, ...forms.map(wholeWord)].join(' OR ')})`
}
