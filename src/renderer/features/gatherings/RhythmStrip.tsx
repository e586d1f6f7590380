import { longDate, shortDate } from '@renderer/components/labels'
import type { GatheringRow } from '@shared/contract/gatherings'
import { addDays, weekStart } from '@shared/domain/calendar'
import classes from './Gatherings.module.css'
import { attendanceWords, type Standing, standingOf, titleOf } from './words'

const weeksBack = 39
const weeksAhead = 12

interface Props {
  gatherings: readonly GatheringRow[]
  today: string
}

/**
 * The rhythm of a community as a strip of weeks: a bar a gathering, as high as many were there; what is to come stands
 * hollow, what was cancelled is a short stroke, and what came in from a file has a mark below.
 */
export function RhythmStrip({ gatherings, today }: Props) {
  const first = addDays(weekStart(today), -7 * weeksBack)
  const weeks = Array.from({ length: weeksBack + 1 + weeksAhead }, (_, index) => addDays(first, 7 * index))
  const byWeek = Map.groupBy(gatherings, ({ heldOn }) => weekStart(heldOn))
  const most = Math.max(1, ...gatherings.map(sizeOf))
  const held = gatherings.filter(({ status, heldOn }) => status === 'held' && heldOn >= first).length
  return (
    <figure className={classes.strip}>
      <figcaption>
        <h2>Rhythm</h2>
        <small>a year of weeks, each bar as high as many were there</small>
      </figcaption>
      <div
        className={classes.weeks}
        role="img"
        aria-label={`${held} gatherings were held in the ${weeksBack} weeks before this one.`}
      >
        {weeks.map((monday) => (
          <div key={monday} className={classes.week} data-now={monday === weekStart(today) || undefined}>
            <span className={classes.bars}>
              {(byWeek.get(monday) ?? []).map((one) => (
                <i
                  key={one.id}
                  data-standing={standingOf(one, today)}
                  data-imported={one.imported || undefined}
                  style={{ height: heightOf(one, standingOf(one, today), most) }}
                  title={`${titleOf(one)}, ${longDate(one.heldOn)}${one.status === 'held' ? `: ${attendanceWords(one)}` : ''}`}
                />
              ))}
            </span>
            <small>{monthBegins(monday) ? shortDate(monday) : ''}</small>
          </div>
        ))}
      </div>
    </figure>
  )
}

const sizeOf = ({ attendees, guests }: GatheringRow) => attendees + guests

function heightOf(one: GatheringRow, standing: Standing, most: number): string {
  if (standing === 'held') return `${20 + (80 * sizeOf(one)) / most}%`
  return standing === 'cancelled' ? '8%' : '45%'
}

/** Every eighth week is told, from the first: closer together they would run into each other. */
function monthBegins(monday: string): boolean {
  const day = Number(monday.slice(8))
  return day <= 7 && Number(monday.slice(5, 7)) % 2 === 1
}
