import { cleanLine } from '@shared/domain/markdownText'
import { type NoteNode, notesTree } from './notesMarkdown'

/** One line of text as Markdown that shows exactly this text, at the start of a line too. */
export function escapeMarkdown(text: string): string {
  return guardLineStart(escapeInline(cleanLine(text)).trim())
}

/**
 * Notes written anew from what they mean, so that nothing in them can end or swallow what follows: no open
 * fence, no HTML, no link definition for the whole document. Headings are moved down by `headingOffset`.
 */
export function notesToMarkdown(notes: string, headingOffset: number): string {
  return blocks(notesTree(notes), { headingOffset })
}

interface Setting {
  headingOffset: number
}

function blocks(nodes: readonly NoteNode[], setting: Setting): string {
  let text = ''
  let previous: NoteNode | null = null
  for (const node of nodes) {
    const written = block(node, setting)
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

function block(node: NoteNode, setting: Setting): string {
  const { type, token, children } = node
  if (type === 'paragraph') return lines(inlineOf(children)).map(guardLineStart).join('\n')
  if (type === 'heading') {
    const level = Math.min(6, Number(token.tag.slice(1)) + setting.headingOffset)
    return `${'#'.repeat(level)} ${lines(inlineOf(children)).join(' ').replace(/#+$/, '\\$&')}`.trimEnd()
  }
  if (type === 'blockquote') return indented(blocks(children, setting), '> ', '> ')
  if (type === 'bullet_list') return list(children, () => `${token.markup} `, setting)
  if (type === 'ordered_list') {
    const start = Number(token.attrGet('start') ?? 1)
    return list(children, (index) => `${start + index}${token.markup} `, setting)
  }
  if (type === 'fence' || type === 'code_block') return codeBlock(node)
  // A rule of hyphens or asterisks would read as the marker of a list that it stands in.
  if (type === 'hr') return '___'
  return type === 'table' ? table(children) : ''
}

function list(items: readonly NoteNode[], marker: (index: number) => string, setting: Setting): string {
  const loose = items.some(({ children }) =>
    children.some(({ type, token }) => type === 'paragraph' && !token.hidden),
  )
  const written = items.map(({ children }, index) => {
    const mark = marker(index)
    return indented(blocks(children, setting), mark, ' '.repeat(mark.length)).trimEnd()
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
  return lines(inlineOf(children)).join(' ').replaceAll('|', '\\|')
}

function inlineOf(nodes: readonly NoteNode[]): string {
  return nodes
    .flatMap(({ type, children }) => (type === 'inline' ? children : []))
    .map(inline)
    .join('')
}

function inline({ type, token, children }: NoteNode): string {
  const inner = children.map(inline).join('')
  if (type === 'text') return escapeInline(token.content.replace(/\n/g, ' '))
  if (type === 'code_inline') return codeSpan(token.content)
  if (type === 'softbreak') return '\n'
  if (type === 'hardbreak') return '\\\n'
  if (type === 'link')
    return `[${inner}](<${String(token.attrGet('href')).replace(/[<>\\]/g, encodeURIComponent)}>)`
  // A mark around nothing would be text.
  return inner === '' ? '' : token.markup + inner + token.markup
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
function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== '\\')
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
