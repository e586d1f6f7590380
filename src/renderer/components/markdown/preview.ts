import { syntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'
import type { SyntaxNode } from './noteLanguage'
import {
  drawCode,
  drawHeading,
  drawItem,
  drawQuote,
  drawQuoteMark,
  drawRule,
  drawTable,
  type Stretch,
} from './previewBlocks'
import { drawAddress, drawEmphasis, drawEscape, drawInlineCode, drawLink } from './previewInline'
import { type Preview, PreviewSketch } from './previewSketch'

/** Draws a node; the answer false means that what is inside needs no drawing of its own. */
type Draw = (node: SyntaxNode, sketch: PreviewSketch, view: Stretch) => unknown

const draws = new Map<string, Draw>([
  ['Autolink', drawAddress],
  ['Blockquote', drawQuote],
  ['CodeBlock', drawCode],
  ['Emphasis', drawEmphasis],
  ['Escape', drawEscape],
  ['FencedCode', drawCode],
  ['HorizontalRule', drawRule],
  ['Image', drawLink],
  ['InlineCode', drawInlineCode],
  ['Link', drawLink],
  ['ListItem', drawItem],
  ['QuoteMark', drawQuoteMark],
  ['Strikethrough', drawEmphasis],
  ['StrongEmphasis', drawEmphasis],
  ['Table', drawTable],
  ['TableDelimiter', (node, sketch) => sketch.style(node.from, node.to, 'cm-mark')],
  ['URL', drawAddress],
  ...[1, 2, 3, 4, 5, 6].map((level): [string, Draw] => [`ATXHeading${level}`, drawHeading]),
])

/**
 * What the editor shows in the place of Markdown: the work is in proportion to the stretches in view, not to
 * the note. `carets` are the offsets near which the marks are shown; none when the editor has no focus.
 */
export function drawPreview(
  state: EditorState,
  stretches: readonly Stretch[],
  carets: readonly number[],
): Preview {
  const sketch = new PreviewSketch(state, carets)
  const tree = syntaxTree(state)
  for (const view of stretches) {
    for (let at = view.from; at <= view.to; ) {
      const line = state.doc.lineAt(at)
      sketch.line(line)
      at = line.to + 1
    }
    tree.iterate({
      from: view.from,
      to: view.to,
      enter: (node) => draws.get(node.name)?.(node.node, sketch, view) !== false,
    })
  }
  return sketch.finish()
}
