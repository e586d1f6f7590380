import type { Reader } from '../../engine/reader'
import { beginning, searchWords, wholeWord } from '../fullText'

/**
 * What `session_search` is asked for the words of a user; it finds what `matchExpression` finds.
 *
 * FTS5 answers a question for the beginning of a word from an index of its own up to three letters. For longer ones
 * it first collects the hits of all words that begin so, however few are wanted: 35 ms for “with” in 250,000 notes.
 * Asked for those words themselves it gives the newest hits in 0.2 ms, so they are looked up and spelled out.
 *
 * @returns null when there is nothing to look for.
 */
export function sessionMatch(db: Reader, query: string): string | null {
  const words = searchWords(query)
  return words.length === 0 ? null : words.map((word) => spelledOut(db, word)).join(' AND ')
}

/** With more words than that their hits are as quickly collected. */
const mostWords = 24

/** A word as the beginning of a word, for `session_search`. */
export function spelledOut(db: Reader, word: string): string {
  const token = indexed(word)
  if (token === null) return beginning(word)
  db.temporary(
    'session_words',
    "VIRTUAL TABLE temp.session_words USING fts5vocab(main, session_search, 'instance')",
  )
  const words = db.column<string>(wordsFrom, { first: token, behind: `${token}\u{10ffff}` })
  if (words.length === 0 || words.length > mostWords) return beginning(word)
  return `(${words.map(wholeWord).join(' OR ')})`
}

/** Each word is looked up behind the one before it, since going through the table would go through every hit. */
const wordsFrom = `
  WITH RECURSIVE words (word) AS (
    SELECT (SELECT term FROM temp.session_words WHERE term >= @first LIMIT 1)
    UNION ALL
    SELECT (SELECT term FROM temp.session_words WHERE term >= words.word || char(1) LIMIT 1)
      FROM words WHERE words.word < @behind
    LIMIT ${mostWords + 2}
  )
  SELECT word FROM words WHERE word < @behind`

/** Letters of which it is certain how FTS5 writes them in its index: Latin ones, all but a few with an accent. */
const latin = /^[0-9A-Za-z\u00c0-\u017f]+$/

/** The word as it stands in the index; null when FTS5 has a prefix index for it, or when that is not certain. */
function indexed(word: string): string | null {
  const composed = word.normalize('NFC')
  if (!latin.test(composed)) return null
  const folded = composed
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
  return /^[0-9a-z]{4,}$/.test(folded) ? folded : null
}
