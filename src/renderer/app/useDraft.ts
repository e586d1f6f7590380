import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from './api'
import { tellError } from './notify'

/** A pause in typing after which the draft is kept, in milliseconds; half of the second that may be lost. */
const pause = 400

/** The drafts that are open, each by how to keep it at once. */
const open = new Set<() => Promise<void>>()

/** Settles when everything that is being written is in the file. */
export async function keepDrafts(): Promise<void> {
  await Promise.all([...open].map((flush) => flush()))
}

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
  const pending = useRef<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const flush = useCallback(async () => {
    clearTimeout(timer.current)
    timer.current = undefined
    const body = pending.current
    pending.current = null
    if (body === null) return
    try {
      await call('drafts.save', { key, body })
    } catch (error) {
      if (error instanceof Error) tellError(error)
    }
  }, [key])

  useEffect(() => {
    if (start === null || value !== null) return
    let stale = false
    void call('drafts.get', { key }).then((draft) => {
      if (stale) return
      const kept = draft ? parse(draft.body) : null
      setRestored(kept !== null)
      setValue(kept ?? start)
    })
    return () => {
      stale = true
    }
  }, [key, start, value, parse])

  // Leaving the screen keeps what the timer has not kept yet.
  useEffect(() => {
    open.add(flush)
    return () => {
      open.delete(flush)
      void flush()
    }
  }, [flush])

  const change = useCallback(
    (next: (value: T) => T) => {
      setValue((current) => {
        if (current === null) return current
        const changed = next(current)
        pending.current = JSON.stringify(changed)
        // Not a debounce: during steady typing the draft is kept at each pause length, not at its end.
        timer.current ??= setTimeout(() => void flush(), pause)
        return changed
      })
    },
    [flush],
  )

  const discard = useCallback(async () => {
    clearTimeout(timer.current)
    timer.current = undefined
    pending.current = null
    await call('drafts.discard', { key })
  }, [key])

  const startOver = useCallback(() => {
    void discard()
    setRestored(false)
    setValue(start)
  }, [discard, start])

  return { value, restored, change, discard, startOver }
}
