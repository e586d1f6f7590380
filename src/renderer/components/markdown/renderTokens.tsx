import { fileOfHref, fileUrl } from '@shared/domain/knowledge/files'
import { memberOfHref } from '@shared/domain/mentions'
import type { Token } from 'markdown-it'
import { createElement, Fragment, type ReactNode } from 'react'
import type { TextRenderer } from './highlightWords'
import { safeUrl } from './links'
import styles from './markdown.module.css'
import { linkedTitle, taskState } from './parseMarkdown'

interface RenderOptions {
  /** Renders the plain text of the note. */
  text: TextRenderer
  onMention?: ((memberId: number) => void) | undefined
  onLink?: ((url: string) => void) | undefined
  onKnowledge?: ((title: string) => void) | undefined
  /** Shows pictures that lie in the program file. */
  pictures?: boolean | undefined
  /** Marks each block with the lines it was written in. */
  lines?: boolean | undefined
  /** Whether there is something of a title; without it there always is. */
  isKnown?: ((title: string) => boolean) | undefined
}

/** An element whose end has not been met yet; the outermost has no token. */
interface OpenElement {
  token: Token | null
  children: ReactNode[]
}

const plainTags = new Set(['blockquote', 'em', 'p', 'strong', 's', 'ul', 'table', 'thead', 'tbody', 'tr'])
const alignments = new Map([
  ['text-align:center', styles.center],
  ['text-align:right', styles.end],
])

/**
 * Turns Markdown tokens into React elements. No HTML string is ever made: an element is one of those named
 * here, an attribute is one of those set here, and everything else of the note is text.
 */
export function renderTokens(tokens: readonly Token[], options: RenderOptions): ReactNode[] {
  const open: OpenElement[] = [{ token: null, children: [] }]
  for (const token of tokens) {
    if (token.nesting === 1) {
      open.push({ token, children: [] })
      continue
    }
    const ended = token.nesting === -1 && open.length > 1 ? open.pop() : undefined
    const parent = open.at(-1)
    const content = ended?.token
      ? renderElement(ended.token, ended.children, options)
      : renderLeaf(token, options)
    parent?.children.push(<Fragment key={parent.children.length}>{content}</Fragment>)
  }
  return open.flatMap((element) => element.children)
}

function renderElement(token: Token, children: ReactNode[], options: RenderOptions): ReactNode {
  if (token.hidden) return children
  if (plainTags.has(token.tag)) return createElement(token.tag, placing(token, options), children)
  switch (token.type) {
    case 'heading_open':
      return renderHeading(token, children, options)
    case 'ordered_list_open':
      return (
        <ol {...placing(token, options)} start={Number(token.attrGet('start') ?? 1)}>
          {children}
        </ol>
      )
    case 'list_item_open':
      return renderItem(token, children, options)
    case 'th_open':
    case 'td_open':
      return createElement(token.tag, { className: alignment(token) }, children)
    case 'link_open':
      return renderLink(String(token.attrGet('href') ?? ''), children, options)
    default:
      return children
  }
}

function renderLeaf(token: Token, options: RenderOptions): ReactNode {
  switch (token.type) {
    case 'inline':
      return renderTokens(token.children ?? [], options)
    case 'softbreak':
    case 'hardbreak':
      return <br />
    case 'hr':
      return <hr />
    case 'code_inline':
      return <code>{options.text(token.content)}</code>
    case 'code_block':
    case 'fence':
      return (
        <pre>
          <code>{options.text(token.content)}</code>
        </pre>
      )
    case 'knowledge':
      return renderKnowledge(token, options)
    case 'image':
      return renderImage(token, options)
    default:
      return options.text(token.content)
  }
}

/** A picture of the program file; of any other there is its description alone, since nothing is ever loaded. */
function renderImage(token: Token, options: RenderOptions): ReactNode {
  const id = options.pictures ? fileOfHref(String(token.attrGet('src') ?? '')) : null
  if (id !== null) return <img className={styles.picture} src={fileUrl(id)} alt={token.content} />
  return <span className={styles.image}>{renderTokens(token.children ?? [], options)}</span>
}

/** A note stands inside a page with headings of its own, so its first level is the page's third. */
function renderHeading(token: Token, children: ReactNode[], options: RenderOptions): ReactNode {
  const level = Number(token.tag.slice(1))
  const className = [styles.h1, styles.h2, styles.h3][level - 1] ?? styles.h4
  return createElement(`h${Math.min(level + 2, 6)}`, { className, ...placing(token, options) }, children)
}

function renderItem(token: Token, children: ReactNode[], options: RenderOptions): ReactNode {
  const done = taskState(token)
  if (done === null) return <li {...linesOf(token, options)}>{children}</li>
  return (
    <li {...linesOf(token, options)} className={done ? styles.taskDone : styles.task}>
      <span role="img" aria-label={done ? 'Done' : 'To do'} className={styles.box} data-done={done} />
      <div>{children}</div>
    </li>
  )
}

function renderLink(href: string, children: ReactNode[], { onLink, onMention }: RenderOptions): ReactNode {
  const memberId = memberOfHref(href)
  if (memberId !== null) {
    if (onMention === undefined) {
      return (
        <span dir="auto" className={styles.mention}>
          {children}
        </span>
      )
    }
    return (
      <button type="button" dir="auto" className={styles.mention} onClick={() => onMention(memberId)}>
        {children}
      </button>
    )
  }
  const url = safeUrl(href)
  if (url === null || onLink === undefined) return children
  const open = (event: { preventDefault: () => void }) => {
    event.preventDefault()
    onLink(url)
  }
  return (
    <a href={url} title={url} onClick={open} onAuxClick={(event) => event.preventDefault()}>
      {children}
    </a>
  )
}

function renderKnowledge(token: Token, { text, onKnowledge, isKnown }: RenderOptions): ReactNode {
  const title = linkedTitle(token)
  const words = text(token.content)
  if (title === null || onKnowledge === undefined) return words
  const known = isKnown?.(title) ?? true
  const open = (event: { preventDefault: () => void }) => {
    event.preventDefault()
    onKnowledge(title)
  }
  // A link goes on over the end of a line, which a button does not; where it leads, the window decides.
  return (
    <a
      href={`#${encodeURIComponent(title)}`}
      dir="auto"
      data-known={known}
      title={known ? title : `Nobody has written “${title}” yet`}
      onClick={open}
      onAuxClick={(event) => event.preventDefault()}
    >
      {words}
    </a>
  )
}

/** A block of the page finds its direction from its first letters; what is inside it follows. */
function placing(token: Token, options: RenderOptions): { dir?: 'auto'; 'data-lines'?: string | undefined } {
  return token.block && token.level === 0 ? { dir: 'auto', ...linesOf(token, options) } : {}
}

/** The lines of the source that a block was written in, "3-5", the last one excluded; where somebody wants to know. */
function linesOf({ map }: Token, { lines }: RenderOptions): { 'data-lines'?: string } {
  return lines && map ? { 'data-lines': map.join('-') } : {}
}

function alignment(token: Token): string | undefined {
  return alignments.get(String(token.attrGet('style') ?? ''))
}
