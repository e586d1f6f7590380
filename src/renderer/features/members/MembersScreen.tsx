import { Button } from '@mantine/core'
import { go, usePlace } from '@renderer/app/navigation'
import { useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { usePages } from '@renderer/app/usePages'
import { useShown } from '@renderer/app/useShown'
import { EmptyState } from '@renderer/components/EmptyState'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { counted } from '@renderer/components/labels'
import { PageHeader } from '@renderer/components/PageHeader'
import { RecordTable, type RecordTableHandle } from '@renderer/components/RecordTable'
import screen from '@renderer/components/Screen.module.css'
import { usePane } from '@renderer/components/usePane'
import { useRef } from 'react'
import { MemberDialog } from './MemberDialog'
import { MemberFilters } from './MemberFilters'
import { MemberProfile } from './MemberProfile'
import { memberColumns, nameColumn } from './memberColumns'
import { RemovalRefused, removeMembers } from './memberRemoval'
import { noFilter, useMembersView } from './membersView'
import { SelectionBar } from './SelectionBar'

/** The directory: everybody, narrowed down as the coordinator types, with one profile open beside. */
export function MembersScreen() {
  const place = usePlace('members')
  const { filter, sort, columns, active, selected, narrow, show, setActive, select } = useMembersView()
  const table = useRef<RecordTableHandle>(null)
  const pages = usePages('members.list', { filter, sort })
  const overview = useRecords('members.overview', { today: useToday() })
  useShown('members', !pages.loading)
  const memberId = place?.memberId
  usePane(memberId !== undefined, () => go({ screen: 'members' }), table)
  const members = overview.data?.members ?? 0
  const nobody = !pages.loading && members === 0 && !filter.archived

  /** Selects a row or, with Shift, all from the one that the keyboard was on. */
  function toggle(index: number, extend: boolean) {
    const next = new Set(selected)
    const from = extend && active >= 0 ? Math.min(active, index) : index
    const to = extend && active >= 0 ? Math.max(active, index) : index
    for (let at = from; at <= to; at++) {
      const id = pages.rowAt(at)?.id
      if (id === undefined) continue
      if (extend || !next.delete(id)) next.add(id)
    }
    select(next)
    setActive(index)
  }

  return (
    <div className={screen.screen}>
      <PageHeader
        title={filter.archived ? 'Archived members' : 'Members'}
        reading={overview.data ? reading(overview.data) : null}
        actions={
          <>
            {nobody ? null : (
              <Button variant="default" onClick={() => go({ screen: 'duplicates' })}>
                Find duplicates…
              </Button>
            )}
            <Button variant="default" onClick={() => go({ screen: 'import', kind: 'members' })}>
              Import…
            </Button>
            <Button onClick={() => go({ screen: 'members', dialog: 'new' })}>New member</Button>
          </>
        }
      />
      {nobody ? (
        <EmptyState
          title="Nobody here yet"
          text="Bring in your spreadsheet or address book, or write down the first member yourself."
        >
          <Button variant="default" onClick={() => go({ screen: 'import', kind: 'members' })}>
            Import a file
          </Button>
          <Button onClick={() => go({ screen: 'members', dialog: 'new' })}>New member</Button>
        </EmptyState>
      ) : (
        <>
          <MemberFilters total={pages.loading ? null : pages.total} onLeave={() => table.current?.focus()} />
          {pages.error ? <ErrorNotice message={pages.error.message} /> : null}
          <div className={screen.split} data-open={memberId !== undefined}>
            <div className={screen.list}>
              {!pages.loading && pages.total === 0 ? (
                <EmptyState title="Nobody fits" text="No member has all of what is asked for above.">
                  <Button
                    variant="default"
                    onClick={() => narrow({ ...noFilter, archived: filter.archived })}
                  >
                    Clear the filters
                  </Button>
                </EmptyState>
              ) : (
                <RecordTable
                  handle={table}
                  label="Members"
                  columns={[nameColumn, ...columns.map((key) => memberColumns[key])]}
                  total={pages.total}
                  rowAt={pages.rowAt}
                  idOf={(row) => row.id}
                  onRange={pages.onRange}
                  sort={sort}
                  onSort={({ by, descending }) => {
                    if (by !== 'phone') show({ sort: { by, descending } })
                  }}
                  active={active}
                  onActive={setActive}
                  onOpen={(row) => go({ screen: 'members', memberId: row.id })}
                  selected={selected}
                  onSelect={toggle}
                  onRemove={(row) => void removeMembers(selected.size > 0 ? [...selected] : [row.id], row)}
                />
              )}
            </div>
            {memberId === undefined ? null : (
              <aside className={screen.pane} aria-label="Profile">
                <MemberProfile key={memberId} id={memberId} />
              </aside>
            )}
          </div>
          <SelectionBar />
          <RemovalRefused onClosed={() => table.current?.focus()} />
        </>
      )}
      {place?.dialog ? <MemberDialog dialog={place.dialog} id={memberId ?? null} /> : null}
    </div>
  )
}

function reading(of: { members: number; locations: number; broughtInThisQuarter: number }): string {
  const people = counted(of.members, 'person', 'people')
  const places = of.locations === 0 ? '' : ` in ${counted(of.locations, 'place')}`
  const brought =
    of.broughtInThisQuarter === 0
      ? ''
      : ` ${counted(of.broughtInThisQuarter, 'person', 'people')} came through someone else this quarter.`
  return `${people}${places}.${brought}`
}
