import { nobody } from '../assignment/problem'
import { Pace, type Steps } from '../steps'
import { Exchanges } from './exchanges'
import type { Optimum, Pairing } from './optimum'
import { type SeatedPool, worthOf } from './pool'

/**
 * What is left to choose when all aims are met goes by who was entered first: the first person gets the first partner that
 * they can have, then the second, and so on. With this there is exactly one best choice.
 *
 * @param best one that meets all aims, without pairs below `floor`
 */
export function* breakTies(
  pool: SeatedPool,
  pairing: Pairing,
  optimum: Optimum,
  { partnerOf, floor }: { partnerOf: Int32Array; floor: number },
): Steps<Int32Array> {
  const { people, fits, real } = pool
  const { price, equals } = optimum
  const settled = new Int32Array(people).fill(nobody)
  const out = new Uint8Array(people)
  const fitOf = (one: number, other: number) => fits[one * people + other] ?? 0
  const exchanges = new Exchanges(optimum, fitOf, { floor, out })
  const pace = new Pace()
  let rest = partnerOf
  let worth = worthOf(pool, rest)

  function settle(one: number, other: number): void {
    for (const person of [one, other]) out[person] = 1
    settled[one] = other
    settled[other] = one
  }

  for (let one = 0; one < real; one++) {
    if (out[one] === 1) continue
    const home = rest[one] ?? nobody
    for (const other of equals[one] ?? []) {
      const fit = fitOf(one, other)
      if (other >= real || other === home) break
      if (out[other] === 1 || fit < floor || !exchanges.mayJoin(one, other, rest)) continue
      out[one] = 1
      out[other] = 1
      const trial = yield* pairing.again({ partnerOf: rest, price }, { floor, out })
      const found = worthOf(pool, trial.partnerOf)
      if (found.pairs + 1 === worth.pairs && found.total + fit === worth.total) {
        settle(one, other)
        rest = trial.partnerOf
        worth = found
        break
      }
      out[one] = 0
      out[other] = 0
    }
    if (out[one] === 0) {
      out[one] = 1
      if (home !== nobody) {
        settle(one, home)
        rest = rest.map((partner, person) => (person === one || person === home ? nobody : partner))
        worth = worthOf(pool, rest)
      }
    }
    if (pace.isDue(3 * people)) yield { label: 'Settling ties', done: one, total: real }
  }
  return settled.subarray(0, real).map((partner) => (partner >= real ? nobody : partner))
}
