import type { InputOf, OperationName, OutputOf, ReadName, WriteName } from '@shared/contract'
import { AppError } from '@shared/errors'
import { keepPreviousData, QueryClient, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { type CallOptions, call, listen } from './api'
import { tellError } from './notify'

/**
 * What was read from the program file. It is true until a command writes to a table it came from, so nothing is
 * read again on a timer or when the window gets the focus.
 */
export const recordsCache = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 60_000,
      retry: false,
      refetchOnWindowFocus: false,
      networkMode: 'always',
    },
  },
})

/** Reads again what open views show, whenever its tables were written to or another file was opened. */
export function followRecords(): void {
  listen('records-changed', async ({ tables }) => {
    // Nothing else in the window needs the contract itself, so it is no part of what the start has to load.
    const { operations } = await import('@shared/contract')
    const written = new Set<string>(tables)
    // Not everything that is cached is a read of the contract: a screen may cache what it starts from.
    const tablesOf = (key: unknown) =>
      typeof key === 'string' && Object.hasOwn(operations, key) ? operations[key as OperationName].reads : []
    void recordsCache.invalidateQueries({
      predicate: ({ queryKey }) => tablesOf(queryKey[0]).some((table) => written.has(table)),
    })
  })
  listen('backups-changed', () => void recordsCache.invalidateQueries({ queryKey: ['backups.state'] }))
  // The same file, written anew: what is shown stays until it is read again.
  listen(
    'file-changed',
    ({ same }) => void (same ? recordsCache.invalidateQueries() : recordsCache.resetQueries()),
  )
}

interface Options {
  /** False: do not ask yet. */
  enabled?: boolean
  /** Keeps showing the last answer while the next one is on its way. */
  keep?: boolean
  /** How far a long read is. */
  onProgress?: CallOptions['onProgress']
}

/** The answer of a read, kept true. Calls that nobody waits for any more are stopped. */
export function useRecords<Name extends ReadName>(
  name: Name,
  input: InputOf<Name>,
  { enabled = true, keep = true, onProgress }: Options = {},
): UseQueryResult<OutputOf<Name>, AppError> {
  return useQuery<OutputOf<Name>, AppError>({
    ...recordsQuery(name, input, onProgress),
    enabled,
    ...(keep ? { placeholderData: keepPreviousData as never } : {}),
  })
}

export function recordsQuery<Name extends ReadName>(
  name: Name,
  input: InputOf<Name>,
  onProgress?: CallOptions['onProgress'],
) {
  return {
    queryKey: [name, input] as const,
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      call(name, input, onProgress ? { signal, onProgress } : { signal }),
  }
}

export interface Command<Name extends WriteName> {
  /** @returns the answer, or null when it failed; the user has been told then. */
  run(input: InputOf<Name>, options?: CallOptions): Promise<OutputOf<Name> | null>
  running: boolean
  /** Why the last run failed, for showing it beside the field at fault. */
  error: AppError | null
  reset(): void
}

/** A write, with what a button or form needs to know of it. */
export function useCommand<Name extends WriteName>(name: Name): Command<Name> {
  const [running, setRunning] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const run = useCallback(
    async (input: InputOf<Name>, options?: CallOptions) => {
      setRunning(true)
      setError(null)
      try {
        return await call(name, input, options)
      } catch (thrown) {
        const problem = thrown instanceof AppError ? thrown : new AppError('internal', String(thrown))
        setError(problem)
        // What is wrong with a field is said at the field.
        if (problem.field === undefined && problem.code !== 'cancelled') tellError(problem)
        return null
      } finally {
        setRunning(false)
      }
    },
    [name],
  )
  const reset = useCallback(() => setError(null), [])
  return { run, running, error, reset }
}
