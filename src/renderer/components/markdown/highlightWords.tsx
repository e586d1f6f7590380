import { Fragment, type ReactNode } from 'react'

/** Renders plain text; `highlightWords` gives one that marks what was searched for. */
export type TextRenderer = (text: string) => ReactNode

interface Folded {
  text: string
  /** For each code unit of the folded text, the offset of the character it comes from; one more at the end. */
  origins: number[]
}

/**
 * A renderer that marks every occurrence of the words, whatever their case and accents:
 * `malmo` is found in "Malmö".
 */
export function highlightWords(words: readonly string[]): TextRenderer {
  const patterns = words.map((word) => fold(word.trim()).text).filter((word) => word !== '')
  if (patterns.length === 0) return (text) => text
  const longestFirst = patterns.toSorted((a, b) => b.length - a.length).map(escapePattern)
  const pattern = new RegExp(longestFirst.join('|'), 'gu')
  return (text) => {
    const folded = fold(text)
    const pieces: ReactNode[] = []
    let at = 0
    for (const match of folded.text.matchAll(pattern)) {
      const from = folded.origins[match.index] ?? text.length
      const to = folded.origins[match.index + match[0].length] ?? text.length
      if (from < at || to <= from) continue
      pieces.push(
        <Fragment key={at}>{text.slice(at, from)}</Fragment>,
        <mark key={from}>{text.slice(from, to)}</mark>,
      )
      at = to
    }
    return at === 0 ? text : [...pieces, <Fragment key={at}>{text.slice(at)}</Fragment>]
  }
}

function fold(text: string): Folded {
  let folded = ''
  const origins: number[] = []
  let offset = 0
  for (const char of text) {
    const plain = char
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
    folded += plain
    for (let unit = 0; unit < plain.length; unit += 1) origins.push(offset)
    offset += char.length
  }
  origins.push(text.length)
  return { text: folded, origins }
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
