import { nobody } from '@shared/domain/matching/assignment/problem'
import { objectives } from '@shared/domain/matching/assignment/solve'
import { Forcing } from '@shared/domain/matching/pairing/forcing'
import { solvePool } from '@shared/domain/matching/pairing/solve'
import { completed } from '@shared/domain/matching/steps'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { chance } from '../../../bench/measure'
import { hasNetworkx, pairedByNetworkx } from './networkxPairs'
import { bestPairing, madePool, pools, poolWorth } from './pools'

const long = process.env.COPPICE_LONG === '1'

/** With ties and without, odd and even, everybody possible and hardly anybody. */
const larger = Array.from({ length: long ? 300 : 40 }, (_, seed) => {
  const people = 2 + Math.floor(chance(seed)() * (long ? 160 : 70))
  return madePool(seed, people, [2, 20, 1_000_000][seed % 3] ?? 2)
})

describe.each(objectives)('the best pairs among equals, objective %s', (objective) => {
  it('are those that trying all of them finds, by every aim in turn and then by order', () => {
    fc.assert(
      fc.property(pools, (pool) => {
        const { partnerOf } = completed(solvePool(pool, objective))
        expect(Array.from(partnerOf)).toEqual(bestPairing(pool, objective).partnerOf)
      }),
      { numRuns: long ? 20_000 : 800 },
    )
  }, 600_000)

  it('cost as much to have otherwise as solving around another pair does', () => {
    fc.assert(
      fc.property(pools, (pool) => {
        const solution = completed(solvePool(pool, objective))
        const [pairs = 0, total = 0] = poolWorth(pool, solution.partnerOf, 'total')
        const forcing = new Forcing(solution.pool, solution.optimum)
        pool.fits.forEach((fit, at) => {
          const [one, other] = [Math.floor(at / pool.people), at % pool.people]
          if (fit < 0 || solution.partnerOf[one] === other) return
          const { floor } = solution.optimum
          const forced = bestPairing(pool, 'total', { floor, forced: [one, other] })
          const cost = completed(forcing.cost(one, other))
          expect([2 * pairs + cost.served, total + cost.total]).toEqual([
            2 * (forced.worth[0] ?? 0),
            forced.worth[1],
          ])
        })
      }),
      { numRuns: long ? 3000 : 100 },
    )
  }, 600_000)

  it('have nobody twice, and no forbidden pair', () => {
    for (const pool of larger) {
      const { partnerOf } = completed(solvePool(pool, objective))
      partnerOf.forEach((partner, person) => {
        if (partner === nobody) return
        expect(partnerOf[partner]).toBe(person)
        expect(pool.fits[person * pool.people + partner]).toBeGreaterThanOrEqual(0)
      })
    }
  })
})

test.runIf(hasNetworkx)(
  'as many have a partner, and they fit as well in all, as networkx finds',
  () => {
    const expected = pairedByNetworkx(larger)
    larger.forEach((pool, at) => {
      const [pairs, total] = poolWorth(pool, completed(solvePool(pool, 'total')).partnerOf, 'total')
      expect({ pairs, total }).toEqual({ pairs: expected[at]?.pairs, total: expected[at]?.total })
    })
  },
  600_000,
)
