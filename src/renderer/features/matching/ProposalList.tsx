import { Chip } from '@renderer/components/Chip'
import { numberText } from '@renderer/components/labels'
import { type Column, RecordTable, type RecordTableHandle } from '@renderer/components/RecordTable'
import screen from '@renderer/components/Screen.module.css'
import { SearchField } from '@renderer/components/SearchField'
import { usePane } from '@renderer/components/usePane'
import { useMemo, useRef, useState } from 'react'
import { Fit } from './Fit'
import { LineCell } from './LineCell'
import { type Line, linesOf, openedBy } from './lines'
import classes from './Matching.module.css'
import { type Shown, useMatchingView } from './matchingView'
import { useLocks } from './useLocks'
import type { Proposed, Request } from './useProposal'

interface Props {
  programId: number
  proposed: Proposed
  request: Request
  /** While the next proposal is on its way this one is that of before. */
  busy: boolean
}

/** Every pair that is proposed, and everybody who is in none. */
export function ProposalList({ programId, proposed, request, busy }: Props) {
  const { shown, query, weakestFirst, opened, set } = useMatchingView()
  const { force } = useLocks(programId)
  const table = useRef<RecordTableHandle>(null)
  const [active, setActive] = useState(-1)
  usePane(opened !== null, () => set({ opened: null }), table)
  const lines = useMemo(
    () => linesOf(proposed, { shown, query, weakestFirst }),
    [proposed, shown, query, weakestFirst],
  )
  const { peers } = proposed
  const { pairs, withoutMentor, withoutMentee } = proposed.proposal
  const chips: [value: Shown, label: string, count: number][] = [
    ['all', 'Pairs', pairs.length],
    ['without mentor', peers ? 'Without a partner' : 'Without a mentor', withoutMentor.length],
    ['without mentee', 'Mentors with room', withoutMentee.length],
    ['aside', 'Take no part', proposed.setAside.length],
  ]
  const columns: Column<Line, 'pair' | 'fit'>[] = [
    {
      key: 'pair',
      label: shown === 'aside' ? 'Who, and why not' : peers ? 'Who with whom' : 'Mentee with mentor',
      width: 'minmax(220px, 1fr)',
      render: (line) => (
        <LineCell
          line={line}
          peers={peers}
          onDrop={(mentee, mentor) => void force(mentee, mentor, request, peers)}
        />
      ),
    },
    ...(shown === 'aside' ? [] : [fitColumn(shown === 'all')]),
  ]
  const openedAt = lines.findIndex((line) => isOpened(line, opened))

  return (
    <>
      <div className={screen.bar}>
        <SearchField
          label="Find a name"
          value={query}
          onChange={(text) => set({ query: text })}
          onLeave={() => table.current?.focus()}
        />
        {chips
          .filter(([value, , count]) => count > 0 || value === 'all' || value === shown)
          .map(([value, label, count]) => (
            <Chip key={value} on={shown === value} onClick={() => set({ shown: value })}>
              {label} {numberText(count)}
            </Chip>
          ))}
      </div>
      {lines.length === 0 ? (
        <p className={classes.none}>{noneWords(shown, query, peers)}</p>
      ) : (
        <div className={classes.table} data-busy={busy}>
          <RecordTable
            handle={table}
            label="Proposal"
            columns={columns}
            total={lines.length}
            rowAt={(index) => lines[index]}
            idOf={idOf}
            onRange={nothing}
            rowHeight={54}
            sort={{ by: 'fit', descending: !weakestFirst }}
            onSort={() => set({ weakestFirst: !weakestFirst })}
            active={active >= 0 && active < lines.length ? active : openedAt}
            onActive={setActive}
            onOpen={(line) => {
              setActive(-1)
              set({ opened: openedBy(line) })
            }}
          />
        </div>
      )}
    </>
  )
}

function fitColumn(sortable: boolean): Column<Line, 'pair' | 'fit'> {
  return {
    key: 'fit',
    label: 'Fit',
    width: '112px',
    sortable,
    render: (line) => (line.kind === 'pair' ? <Fit fit={line.pair.fit} /> : null),
  }
}

/** The lines are all here; nothing has to be read as they come into view. */
function nothing(): void {}

function idOf(line: Line): number {
  return line.kind === 'pair' ? line.pair.mentee.id : line.person.id
}

function isOpened(line: Line, opened: ReturnType<typeof openedBy>): boolean {
  const own = openedBy(line)
  return own !== null && opened !== null && own.side === opened.side && own.id === opened.id
}

function noneWords(shown: Shown, query: string, peers: boolean): string {
  if (query.trim() !== '') return 'Nobody of that name here.'
  const words: Record<Shown, string> = {
    all: 'There is nobody to propose.',
    'without mentor': peers ? 'Everybody has a partner.' : 'Everybody who looks for a mentor has one.',
    'without mentee': 'Every mentor with room has somebody.',
    aside: 'Everybody takes part.',
  }
  return words[shown]
}
