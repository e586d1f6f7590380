import { Button, Slider } from '@mantine/core'
import { useReducedMotion } from '@mantine/hooks'
import { shortDate } from '@renderer/components/labels'
import { useEffect, useState } from 'react'
import type { Network } from './colours'
import classes from './NetworkMap.module.css'
import { weeksText } from './weeks'

/** How many weeks are looked at together. */
export const windowWeeks = 8
const stepMs = 600

interface Props {
  weeks: readonly string[]
  /** Marked on the axis: a week full of contacts may be a file that was read. */
  imports: Network['imports']
  /** The first week looked at; null for all. */
  first: number | null
  onFirst: (first: number | null) => void
}

/** All the time, or some weeks of it that can be moved along, by hand or by itself. */
export function WeekWindow({ weeks, imports, first, onFirst }: Props) {
  const still = useReducedMotion()
  const [playing, setPlaying] = useState(false)
  const last = Math.max(0, weeks.length - windowWeeks)
  useEffect(() => {
    if (!playing) return
    const timer = setTimeout(() => {
      const next = first === null ? 0 : first + 1
      onFirst(Math.min(next, last))
      if (next >= last) setPlaying(false)
    }, stepMs)
    return () => clearTimeout(timer)
  }, [playing, first, last, onFirst])
  if (weeks.length <= windowWeeks) return null
  return (
    <div className={classes.weeks}>
      {still ? null : (
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            if (!playing && first === last) onFirst(0)
            setPlaying(!playing)
          }}
        >
          {playing ? 'Pause' : 'Play'}
        </Button>
      )}
      <div className={classes.slider}>
        <Slider
          min={0}
          max={last}
          value={first ?? last}
          label={null}
          thumbLabel="First of the weeks shown"
          onChange={(value) => {
            setPlaying(false)
            onFirst(value)
          }}
        />
        {imports.map(({ on, label }) => {
          const week = weeks.findLastIndex((monday) => monday <= on)
          const words = `Imported on ${shortDate(on)}: ${label}`
          return (
            <svg
              key={`${on} ${label}`}
              className={classes.imported}
              style={{ left: `${(100 * Math.min(last, week)) / Math.max(1, last)}%` }}
              width={9}
              height={8}
              role="img"
              aria-label={words}
            >
              <title>{words}</title>
              <path d="M4.5 0l3.5 7h-7z" fill="var(--ink2)" />
            </svg>
          )
        })}
      </div>
      <span>
        {first === null ? 'All weeks' : `${windowWeeks} weeks, ${weeksText(weeks, first, windowWeeks)}`}
      </span>
      {first === null ? null : (
        <Button
          size="xs"
          variant="subtle"
          onClick={() => {
            setPlaying(false)
            onFirst(null)
          }}
        >
          Show all weeks
        </Button>
      )}
    </div>
  )
}
