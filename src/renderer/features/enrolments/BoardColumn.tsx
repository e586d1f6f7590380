import { usePages } from '@renderer/app/usePages'
import { rowByKey } from '@renderer/components/keys'
import { numberText, stepLabels } from '@renderer/components/labels'
import type { EnrolmentFilter, EnrolmentRow } from '@shared/contract/enrolments'
import { neighbour } from '@shared/domain/pipeline/steps'
import type { EnrolmentStep } from '@shared/domain/vocabulary'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type DragEvent, type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react'
import classes from './Board.module.css'
import { BoardCard } from './BoardCard'
import { draggedFrom, isDragged } from './dragging'
import type { Moving } from './MoveDialog'

/** What can be done with a card. */
export interface CardActions {
  open(row: EnrolmentRow): void
  select(row: EnrolmentRow): void
  /** Who moves with it. */
  withCard(row: EnrolmentRow): Moving
  moveTo(moving: Moving, step: EnrolmentStep): void
  /** Moves it with the questions of when and why. */
  ask(row: EnrolmentRow): void
  remove(row: EnrolmentRow): void
  focusStep(step: EnrolmentStep): void
}

interface Props {
  step: EnrolmentStep
  filter: EnrolmentFilter
  /** Undefined until it is known. */
  count: number | undefined
  openId: number | undefined
  selected: ReadonlySet<number>
  today: string
  handle: (element: HTMLElement | null) => void
  actions: CardActions
}

const cardHeight = 78

/**
 * One step, of which only the cards in view exist; who waits longest comes first. One stop for the Tab key: up and down
 * go through the cards, left and right to the other steps, with Shift they take the card along.
 */
export function BoardColumn({ step, filter, count, openId, selected, today, handle, actions }: Props) {
  const pages = usePages('enrolments.list', {
    filter: { ...filter, steps: [step] },
    sort: { by: 'stepSince', descending: step === 'closed' },
  })
  const { total, rowAt, onRange } = pages
  const scroller = useRef<HTMLDivElement>(null)
  const [wanted, setActive] = useState(-1)
  const [over, setOver] = useState(false)
  const active = Math.min(wanted, total - 1)
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => cardHeight,
    overscan: 8,
  })
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  useEffect(() => onRange(first, last), [onRange, first, last])

  function go(index: number) {
    const next = Math.max(0, Math.min(total - 1, index))
    virtual.scrollToIndex(next)
    setActive(next)
  }

  function aside(by: 1 | -1, row: EnrolmentRow | undefined, taking: boolean) {
    const other = neighbour(step, by)
    if (other === null) return
    if (!taking) actions.focusStep(other)
    else if (row) actions.moveTo(actions.withCard(row), other)
  }

  function onKeyDown(event: KeyboardEvent) {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / cardHeight) - 1)
    const target = rowByKey(event.key, active, total, page)
    const row = active >= 0 ? rowAt(active) : undefined
    if (target !== undefined && total > 0) go(target)
    else if (event.key === 'ArrowRight') aside(1, row, event.shiftKey)
    else if (event.key === 'ArrowLeft') aside(-1, row, event.shiftKey)
    else if (event.key === 'Enter' && row) actions.open(row)
    else if (event.key === ' ' && row) actions.select(row)
    else if (event.key === 'm' && row) actions.ask(row)
    else if (event.key === 'Delete' && row) actions.remove(row)
    else return
    event.preventDefault()
  }

  function onClick(event: MouseEvent) {
    const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null
    if (!element) return
    scroller.current?.focus({ preventScroll: true })
    const index = Number(element.dataset.index)
    const row = rowAt(index)
    setActive(index)
    if (!row) return
    if (event.metaKey || event.ctrlKey || event.shiftKey) actions.select(row)
    else actions.open(row)
  }

  function onDrop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    const moving = draggedFrom(event.dataTransfer)
    if (moving) actions.moveTo(moving, step)
  }

  return (
    <section className={classes.column} data-step={step}>
      <h2 className={classes.head}>
        {stepLabels[step]} <small>{count === undefined ? '' : numberText(count)}</small>
      </h2>
      <div
        ref={(element) => {
          scroller.current = element
          handle(element)
        }}
        className={classes.cards}
        data-over={over}
        role="listbox"
        aria-label={stepLabels[step]}
        aria-multiselectable="true"
        aria-activedescendant={active >= 0 ? `card-${step}-${active}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onFocus={() => {
          if (active < 0 && total > 0) setActive(0)
        }}
        onDragOver={(event) => {
          if (!isDragged(event.dataTransfer)) return
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <div className={classes.all} style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start }) => (
            <BoardCard
              key={index}
              id={`card-${step}-${index}`}
              index={index}
              start={start}
              row={rowAt(index)}
              isActive={index === active}
              isOpen={rowAt(index)?.id === openId && openId !== undefined}
              selected={selected}
              today={today}
              withCard={actions.withCard}
            />
          ))}
        </div>
      </div>
    </section>
  )
}
