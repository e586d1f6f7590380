import { Progress } from '@mantine/core'
import classes from './Whole.module.css'

interface Props {
  label: string
  /** In percent; null when nobody knows. */
  part: number | null
}

/** How far something is. */
export function Doing({ label, part }: Props) {
  return (
    <div className={classes.doing}>
      <p role="status">{label}…</p>
      <Progress value={part ?? 100} animated={part === null} aria-label={label} />
    </div>
  )
}
