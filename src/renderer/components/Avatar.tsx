import { initialsOf } from '@shared/domain/names'
import classes from './Avatar.module.css'

interface Props {
  name: string
  size?: 'normal' | 'large'
  /** A state that the colour means; quiet when it means nothing. */
  tone?: 'quiet' | 'leaf' | 'due' | 'over'
}

export function Avatar({ name, size = 'normal', tone = 'quiet' }: Props) {
  return (
    <span className={classes.avatar} data-size={size} data-tone={tone} aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}
