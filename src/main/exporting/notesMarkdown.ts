import { cleanText, isRecordHref } from '@shared/domain/markdownText'
import MarkdownIt, { type Token } from 'markdown-it'

/**
 * Notes are Markdown. This is the one reading of it that all formats share: HTML in it is text, a line end is
 * a line end, images are their descriptions, and only web and mail addresses are links, so that nothing in a
 * report loads, runs or leads into the program file.
 */
const parser = new MarkdownIt({ html: false, linkify: false, breaks: true, typographer: false })

const allowedHref = /^(?:https?:\/\/|mailto:)/i

/**
 * The flat token stream of a Markdown text, safe to be rendered. Its headings are moved down, or up, so that
 * the highest of them gets the level `topHeading` and stands right below the heading that it belongs to.
 */
export function parseNotes(markdown: string, topHeading: number): Token[] {
  const tokens = parser.parse(markdown, {})
  const headings = tokens.filter(({ type }) => type === 'heading_open' || type === 'heading_close')
  const shift = topHeading - Math.min(...headings.map(({ tag }) => Number(tag.slice(1))))
  for (const heading of headings) heading.tag = `h${Math.min(6, Number(heading.tag.slice(1)) + shift)}`
  tokens.forEach((token, index) => {
    if (token.type !== 'inline') return
    token.children = plainInline(token.children ?? [])
    const [first] = token.children
    if (first?.type === 'text' && tokens[index - 2]?.type === 'list_item_open') {
      first.content = first.content.replace(/^\[([ xX])\](?=\s)/, (_box, mark) => (mark === ' ' ? '☐' : '☑'))
    }
  })
  return tokens
}

/** HTML of tokens from `parseNotes`. */
export function renderNotes(tokens: Token[]): string {
  return parser.renderer.render(tokens, parser.options, {})
}

function plainInline(tokens: Token[]): Token[] {
  const plain: Token[] = []
  /** The links that are open, innermost last: null for one that is kept. */
  const open: ({ href: string; from: number } | null)[] = []
  for (const token of tokens) {
    if (token.type === 'link_open') {
      const href = String(token.attrGet('href') ?? '')
      token.attrs = [['href', href]]
      const kept = allowedHref.test(href)
      open.push(kept ? null : { href, from: plain.length })
      if (kept) plain.push(token)
    } else if (token.type === 'link_close') {
      const link = open.pop() ?? null
      if (link === null) plain.push(token)
      else plain.push(...labelOf(link.href, plain.splice(link.from)))
    } else if (token.type === 'image') {
      plain.push(textToken(altText(token)))
    } else {
      // A character reference can bring back what cleaning took out of the source.
      if (token.type === 'text') token.content = cleanText(token.content).replace(knowledgeLink, '“$1”')
      plain.push(token)
    }
  }
  return plain
}

// [[Title]] or [[key|Title]], the link to a knowledge item.
const knowledgeLink = /\[\[(?:[^[\]|\n]*\|)?([^[\]|\n]+)\]\]/g

/** What remains of a link that a report cannot follow: its label, a member's with an @ before it. */
function labelOf(href: string, label: Token[]): Token[] {
  const first = label[0]
  if (first === undefined) return [textToken(isRecordHref(href) ? 'a record' : href)]
  const mentions = /^coppice:member\//i.test(href)
  if (mentions && !(first.type === 'text' && first.content.startsWith('@'))) label.unshift(textToken('@'))
  return label
}

function altText(image: Token): string {
  const text = (image.children ?? []).map(({ content }) => content).join('')
  return text.trim() === '' ? 'image' : cleanText(text)
}

function textToken(content: string): Token {
  const token = new MarkdownIt.Token('text', '', 0)
  token.content = content
  return token
}

/** A token with what stands between its opening and its closing; a leaf has no children. */
export interface NoteNode {
  /** The token's type without `_open`, such as `paragraph`, `bullet_list` or `text`. */
  type: string
  token: Token
  children: NoteNode[]
}

/** The tree of what `parseNotes` gives; the children of an `inline` node are its text, marks and line ends. */
export function notesTree(markdown: string, topHeading: number): NoteNode[] {
  return nest(parseNotes(markdown, topHeading))
}

function nest(tokens: readonly Token[]): NoteNode[] {
  const roots: NoteNode[] = []
  const path: NoteNode[] = []
  for (const token of tokens) {
    if (token.nesting === -1) {
      path.pop()
      continue
    }
    const node = { type: token.type.replace(/_open$/, ''), token, children: nest(token.children ?? []) }
    const siblings = path.at(-1)?.children ?? roots
    siblings.push(node)
    if (token.nesting === 1) path.push(node)
  }
  return roots
}
