import { nobody } from './assignment/problem'
import type { Rank } from './proposal'

/** Somebody's fits with everybody of the other side, wherever they lie in the table of all pairs. */
export interface Candidates {
  fits: Int32Array
  first: number
  step: number
  count: number
}

/** Who of the other side comes first, without those who are left out. The lowest number where several fit equally. */
export interface Best {
  /** Of those who may be a pair with them; `nobody` when there are none. */
  possible: number
  /** Of those who may not. */
  forbidden: number
}

export function bestOf({ fits, first, step, count }: Candidates, leaveOut: (other: number) => boolean): Best {
  const best = { possible: nobody, forbidden: nobody }
  let possible = -1
  let forbidden = -1
  for (let other = 0; other < count; other++) {
    const fit = fits[first + other * step] ?? -1
    if (fit > possible) {
      if (leaveOut(other)) continue
      possible = fit
      best.possible = other
    } else if (fit < 0 && -1 - fit > forbidden) {
      if (leaveOut(other)) continue
      forbidden = -1 - fit
      best.forbidden = other
    }
  }
  return best
}

/** Where a fit stands among all that are possible. */
export function rankOf({ fits, first, step, count }: Candidates, own: number): Rank {
  let better = 0
  let of = 0
  for (let other = 0; other < count; other++) {
    const fit = fits[first + other * step] ?? -1
    if (fit < 0) continue
    of++
    if (fit > own) better++
  }
  return { rank: better + 1, of }
}
