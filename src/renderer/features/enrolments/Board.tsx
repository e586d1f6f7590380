import { tellDeleted } from '@renderer/app/historySteps'
import { useCommand } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { counted } from '@renderer/components/labels'
import type { RecordTableHandle } from '@renderer/components/RecordTable'
import type { EnrolmentFilter, EnrolmentRow } from '@shared/contract/enrolments'
import type { StepCounts } from '@shared/contract/programs'
import { type EnrolmentStep, enrolmentSteps } from '@shared/domain/vocabulary'
import { type RefObject, useImperativeHandle, useRef } from 'react'
import classes from './Board.module.css'
import { BoardColumn } from './BoardColumn'
import { toggled, useEnrolmentsView } from './enrolmentsView'
import type { Moving } from './MoveDialog'
import { moveNow } from './moves'

interface Props {
  filter: EnrolmentFilter
  counts: StepCounts | undefined
  open: (id: number) => void
  openId: number | undefined
  handle: RefObject<RecordTableHandle | null>
  onMove: (moving: Moving) => void
}

/** The six steps beside each other; people are dragged, or moved by the keyboard, from one to another. */
export function Board({ filter, counts, open, openId, handle, onMove }: Props) {
  const { selected, select } = useEnrolmentsView()
  const today = useToday()
  const remove = useCommand('enrolments.remove')
  const columns = useRef(new Map<EnrolmentStep, HTMLElement>())
  useImperativeHandle(handle, () => ({
    focus: () => {
      const first = enrolmentSteps.find((step) => (counts?.[step] ?? 0) > 0) ?? 'applied'
      columns.current.get(first)?.focus()
    },
  }))

  /** Who moves with a card: all that are selected when it is one of them, else it alone. */
  const withCard = (row: EnrolmentRow): Moving =>
    selected.has(row.id) && selected.size > 1 ? { ids: [...selected] } : { ids: [row.id], only: row }

  function moveTo({ ids, only }: Moving, step: EnrolmentStep) {
    if (only?.step === step) return
    // Whether they came to the end or left before it has to be said.
    if (step === 'closed') onMove({ ids, ...(only ? { only } : {}), to: 'closed' })
    else void moveNow(ids, step, today, only).then(() => ids.length > 1 && select(new Set()))
  }

  async function toTrash({ ids, only }: Moving) {
    const deletion = await remove.run({ ids: [...ids] })
    if (!deletion) return
    select(new Set())
    const whom = only ? `enrolment of ${only.name}` : counted(ids.length, 'enrolment')
    tellDeleted(`Deleted: ${whom}.`, deletion)
  }

  return (
    <div className={classes.board}>
      {enrolmentSteps.map((step) => (
        <BoardColumn
          key={step}
          step={step}
          filter={filter}
          count={counts?.[step]}
          openId={openId}
          selected={selected}
          today={today}
          handle={(element) => {
            if (element) columns.current.set(step, element)
            else columns.current.delete(step)
          }}
          actions={{
            open: ({ id }) => open(id),
            select: ({ id }) => select(toggled(selected, id)),
            withCard,
            moveTo,
            ask: (row) => onMove({ ...withCard(row), to: row.step }),
            remove: (row) => void toTrash(withCard(row)),
            focusStep: (other) => columns.current.get(other)?.focus(),
          }}
        />
      ))}
    </div>
  )
}
