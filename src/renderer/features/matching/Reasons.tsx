import { Bar } from './Fit'
import classes from './Matching.module.css'
import type { Pair } from './useProposal'
import { criterionTitles, percent } from './words'

/** What a fit consists of: what decides most comes first, and what is not known last. */
export function Reasons({ criteria }: Pick<Pair, 'criteria'>) {
  const sorted = criteria.toSorted((a, b) => b.share - a.share)
  const known = sorted.filter(({ value }) => value !== null)
  const unknown = sorted.filter(({ value }) => value === null)
  return (
    <section className={classes.reasons}>
      <h3>Why</h3>
      <ul aria-label="Reasons">
        {known.map(({ name, value, share, words }) => (
          <li key={name}>
            <span className={classes.reasonHead}>
              <b>{criterionTitles[name]}</b>
              <Bar part={value ?? 0} />
              <span className={classes.figure}>{percent(value ?? 0)}</span>
            </span>
            <span className={classes.reasonWords}>
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
    </section>
  )
}
