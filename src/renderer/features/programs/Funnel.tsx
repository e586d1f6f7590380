import { counted, numberText, stepLabels } from '@renderer/components/labels'
import type { FunnelStep } from '@shared/domain/pipeline/funnel'
import classes from './Funnel.module.css'

/** How many came how far, as bars that are also a table. */
export function Funnel({ steps }: { steps: readonly FunnelStep[] }) {
  const all = steps[0]?.reached ?? 0
  return (
    <table className={classes.funnel}>
      <caption className={classes.caption}>{reading(steps)}</caption>
      <thead>
        <tr>
          <th scope="col">Came to</th>
          <td />
          <th scope="col" data-numeric>
            People
          </th>
          <th scope="col" data-numeric>
            Of all
          </th>
          <th scope="col" data-numeric>
            Of those before
          </th>
          <th scope="col" data-numeric>
            Left here
          </th>
          <th scope="col" data-numeric>
            Usual stay
          </th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ step, reached, ofAll, ofBefore, lost, medianDays }) => (
          <tr key={step}>
            <th scope="row">{step === 'closed' ? 'The end' : stepLabels[step]}</th>
            <td aria-hidden="true">
              <span
                className={classes.bar}
                data-any={reached > 0}
                style={{ width: `${all === 0 ? 0 : (reached / all) * 100}%` }}
              />
            </td>
            <td data-numeric>{numberText(reached)}</td>
            <td data-numeric>{percent(ofAll)}</td>
            <td data-numeric>{percent(ofBefore)}</td>
            <td data-numeric>{lost === 0 ? '' : numberText(lost)}</td>
            <td data-numeric>{medianDays === null ? '' : days(medianDays)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function percent(share: number | null): string {
  return share === null ? '' : `${Math.round(share * 100)} %`
}

const days = (median: number) => (median < 1 ? 'a day' : counted(Math.round(median), 'day'))

/** The whole picture in a sentence. */
function reading(steps: readonly FunnelStep[]): string {
  const all = steps[0]?.reached ?? 0
  const matched = steps.find(({ step }) => step === 'matched')
  const lost = steps.reduce((sum, step) => sum + step.lost, 0)
  const took = steps
    .filter(({ step }) => step !== 'matched' && step !== 'closed')
    .map(({ medianDays }) => medianDays)
    .filter((median) => median !== null)
  const way =
    took.length < 2
      ? ''
      : ` The way to a match usually takes ${counted(Math.round(took.reduce((sum, median) => sum + median, 0)), 'day')}.`
  const left =
    lost === 0 ? 'Nobody left before the end.' : `${counted(lost, 'person', 'people')} left before the end.`
  return `Of ${counted(all, 'person', 'people')}, ${numberText(matched?.reached ?? 0)} came to a match. ${left}${way}`
}
