import type { MatchReasons } from '@shared/contract/matchingProposal'
import { Bar } from './Bar'
import classes from './Reasons.module.css'
import { criterionTitles, percent } from './words'

/** What a fit consists of: what decides most comes first, and what is not known last. */
export function Reasons({ criteria }: Pick<MatchReasons, 'criteria'>) {
  const sorted = criteria.toSorted((a, b) => b.share - a.share)
  const known = sorted.filter(({ value }) => value !== null)
  const unknown = sorted.filter(({ value }) => value === null)
  return (
    <div className={classes.reasons}>
      <ul aria-label="Reasons">
        {known.map(({ name, value, share, words }) => (
          <li key={name}>
            <span className={classes.head}>
              <b>{criterionTitles[name]}</b>
              <Bar part={value ?? 0} />
              <span className={classes.figure}>{percent(value ?? 0)}</span>
            </span>
            <span className={classes.words}>
              {words} <span className={classes.small}>Counts {percent(share)}.</span>
            </span>
          </li>
        ))}
      </ul>
      {unknown.length > 0 ? (
        <p className={classes.small}>
          Not known of both, and left out:{' '}
          {unknown.map(({ name }) => criterionTitles[name].toLowerCase()).join(', ')}.
        </p>
      ) : null}
    </div>
  )
}
