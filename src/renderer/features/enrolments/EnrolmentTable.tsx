import { tellDeleted } from '@renderer/app/historySteps'
import { useCommand } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { usePages } from '@renderer/app/usePages'
import { EmptyState } from '@renderer/components/EmptyState'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { RecordTable, type RecordTableHandle } from '@renderer/components/RecordTable'
import type { EnrolmentFilter } from '@shared/contract/enrolments'
import { type RefObject, useMemo } from 'react'
import { enrolmentColumns } from './enrolmentColumns'
import { useEnrolmentsView } from './enrolmentsView'

interface Props {
  filter: EnrolmentFilter
  open: (id: number) => void
  handle: RefObject<RecordTableHandle | null>
}

/** The people of a program as a list. */
export function EnrolmentTable({ filter, open, handle }: Props) {
  const { sort, sortBy, active, setActive, selected, select } = useEnrolmentsView()
  const pages = usePages('enrolments.list', { filter, sort })
  const remove = useCommand('enrolments.remove')
  const today = useToday()
  const columns = useMemo(() => enrolmentColumns(today), [today])

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

  async function toTrash(id: number, name: string) {
    const deletion = await remove.run({ ids: [id] })
    if (deletion) tellDeleted(`Deleted: enrolment of ${name}.`, deletion)
  }

  if (pages.error) return <ErrorNotice message={pages.error.message} />
  if (!pages.loading && pages.total === 0) {
    return (
      <EmptyState title="Nobody fits" text="Nobody in this program has all of what is asked for above." />
    )
  }
  return (
    <RecordTable
      handle={handle}
      label="People"
      columns={columns}
      total={pages.total}
      rowAt={pages.rowAt}
      idOf={(row) => row.id}
      onRange={pages.onRange}
      sort={sort}
      onSort={({ by, descending }) => {
        if (by !== 'checks') sortBy({ by, descending })
      }}
      active={active}
      onActive={setActive}
      onOpen={(row) => open(row.id)}
      selected={selected}
      onSelect={toggle}
      onRemove={(row) => void toTrash(row.id, row.name)}
    />
  )
}
