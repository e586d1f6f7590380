import type { FoundKind } from '@shared/domain/vocabulary'
import type { Question } from './question'
import type { Scope } from './scope'
import { folded } from './vocabulary'

/** What is searched for, and within what. */
export interface Asked {
  words: readonly string[]
  question: Question
  scope: Scope
  /** So many of a kind are wanted. */
  limit: number
}

/** How well a name answers: it is this, begins like it, holds the words, or the words are elsewhere. */
export const nearness = { same: 0, begins: 1, named: 2, holds: 3 } as const
export type Nearness = (typeof nearness)[keyof typeof nearness]

export interface Hit {
  kind: FoundKind
  id: number
  nearness: Nearness
}

/** Of a kind the best hits, the very best first, and how many there are. */
export interface HitsOfKind {
  hits: Hit[]
  total: number
}

export const noHits: HitsOfKind = { hits: [], total: 0 }

/** Counting stops here: "10,000 and more" is all that anybody needs to know. */
export const mostCounted = 10_000

/** How well a name answers what is searched for, spaces and marks between words aside. */
export function nearnessOf(name: string | null, words: readonly string[]): Nearness {
  const own = wordsIn(name ?? '')
  const wanted = words.flatMap(wordsIn)
  if (own.length === 0 || wanted.length === 0) return nearness.holds
  const text = own.join(' ')
  const looked = wanted.join(' ')
  if (text === looked) return nearness.same
  if (text.startsWith(looked)) return nearness.begins
  return wanted.every((word) => own.some((one) => one.startsWith(word))) ? nearness.named : nearness.holds
}

function wordsIn(text: string): string[] {
  return text
    .split(/[^\p{L}\p{M}\p{N}\p{Co}]+/u)
    .filter((word) => word !== '')
    .map(folded)
}

/**
 * The hits of several kinds in one list, those whose names answer best first. Within that each kind has its turn: a
 * hundred sessions of one title do not hide the one community that is called so too.
 */
export function mixed(kinds: readonly (readonly Hit[])[]): Hit[] {
  return kinds
    .flatMap((hits, kind) => {
      const turns = [0, 0, 0, 0]
      return hits.map((hit) => {
        const turn = turns[hit.nearness] ?? 0
        turns[hit.nearness] = turn + 1
        return { hit, kind, turn }
      })
    })
    .toSorted((a, b) => a.hit.nearness - b.hit.nearness || a.turn - b.turn || a.kind - b.kind)
    .map(({ hit }) => hit)
}

/** The best first: as near as their names are, and as they stood within that. */
export function byNearness(hits: readonly Hit[]): Hit[] {
  return hits.toSorted((a, b) => a.nearness - b.nearness)
}
