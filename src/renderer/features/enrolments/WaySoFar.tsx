import { counted, shortDate, stepLabels } from '@renderer/components/labels'
import type { Enrolment } from '@shared/contract/enrolments'
import { daysBetween } from '@shared/domain/calendar'
import { unusual } from '@shared/domain/pipeline/steps'
import classes from './Enrolments.module.css'

/** Every step they came to, the last first, and how long they stayed. */
export function WaySoFar({ enrolment: { moves }, today }: { enrolment: Enrolment; today: string }) {
  return (
    <section className={classes.section} aria-label="The way so far">
      <h3>The way so far</h3>
      <ol className={classes.way}>
        {moves
          .map(({ id, from, to, on, reason }, at) => {
            const next = moves[at + 1]
            const days = Math.max(0, daysBetween(on, next?.on ?? today))
            const stay = next || to !== 'closed' ? `, ${stayWords(days, next !== undefined)}` : ''
            return (
              <li key={id}>
                {stepLabels[to]}
                {from === null ? '' : unusual(from, to)}{' '}
                <small>
                  {shortDate(on)}
                  {stay}
                </small>
                {reason === null ? null : <p dir="auto">{reason}</p>}
              </li>
            )
          })
          .toReversed()}
      </ol>
    </section>
  )
}

function stayWords(days: number, isOver: boolean): string {
  if (!isOver) return days === 0 ? 'since today' : `for ${counted(days, 'day')} now`
  return days === 0 ? 'on to the next the same day' : `for ${counted(days, 'day')}`
}
