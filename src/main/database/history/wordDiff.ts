import type { DiffPiece } from '@shared/contract/history'
import { mentionText } from '@shared/domain/mentions'
import { diffWordsWithSpace } from 'diff'

/** Two texts with more differing words than that are told as the one and the other. */
const mostEdits = 1500
/** How much of what stayed the same stands around a difference, in characters. */
const around = 32
/** No more than that is told of a difference, in characters. */
const longest = 600

/** What differs between two versions of a long text, in its place, with a little of what stands around it. */
export function wordDiff(before: string, after: string): DiffPiece[] {
  const [old, now] = [mentionText(before), mentionText(after)]
  const parts = diffWordsWithSpace(old, now, { maxEditLength: mostEdits })
  const pieces = parts?.map(
    ({ value, added, removed }): DiffPiece => ({
      text: value,
      is: added ? 'added' : removed ? 'removed' : 'same',
    }),
  )
  const told: DiffPiece[] =
    pieces && isRevision(pieces)
      ? pieces
      : [
          { text: old, is: 'removed' },
          { text: now, is: 'added' },
        ]
  return shortened(told.filter(({ text }) => text !== ''))
}

/** Whether one text grew out of the other; where next to nothing is left, the words that are tell nothing. */
function isRevision(pieces: readonly DiffPiece[]): boolean {
  const letters = (kind: DiffPiece['is']) =>
    pieces.reduce((sum, { text, is }) => sum + (is === kind ? text.replace(/\s+/g, '').length : 0), 0)
  return letters('same') * 2 >= Math.min(letters('added'), letters('removed'))
}

/** What stayed the same is told only where it leads to a difference, or from one to the next. */
function shortened(pieces: readonly DiffPiece[]): DiffPiece[] {
  return pieces.map(({ text, is }, index) => {
    if (is !== 'same') return { text: text.length > longest ? `${head(text, longest)}…` : text, is }
    const begins = index === 0
    const ends = index === pieces.length - 1
    const room = begins || ends ? around : around * 2
    if (text.length <= room + 8) return { text, is }
    const lead = begins ? '' : head(text, around)
    const tail = ends ? '' : last(text, around)
    return { text: `${lead}…${tail}`, is }
  })
}

/** Cuts between characters, never inside one that is written as two. */
function head(text: string, length: number): string {
  return text.slice(0, isLow(text, length) ? length - 1 : length)
}

function last(text: string, length: number): string {
  const from = text.length - length
  return text.slice(isLow(text, from) ? from + 1 : from)
}

function isLow(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff
}
