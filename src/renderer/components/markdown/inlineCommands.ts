import { syntaxTree } from '@codemirror/language'
import { type ChangeSpec, EditorSelection, type EditorState, type StateCommand } from '@codemirror/state'
import { isUrl } from './links'
import { listMarker } from './listText'
import type { SyntaxNode } from './noteLanguage'

interface Span {
  from: number
  to: number
}

/** Makes the selection or the word at the caret bold, or plain again. */
export const toggleBold = toggleEmphasis('**', 'StrongEmphasis')

/** Makes the selection or the word at the caret italic, or plain again. */
export const toggleItalic = toggleEmphasis('*', 'Emphasis')

/** Makes the selection a link's text or, when it is an address, its target, and puts the caret at the rest. */
export const insertLink: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false
  const { from, to } = state.selection.main
  const selected = state.sliceDoc(from, to)
  if (selected.includes('\n')) return false
  const address = isUrl(selected)
  const insert = address ? `[](${selected})` : `[${selected}](https://)`
  const target = from + selected.length + 3
  const range =
    address || selected === '' ? EditorSelection.cursor(from + 1) : EditorSelection.range(target, target + 8)
  const changes = { from, to, insert }
  dispatch(state.update({ changes, selection: range, scrollIntoView: true, userEvent: 'input.format' }))
  return true
}

/** Names of the inline nodes around an offset, such as `StrongEmphasis`. */
export function nodesAround(state: EditorState, offset: number): Set<string> {
  const names = new Set<string>()
  for (const side of [-1, 1] as const) {
    let node: SyntaxNode | null = syntaxTree(state).resolveInner(offset, side)
    for (; node !== null; node = node.parent) names.add(node.name)
  }
  return names
}

function toggleEmphasis(mark: string, nodeName: string): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false
    const spec = state.changeByRange((range) => {
      if (range.empty) return toggleAtCaret(state, range.head, mark, nodeName)
      const spans = spansOf(state, range)
      const nodes = spans.flatMap((span) => nodesIn(state, span, nodeName))
      const inside = spans.every((span) => nodes.some((node) => node.from <= span.from && node.to >= span.to))
      const changes: ChangeSpec[] = nodes.flatMap((node) => marksOf(node, mark))
      if (!inside) {
        for (const span of spans) {
          const touching = nodes.filter((node) => node.from <= span.to && node.to >= span.from)
          changes.push({ from: Math.min(span.from, ...touching.map((node) => node.from)), insert: mark })
          changes.push({ from: Math.max(span.to, ...touching.map((node) => node.to)), insert: mark })
        }
      }
      const set = state.changes(changes)
      return {
        changes: set,
        range: EditorSelection.range(set.mapPos(range.from, 1), set.mapPos(range.to, -1)),
      }
    })
    dispatch(state.update(spec, { scrollIntoView: true, userEvent: 'input.format' }))
    return true
  }
}

function toggleAtCaret(state: EditorState, caret: number, mark: string, nodeName: string) {
  const width = mark.length
  const [node] = nodesIn(state, { from: caret, to: caret }, nodeName)
  // Behind the text and in front of the closing mark: whoever switches bold off there is done writing it.
  if (node !== undefined && caret === node.to - width) return { range: EditorSelection.cursor(node.to) }
  if (node !== undefined && caret > node.from && caret < node.to) {
    const changes = state.changes(marksOf(node, mark))
    return { changes, range: EditorSelection.cursor(changes.mapPos(caret)) }
  }
  const around = state.sliceDoc(caret - width, caret + width)
  if (around === mark + mark) {
    return {
      changes: { from: caret - width, to: caret + width },
      range: EditorSelection.cursor(caret - width),
    }
  }
  const word = state.wordAt(caret)
  const span = word !== null && word.from < caret && word.to > caret ? word : { from: caret, to: caret }
  const changes = [
    { from: span.from, insert: mark },
    { from: span.to, insert: mark },
  ]
  return { changes, range: EditorSelection.cursor(caret + width) }
}

/** The selected text of each line without the marks at its beginning and the white space around it. */
function spansOf(state: EditorState, selection: Span): Span[] {
  const spans: Span[] = []
  for (let at = selection.from; at <= selection.to; ) {
    const line = state.doc.lineAt(at)
    const prefix =
      listMarker(line.text)?.prefix ?? /^(?:[ \t]*>[ \t]?)*(?:#{1,6}[ \t]+)?/.exec(line.text)?.[0] ?? ''
    const from = Math.max(selection.from, line.from + prefix.length)
    const text = state.sliceDoc(from, Math.max(from, Math.min(selection.to, line.to)))
    const start = from + text.length - text.trimStart().length
    if (text.trim() !== '') spans.push({ from: start, to: start + text.trim().length })
    at = line.to + 1
  }
  return spans
}

function nodesIn(state: EditorState, span: Span, nodeName: string): SyntaxNode[] {
  const nodes: SyntaxNode[] = []
  syntaxTree(state).iterate({
    ...span,
    enter: (node) => {
      if (node.name === nodeName) nodes.push(node.node)
    },
  })
  return nodes
}

function marksOf(node: SyntaxNode, mark: string): ChangeSpec[] {
  return [
    { from: node.from, to: node.from + mark.length },
    { from: node.to - mark.length, to: node.to },
  ]
}
