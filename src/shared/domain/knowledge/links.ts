import { behindCode, proseLines } from '../markdownProse'

/** A link to a knowledge item by its title, `[[Title]]`, or with other words to read, `[[Title|words]]`. */
export interface KnowledgeLink {
  /** Offset of the opening brackets. */
  from: number
  /** Offset behind the closing ones. */
  to: number
  title: string
  /** What is read in its place. */
  words: string
}

const pattern = /\[\[([^[\]|\n]+)(?:\|([^[\]|\n]+))?\]\]/y

/** The link that begins at an offset of a line; null when none does. */
export function linkAt(line: string, at: number): KnowledgeLink | null {
  pattern.lastIndex = at
  const [whole, title = '', words] = pattern.exec(line) ?? []
  if (whole === undefined || title.trim() === '') return null
  return { from: at, to: at + whole.length, title: title.trim(), words: (words ?? title).trim() }
}

/** Characters that would end a link to a title. */
export const unlinkable = /[[\]|\r\n]/

/** All links of a Markdown text in their order; what stands in code is code, not a link. */
function findLinks(markdown: string): KnowledgeLink[] {
  if (!markdown.includes('[[')) return []
  return [...proseLines(markdown)].flatMap(({ line, from }) => linksOfLine(line, from))
}

/** A title as links find it: whatever its case and the spaces in it. */
export function titleKey(title: string): string {
  return title.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()
}

/** The titles that a text links to, each once, in the order of the first link. */
export function linkedTitles(markdown: string): string[] {
  const titles = new Map<string, string>()
  for (const { title } of findLinks(markdown)) {
    const key = titleKey(title)
    if (!titles.has(key)) titles.set(key, title)
  }
  return [...titles.values()]
}

/** The text with the links to a title leading to another one; what was written to be read in its place stays. */
export function renameLinks(markdown: string, before: string, after: string): string {
  const key = titleKey(before)
  let text = ''
  let at = 0
  for (const { from, to, title, words } of findLinks(markdown)) {
    if (titleKey(title) !== key) continue
    text += `${markdown.slice(at, from)}[[${after}${words === title ? '' : `|${words}`}]]`
    at = to
  }
  return text + markdown.slice(at)
}

function linksOfLine(line: string, lineFrom: number): KnowledgeLink[] {
  const links: KnowledgeLink[] = []
  let at = 0
  while (at < line.length) {
    const char = line.charAt(at)
    if (char === '\\') at += 2
    else if (char === '`') at = behindCode(line, at)
    else if (char === '[') {
      const link = linkAt(line, at)
      if (link) links.push({ ...link, from: lineFrom + link.from, to: lineFrom + link.to })
      at = link?.to ?? at + 1
    } else at += 1
  }
  return links
}
