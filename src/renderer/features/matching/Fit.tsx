import classes from './Matching.module.css'
import { percent } from './words'

/** A fit, 0 to 1, as a bar and a figure. */
export function Fit({ fit }: { fit: number }) {
  return (
    <span className={classes.fit}>
      <Bar part={fit} />
      <span>{percent(fit)}</span>
    </span>
  )
}

export function Bar({ part }: { part: number }) {
  return (
    <span className={classes.bar} aria-hidden="true">
      <span style={{ width: `${Math.round(part * 100)}%` }} />
    </span>
  )
}
