import { tell } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { counted, shortDate } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import type { GatheringSeries } from '@shared/contract/gatherings'
import { ruleWords } from '@shared/domain/repeats'
import classes from './Gatherings.module.css'
import { runsOut } from './gatheringFields'

/** The series that go on, each with until when it is planned. */
export function SeriesLines({ series, today }: { series: readonly GatheringSeries[]; today: string }) {
  const going = series.filter(({ endedOn, planned }) => endedOn === null || planned > 0)
  if (going.length === 0) return null
  return (
    <ul className={classes.series} aria-label="Series">
      {going.map((one) => (
        <Line key={one.id} series={one} today={today} />
      ))}
    </ul>
  )
}

function Line({ series, today }: { series: GatheringSeries; today: string }) {
  const planOn = useCommand('gatherings.planOn')
  const { id, rule, planned, plannedUntil } = series
  const words = `It meets ${ruleWords(rule)}`

  async function further() {
    const done = await planOn.run({ seriesId: id, today })
    if (done) tell(`${counted(done.planned, 'gathering')} planned.`)
  }

  return (
    <li>
      <span>
        {words}: {counted(planned, 'gathering is', 'gatherings are')} planned up to {shortDate(plannedUntil)}.
      </span>
      {runsOut(series, today) ? (
        <TextButton onClick={() => void further()} aria-label={`Plan the next year: ${words}`}>
          Plan the next year
        </TextButton>
      ) : null}
    </li>
  )
}
