import { Button } from '@mantine/core'
import { type ReactNode, useId, useRef, useState } from 'react'
import { ChartTableView } from './ChartTableView'
import { ChartToolbar } from './ChartToolbar'
import type { ChartOptions } from './chartProps'
import styles from './charts.module.css'
import type { ChartTable } from './chartTable'

interface ChartFrameProps extends ChartOptions {
  table: ChartTable
  /** About how tall the picture is in pixels, so that the page does not jump when it has been counted. */
  pictureHeight?: number
  /** The picture with its legend; drawn only while it is the view in use. */
  children: ReactNode
}

/**
 * Title, plain reading and tools around a chart, which can be read as a picture or as a table, copied, and
 * saved as PNG or CSV.
 */
export function ChartFrame(props: ChartFrameProps) {
  const { table, children, pictureHeight = 160, status = { kind: 'ready' }, ...options } = props
  const [view, setView] = useState<'chart' | 'table'>('chart')
  const figure = useRef<HTMLElement>(null)
  const titleId = useId()
  const Heading = options.headingLevel === 3 ? 'h3' : 'h2'
  return (
    <figure className={styles.frame} aria-labelledby={titleId} ref={figure}>
      <div className={styles.head}>
        <Heading className={styles.title} id={titleId}>
          {options.title}
          {options.note !== undefined && <small> {options.note}</small>}
        </Heading>
        {status.kind === 'ready' && (
          <ChartToolbar {...options} table={table} view={view} onView={setView} figure={figure} />
        )}
      </div>
      {status.kind === 'ready' ? (
        <>
          <p className={styles.reading}>{options.reading}</p>
          {view === 'chart' ? children : <ChartTableView table={table} labelledBy={titleId} />}
        </>
      ) : (
        <div
          className={styles.instead}
          aria-busy={status.kind === 'loading'}
          style={status.kind === 'loading' ? { minHeight: pictureHeight } : undefined}
        >
          {status.kind === 'loading' ? (
            <p role="status">Counting…</p>
          ) : (
            <p role={status.kind === 'error' ? 'alert' : undefined}>{status.message}</p>
          )}
          {status.kind === 'error' && status.onRetry !== undefined && (
            <Button size="xs" variant="default" onClick={status.onRetry}>
              Try again
            </Button>
          )}
        </div>
      )}
    </figure>
  )
}
