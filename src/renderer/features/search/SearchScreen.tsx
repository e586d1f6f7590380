import { DatePickerInput } from '@mantine/dates'
import { usePlace } from '@renderer/app/navigation'
import { useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { useShown } from '@renderer/app/useShown'
import { Chip } from '@renderer/components/Chip'
import { EmptyState } from '@renderer/components/EmptyState'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { FilterMenu } from '@renderer/components/FilterMenu'
import { numberText } from '@renderer/components/labels'
import { PageHeader } from '@renderer/components/PageHeader'
import screen from '@renderer/components/Screen.module.css'
import { SearchField } from '@renderer/components/SearchField'
import { TextButton } from '@renderer/components/TextButton'
import type { OutputOf } from '@shared/contract'
import { foundKinds } from '@shared/domain/vocabulary'
import { useEffect, useRef } from 'react'
import { FoundList } from './FoundList'
import classes from './Search.module.css'
import { anything, isFiltered, useSearchView } from './searchView'
import { foundLabels } from './words'

const shown = 100
/** The engine stops counting here. */
const countedUpTo = 10_000

/** Everything in the file that holds some words, the best first. */
export function SearchScreen() {
  const asked = usePlace('search')?.query
  const { filter, narrow } = useSearchView()
  const field = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (asked !== undefined) narrow({ ...anything, query: asked })
  }, [asked, narrow])
  // Behind the frame, which gives each new screen the focus.
  useEffect(() => {
    const later = setTimeout(() => field.current?.querySelector('input')?.focus())
    return () => clearTimeout(later)
  }, [])
  const typed = filter.query.trim() !== ''
  const { data, error } = useRecords('search.all', { filter, limit: shown }, { enabled: typed })
  useShown('search', true)
  const answer = typed ? data : undefined
  const words = answer?.meant ?? filter.query

  return (
    <div className={screen.scrolling}>
      <PageHeader
        title="Search"
        reading="Members, sessions, knowledge, gatherings and all else in this file."
      />
      <div ref={field} className={`${screen.bar} ${classes.field}`}>
        <SearchField
          label="Search everything"
          value={filter.query}
          onChange={(query) => narrow({ query })}
          onLeave={() => list.current?.querySelector('button')?.focus()}
        />
        <Filters />
      </div>
      {answer ? <Kinds answer={answer} /> : null}
      {error ? <ErrorNotice message={error.message} /> : null}
      {answer?.meant ? (
        <p className={classes.meant} role="status">
          Showing results for <b dir="auto">{answer.meant}</b>; search instead for{' '}
          <TextButton onClick={() => narrow({ literally: true })}>{filter.query.trim()}</TextButton>
        </p>
      ) : null}
      {answer?.suggested ? (
        <p className={classes.meant} role="status">
          Did you mean{' '}
          <TextButton dir="auto" onClick={() => narrow({ query: answer.suggested ?? '' })}>
            {answer.suggested}
          </TextButton>
          ?
        </p>
      ) : null}
      {answer && answer.rows.length > 0 ? (
        <FoundList listRef={list} rows={answer.rows} query={words} />
      ) : null}
      {answer && answer.rows.length === 0 ? (
        <EmptyState
          title="Nothing found"
          text={`Nothing in this file holds all of these words${isFiltered(filter) ? ' and fits the filters' : ''}.`}
        >
          {isFiltered(filter) ? (
            <TextButton onClick={() => narrow({ ...anything, query: filter.query })}>
              Search without filters
            </TextButton>
          ) : null}
        </EmptyState>
      ) : null}
      {typed ? null : (
        <EmptyState
          title="What are you looking for?"
          text="Type a name, a word from the notes, or the beginning of one. Other forms of a word are found as well, and a slip of the pen is understood."
        />
      )}
    </div>
  )
}

type Answer = OutputOf<'search.all'>

function Kinds({ answer: { counts } }: { answer: Answer }) {
  const { filter, narrow } = useSearchView()
  const [chosen] = filter.kinds
  const there = foundKinds.filter((kind) => counts[kind] > 0 || kind === chosen)
  if (there.length === 0) return null
  const all = there.reduce((sum, kind) => sum + counts[kind], 0)
  return (
    <div className={screen.bar} role="group" aria-label="Kinds">
      <Chip on={chosen === undefined} onClick={() => narrow({ kinds: [] })}>
        All {number(all)}
      </Chip>
      {there.map((kind) => (
        <Chip
          key={kind}
          on={chosen === kind}
          onClick={() => narrow({ kinds: chosen === kind ? [] : [kind] })}
        >
          {foundLabels[kind][1]} {number(counts[kind])}
        </Chip>
      ))}
      <span className={screen.found} role="status">
        {(chosen === undefined ? all : counts[chosen]) > shown ? `The best ${shown} are shown` : ''}
      </span>
    </div>
  )
}

function number(count: number): string {
  return count >= countedUpTo ? `${numberText(countedUpTo)}+` : numberText(count)
}

function Filters() {
  const { filter, narrow } = useSearchView()
  const { data: topics } = useRecords('topics.find', { query: '', limit: 200 })
  const { data: programs } = useRecords('programs.names', {})
  const { data: communities } = useRecords('communities.list', { today: useToday() })
  const options = (of: readonly { id: number; name: string }[] | undefined) =>
    (of ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const one = (id: number | null) => (id === null ? [] : [id])
  return (
    <>
      <DatePickerInput
        type="range"
        size="xs"
        w={200}
        aria-label="Period"
        placeholder="Any time"
        clearable
        allowSingleDateInRange
        valueFormat="D MMM YY"
        value={[filter.from, filter.to]}
        onChange={([from, to]) => narrow({ from, to })}
      />
      <FilterMenu
        label="Topic"
        options={options(topics)}
        chosen={filter.topicIds}
        onChange={(topicIds) => narrow({ topicIds })}
      />
      <FilterMenu
        label="Community"
        options={options(communities)}
        chosen={one(filter.communityId)}
        onChange={(chosen) => narrow({ communityId: chosen.at(-1) ?? null })}
      />
      <FilterMenu
        label="Program"
        options={options(programs)}
        chosen={one(filter.programId)}
        onChange={(chosen) => narrow({ programId: chosen.at(-1) ?? null })}
      />
    </>
  )
}
