import { call } from '@renderer/app/api'
import type { InputOf } from '@shared/contract'
import type { HistoryCommand, HistoryFilter } from '@shared/contract/history'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'

type Place = InputOf<'history.list'>['after']

const pageLength = 100

interface Commands {
  rows: HistoryCommand[]
  /** Whether there may be more than the rows. */
  more: boolean
  rowAt: (index: number) => HistoryCommand | undefined
  onRange: (first: number, last: number) => void
  /** Before the very first answer. */
  loading: boolean
  error: Error | null
  /** How far back it was looked, while more is being looked for; null when nobody waits. */
  lookingAt: string | null
}

/**
 * The commands that a filter lets through, read from the newest on as far as is scrolled. A search looks through the
 * history in parts, so a part may be empty and the next one is asked for by itself.
 */
export function useCommands(filter: HistoryFilter): Commands {
  const [last, setLast] = useState(0)
  const onRange = useCallback((_first: number, to: number) => setLast(to), [])
  const pages = useInfiniteQuery({
    // The key begins with the name of the read, so that it is asked again when something was written.
    queryKey: ['history.list', { filter }],
    queryFn: ({ pageParam, signal }) =>
      call('history.list', { filter, after: pageParam, limit: pageLength }, { signal }),
    initialPageParam: null as Place,
    getNextPageParam: ({ next }) => next,
  })
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = pages
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? []
  const wanted = hasNextPage && !isFetching && !isFetchNextPageError && rows.length <= last + pageLength / 2
  useEffect(() => {
    if (wanted) void fetchNextPage()
  }, [wanted, fetchNextPage])
  const reached = pages.data?.pages.at(-1)?.next ?? null
  return {
    rows,
    more: hasNextPage,
    rowAt: (index) => rows[index],
    onRange,
    loading: pages.isPending,
    error: pages.error,
    lookingAt: hasNextPage && rows.length <= last ? (reached?.at ?? null) : null,
  }
}
