import { sideLabels } from '@renderer/components/labels'
import type { EnrolmentRow } from '@shared/contract/enrolments'
import { isStuck } from '@shared/domain/pipeline/stuck'
import classes from './Board.module.css'
import { drag } from './dragging'
import { daysWords } from './enrolmentColumns'
import type { Moving } from './MoveDialog'

interface Props {
  id: string
  index: number
  /** Pixels from the top. */
  start: number
  /** Undefined while it is on its way. */
  row: EnrolmentRow | undefined
  isActive: boolean
  isOpen: boolean
  selected: ReadonlySet<number>
  today: string
  withCard: (row: EnrolmentRow) => Moving
}

/** One person in a step: who, for how long, and what is still to be ticked off. */
export function BoardCard({ id, index, start, row, isActive, isOpen, selected, today, withCard }: Props) {
  const chosen = row !== undefined && selected.has(row.id)
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      className={classes.card}
      data-index={index}
      data-active={isActive}
      data-chosen={chosen || isOpen}
      draggable={row !== undefined}
      onDragStart={(event) => {
        if (row) drag(event.dataTransfer, withCard(row))
      }}
      style={{ transform: `translateY(${start}px)` }}
    >
      {row ? (
        <>
          <b dir="auto">{row.name}</b>
          <span className={classes.about}>
            {[sideLabels[row.role], row.location].filter((part) => part !== null).join(' · ')}
          </span>
          <span className={classes.foot}>
            {row.leftReason === null ? (
              <span data-stuck={isStuck(row.step, row.stepSince, today)}>
                {daysWords(row.stepSince, today)}
              </span>
            ) : (
              <span>{row.leftReason}</span>
            )}
            {row.checks === 0 ? null : (
              <span title={`${row.checksDone} of ${row.checks} checks done`}>
                {row.checksDone}/{row.checks}
              </span>
            )}
          </span>
        </>
      ) : null}
    </div>
  )
}
