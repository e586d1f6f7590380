import { Button } from '@mantine/core'
import { go } from '@renderer/app/navigation'
import { EmptyState } from '@renderer/components/EmptyState'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { shortMoment } from '@renderer/components/labels'
import { RecordTable, type RecordTableHandle } from '@renderer/components/RecordTable'
import screen from '@renderer/components/Screen.module.css'
import { usePane } from '@renderer/components/usePane'
import { useRef } from 'react'
import { CommandDetail } from './CommandDetail'
import classes from './History.module.css'
import { HistoryFilters } from './HistoryFilters'
import { historyColumns } from './historyColumns'
import { anyCommand, useHistoryView } from './historyView'
import { useCommands } from './useCommands'

const rowHeight = 52

/** Everything that was done in the file, the newest first, with one command open beside. */
export function Changes({ command }: { command: number | undefined }) {
  const { filter, active, setActive, narrow } = useHistoryView()
  const table = useRef<RecordTableHandle>(null)
  const commands = useCommands(filter)
  usePane(command !== undefined, () => go({ screen: 'history' }), table)
  const { rows, more, lookingAt } = commands
  const none = !commands.loading && rows.length === 0 && !more

  return (
    <>
      <HistoryFilters onLeave={() => table.current?.focus()} />
      {commands.error ? <ErrorNotice message={commands.error.message} /> : null}
      <div className={screen.split} data-open={command !== undefined}>
        <div className={screen.list}>
          {none && filter === anyCommand ? (
            <EmptyState
              title="Nothing was done yet"
              text="Whatever is written, changed or deleted in this file will be told here."
            />
          ) : none ? (
            <EmptyState title="Nothing found" text="Nothing of that kind was done in that time.">
              <Button variant="default" onClick={() => narrow(anyCommand)}>
                Clear the filters
              </Button>
            </EmptyState>
          ) : rows.length === 0 ? (
            <p className={classes.looking} role="status">
              {lookingAt ? `Looking back, ${shortMoment(lookingAt)}…` : ''}
            </p>
          ) : (
            <RecordTable
              handle={table}
              label="Changes"
              rowHeight={rowHeight}
              columns={historyColumns}
              total={rows.length + (more ? 1 : 0)}
              rowAt={commands.rowAt}
              idOf={(row) => row.id}
              onRange={commands.onRange}
              active={active}
              onActive={setActive}
              onOpen={(row) => go({ screen: 'history', command: row.id })}
            />
          )}
        </div>
        {command === undefined ? null : (
          <aside className={screen.pane} aria-label="Details">
            <CommandDetail key={command} id={command} />
          </aside>
        )}
      </div>
    </>
  )
}
