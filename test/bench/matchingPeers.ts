import { canonicalInput } from '@shared/domain/matching/canonical'
import type { MatchingInput } from '@shared/domain/matching/input'
import type { Pool } from '@shared/domain/matching/pairing/pool'
import { solvePool } from '@shared/domain/matching/pairing/solve'
import { Pairs } from '@shared/domain/matching/pairs'
import { onBothSides } from '@shared/domain/matching/peers'
import { propose } from '@shared/domain/matching/propose'
import { completed } from '@shared/domain/matching/steps'
import { say } from '../../scripts/support/say.mjs'
import { hasNetworkx, pairedByNetworkx } from '../unit/domain/matching/networkxPairs'
import { informative, inTurn, median, type Row, timed } from './measure'

/** Pairing peers off, against networkx on the same table of fits, and all of it for as many as a program may have. */
export async function peerRows(
  { mentees, mentors, ...input }: MatchingInput,
  { compared, rounds }: { compared: number; rounds: number },
): Promise<Row[]> {
  if (!hasNetworkx) say('There is no networkx (python3-networkx) here to compare with.')
  const everybody = mentees
  const among = (count: number) =>
    canonicalInput({ ...input, mentees: [], mentors: [], peers: everybody.slice(0, count) })
  const few = poolOf(among(compared))
  const times = await inTurn(rounds, {
    coppice: () => timed(() => completed(solvePool(few, 'total'))),
    networkx: () => (hasNetworkx ? (pairedByNetworkx([few])[0]?.milliseconds ?? Number.NaN) : Number.NaN),
  })
  const all = among(everybody.length)
  const pool = poolOf(all)
  return [
    {
      name: `matching, ${compared} peers, by 10 criteria, against networkx`,
      unit: 'ms',
      measured: median(times.coppice),
      reference: hasNetworkx ? median(times.networkx) : null,
      bound: hasNetworkx ? 0.2 : null,
    },
    informative(
      `matching, ${all.peers?.length} peers paired off`,
      await timed(() => completed(solvePool(pool, 'total'))),
    ),
    informative(
      'matching, the same with the weakest pair first',
      await timed(() => completed(solvePool(pool, 'fair'))),
    ),
    informative(
      'matching, the same with comparing and reasons',
      await timed(() => completed(propose(all, new Set()))),
    ),
  ]
}

function poolOf(input: MatchingInput): Pool {
  const { fits, mentees } = completed(Pairs.compared(onBothSides(input)))
  return { people: mentees, fits }
}
