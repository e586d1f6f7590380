import { behindCode, proseLines } from '@shared/domain/markdownProse'

/** A link of a note, as note-taking programs and Markdown write it. */
export interface NoteLink {
  /** What it leads to, as it stands there: a path, an address, or a title. */
  target: string
  /** What is read in its place; null where it says nothing of its own. */
  words: string | null
  /** Whether what it leads to is to be shown in its place. */
  embeds: boolean
  /** Between two brackets each, where a target is a title or the name of a file. */
  isWiki: boolean
}

const wiki = /(!?)\[\[([^[\]|\n]+)(?:\|([^[\]\n]*))?\]\]/y
const plain =
  /(!?)\[((?:[^[\]\\\n]|\\.)*)\]\(\s*(?:<([^<>\n]+)>|([^()\s]+(?:\([^()\s]*\)[^()\s]*)*))(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\s*\)/y

/**
 * Writes the links of a Markdown text anew; what stands in code stays.
 *
 * @param rewrite what stands in place of a link; null leaves it as it is
 */
export function withLinks(markdown: string, rewrite: (link: NoteLink) => string | null): string {
  let text = ''
  let at = 0
  for (const { line, from } of proseLines(markdown)) {
    for (const { start, end, link } of linksIn(line)) {
      const anew = rewrite(link)
      if (anew === null) continue
      text += markdown.slice(at, from + start) + anew
      at = from + end
    }
  }
  return text + markdown.slice(at)
}

function* linksIn(line: string): Generator<{ start: number; end: number; link: NoteLink }> {
  let at = 0
  while (at < line.length) {
    const char = line.charAt(at)
    if (char === '\\') at += 2
    else if (char === '`') at = behindCode(line, at)
    else if (char === '[' || (char === '!' && line.charAt(at + 1) === '[')) {
      const found = linkAt(line, at)
      if (found) yield { start: at, ...found }
      at = found?.end ?? at + 1
    } else at += 1
  }
}

function linkAt(line: string, at: number): { end: number; link: NoteLink } | null {
  wiki.lastIndex = at
  const named = wiki.exec(line)
  if (named) {
    const [whole, mark, target = '', words] = named
    const link = { target: target.trim(), words: words?.trim() || null, embeds: mark === '!', isWiki: true }
    return { end: at + whole.length, link }
  }
  plain.lastIndex = at
  const [whole, mark, words = '', bracketed, bare = ''] = plain.exec(line) ?? []
  if (whole === undefined) return null
  const link = { target: bracketed ?? bare, words: words || null, embeds: mark === '!', isWiki: false }
  return { end: at + whole.length, link }
}
