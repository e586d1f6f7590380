import { Bar } from '@renderer/components/fit/Bar'
import { percent } from '@renderer/components/fit/words'
import classes from './Matching.module.css'

/** A fit, 0 to 1, as a bar and a figure. */
export function Fit({ fit }: { fit: number }) {
  return (
    <span className={classes.fit}>
      <Bar part={fit} />
      <span>{percent(fit)}</span>
    </span>
  )
}
