import { nobody, wholeFit } from '../assignment/problem'
import type { Steps } from '../steps'
import type { Optimum, Pairing, Standing } from './optimum'
import { type SeatedPool, worthOf } from './pool'

/** Among choices worth as much, one whose weakest pair is as strong as can be. @returns it, and the fit of that pair. */
export function* raiseWeakest(
  pool: SeatedPool,
  pairing: Pairing,
  { partnerOf, price }: Optimum,
): Steps<{ partnerOf: Int32Array; floor: number }> {
  let best = partnerOf
  for (;;) {
    const own = worthOf(pool, best)
    if (own.weakest === wholeFit) return { partnerOf: best, floor: own.weakest }
    const start = { partnerOf: best, price }
    const raised = yield* pairing.again(start, { floor: own.weakest + 1, out: new Uint8Array(pool.people) })
    const other = worthOf(pool, raised.partnerOf)
    if (other.pairs < own.pairs || other.total < own.total) return { partnerOf: best, floor: own.weakest }
    best = raised.partnerOf
  }
}

/** How strong the weakest pair can be at most while there are as many pairs as can be; 0 where there can be none. */
export function* greatestFloor(pool: SeatedPool, pairing: Pairing): Steps<number> {
  let best: Standing = yield* pairing.optimum(0)
  const { pairs, weakest } = worthOf(pool, best.partnerOf)
  if (pairs === 0) return 0
  let low = weakest
  let high = strongestPossible(pool, pool.real - 2 * pairs)
  while (low < high) {
    const floor = Math.ceil((low + high) / 2)
    const found = yield* pairing.again(best, { floor, out: new Uint8Array(pool.people) })
    const worth = worthOf(pool, found.partnerOf)
    if (worth.pairs < pairs) high = floor - 1
    else {
      best = found
      low = worth.weakest
    }
  }
  return low
}

/** Nobody has a better fit than their best, and only so many may go without. */
function strongestPossible({ fits, people, real }: SeatedPool, without: number): number {
  const best = new Int32Array(real).fill(nobody)
  for (let one = 0; one < real; one++) {
    for (let other = 0; other < real; other++) {
      best[one] = Math.max(best[one] ?? nobody, fits[one * people + other] ?? nobody)
    }
  }
  return best.sort()[without] ?? wholeFit
}
