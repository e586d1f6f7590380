import type { InputOf, OutputOf, ReadName } from '@shared/contract'
import { useQueries } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { recordsQuery } from './records'

const pageLength = 100

type Paged = {
  [Name in ReadName]: OutputOf<Name> extends { total: number; rows: unknown[] } ? Name : never
}[ReadName]
type RowOf<Name extends Paged> = OutputOf<Name> extends { rows: (infer Row)[] } ? Row : never

export interface Pages<Row> {
  total: number
  rowAt: (index: number) => Row | undefined
  /** For the table: what is in view now. */
  onRange: (first: number, last: number) => void
  /** Before the very first answer. */
  loading: boolean
  error: Error | null
}

/** A long list of which only the pages in view are read; the first always is, for the total. */
export function usePages<Name extends Paged>(
  name: Name,
  input: Omit<InputOf<Name>, 'page'>,
): Pages<RowOf<Name>> {
  const [range, setRange] = useState({ first: 0, last: 0 })
  const onRange = useCallback((first: number, last: number) => {
    const next = { first: Math.floor(first / pageLength), last: Math.floor(last / pageLength) }
    setRange((current) => (current.first === next.first && current.last === next.last ? current : next))
  }, [])
  const wanted = [...new Set([0, ...span(range.first, range.last)])]
  const answers = useQueries({
    queries: wanted.map((page) => ({
      ...recordsQuery(name, {
        ...input,
        page: { offset: page * pageLength, limit: pageLength },
      } as InputOf<Name>),
      placeholderData: (previous: OutputOf<Name> | undefined) => (page === 0 ? previous : undefined),
    })),
  })
  const pages = new Map(
    wanted.map((page, index) => [
      page,
      answers[index]?.data as { total: number; rows: RowOf<Name>[] } | undefined,
    ]),
  )
  return {
    total: pages.get(0)?.total ?? 0,
    rowAt: (index) => pages.get(Math.floor(index / pageLength))?.rows[index % pageLength],
    onRange,
    loading: answers[0]?.isPending ?? true,
    error: answers.find(({ error }) => error !== null)?.error ?? null,
  }
}

function span(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
