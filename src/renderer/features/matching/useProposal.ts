import { useDebouncedValue } from '@mantine/hooks'
import { recordsCache, useRecords } from '@renderer/app/records'
import type { InputOf, OutputOf } from '@shared/contract'
import type { MatchingSettings } from '@shared/domain/matching/input'
import type { AppError } from '@shared/errors'
import type { AppEvents } from '@shared/events'
import { useState } from 'react'

export type Proposed = OutputOf<'matching.propose'>
export type Proposal = Proposed['proposal']
export type Pair = Proposal['pairs'][number]
export type Unmatched = Proposal['withoutMentor'][number]
export type Request = InputOf<'matching.run'>

export interface Solving {
  /** The last proposal; while the next one is being made it is that of before. */
  proposed: Proposed | undefined
  /** What the proposal that is shown or on its way depends on. */
  request: Request
  /** Whether a proposal is being made. */
  working: boolean
  progress: AppEvents['progress'] | null
  /** Whether somebody has stopped it. */
  stopped: boolean
  error: AppError | null
  stop(): void
  again(): void
}

/** Sliders are let go of before it is worth solving again; in milliseconds. */
const pause = 250

/** The proposal for a program, made anew whenever anything that it depends on changes. */
export function useProposal(programId: number, settings: MatchingSettings): Solving {
  const [wanted] = useDebouncedValue(settings, pause)
  const [progress, setProgress] = useState<AppEvents['progress'] | null>(null)
  const [stopped, setStopped] = useState(false)
  const request: Request = { programId, settings: wanted, apart: [], must: [], locked: [] }
  const input = { ...request, explain: [] }
  const query = useRecords('matching.propose', input, { enabled: !stopped, onProgress: setProgress })
  return {
    proposed: query.data,
    request,
    working: query.isFetching,
    progress: query.isFetching ? progress : null,
    stopped,
    error: query.error?.code === 'cancelled' ? null : query.error,
    stop: () => {
      setStopped(true)
      void recordsCache.cancelQueries({ queryKey: ['matching.propose', input] })
    },
    again: () => setStopped(false),
  }
}
