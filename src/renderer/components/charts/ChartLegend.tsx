import { type ReactNode, useId } from 'react'
import styles from './charts.module.css'
import { SeriesPattern, seriesDash } from './seriesFill'

interface LegendItemProps {
  swatch: ReactNode
  children: ReactNode
}

/** The names of what is drawn, in the order in which it is drawn. */
export function ChartLegend({ children }: { children: ReactNode }) {
  return <ul className={styles.legend}>{children}</ul>
}

export function LegendItem({ swatch, children }: LegendItemProps) {
  return (
    <li>
      <svg width={14} height={12} viewBox="0 0 14 12" aria-hidden="true">
        {swatch}
      </svg>
      {children}
    </li>
  )
}

interface SwatchProps {
  index: number
  colour: string
}

export function BarSwatch({ index, colour }: SwatchProps) {
  const id = useId()
  return (
    <>
      <defs>
        <SeriesPattern id={id} index={index} colour={colour} />
      </defs>
      <rect x={1} width={12} height={12} rx={2} fill={`url(#${id})`} />
    </>
  )
}

export function LineSwatch({ index, colour }: SwatchProps) {
  return <path d="M0 6H14" stroke={colour} strokeWidth={2} strokeDasharray={seriesDash(index)} fill="none" />
}

/** The outline that marks the bucket that is not over yet. */
export function OpenSwatch() {
  return (
    <rect
      x={2.75}
      y={0.75}
      width={8.5}
      height={10.5}
      rx={2.5}
      fill="none"
      stroke="var(--leaf)"
      strokeWidth={1.5}
    />
  )
}

/** The small tick that marks a date below the axis. */
export function MarkSwatch() {
  return <path d="M7 2L10.5 9H3.5Z" fill="var(--ink2)" />
}
