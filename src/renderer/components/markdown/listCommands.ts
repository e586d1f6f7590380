import { syntaxTree } from '@codemirror/language'
import type { ChangeSpec, EditorState, Line, StateCommand } from '@codemirror/state'
import { indentOf, type ListMarker, listMarker, shiftItems } from './listText'

type ListKind = ListMarker['kind']

const linePrefix = /^((?:[ \t]*>[ \t]?)*[ \t]*)(?:#{1,6}(?:[ \t]+|$))?/

/** Makes the selected lines a list of a kind, or plain again when they are one already. */
export function toggleList(kind: ListKind): StateCommand {
  return (target) =>
    changeLines(target, (lines) => {
      const markers = lines.map((line) => listMarker(line.text))
      const already = markers.every((marker) => marker?.kind === kind)
      const numbers = numbersOf(lines)
      return lines.map(({ from, text }, index) => {
        const marker = markers[index] ?? null
        const [whole = '', start = ''] = linePrefix.exec(text) ?? []
        const old = marker === null ? whole : marker.prefix
        const kept = marker === null ? start : text.slice(0, marker.quote.length + marker.indent)
        const insert = already ? '' : markerOf(kind, numbers[index] ?? 1)
        return { from: from + kept.length, to: from + old.length, insert }
      })
    })
}

/** Puts the selected lines into a quote, or takes them out of it. */
export const toggleQuote: StateCommand = (target) =>
  changeLines(target, (lines) => {
    const already = lines.every((line) => /^[ \t]*>/.test(line.text))
    return lines.map(({ from, text }) => {
      const mark = already ? (/^[ \t]*>[ \t]?/.exec(text)?.[0] ?? '') : ''
      return { from, to: from + mark.length, insert: already ? '' : '> ' }
    })
  })

/** Makes the selected lines headings of the next size: large, medium, small, and plain again. */
export const cycleHeading: StateCommand = (target) =>
  changeLines(target, (lines) => {
    const level = headingLevel(lines[0]?.text ?? '')
    const mark = ['# ', '## ', '### '][level] ?? ''
    return lines.map(({ from, text }) => {
      const prefix = listMarker(text)?.prefix ?? linePrefix.exec(text)?.[0] ?? ''
      const quote = /^(?:[ \t]*>[ \t]?)*/.exec(text)?.[0] ?? ''
      return { from: from + quote.length, to: from + prefix.length, insert: mark }
    })
  })

/** Ticks or unticks the task on the line of an offset. */
export function toggleTask(offset: number): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false
    const line = state.doc.lineAt(offset)
    const marker = listMarker(line.text)
    if (marker?.kind !== 'task') return false
    const at = line.from + marker.prefix.trimEnd().length - 2
    const insert = state.sliceDoc(at, at + 1) === ' ' ? 'x' : ' '
    dispatch(state.update({ changes: { from: at, to: at + 1, insert }, userEvent: 'input.task' }))
    return true
  }
}

/** Ticks or unticks the task at the caret. */
export const toggleTaskHere: StateCommand = (target) => toggleTask(target.state.selection.main.head)(target)

/**
 * Ends a list on its last, empty item, with an empty line between: without one Markdown would read what is
 * written next as part of the item above. False anywhere else, so that Enter goes on.
 */
export const endList: StateCommand = ({ state, dispatch }) => {
  const { main } = state.selection
  const line = state.doc.lineAt(main.head)
  const marker = listMarker(line.text)
  const before = line.number > 1 ? state.doc.line(line.number - 1).text : ''
  const after = line.number < state.doc.lines ? state.doc.line(line.number + 1).text : ''
  const ends = main.empty && marker?.prefix === line.text && marker.indent === 0 && marker.quote === ''
  if (!ends || state.readOnly || before.trim() === '' || after.trim() !== '') return false
  const changes = { from: line.from, to: line.to, insert: '\n' }
  const selection = { anchor: line.from + 1 }
  dispatch(state.update({ changes, selection, scrollIntoView: true, userEvent: 'input' }))
  return true
}

