import { linkAt } from '@shared/domain/knowledge/links'
import { findMentions } from '@shared/domain/mentions'
import { safeUrl } from './links'
import type { SyntaxNode } from './noteLanguage'
import type { PreviewSketch } from './previewSketch'
import { MentionWidget } from './previewWidgets'

const emphasisClasses = new Map([
  ['Emphasis', 'cm-em'],
  ['StrongEmphasis', 'cm-strong'],
  ['Strikethrough', 'cm-strike'],
])
const linkParts = new Set(['Link', 'Image', 'Autolink', 'LinkReference'])

export function drawEmphasis(node: SyntaxNode, sketch: PreviewSketch): void {
  sketch.style(node.from, node.to, emphasisClasses.get(node.name) ?? '')
  drawMarks([...node.getChildren('EmphasisMark'), ...node.getChildren('StrikethroughMark')], node, sketch)
}

export function drawInlineCode(node: SyntaxNode, sketch: PreviewSketch): void {
  const marks = node.getChildren('CodeMark')
  sketch.style(marks[0]?.to ?? node.from, marks.at(-1)?.from ?? node.to, 'cm-inlineCode')
  drawMarks(marks, node, sketch)
}

export function drawEscape(node: SyntaxNode, sketch: PreviewSketch): void {
  drawMarks([{ from: node.from, to: node.from + 1 }], node, sketch)
}

/** A link or image; false when it is a mention, whose inside is not drawn. */
export function drawLink(node: SyntaxNode, sketch: PreviewSketch): boolean {
  const source = sketch.state.sliceDoc(node.from, node.to)
  const [mention] = findMentions(source)
  if (mention?.from === 0 && mention.to === source.length) {
    const selected = sketch.selected(node.from, node.to)
    sketch.replace(node.from, node.to, new MentionWidget(mention.name, selected))
    return false
  }
  if (drawKnowledge(node, sketch)) return false
  const [opening, closing] = node.getChildren('LinkMark')
  const url = node.getChild('URL')
  if (opening === undefined || closing === undefined || url === null || opening.to === closing.from)
    return true
  // A target that goes on in the next line cannot be hidden; half a link would be worse than its source.
  if (sketch.state.doc.lineAt(closing.from).to < node.to) return true
  const image = node.name === 'Image'
  if (!image && safeUrl(sketch.state.sliceDoc(url.from, url.to)) === null) return true
  sketch.style(opening.to, closing.from, image ? 'cm-image' : 'cm-link')
  drawMarks([opening, { from: closing.from, to: node.to }], node, sketch)
  return true
}

/** A link to the knowledge base, whose inner brackets the language takes for a link of its own. */
function drawKnowledge({ name, from, to }: SyntaxNode, sketch: PreviewSketch): boolean {
  const { state } = sketch
  if (name !== 'Link' || state.sliceDoc(from - 1, from) !== '[') return false
  const line = state.doc.lineAt(from)
  const link = linkAt(line.text, from - 1 - line.from)
  if (link === null || line.from + link.to !== to + 1) return false
  const words = to - 1 - link.words.length
  const whole = { from: from - 1, to: to + 1 }
  sketch.style(words, to - 1, 'cm-link')
  drawMarks(
    [
      { from: from - 1, to: words },
      { from: to - 1, to: to + 1 },
    ],
    whole,
    sketch,
  )
  return true
}

/** An address that stands in the text by itself, with or without angle brackets. */
export function drawAddress(node: SyntaxNode, sketch: PreviewSketch): void {
  if (node.name === 'URL' && linkParts.has(node.parent?.name ?? '')) return
  if (node.name === 'Autolink') drawMarks(node.getChildren('LinkMark'), node, sketch)
  const url = node.name === 'URL' ? node : node.getChild('URL')
  const text = url === null ? '' : sketch.state.sliceDoc(url.from, url.to)
  const linked = safeUrl(text) !== null || /^[^\s/:@]+@[^\s/:@]+$/.test(text)
  if (url !== null && linked) sketch.style(url.from, url.to, 'cm-link')
}

/** Marks are shown, quietly, while a caret is in the node that they belong to, and hidden otherwise. */
function drawMarks(
  marks: readonly { from: number; to: number }[],
  node: { from: number; to: number },
  sketch: PreviewSketch,
): void {
  const shown = sketch.touched(node.from, node.to)
  for (const mark of marks) {
    if (shown) sketch.style(mark.from, mark.to, 'cm-mark')
    else sketch.hide(mark.from, mark.to)
  }
}
