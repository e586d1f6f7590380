import { usePlace } from '@renderer/app/navigation'
import { MatchList } from './MatchList'
import { MatchPage } from './MatchPage'

/** The matches of a program, or the story of one of them. */
export function MatchesTab({ programId }: { programId: number }) {
  const matchId = usePlace('program')?.matchId
  return matchId === undefined ? (
    <MatchList programId={programId} />
  ) : (
    <MatchPage key={matchId} id={matchId} programId={programId} />
  )
}
