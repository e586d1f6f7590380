import type { InputOf, OutputOf } from '@shared/contract'
import { AppError } from '@shared/errors'
import { useRef, useState } from 'react'
import { call } from '../api'

type Name = 'whole.save' | 'whole.open' | 'copies.look' | 'copies.takeIn' | 'copies.give'

/** Something that takes a while: how far it is, how to stop it, and why it was not done. */
export interface LongTask<N extends Name> {
  /** @returns the answer; null when there is none, because it was stopped or could not be done. */
  run(input: InputOf<N>): Promise<OutputOf<N> | null>
  running: boolean
  /** What is being done, and how much of it in percent; null for what nobody knows. */
  doing: { label: string; part: number | null } | null
  problem: string | null
  stop(): void
}

export function useLongTask<N extends Name>(name: N): LongTask<N> {
  const [running, setRunning] = useState(false)
  const [doing, setDoing] = useState<LongTask<N>['doing']>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const stopping = useRef<AbortController>(undefined)

  async function run(input: InputOf<N>): Promise<OutputOf<N> | null> {
    stopping.current = new AbortController()
    setRunning(true)
    setProblem(null)
    try {
      return await call(name, input, {
        signal: stopping.current.signal,
        onProgress: ({ label, done, total }) =>
          setDoing({ label, part: total === null || total === 0 ? null : (done / total) * 100 }),
      })
    } catch (thrown) {
      const cancelled = thrown instanceof AppError && thrown.code === 'cancelled'
      if (!cancelled) setProblem(thrown instanceof Error ? thrown.message : String(thrown))
      return null
    } finally {
      setRunning(false)
      setDoing(null)
    }
  }

  return { run, running, doing, problem, stop: () => stopping.current?.abort() }
}
