import type { ReactNode } from 'react'
import { Avatar } from './Avatar'
import classes from './SentenceRow.module.css'

interface Props {
  /** Whose initials stand in front. */
  who: string
  tone: 'over' | 'due' | 'quiet' | 'leaf'
  what: string
  detail: string
  tag: string
  action: ReactNode
}

/** One thing that asks for somebody, as a sentence with the one action that settles it. */
export function SentenceRow({ who, tone, what, detail, tag, action }: Props) {
  return (
    <li className={classes.row}>
      <Avatar name={who} tone={tone} />
      <div className={classes.sentence} dir="auto">
        <b>{what}</b> <span>{detail}</span>
      </div>
      <span className={classes.tag} data-tone={tone}>
        {tag}
      </span>
      {action}
    </li>
  )
}

/** Rows under a heading with their number; nothing at all when there are none. */
export function SentenceList({
  title,
  count,
  children,
}: {
  title: string
  count: number
  children: ReactNode
}) {
  if (count === 0) return null
  return (
    <section>
      <h2 className={classes.title}>
        {title} <small>{count}</small>
      </h2>
      <ul className={classes.list}>{children}</ul>
    </section>
  )
}
