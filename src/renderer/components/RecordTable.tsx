import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useImperativeHandle,
  useRef,
} from 'react'
import { rowByKey } from './keys'
import classes from './RecordTable.module.css'

export interface Column<Row, Key extends string = string> {
  key: Key
  label: string
  /** A CSS grid track, such as `minmax(140px, 2fr)`. */
  width: string
  numeric?: boolean
  sortable?: boolean
  render: (row: Row) => ReactNode
}

export interface Sort<Key extends string> {
  by: Key
  descending: boolean
}

export interface RecordTableHandle {
  focus(): void
}

interface Props<Row, Key extends string> {
  label: string
  columns: Column<Row, Key>[]
  /** All rows, also those that were not read yet. */
  total: number
  /** The row at an index; undefined while it is on its way. */
  rowAt: (index: number) => Row | undefined
  idOf: (row: Row) => number
  /** The rows that are in view now, so that they can be read. */
  onRange: (first: number, last: number) => void
  sort?: Sort<Key>
  onSort?: (sort: Sort<Key>) => void
  /** Index of the row that the keyboard is on. */
  active: number
  onActive: (index: number) => void
  /** Enter, or a click. */
  onOpen: (row: Row) => void
  selected?: ReadonlySet<number>
  /** Space, or a click with Ctrl/Cmd; `extend` with Shift. */
  onSelect?: (index: number, extend: boolean) => void
  /** The Delete key. */
  onRemove?: (row: Row) => void
  handle?: React.Ref<RecordTableHandle>
  /** In pixels; one line of text unless told. */
  rowHeight?: number
}

const headHeight = 35
const overscan = 12

/**
 * A long list of records of which only what is in view exists. One stop for the Tab key; arrows, Page, Home and End
 * move; Enter opens; Space selects; Delete removes.
 */
export function RecordTable<Row, Key extends string>(props: Props<Row, Key>) {
  const {
    label,
    columns,
    total,
    rowAt,
    idOf,
    onRange,
    sort,
    onSort,
    active,
    onActive,
    onOpen,
    selected,
    onSelect,
    onRemove,
    rowHeight = 37,
  } = props
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan,
    scrollPaddingStart: headHeight,
  })
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  useEffect(() => onRange(first, last), [onRange, first, last])
  useImperativeHandle(props.handle, () => ({
    focus: () => {
      scroller.current?.focus()
      if (active < 0 && total > 0) onActive(0)
    },
  }))

  function move(index: number) {
    const next = Math.max(0, Math.min(total - 1, index))
    virtual.scrollToIndex(next)
    onActive(next)
  }

  function onKeyDown(event: KeyboardEvent) {
    const pageLength = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2)
    const target = rowByKey(event.key, active, total, pageLength)
    const row = active >= 0 ? rowAt(active) : undefined
    if (target !== undefined && total > 0) move(target)
    else if (event.key === 'Enter' && row) onOpen(row)
    else if (event.key === ' ' && row && onSelect) onSelect(active, event.shiftKey)
    else if (isRemoval(event) && row && onRemove) onRemove(row)
    else return
    event.preventDefault()
  }

  function onClick(event: MouseEvent) {
    const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null
    if (!element) return
    // A row goes when it is scrolled away, and would take the focus with it.
    scroller.current?.focus({ preventScroll: true })
    const index = Number(element.dataset.index)
    const row = rowAt(index)
    if (onSelect && (event.metaKey || event.ctrlKey || event.shiftKey)) {
      onSelect(index, event.shiftKey)
      return
    }
    onActive(index)
    if (!row) return
    onOpen(row)
    // Whoever clicks twice means the row: the second press must not select a text on the page that came.
    const unselecting = (next: globalThis.MouseEvent) => next.detail > 1 && next.preventDefault()
    document.addEventListener('mousedown', unselecting, { once: true, capture: true })
  }

  const tracks = {
    gridTemplateColumns: columns.map(({ width }) => width).join(' '),
    minWidth: least(columns),
  }
  const nextSort = (by: Key): Sort<Key> => ({ by, descending: sort?.by === by ? !sort.descending : false })

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={total + 1}
      aria-multiselectable={onSelect ? true : undefined}
      aria-activedescendant={active >= 0 ? `row-${active}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <div className={classes.head} role="row" aria-rowindex={1} tabIndex={-1} style={tracks}>
        {columns.map((column) => (
          <div
            key={column.key}
            role="columnheader"
            tabIndex={-1}
            className={classes.headCell}
            data-numeric={column.numeric}
            aria-sort={sort?.by === column.key ? (sort.descending ? 'descending' : 'ascending') : undefined}
          >
            {column.sortable && onSort ? (
              <button type="button" className={classes.sort} onClick={() => onSort(nextSort(column.key))}>
                {column.label}
                <span aria-hidden="true">
                  {sort?.by === column.key ? (sort.descending ? ' ↓' : ' ↑') : ''}
                </span>
              </button>
            ) : (
              column.label
            )}
          </div>
        ))}
      </div>
      <div
        className={classes.body}
        role="rowgroup"
        style={{ height: virtual.getTotalSize(), minWidth: tracks.minWidth }}
      >
        {items.map(({ index, start }) => {
          const row = rowAt(index)
          const chosen = row !== undefined && (selected?.has(idOf(row)) ?? false)
          return (
            <div
              key={index}
              id={`row-${index}`}
              role="row"
              tabIndex={-1}
              aria-rowindex={index + 2}
              aria-selected={chosen || index === active}
              className={classes.row}
              data-index={index}
              data-active={index === active}
              data-chosen={chosen}
              style={{
                height: rowHeight,
                ...tracks,
                transform: `translateY(${start}px)`,
              }}
            >
              {columns.map((column) => (
                <div
                  key={column.key}
                  role="gridcell"
                  tabIndex={-1}
                  className={classes.cell}
                  data-numeric={column.numeric}
                >
                  {row ? column.render(row) : <span className={classes.waiting} />}
                </div>
              ))}
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** Apple's keyboards have no Delete key of their own; there it is Cmd and Backspace, as in its file lists. */
function isRemoval({ key, metaKey }: KeyboardEvent): boolean {
  return key === 'Delete' || (key === 'Backspace' && metaKey)
}

/** The head and the rows are grids of their own; they line up because both are at least as wide as their tracks. */
function least(columns: { width: string }[]): number {
  return columns.reduce((sum, { width }) => sum + Number.parseInt(width.replace('minmax(', ''), 10), 0)
}
