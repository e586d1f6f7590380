import { Button } from '@mantine/core'
import { restore } from '@renderer/app/historySteps'
import { usePages } from '@renderer/app/usePages'
import { EmptyState } from '@renderer/components/EmptyState'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { counted } from '@renderer/components/labels'
import { RecordTable, type RecordTableHandle } from '@renderer/components/RecordTable'
import screen from '@renderer/components/Screen.module.css'
import { SelectionBar } from '@renderer/components/SelectionBar'
import { usePane } from '@renderer/components/usePane'
import type { TrashRow } from '@shared/contract/trash'
import { useRef, useState } from 'react'
import { PurgeDialog } from './PurgeDialog'
import { TrashDetail } from './TrashDetail'
import { trashColumns } from './trashColumns'

const rowHeight = 52

/** What was deleted and can come back, the last first. */
export function Trash() {
  const table = useRef<RecordTableHandle>(null)
  const pages = usePages('trash.list', {})
  const [active, setActive] = useState(-1)
  const [open, setOpen] = useState<TrashRow | null>(null)
  const [selected, setSelected] = useState<ReadonlyMap<number, TrashRow>>(new Map())
  const [leaving, setLeaving] = useState<TrashRow[] | null>(null)
  usePane(open !== null, () => setOpen(null), table)

  function toggle(index: number) {
    const row = pages.rowAt(index)
    if (!row) return
    const next = new Map(selected)
    if (!next.delete(row.id)) next.set(row.id, row)
    setSelected(next)
    setActive(index)
  }

  async function bringBack(rows: TrashRow[]) {
    if (await restore(rows.map(({ id }) => id))) forget()
  }

  /** What was chosen is not there any more. */
  function forget() {
    setSelected(new Map())
    setOpen(null)
    table.current?.focus()
  }

  if (!pages.loading && pages.total === 0) {
    return (
      <EmptyState
        title="The trash is empty"
        text="Sessions, members, programs, enrolments, surveys, check-ins and goals that are deleted lie here, and can come back with everything that belonged to them."
      />
    )
  }
  const chosen = [...selected.values()]
  return (
    <>
      {pages.error ? <ErrorNotice message={pages.error.message} /> : null}
      <div className={screen.split} data-open={open !== null}>
        <div className={screen.list}>
          <RecordTable
            handle={table}
            label="Trash"
            rowHeight={rowHeight}
            columns={trashColumns}
            total={pages.total}
            rowAt={pages.rowAt}
            idOf={(row) => row.id}
            onRange={pages.onRange}
            active={active}
            onActive={setActive}
            onOpen={setOpen}
            selected={new Set(selected.keys())}
            onSelect={toggle}
            onRemove={(row) => setLeaving(chosen.length > 0 ? chosen : [row])}
          />
        </div>
        {open === null ? null : (
          <aside className={screen.pane} aria-label="Deleted">
            <TrashDetail
              row={open}
              onClose={() => setOpen(null)}
              onRestore={() => void bringBack([open])}
              onPurge={() => setLeaving([open])}
            />
          </aside>
        )}
      </div>
      {chosen.length === 0 ? null : (
        <SelectionBar
          label="Selected in the trash"
          text={`${counted(chosen.length, 'thing')} selected`}
          onClear={() => setSelected(new Map())}
        >
          <Button size="compact-sm" onClick={() => void bringBack(chosen)}>
            Restore
          </Button>
          <Button variant="default" size="compact-sm" onClick={() => setLeaving(chosen)}>
            Delete for good…
          </Button>
        </SelectionBar>
      )}
      {leaving ? (
        <PurgeDialog
          rows={leaving}
          count={leaving.length}
          onClose={(deleted) => {
            setLeaving(null)
            if (deleted) forget()
            else table.current?.focus()
          }}
        />
      ) : null}
    </>
  )
}
