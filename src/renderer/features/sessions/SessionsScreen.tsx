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
import type { OutputOf } from '@shared/contract'
import { useEffect, useRef } from 'react'
import { SessionFilters } from './SessionFilters'
import { SessionReader } from './SessionReader'
import { sessionColumns } from './sessionColumns'
import { anySession, useSessionsView } from './sessionsView'
import { useRemoval } from './useRemoval'

const rowHeight = 60

/** All notes, the newest first, searched as the coordinator types, with one session open beside. */
export function SessionsScreen() {
  const place = usePlace('sessions')
  const { filter, active, narrow, setActive } = useSessionsView()
  const table = useRef<RecordTableHandle>(null)
  const asked = place?.query
  useEffect(() => {
    if (asked !== undefined) narrow({ ...anySession, query: asked })
  }, [asked, narrow])
  const pages = usePages('sessions.list', { filter })
  const overview = useRecords('sessions.overview', { today: useToday() })
  useShown('sessions', !pages.loading)
  const sessionId = place?.sessionId
  usePane(sessionId !== undefined, () => go({ screen: 'sessions' }), table)
  const { remove } = useRemoval()
  const closeIfOpen = (id: number) => {
    if (id === sessionId) go({ screen: 'sessions' })
  }
  const none = overview.data?.sessions === 0

  return (
    <div className={screen.screen}>
      <PageHeader
        title="Sessions"
        reading={overview.data ? reading(overview.data) : null}
        actions={
          <>
            <Button variant="default" onClick={() => go({ screen: 'import', kind: 'sessions' })}>
              Import…
            </Button>
            <Button onClick={() => go({ screen: 'session-editor' })}>New session</Button>
          </>
        }
      />
      {none ? (
        <EmptyState
          title="No session yet"
          text="Write down the first meeting of a mentor and a mentee: who, when, and what they took away."
        >
          <Button onClick={() => go({ screen: 'session-editor' })}>New session</Button>
        </EmptyState>
      ) : (
        <>
          <SessionFilters total={pages.loading ? null : pages.total} onLeave={() => table.current?.focus()} />
          {pages.error ? <ErrorNotice message={pages.error.message} /> : null}
          <div className={screen.split} data-open={sessionId !== undefined}>
            <div className={screen.list}>
              {!pages.loading && pages.total === 0 ? (
                <EmptyState
                  title="Nothing found"
                  text="No session holds all of these words and fits the filters."
                >
                  <Button variant="default" onClick={() => narrow(anySession)}>
                    Clear the search
                  </Button>
                </EmptyState>
              ) : (
                <RecordTable
                  handle={table}
                  label="Sessions"
                  rowHeight={rowHeight}
                  columns={sessionColumns}
                  total={pages.total}
                  rowAt={pages.rowAt}
                  idOf={(row) => row.id}
                  onRange={pages.onRange}
                  active={active}
                  onActive={setActive}
                  onOpen={(row) => go({ screen: 'sessions', sessionId: row.id })}
                  onRemove={(row) => void remove(row).then((gone) => gone && closeIfOpen(row.id))}
                />
              )}
            </div>
            {sessionId === undefined ? null : (
              <aside className={screen.pane} aria-label="Session">
                <SessionReader key={sessionId} id={sessionId} query={filter.query} />
              </aside>
            )}
          </div>
        </>
      )}
    </div>
  )
}

function reading(of: OutputOf<'sessions.overview'>): string {
  const recent = `${counted(of.lastThirtyDays, 'session')} in the last thirty days`
  const missing = of.withoutNotes === 0 ? '' : `, ${of.withoutNotes} without notes`
  const open =
    of.openActionItems === 0
      ? ''
      : ` ${counted(of.openActionItems, 'action item is', 'action items are')} open.`
  return `${counted(of.sessions, 'session')} in all; ${recent}${missing}.${open}`
}
