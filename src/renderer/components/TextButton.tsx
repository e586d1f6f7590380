import type { ButtonHTMLAttributes } from 'react'
import classes from './TextButton.module.css'

/** An action inside a sentence or at its end. */
export function TextButton({ className, ...rest }: ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type="button" className={`${classes.action} ${className ?? ''}`} {...rest} />
}
