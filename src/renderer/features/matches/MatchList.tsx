import { Button } from '@mantine/core'
import { go } from '@renderer/app/navigation'
import { useToday } from '@renderer/app/today'
import { usePages } from '@renderer/app/usePages'
import { EmptyState } from '@renderer/components/EmptyState'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { numberText } from '@renderer/components/labels'
import { RecordTable, type RecordTableHandle } from '@renderer/components/RecordTable'
import screen from '@renderer/components/Screen.module.css'
import { SearchField } from '@renderer/components/SearchField'
import type { MatchShow } from '@shared/contract/matches'
import { useEffect, useRef } from 'react'
import classes from './Matches.module.css'
import list from './MatchList.module.css'
import { matchColumns } from './matchColumns'
import { useMatchesView } from './matchesView'
import { PlanLine } from './PlanLine'
import { useMatchCounts } from './useMatchCounts'

const shows: readonly [MatchShow, string][] = [
  ['all', 'All'],
  ['attention', 'Need somebody'],
  ['going', 'Active'],
  ['paused', 'Paused'],
  ['proposed', 'Proposed'],
  ['ended', 'Ended'],
]

/** Every match of a program with a sentence of how it is, the one who needs somebody most first. */
export function MatchList({ programId }: { programId: number }) {
  const { show, query, active, enter, narrow, setActive } = useMatchesView()
  const today = useToday()
  const table = useRef<RecordTableHandle>(null)
  useEffect(() => enter(programId), [programId, enter])
  const pages = usePages('matches.list', { programId, show, query, today })
  const counts = useMatchCounts(programId, today)
  if (pages.error) return <ErrorNotice message={pages.error.message} />
  if (!counts) return null
  if (counts.all === 0) {
    return (
      <>
        <PlanLine programId={programId} />
        <EmptyState
          title="No match yet"
          text="A match brings a mentor and a mentee together, or two peers. Those who are ready are put together under Matching."
        >
          <Button variant="default" onClick={() => go({ screen: 'program', programId, tab: 'matching' })}>
            Go to Matching
          </Button>
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <PlanLine programId={programId} />
      <div className={screen.bar}>
        <SearchField
          label="Search matches"
          value={query}
          onChange={(text) => narrow({ query: text })}
          onLeave={() => table.current?.focus()}
        />
        <fieldset className={classes.shows} aria-label="Which matches">
          {shows.map(([value, label]) =>
            counts[value] === 0 && value !== show ? null : (
              <button
                key={value}
                type="button"
                className={classes.show}
                aria-pressed={value === show}
                onClick={() => narrow({ show: value })}
              >
                {label} <small>{numberText(counts[value])}</small>
              </button>
            ),
          )}
        </fieldset>
      </div>
      <div className={list.list}>
        {!pages.loading && pages.total === 0 ? (
          <EmptyState title="Nothing found" text="No match fits what you are looking for." />
        ) : (
          <RecordTable
            handle={table}
            label="Matches"
            rowHeight={52}
            columns={matchColumns}
            total={pages.total}
            rowAt={pages.rowAt}
            idOf={({ id }) => id}
            onRange={pages.onRange}
            active={active}
            onActive={setActive}
            onOpen={({ id }) => go({ screen: 'program', programId, tab: 'matches', matchId: id })}
          />
        )}
      </div>
    </>
  )
}
