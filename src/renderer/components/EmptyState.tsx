import type { ReactNode } from 'react'
import classes from './EmptyState.module.css'

interface Props {
  title: string
  text: string
  children?: ReactNode
}

/** Nothing to show: says why, and offers what would change that. */
export function EmptyState({ title, text, children }: Props) {
  return (
    <div className={classes.empty}>
      <h2>{title}</h2>
      <p>{text}</p>
      {children ? <div className={classes.actions}>{children}</div> : null}
    </div>
  )
}
