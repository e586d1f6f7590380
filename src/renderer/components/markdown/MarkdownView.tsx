import { useMemo } from 'react'
import { highlightWords } from './highlightWords'
import styles from './markdown.module.css'
import { parseMarkdown } from './parseMarkdown'
import { renderTokens } from './renderTokens'

interface MarkdownViewProps {
  /** The note's Markdown. */
  value: string
  /** Called with the number of the member whose mention was clicked. Without it mentions are not clickable. */
  onMention?: ((memberId: number) => void) | undefined
  /** Called with an http, https or mailto address. Without it links are plain text. */
  onLink?: ((url: string) => void) | undefined
  /** Called with the title of a linked piece of knowledge that was clicked. Without it such links are plain text. */
  onKnowledge?: ((title: string) => void) | undefined
  /** Whether there is something of a title yet; true of all unless told. */
  isKnown?: ((title: string) => boolean) | undefined
  /** Shows pictures that lie in the program file. */
  pictures?: boolean | undefined
  /** Marks each block with the lines of the note that it was written in. */
  lines?: boolean | undefined
  /** Words to mark in the text, whatever their case and accents. */
  highlight?: readonly string[] | undefined
}

/** Shows a Markdown note for reading. Nothing in a note can run, load or leave the page by itself. */
export function MarkdownView(props: MarkdownViewProps) {
  const { value, onMention, onLink, onKnowledge, isKnown, pictures, lines, highlight } = props
  const tokens = useMemo(() => parseMarkdown(value), [value])
  const words = highlight?.join('\n') ?? ''
  const text = useMemo(() => highlightWords(words.split('\n')), [words])
  const page = useMemo(
    () => renderTokens(tokens, { text, onMention, onLink, onKnowledge, isKnown, pictures, lines }),
    [tokens, text, onMention, onLink, onKnowledge, isKnown, pictures, lines],
  )
  return <div className={styles.view}>{page}</div>
}
