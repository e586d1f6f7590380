import type { MatchStatus } from '../vocabulary'

export interface MatchMove {
  from: MatchStatus
  to: MatchStatus
  on: string
}

/** The end is null while the pause lasts. */
export interface Pause {
  from: string
  to: string | null
}

/** When a match did not run between its start and its last end, from its moves in their order. */
export function pausesOf(moves: readonly MatchMove[]): Pause[] {
  const pauses: Pause[] = []
  for (const { from, to, on } of moves) {
    const last = pauses.at(-1)
    if (to === 'active' && last?.to === null) last.to = on
    else if (from === 'active') pauses.push({ from: on, to: null })
  }
  return pauses
}
