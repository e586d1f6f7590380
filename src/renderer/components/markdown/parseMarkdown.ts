import { linkAt } from '@shared/domain/knowledge/links'
import type { Token } from 'markdown-it'
import MarkdownIt from 'markdown-it'

const taskPattern = /^\[([ xX])\](?:[ \t]+|$)/

const reader = new MarkdownIt({ html: false, linkify: true, breaks: true })
// Addresses become links when they say so themselves: "notes.md" is a file's name, not a website.
reader.linkify.set({ fuzzyLink: false })
// A line of dashes under a paragraph is a rule, as in the editor: nobody expects it to make a heading.
reader.disable('lheading')
// Every link is parsed, so that its text is never lost; what may be opened is decided where it is rendered.
reader.validateLink = () => true
reader.inline.ruler.before('link', 'knowledge', (state, silent) => {
  const link = state.src.startsWith('[[', state.pos) ? linkAt(state.src, state.pos) : null
  if (!link || link.to > state.posMax) return false
  if (!silent) {
    const token = state.push('knowledge', '', 0)
    token.content = link.words
    token.meta = { title: link.title }
  }
  state.pos = link.to
  return true
})
reader.core.ruler.push('tasks', (state) => markTasks(state.tokens))

/** Reads Markdown (CommonMark with tables, strikethrough and tasks, without HTML) into tokens. */
export function parseMarkdown(markdown: string): Token[] {
  return reader.parse(markdown, {})
}

/** Whether a list item's token begins a task: true when done, false when open, null for any other item. */
export function taskState(item: Token): boolean | null {
  const done = item.meta?.done
  return typeof done === 'boolean' ? done : null
}

/** The title that a token links to in the knowledge base; null for any other token. */
export function linkedTitle(token: Token): string | null {
  const title = token.meta?.title
  return token.type === 'knowledge' && typeof title === 'string' ? title : null
}

function markTasks(tokens: Token[]): void {
  tokens.forEach((item, index) => {
    const text = tokens[index + 2]?.children?.[0]
    if (item.type !== 'list_item_open' || tokens[index + 1]?.type !== 'paragraph_open') return
    const box = text?.type === 'text' ? taskPattern.exec(text.content) : null
    if (text === undefined || box === null) return
    item.meta = { done: box[1] !== ' ' }
    text.content = text.content.slice(box[0].length)
  })
}
