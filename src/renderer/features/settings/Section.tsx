import type { ReactNode } from 'react'
import classes from './Settings.module.css'

interface Props {
  title: string
  /** What it is about, in a sentence or two. */
  text: ReactNode
  children: ReactNode
}

/** One matter of a part of the settings: what it is on the left, what can be done on the right. */
export function Section({ title, text, children }: Props) {
  return (
    <section className={classes.section}>
      <div>
        <h3>{title}</h3>
        <p>{text}</p>
      </div>
      <div className={classes.content}>{children}</div>
    </section>
  )
}
