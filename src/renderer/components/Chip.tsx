import type { ButtonHTMLAttributes } from 'react'
import classes from './Chip.module.css'

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  on: boolean
}

/** A filter that is on or off; the way to more of them. */
export function Chip({ on, className, ...rest }: Props) {
  return <button type="button" className={`${classes.chip} ${className ?? ''}`} aria-pressed={on} {...rest} />
}
