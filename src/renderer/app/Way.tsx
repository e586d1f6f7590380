import type { ReactNode } from 'react'
import classes from './Shell.module.css'

interface Props {
  title: string
  text: string
  /** What does it. */
  children: ReactNode
}

/** One of the ways to go on from here, and the button that does it. */
export function Way({ title, text, children }: Props) {
  return (
    <div className={classes.way}>
      <div>
        <h2>{title}</h2>
        <p>{text}</p>
      </div>
      {children}
    </div>
  )
}
