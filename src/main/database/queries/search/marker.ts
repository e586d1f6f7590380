import { type ExcerptPiece, excerptAround, excerptOf } from '@shared/domain/excerpt'
import { hitMarks } from '../fullText'
import { folded } from './vocabulary'

/** FTS5 takes letters, numbers and private-use characters for words; accents belong to the letter before them. */
const word = /[\p{L}\p{N}\p{Co}][\p{L}\p{M}\p{N}\p{Co}]*/gu

/** Marks in texts what was searched for. */
export interface Marker {
  /** A short text as a whole. */
  line(text: string | null): ExcerptPiece[]
  /** The surroundings of the first hit in one of these Markdown texts; else the beginning of the first that has one. */
  excerpt(...texts: (string | null)[]): ExcerptPiece[]
}

/** So much of a text behind and before its first hit is looked at. */
const surroundings = 600

/**
 * Not FTS5's own `highlight`, since to mark a page of hits that are not next to each other it would search again for each.
 *
 * @param forms other forms of the words, as the indexes write them
 */
export function markerFor(words: readonly string[], forms: ReadonlySet<string>): Marker {
  const beginnings = words.flatMap((text) => [...text.matchAll(word)].map(([part]) => folded(part)))
  const isHit = (text: string) => {
    const one = folded(text)
    return forms.has(one) || beginnings.some((begins) => one.startsWith(begins))
  }
  const marked = (text: string) =>
    text.replace(word, (one) => (isHit(one) ? `${hitMarks.open}${one}${hitMarks.close}` : one))
  const firstHit = (text: string) => {
    for (const { 0: one, index } of text.matchAll(word)) if (isHit(one)) return index
    return null
  }
  return {
    line: (text) => pieces(marked(text ?? '')),
    excerpt: (...texts) => {
      for (const text of texts) {
        const at = text === null ? null : firstHit(text)
        if (text === null || at === null) continue
        const from = Math.max(0, at - surroundings)
        return excerptAround(marked(text.slice(from, at + surroundings)), hitMarks)
      }
      const begins = texts.map((text) => excerptOf(text ?? '')).find((text) => text !== '')
      return begins === undefined ? [] : [{ text: begins, hit: false }]
    },
  }
}

function pieces(marked: string): ExcerptPiece[] {
  const { open, close } = hitMarks
  return marked
    .split(open)
    .flatMap((part, at): ExcerptPiece[] => {
      if (at === 0) return [{ text: part, hit: false }]
      const end = part.indexOf(close)
      return [
        { text: part.slice(0, end), hit: true },
        { text: part.slice(end + close.length), hit: false },
      ]
    })
    .filter(({ text }) => text !== '')
}
