import type { EditorState } from '@codemirror/state'
import { nodesAround } from './inlineCommands'
import { headingLevel } from './listCommands'
import { listMarker } from './listText'

/** What the text at the caret already is. */
export type Format = 'bold' | 'italic' | 'heading' | 'bullet' | 'number' | 'task' | 'quote' | 'link'

const inlineFormats: readonly (readonly [string, Format])[] = [
  ['StrongEmphasis', 'bold'],
  ['Emphasis', 'italic'],
  ['Link', 'link'],
]

/** The formats at the caret, in a fixed order. */
export function formatsAt(state: EditorState): Format[] {
  const { head } = state.selection.main
  const names = nodesAround(state, head)
  const { text } = state.doc.lineAt(head)
  const marker = listMarker(text)
  const formats = inlineFormats.filter(([name]) => names.has(name)).map(([, format]) => format)
  if (headingLevel(text) > 0) formats.push('heading')
  if (marker !== null) formats.push(marker.kind)
  if (/^[ \t]*>/.test(text)) formats.push('quote')
  return formats
}
