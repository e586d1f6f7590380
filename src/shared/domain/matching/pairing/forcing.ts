import { nobody } from '../assignment/problem'
import type { Steps } from '../steps'
import { type Optimum, Pairing } from './optimum'
import { type SeatedPool, worthOf } from './pool'

/** What changes when a pair has to be, and all others are chosen anew around it. */
export interface Cost {
  /** How many people more have a partner; below zero for fewer. */
  served: number
  /** How much the sum of all fits changes, in millionths. */
  total: number
}

/** What it costs to force a pair: all others are solved again around it, from the prices that are known. */
export class Forcing {
  private readonly pairing: Pairing

  constructor(
    private readonly pool: SeatedPool,
    private readonly optimum: Optimum,
  ) {
    this.pairing = new Pairing(pool)
  }

  /** @param other may be a pair with the first, and is none now. */
  *cost(one: number, other: number): Steps<Cost> {
    const { pool, optimum } = this
    const out = new Uint8Array(pool.people)
    out[one] = 1
    out[other] = 1
    const around = yield* this.pairing.again(optimum, { floor: optimum.floor, out })
    const before = worthOf(pool, optimum.partnerOf)
    const after = worthOf(pool, around.partnerOf)
    const fit = pool.fits[one * pool.people + other] ?? nobody
    return { served: 2 * (after.pairs + 1 - before.pairs), total: after.total + fit - before.total }
  }
}
