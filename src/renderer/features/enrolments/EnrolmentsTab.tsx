import { go, usePlace } from '@renderer/app/navigation'
import { useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { EmptyState } from '@renderer/components/EmptyState'
import type { RecordTableHandle } from '@renderer/components/RecordTable'
import screen from '@renderer/components/Screen.module.css'
import { usePane } from '@renderer/components/usePane'
import { useEffect, useRef, useState } from 'react'
import { AddPeople } from './AddPeople'
import { Board } from './Board'
import { EnrolmentFilters } from './EnrolmentFilters'
import { EnrolmentPane } from './EnrolmentPane'
import { EnrolmentTable } from './EnrolmentTable'
import { everybody, filterOf, useEnrolmentsView } from './enrolmentsView'
import { MoveDialog, type Moving } from './MoveDialog'
import { SelectionBar } from './SelectionBar'

/** Who is in a program and how far they have come: as a board or a table, with one of them open beside. */
export function EnrolmentsTab({ programId }: { programId: number }) {
  const place = usePlace('program')
  const today = useToday()
  const { as, narrowing, narrow, enter } = useEnrolmentsView()
  const list = useRef<RecordTableHandle>(null)
  const [moving, setMoving] = useState<Moving | null>(null)
  const filter = filterOf(programId, narrowing, today)
  const { data: figures } = useRecords('programs.figures', { id: programId, today })
  const { data: counts } = useRecords('enrolments.counts', { filter })
  const enrolmentId = place?.enrolmentId
  const open = (id: number | undefined) =>
    go({
      screen: 'program',
      programId,
      tab: 'enrolments',
      ...(id === undefined ? {} : { enrolmentId: id }),
    })
  usePane(enrolmentId !== undefined, () => open(undefined), list)

  useEffect(() => enter(programId), [programId, enter])
  const asked = place?.show
  useEffect(() => {
    if (asked) narrow({ ...everybody, ...asked })
  }, [asked, narrow])

  if (!figures) return null
  if (figures.enrolled === 0) {
    return (
      <EmptyState
        title="Nobody is in it yet"
        text="Import those who have applied from a spreadsheet or form, or add members from the directory."
      >
        <AddPeople programId={programId} />
      </EmptyState>
    )
  }
  const shared = { filter, open, handle: list }
  return (
    <>
      <EnrolmentFilters programId={programId} counts={counts} onLeave={() => list.current?.focus()} />
      <div className={screen.split} style={{ marginTop: 14 }} data-open={enrolmentId !== undefined}>
        <div className={screen.list}>
          {as === 'board' ? (
            <Board {...shared} counts={counts} openId={enrolmentId} onMove={setMoving} />
          ) : (
            <EnrolmentTable {...shared} />
          )}
        </div>
        {enrolmentId === undefined ? null : (
          <aside className={screen.pane} aria-label="Enrolment">
            <EnrolmentPane
              key={enrolmentId}
              id={enrolmentId}
              onClose={() => open(undefined)}
              onMove={setMoving}
            />
          </aside>
        )}
      </div>
      <SelectionBar programId={programId} filter={filter} onMove={setMoving} />
      {moving ? <MoveDialog moving={moving} onClose={() => setMoving(null)} /> : null}
    </>
  )
}
