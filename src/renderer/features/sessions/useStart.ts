import { call } from '@renderer/app/api'
import type { usePlace } from '@renderer/app/navigation'
import { useToday } from '@renderer/app/today'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { draftOf, emptyDraft, type SessionDraft, withMatch } from './sessionDraft'

type Place = ReturnType<typeof usePlace<'session-editor'>>

/** What the editor starts from: the session that is edited, or a new one with those who were chosen. */
export function useStart(place: Place): { draft: SessionDraft | null; error: string | null } {
  const today = useToday()
  const asked = useMemo(
    () => ({ sessionId: place?.sessionId, memberIds: place?.memberIds, matchId: place?.matchId }),
    [place],
  )
  const { data, error } = useQuery({
    queryKey: ['session-editor', asked, today],
    queryFn: () => startOf(asked, today),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  return { draft: data ?? null, error: error?.message ?? null }
}

interface Asked {
  sessionId: number | undefined
  memberIds: number[] | undefined
  matchId: number | undefined
}

async function startOf({ sessionId, memberIds, matchId }: Asked, today: string): Promise<SessionDraft> {
  if (sessionId !== undefined) return draftOf(await call('sessions.get', { id: sessionId }))
  const draft = emptyDraft(today)
  if (matchId !== undefined) {
    const match = await call('matches.get', { id: matchId })
    return withMatch(draft, match)
  }
  const attendees = await Promise.all((memberIds ?? []).map((id) => call('members.get', { id })))
  return { ...draft, attendees: attendees.map(({ id, name }) => ({ id, name })) }
}
