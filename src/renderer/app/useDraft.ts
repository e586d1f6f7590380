import { useCallback, useEffect, useState } from 'react'
import { call } from './api'
import { keeperOf } from './draftKeeper'

interface Kept<T> {
  /** Null until the start is known. */
  value: T | null
  /** The kept draft that the work goes on from, when there was one. */
  restored: boolean
  change: (change: (value: T) => T) => void
  /** Forgets the draft: it was saved, or is not wanted. */
  discard: () => Promise<void>
  /** Gives up the kept draft and starts over. */
  startOver: () => void
}

/**
 * Something that is being written, kept in the program file as it grows: a crash loses the last moment of typing at
 * most. `start` gives what is written on when nothing was kept; `parse` reads what was.
 */
export function useDraft<T>(key: string, start: T | null, parse: (body: string) => T | null): Kept<T> {
  const [value, setValue] = useState<T | null>(null)
  const [restored, setRestored] = useState(false)
  const keeper = keeperOf(key)

  useEffect(() => {
    if (start === null || value !== null) return
    let stale = false
    const kept = keeper.unsaved ? Promise.resolve(keeper.unsaved) : bodyOf(key)
    void kept.then((body) => {
      if (stale) return
      const draft = body === null ? null : parse(body)
      setRestored(draft !== null)
      setValue(draft ?? start)
    })
    return () => {
      stale = true
    }
  }, [key, keeper, start, value, parse])

  // Leaving the screen keeps what the timer has not kept yet.
  useEffect(() => () => void keeper.flush(), [keeper])

  const change = useCallback(
    (next: (value: T) => T) => {
      setValue((current) => {
        if (current === null) return current
        const changed = next(current)
        keeper.put(JSON.stringify(changed))
        return changed
      })
    },
    [keeper],
  )

  const discard = useCallback(async () => {
    keeper.forget()
    await call('drafts.discard', { key })
  }, [key, keeper])

  const startOver = useCallback(() => {
    void discard()
    setRestored(false)
    setValue(start)
  }, [discard, start])

  return { value, restored, change, discard, startOver }
}

async function bodyOf(key: string): Promise<string | null> {
  return (await call('drafts.get', { key }))?.body ?? null
}
