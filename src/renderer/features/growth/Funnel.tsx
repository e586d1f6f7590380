import { numberText } from '@renderer/components/labels'
import type { Invitation } from '@shared/contract/invitations'
import { funnelOf } from '@shared/domain/growth/way'
import { levelThresholds } from '@shared/domain/participation'
import classes from './Growth.module.css'
import { wayLabels } from './words'

interface Props {
  invitations: readonly Invitation[]
  /** Of the window by which levels are told; null where there are none yet. */
  weeks: number | null
}

/** How many of those on the list have come how far. */
export function Funnel({ invitations, weeks }: Props) {
  const funnel = funnelOf(invitations.map(({ step }) => step))
  const all = Math.max(1, funnel[0]?.people ?? 0)
  const rule =
    weeks === null
      ? 'The community is too young to tell who takes part regularly.'
      : `“Take part” are members who were in contact or at a gathering in at least ${levelThresholds(weeks).active} of the last ${weeks} weeks: those who are active or core.`
  return (
    <section aria-label="From the list to taking part">
      <h2 className={classes.group}>From the list to taking part</h2>
      <ol className={classes.funnel}>
        {funnel.map(({ step, people }) => (
          <li key={step}>
            <span>{wayLabels[step]}</span>
            <span className={classes.track}>
              <i style={{ width: `${(100 * people) / all}%` }} />
            </span>
            <b>{numberText(people)}</b>
          </li>
        ))}
      </ol>
      <p className={classes.quiet}>{rule}</p>
    </section>
  )
}
