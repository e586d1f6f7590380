/** What a note's line begins with, when it is a list item. Widths are in characters. */
export interface ListMarker {
  /** The quote marks before everything else, such as `> `. */
  quote: string
  indent: number
  kind: 'bullet' | 'number' | 'task'
  /** The number of a numbered item. */
  number: number | null
  /** `.` or `)` of a numbered item. */
  delimiter: string
  /** Everything before the item's text. */
  prefix: string
  /** Where lines that continue the item begin, from the end of the quote marks. */
  column: number
}

const quotePattern = /^(?:[ \t]*>[ \t]?)*/
const itemPattern = /^([ \t]*)(?:[-*+]|(\d{1,9})([.)]))((?:[ \t]+\[[ xX]\])?)(?:[ \t]+|$)/

/** Reads the marker of a list item's line, or null for any other line. */
export function listMarker(line: string): ListMarker | null {
  const quote = quotePattern.exec(line)?.[0] ?? ''
  const match = itemPattern.exec(line.slice(quote.length))
  if (match === null) return null
  const [marker, indent = '', digits, delimiter = '', box = ''] = match
  const number = digits === undefined ? null : Number(digits)
  return {
    quote,
    indent: indent.length,
    kind: box !== '' ? 'task' : number === null ? 'bullet' : 'number',
    number,
    delimiter,
    prefix: quote + marker,
    column: indent.length + (digits === undefined ? 2 : digits.length + 2),
  }
}

/** Width of a line's white space behind its quote marks. */
export function indentOf(line: string): number {
  return /^[ \t]*/.exec(line.slice(quoteOf(line).length))?.[0].length ?? 0
}

/**
 * Moves the list items on the lines `from` to `to` (inclusive, counted from 0) one level deeper or back, with
 * everything that hangs under them, and numbers the list again. Null when there is no such level.
 */
export function shiftItems(
  lines: readonly string[],
  from: number,
  to: number,
  way: 'deeper' | 'back',
): string[] | null {
  const start = itemAbove(lines, from)
  const marker = start === null ? null : listMarker(lines[start] ?? '')
  if (start === null || marker === null) return null
  const by =
    way === 'deeper' ? roomBelow(lines, start, marker.indent) : roomAbove(lines, start, marker.indent)
  if (by === 0) return null

  const shifted = [...lines]
  const moved = new Set<number>()
  let floor = Number.POSITIVE_INFINITY
  for (let index = start; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    if (line.trim() === '') continue
    if (index > to && indentOf(line) <= floor) break
    if (listMarker(line) === null && indentOf(line) === 0) break
    if (listMarker(line) !== null) floor = Math.min(floor, indentOf(line))
    shifted[index] = shiftLine(line, by)
    moved.add(index)
  }
  return numberItems(shifted, moved)
}

/** Numbers the items of each numbered list from its first item on; a moved item that is first becomes 1. */
function numberItems(lines: readonly string[], moved: ReadonlySet<number>): string[] {
  const lists: { indent: number; next: number | null }[] = []
  return lines.map((line, index) => {
    const marker = listMarker(line)
    if (marker === null) {
      if (line.trim() !== '' && indentOf(line) === 0) lists.length = 0
      return line
    }
    while ((lists.at(-1)?.indent ?? -1) > marker.indent) lists.pop()
    const list = lists.at(-1)?.indent === marker.indent ? lists.pop() : undefined
    const number = marker.number === null ? null : (list?.next ?? (moved.has(index) ? 1 : marker.number))
    lists.push({ indent: marker.indent, next: number === null ? null : number + 1 })
    if (number === null || number === marker.number) return line
    const at = marker.quote.length + marker.indent
    return line.slice(0, at) + number + line.slice(at + String(marker.number).length)
  })
}

function quoteOf(line: string): string {
  return quotePattern.exec(line)?.[0] ?? ''
}

/** The item that a line belongs to: its own, or the one that it continues. */
function itemAbove(lines: readonly string[], from: number): number | null {
  if (lines[from]?.trim() === '') return null
  let indent = Number.POSITIVE_INFINITY
  for (let index = from; index >= 0; index -= 1) {
    const line = lines[index] ?? ''
    if (line.trim() === '') continue
    if (listMarker(line) !== null && indentOf(line) < indent) return index
    indent = Math.min(indent, indentOf(line))
    if (indent === 0) return null
  }
  return null
}

/** By how much an item goes under the item before it on its level; 0 when it is the first. */
function roomBelow(lines: readonly string[], start: number, indent: number): number {
  for (let index = start - 1; index >= 0; index -= 1) {
    const line = lines[index] ?? ''
    const marker = listMarker(line)
    if (line.trim() === '' || indentOf(line) > indent) continue
    return marker !== null && marker.indent === indent ? marker.column - indent : 0
  }
  return 0
}

/** By how much (below 0) an item comes back to the level of the item that it hangs under; 0 at the top. */
function roomAbove(lines: readonly string[], start: number, indent: number): number {
  for (let index = start - 1; index >= 0; index -= 1) {
    const marker = listMarker(lines[index] ?? '')
    if (marker !== null && marker.indent < indent) return marker.indent - indent
  }
  return -indent
}

function shiftLine(line: string, by: number): string {
  const quote = quoteOf(line)
  const rest = line.slice(quote.length)
  return quote + (by > 0 ? ' '.repeat(by) + rest : rest.slice(Math.min(-by, indentOf(line))))
}
