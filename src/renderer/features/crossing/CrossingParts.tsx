import { useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { Chip } from '@renderer/components/Chip'
import { formatDate, formatRange } from '@renderer/components/charts/formats'
import { EmptyState } from '@renderer/components/EmptyState'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { numberText } from '@renderer/components/labels'
import screen from '@renderer/components/Screen.module.css'
import { addDays } from '@shared/domain/calendar'
import { useState } from 'react'
import { CellDialog } from './CellDialog'
import classes from './Crossing.module.css'
import { CrossingMatrix } from './CrossingMatrix'
import { CrossingTime } from './CrossingTime'
import { NeverMeet } from './NeverMeet'
import { type By, byWords, type Cell, readingOf } from './words'

const periods = [
  { label: 'Last 90 days', days: 90 },
  { label: 'Last year', days: 365 },
  { label: 'All time', days: null },
] as const

/** Where contacts cross, where they do not, and who could: of one community, or of everybody. */
export function CrossingParts({ communityId, name }: { communityId: number | null; name: string }) {
  const today = useToday()
  const [days, setDays] = useState<number | null>(365)
  const [by, setBy] = useState<By>('location')
  const [withoutAssigned, setWithout] = useState(false)
  const [cell, setCell] = useState<Cell | null>(null)
  const from = days === null ? null : addDays(today, 1 - days)
  const scope = { communityId, from, to: today, withoutAssigned }
  const { data, error } = useRecords('crossing.read', scope)
  if (error) return <ErrorNotice message={error.message} />
  const groups = data?.[by]
  const about = `${name}, ${from === null ? `until ${formatDate(today, 'date', undefined)}` : formatRange(from, today, undefined)}`
  return (
    <div className={`${classes.crossing} ${screen.reading}`}>
      <div className={screen.bar}>
        {(['location', 'department'] as const).map((one) => (
          <Chip key={one} on={one === by} onClick={() => setBy(one)}>
            By {one}
          </Chip>
        ))}
        <span className={classes.gap} />
        {periods.map(({ label, days: length }) => (
          <Chip key={label} on={length === days} onClick={() => setDays(length)}>
            {label}
          </Chip>
        ))}
        {withoutAssigned || (data && data.assigned > 0) ? (
          <>
            <span className={classes.gap} />
            <Chip on={withoutAssigned} onClick={() => setWithout(!withoutAssigned)}>
              Without matched pairs {data ? numberText(data.assigned) : ''}
            </Chip>
          </>
        ) : null}
      </div>
      {data && groups ? (
        groups.external + groups.internal === 0 ? (
          <EmptyState
            title="No contact to read yet"
            text={`Once people whose ${by} is known have met or written to each other in this time, this shows between which ${byWords[by].other} contacts cross and between which they do not.`}
          />
        ) : (
          <>
            <p className={classes.reading}>{readingOf(groups, by)}</p>
            <CrossingMatrix groups={groups} by={by} about={about} onOpen={setCell} />
            <CrossingTime months={data.months} imports={data.imports} by={by} about={name} />
            <NeverMeet groups={groups} by={by} onOpen={setCell} />
          </>
        )
      ) : null}
      {cell ? <CellDialog scope={scope} by={by} cell={cell} onClose={() => setCell(null)} /> : null}
    </div>
  )
}
