import { countColumn, findColumn, type Line } from '@codemirror/state'
import type { SyntaxNode } from './noteLanguage'
import type { PreviewSketch } from './previewSketch'
import { BulletWidget, CheckboxWidget, RuleWidget } from './previewWidgets'

/** A stretch of the document; here, the part that is in view. */
export interface Stretch {
  from: number
  to: number
}

const deepestList = 6
const deepestQuote = 3
const bullet = new BulletWidget()
const rule = new RuleWidget()

export function drawHeading(node: SyntaxNode, sketch: PreviewSketch): void {
  const line = sketch.state.doc.lineAt(node.from)
  sketch.line(line, `cm-h${node.name.slice(-1)}`)
  const shown = sketch.touched(line.from, line.to)
  for (const mark of node.getChildren('HeaderMark')) {
    const text = sketch.state.sliceDoc(line.from, line.to)
    const opening = mark.from === node.from
    const before = opening ? 0 : spaceBefore(text, mark.from - line.from)
    const after = opening ? spaceAfter(text, mark.to - line.from) : 0
    if (shown) sketch.style(mark.from, mark.to, 'cm-mark')
    else sketch.hide(mark.from - before, mark.to + after)
  }
}

export function drawQuote(node: SyntaxNode, sketch: PreviewSketch, view: Stretch): void {
  const depth = Math.min(countAncestors(node, ['Blockquote']) + 1, deepestQuote)
  for (const line of linesOf(node, sketch, view)) sketch.line(line, `cm-quote-${depth}`)
}

export function drawQuoteMark(node: SyntaxNode, sketch: PreviewSketch): void {
  const space = sketch.state.sliceDoc(node.to, node.to + 1) === ' ' ? 1 : 0
  if (sketch.touched(node.from, node.to)) sketch.style(node.from, node.to + space, 'cm-quoteMark')
  else sketch.swallow(node.from, node.to + space)
}

/** A list item: a bullet, number or checkbox that hangs before text whose indentation is the line's own. */
export function drawItem(node: SyntaxNode, sketch: PreviewSketch, view: Stretch): void {
  const mark = node.getChild('ListMark')
  if (mark === null) return
  const { doc, tabSize, readOnly } = sketch.state
  const line = doc.lineAt(mark.from)
  const depth = Math.min(countAncestors(node, ['BulletList', 'OrderedList']), deepestList)
  const content = mark.to + spaceAfter(line.text, mark.to - line.from)
  const column = countColumn(line.text, tabSize, content - line.from)

  for (const other of linesOf(node, sketch, view)) {
    if (other.text.trim() === '') continue
    sketch.line(other, `cm-list-${depth}`)
    const start = quotePrefix(other)
    const white = spaceAfter(other.text, start)
    const end = other.from === line.from ? mark.from - line.from : findColumn(other.text, column, tabSize)
    sketch.indent(other, other.from + start, other.from + Math.min(end, start + white))
  }
  if (line.to < view.from || line.from > view.to) return

  sketch.line(line, 'cm-item')
  const start = line.from + quotePrefix(line)
  const box = node.getChild('Task')?.getChild('TaskMarker') ?? null
  const boxEnd = box === null ? content : box.to + spaceAfter(line.text, box.to - line.from)
  const numbered = node.parent?.name === 'OrderedList'
  const shown = sketch.touched(start, box === null ? mark.to : box.to)

  if (numbered) sketch.style(mark.from, content, 'cm-marker')
  if (box === null) {
    if (numbered) return
    if (shown) sketch.style(mark.from, content, 'cm-marker')
    else sketch.replace(mark.from, content, bullet)
    return
  }
  const done = sketch.state.sliceDoc(box.from, box.to) !== '[ ]'
  if (done) sketch.line(line, 'cm-done')
  if (shown) sketch.style(numbered ? box.from : mark.from, boxEnd, 'cm-marker')
  else sketch.replace(numbered ? box.from : mark.from, boxEnd, new CheckboxWidget(done, readOnly))
}

export function drawCode(node: SyntaxNode, sketch: PreviewSketch, view: Stretch): void {
  const lines = linesOf(node, sketch, view)
  for (const line of lines) sketch.line(line, 'cm-code')
  const first = lines[0]
  const last = lines.at(-1)
  if (first !== undefined && first.from <= node.from) sketch.line(first, 'cm-codeFirst')
  if (last !== undefined && last.to >= node.to) sketch.line(last, 'cm-codeLast')
  const shown = sketch.touched(node.from, node.to)
  for (const mark of [...node.getChildren('CodeMark'), ...node.getChildren('CodeInfo')]) {
    if (shown) sketch.style(mark.from, mark.to, 'cm-mark')
    else sketch.hide(mark.from, mark.to)
  }
}

export function drawTable(node: SyntaxNode, sketch: PreviewSketch, view: Stretch): void {
  for (const line of linesOf(node, sketch, view)) sketch.line(line, 'cm-table')
}

export function drawRule(node: SyntaxNode, sketch: PreviewSketch): void {
  const line = sketch.state.doc.lineAt(node.from)
  if (sketch.touched(line.from, line.to)) sketch.style(node.from, node.to, 'cm-mark')
  else sketch.replace(node.from, node.to, rule)
}

function linesOf(node: SyntaxNode, sketch: PreviewSketch, view: Stretch): Line[] {
  const lines: Line[] = []
  const end = Math.min(node.to, view.to)
  for (let at = Math.max(node.from, view.from); at <= end; ) {
    const line = sketch.state.doc.lineAt(at)
    lines.push(line)
    at = line.to + 1
  }
  return lines
}

function countAncestors(node: SyntaxNode, names: readonly string[]): number {
  let count = 0
  for (let parent = node.parent; parent !== null; parent = parent.parent) {
    if (names.includes(parent.name)) count += 1
  }
  return count
}

/** Length of the `> ` marks at a line's beginning. */
function quotePrefix(line: Line): number {
  return /^(?:[ \t]*>[ \t]?)*/.exec(line.text)?.[0].length ?? 0
}

function spaceAfter(text: string, offset: number): number {
  return /^[ \t]*/.exec(text.slice(offset))?.[0].length ?? 0
}

function spaceBefore(text: string, offset: number): number {
  return offset - text.slice(0, offset).trimEnd().length
}
