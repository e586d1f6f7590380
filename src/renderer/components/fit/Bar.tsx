import classes from './Bar.module.css'

/** A part of a whole, 0 to 1, for the eye; the figure stands beside it. */
export function Bar({ part }: { part: number }) {
  return (
    <span className={classes.bar} aria-hidden="true">
      <span style={{ width: `${Math.round(part * 100)}%` }} />
    </span>
  )
}
