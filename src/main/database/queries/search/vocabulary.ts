import type { Reader } from '../../engine/reader'

/** The search indexes that are searched together. */
export const searchIndexes = ['session_search', 'member_search', 'knowledge_search', 'record_search'] as const
export type SearchIndex = (typeof searchIndexes)[number]

/** Behind every word that begins like the one before it. */
export const last = '\u{10ffff}'

/**
 * The words of a search index, which are sorted. Each is looked up behind another one: going through FTS5's table of
 * words goes through every hit of each.
 */
export class Vocabulary {
  private readonly table: string

  constructor(
    private readonly db: Reader,
    index: SearchIndex,
  ) {
    this.table = `temp.words_of_${index}`
    db.temporary(
      `words_of_${index}`,
      `VIRTUAL TABLE ${this.table} USING fts5vocab(main, ${index}, 'instance')`,
    )
  }

  /** The first word that is this one or stands behind it. */
  from(word: string): string | undefined {
    return this.db.value<string>(`SELECT term FROM ${this.table} WHERE term >= ? LIMIT 1`, word)
  }

  /** The words that begin so; null when there are more than `most`. */
  beginningWith(start: string, most: number): string[] | null {
    const words: string[] = []
    let word = this.from(start)
    while (word?.startsWith(start)) {
      if (words.length === most) return null
      words.push(word)
      word = this.from(`${word}\u0001`)
    }
    return words
  }

  /** The rows that hold a word, up to `most`. */
  rowsWith(word: string, most: number): number[] {
    return this.db.column<number>(`SELECT DISTINCT doc FROM ${this.table} WHERE term = ? LIMIT ${most}`, word)
  }

  /** How often a word is there, up to `most`. */
  uses(word: string, most: number): number {
    return (
      this.db.value<number>(
        `SELECT count(*) FROM (SELECT 1 FROM ${this.table} WHERE term = ? LIMIT ${most})`,
        word,
      ) ?? 0
    )
  }
}

const latin = /^[0-9a-z\u00c0-\u024f\u1e00-\u1eff]+$/i

/**
 * A word as FTS5 writes it in its indexes: in small letters, Latin ones without accents. Where the two should differ the
 * word is not found among those of the index, and nothing follows from it.
 */
export function folded(word: string): string {
  const composed = word.normalize('NFC')
  const plain = latin.test(composed) ? composed.normalize('NFD').replace(/\p{Mn}/gu, '') : composed
  return plain.toLowerCase()
}
