import { Button, Slider } from '@mantine/core'
import { useReducedMotion } from '@mantine/hooks'
import { shortDate } from '@renderer/components/labels'
import { addDays } from '@shared/domain/calendar'
import { useEffect, useState } from 'react'
import classes from './NetworkMap.module.css'

/** How many weeks are looked at together. */
export const windowWeeks = 8
const stepMs = 600

interface Props {
  weeks: readonly string[]
  /** The first week looked at; null for all. */
  first: number | null
  onFirst: (first: number | null) => void
}

/** All the time, or some weeks of it that can be moved along, by hand or by itself. */
export function WeekWindow({ weeks, first, onFirst }: Props) {
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
  const from = weeks[first ?? 0] ?? ''
  const to = weeks[Math.min(weeks.length - 1, (first ?? 0) + windowWeeks - 1)] ?? ''
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
      <Slider
        className={classes.slider ?? ''}
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
      <span>
        {first === null
          ? 'All weeks'
          : `${windowWeeks} weeks, ${shortDate(from)} to ${shortDate(addDays(to, 6))}`}
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
