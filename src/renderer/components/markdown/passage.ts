/**
 * What is selected of a note that is being read, as its Markdown: a part of one block as it stands there, of several
 * blocks all that they hold. Null when nothing in it is selected.
 */
export function selectedPassage(page: HTMLElement, markdown: string): string | null {
  const selection = document.getSelection()
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null
  const text = selection?.toString().trim() ?? ''
  if (!range || text === '' || !page.contains(range.commonAncestorContainer)) return null
  const blocks = [...page.querySelectorAll<HTMLElement>('[data-lines]')].filter((block) => isIn(range, block))
  const inner = blocks.filter((block) => !blocks.some((other) => other !== block && block.contains(other)))
  const lines = inner.flatMap((block) => (block.dataset.lines ?? '').split('-').map(Number))
  if (lines.length === 0) return text
  const source = markdown
    .split(/\r\n?|\n/)
    .slice(Math.min(...lines), Math.max(...lines))
    .join('\n')
  return inner.length === 1 && source.includes(text) ? text : source.trim()
}

/** Whether some words of a block are selected: a selection may end at the very beginning of the next one. */
function isIn(range: Range, block: HTMLElement): boolean {
  const part = document.createRange()
  part.selectNodeContents(block)
  if (range.compareBoundaryPoints(Range.END_TO_START, part) >= 0) return false
  if (range.compareBoundaryPoints(Range.START_TO_END, part) <= 0) return false
  if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0)
    part.setStart(range.startContainer, range.startOffset)
  if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0)
    part.setEnd(range.endContainer, range.endOffset)
  return part.toString().trim() !== ''
}