/** Moves the list items at the selection one level deeper; false, so that Tab goes on, when it cannot. */
export const indentItems: StateCommand = (target) => shift(target, 'deeper')

/** Moves the list items at the selection one level back; false when they are not in a list. */
export const outdentItems: StateCommand = (target) => shift(target, 'back')

/** Size of a line's heading, 0 when it is none. */
export function headingLevel(line: string): number {
  return /^(?:[ \t]*>[ \t]?)*[ \t]*(#{1,6})(?:[ \t]|$)/.exec(line)?.[1]?.length ?? 0
}

/** The number of each line among those on its level. */
function numbersOf(lines: readonly Line[]): number[] {
  let counts: { indent: number; number: number }[] = []
  return lines.map(({ text }) => {
    const indent = indentOf(text)
    counts = counts.filter((count) => count.indent <= indent)
    const number = (counts.find((count) => count.indent === indent)?.number ?? 0) + 1
    counts = [...counts.filter((count) => count.indent < indent), { indent, number }]
    return number
  })
}

function markerOf(kind: ListKind, number: number): string {
  if (kind === 'number') return `${number}. `
  return kind === 'task' ? '- [ ] ' : '- '
}

function changeLines(
  { state, dispatch }: Parameters<StateCommand>[0],
  change: (lines: Line[]) => ChangeSpec[],
): boolean {
  if (state.readOnly) return false
  const { main } = state.selection
  const all = linesBetween(state, main.from, main.to)
  const written = all.filter((line) => line.text.trim() !== '')
  const changes = state.changes(change(written.length === 0 ? all.slice(0, 1) : written))
  if (changes.empty) return false
  const selection = state.selection.map(changes, 1)
  dispatch(state.update({ changes, selection, scrollIntoView: true, userEvent: 'input.format' }))
  return true
}

function shift({ state, dispatch }: Parameters<StateCommand>[0], way: 'deeper' | 'back'): boolean {
  const { main } = state.selection
  if (state.readOnly || inCode(state, main.head)) return false
  const block = listBlock(state, main.from, main.to)
  const first = state.doc.lineAt(main.from).number - (block[0]?.number ?? 0)
  const last = state.doc.lineAt(main.to).number - (block[0]?.number ?? 0)
  const shifted = shiftItems(
    block.map((line) => line.text),
    first,
    last,
    way,
  )
  if (shifted === null) return false
  const changes = block.flatMap((line, index) => startChange(line, shifted[index] ?? line.text))
  dispatch(state.update({ changes, scrollIntoView: true, userEvent: 'input.indent' }))
  return true
}

/** The lines of the lists around a selection: up to the nearest line on each side that belongs to none. */
function listBlock(state: EditorState, from: number, to: number): Line[] {
  const belongs = (number: number) => {
    if (number < 1 || number > state.doc.lines) return false
    const { text } = state.doc.line(number)
    return text.trim() === '' || listMarker(text) !== null || indentOf(text) > 0
  }
  let first = state.doc.lineAt(from).number
  let last = state.doc.lineAt(to).number
  while (belongs(first - 1)) first -= 1
  while (belongs(last + 1)) last += 1
  return linesBetween(state, state.doc.line(first).from, state.doc.line(last).to)
}

function linesBetween(state: EditorState, from: number, to: number): Line[] {
  const first = state.doc.lineAt(from).number
  const last = state.doc.lineAt(to).number
  return Array.from({ length: last - first + 1 }, (_, index) => state.doc.line(first + index))
}

/** The change of a line's beginning alone, so that a caret in its text stays where it is. */
function startChange({ from, text }: Line, changed: string): ChangeSpec[] {
  if (text === changed) return []
  let same = 0
  const longest = Math.min(text.length, changed.length)
  while (same < longest && text.at(-1 - same) === changed.at(-1 - same)) same += 1
  return [{ from, to: from + text.length - same, insert: changed.slice(0, changed.length - same) }]
}

function inCode(state: EditorState, offset: number): boolean {
  const node = syntaxTree(state).resolveInner(offset, -1)
  return node.name === 'CodeText' || node.name === 'FencedCode' || node.name === 'CodeBlock'
}
