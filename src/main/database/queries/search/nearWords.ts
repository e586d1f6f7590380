import { last } from './vocabulary'

/** A word, and by how many slips it differs: a letter too many, missing, another one, or two that changed places. */
export interface NearWord {
  word: string
  slips: number
}

/** So many words are looked up at most; what is not found by then is not guessed. */
const mostLookups = 6000

/**
 * The words of a sorted list that differ by few slips (optimal string alignment distance). Words are not gone through:
 * where a beginning cannot lead to a near one any more, all that begin so are jumped over.
 *
 * @param from gives the first word that is this one or stands behind it
 * @param most how many slips, 1 or 2
 */
export function wordsNear(
  from: (word: string) => string | undefined,
  wanted: string,
  most: number,
): NearWord[] {
  const letters = [...wanted]
  const found: NearWord[] = []
  // Of each beginning of the word at hand, its distances from the beginnings of the wanted one.
  const rows: number[][] = [letters.map((_, at) => at + 1)]
  rows[0]?.unshift(0)
  let before: string[] = []
  // Two slips are not looked for in the first letter, since then every word would have to be looked at.
  const first = most > 1 ? (letters[0] ?? '') : ''
  let word = from(first)
  for (let lookups = 0; word?.startsWith(first) && lookups < mostLookups; lookups++) {
    const own = [...word]
    let depth = commonLength(before, own)
    let dead = 0
    while (depth < own.length && dead === 0) {
      rows[depth + 1] = nextRow(rows, own, letters, depth)
      depth += 1
      if (isDead(rows, depth, most)) dead = depth
    }
    before = own.slice(0, depth)
    if (dead === 0) {
      const slips = rows[own.length]?.[letters.length] ?? most + 1
      if (slips > 0 && slips <= most) found.push({ word, slips })
    }
    word = from(dead === 0 ? `${word}\u0001` : own.slice(0, dead).join('') + last)
  }
  return found
}

function nextRow(
  rows: readonly number[][],
  own: readonly string[],
  letters: readonly string[],
  depth: number,
) {
  const above = rows[depth] ?? []
  const row = [depth + 1]
  for (let at = 1; at <= letters.length; at++) {
    const same = own[depth] === letters[at - 1]
    let least = Math.min((above[at] ?? 0) + 1, (row[at - 1] ?? 0) + 1, (above[at - 1] ?? 0) + (same ? 0 : 1))
    if (depth > 0 && at > 1 && own[depth] === letters[at - 2] && own[depth - 1] === letters[at - 1])
      least = Math.min(least, (rows[depth - 1]?.[at - 2] ?? 0) + 1)
    row.push(least)
  }
  return row
}

/** Nothing that begins so can be near: every way on costs too much, one through two changed letters included. */
function isDead(rows: readonly number[][], depth: number, most: number): boolean {
  return Math.min(...(rows[depth] ?? [])) > most && Math.min(...(rows[depth - 1] ?? [])) >= most
}

function commonLength(one: readonly string[], other: readonly string[]): number {
  let length = 0
  while (length < one.length && one[length] === other[length]) length++
  return length
}
