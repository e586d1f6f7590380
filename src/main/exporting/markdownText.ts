import { cleanLine } from '@shared/domain/markdownText'
import { type NoteNode, notesTree } from './notesMarkdown'

/** One line of text as Markdown that shows exactly this text, at the start of a line too. */
export function escapeMarkdown(text: string): string {
  return guardLineStart(escapeInline(cleanLine(text)).trim())
}

/**
 * Notes written anew from what they mean, so that nothing in them can end or swallow what follows: no open
 * fence, no HTML, no link definition for the whole document. The highest heading gets the level `topHeading`.
 */
export function notesToMarkdown(notes: string, topHeading: number): string {
  return blocks(notesTree(notes, topHeading))
}

function blocks(nodes: readonly NoteNode[]): string {
  let text = ''
  let previous: NoteNode | null = null
  for (const node of nodes) {
    const written = block(node)
    if (written === '') continue
    if (previous !== null) text += previous.token.hidden && followsTightly(node) ? '\n' : '\n\n'
    text += written
    previous = node
  }
  return text
}

/** Whether a list may stand on the line after a paragraph; an ordered one only when it begins with 1. */
function followsTightly({ type, token }: NoteNode): boolean {
  return type === 'bullet_list' || (type === 'ordered_list' && (token.attrGet('start') ?? 1) === 1)
}

function block(node: NoteNode): string {
  const { type, token, children } = node
  if (type === 'paragraph') return lines(inlineOf(children)).map(guardLineStart).join('\n')
  if (type === 'heading') {
    return `${'#'.repeat(Number(token.tag.slice(1)))} ${lines(inlineOf(children), '').join(' ').replace(/#+$/, '\\$&')}`.trimEnd()
  }
  if (type === 'blockquote') return indented(blocks(children), '> ', '> ')
  if (type === 'bullet_list') return list(children, () => `${token.markup} `)
  if (type === 'ordered_list') {
    const start = Number(token.attrGet('start') ?? 1)
    return list(children, (index) => `${start + index}${token.markup} `)
  }
  if (type === 'fence' || type === 'code_block') return codeBlock(node)
  // A rule of hyphens or asterisks would read as the marker of a list that it stands in.
  if (type === 'hr') return '___'
  return type === 'table' ? table(children) : ''
}

function list(items: readonly NoteNode[], marker: (index: number) => string): string {
  const loose = items.some(({ children }) =>
    children.some(({ type, token }) => type === 'paragraph' && !token.hidden),
  )
  const written = items.map(({ children }, index) => {
    const mark = marker(index)
    return indented(blocks(children), mark, ' '.repeat(mark.length)).trimEnd()
  })
  return written.join(loose ? '\n\n' : '\n')
}

function indented(text: string, first: string, others: string): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? first + line : line === '' ? others.trimEnd() : others + line))
    .join('\n')
}

function codeBlock({ token }: NoteNode): string {
  const fence = '`'.repeat(Math.max(3, longestRun(token.content) + 1))
  const language = /^[\w+#.-]+/.exec(token.info.trim())?.[0] ?? ''
  return `${fence}${language}\n${token.content.replace(/\n$/, '')}\n${fence}`
}

function table(parts: readonly NoteNode[]): string {
  const rows = parts.flatMap(({ children }) => children)
  const written = rows.map(({ children }) => `| ${children.map(cell).join(' | ')} |`)
  const rule = (rows[0]?.children ?? []).map(({ token }) => {
    const style = String(token.attrGet('style') ?? '')
    if (style.includes('center')) return ':---:'
    return style.includes('right') ? '---:' : '---'
  })
  return [written[0] ?? '', `| ${rule.join(' | ')} |`, ...written.slice(1)].join('\n')
}

function cell({ children }: NoteNode): string {
  return lines(inlineOf(children), '').join(' ').replaceAll('|', '\\|')
}

function inlineOf(nodes: readonly NoteNode[]): string {
  return inlineText(nodes.flatMap(({ type, children }) => (type === 'inline' ? children : [])))
}

/** Stands for a break that the author asked for until it is known to have a line after it; no text holds it. */
const hardBreak = '\u0000'

function inlineText(nodes: readonly NoteNode[]): string {
  const written = nodes.map(inline)
  return written
    .map(({ mark, text }, index) => {
      if (mark === '') return text
      const before = written[index - 1]
      const after = written[index + 1]
      const [wordBefore, wordAfter] = [
        before?.mark === '' && endsInWord.test(before.text),
        after?.mark === '' && beginsWithWord.test(after.text),
      ]
      // Where a link or an image was taken away, the mark may now stand where it marks nothing.
      const opens = /^\S/.test(text) && (!wordBefore || beginsWithWord.test(text))
      const closes = /\S$/.test(text) && (!wordAfter || endsInWord.test(text))
      if (!opens || !closes) return text
      const used = wordBefore || wordAfter ? mark.replaceAll('_', '*') : mark
      return used + text + used
    })
    .join('')
}

const beginsWithWord = /^[^\s\p{P}\p{S}]/u
const endsInWord = /[^\s\p{P}\p{S}]$/u

/** The text of a node, and the mark that stands before and after it. */
function inline({ type, token, children }: NoteNode): { mark: string; text: string } {
  const unmarked = (text: string) => ({ mark: '', text })
  if (type === 'text') return unmarked(escapeInline(token.content.replace(/\n/g, ' ')))
  if (type === 'code_inline') return unmarked(codeSpan(token.content))
  if (type === 'softbreak') return unmarked('\n')
  if (type === 'hardbreak') return unmarked(`${hardBreak}\n`)
  const inner = inlineText(children)
  if (type !== 'link') return { mark: token.markup, text: inner }
  const href = String(token.attrGet('href')).replace(/[<>\\]/g, encodeURIComponent)
  return unmarked(`[${inner}](<${href}>)`)
}

function codeSpan(code: string): string {
  const ticks = '`'.repeat(longestRun(code) + 1)
  const space = /^`|`$|^ .*\S.* $/.test(code) ? ' ' : ''
  return ticks + space + code + space + ticks
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0)
}

/** The lines of a paragraph without the blanks that would make one code, and without empty ones. */
function lines(text: string, breakMark = '\\'): string[] {
  const kept = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== hardBreak)
  return kept.map((line, index) => line.replace(hardBreak, index < kept.length - 1 ? breakMark : ''))
}

function escapeInline(text: string): string {
  return text
    .replace(/[\\`*[\]<>~]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/!$/, '\\!')
}

/** What makes a line a block of its own: list markers, headings, quotes, rules, fences, tables, underlines. */
function guardLineStart(line: string): string {
  if (
    /^(?:[-+*](?:\s|$)|#{1,6}(?:\s|$)|>|=+\s*$|[-|:][-|:\s]*$|([-*_])(?:\s*\1){2,}\s*$|~{3}|`{3,}[^`]*$)/.test(
      line,
    )
  ) {
    return `\\${line}`
  }
  return line.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
}
