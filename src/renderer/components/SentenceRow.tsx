import { type ReactNode, useState } from 'react'
import { Avatar } from './Avatar'
import { numberText } from './labels'
import classes from './SentenceRow.module.css'
import { TextButton } from './TextButton'

interface Props {
  /** Whose initials stand in front. */
  who: string
  tone: 'over' | 'due' | 'quiet' | 'leaf'
  what: ReactNode
  detail: string
  tag: string
  action: ReactNode
}

/** One thing that asks for somebody, as a sentence with the one action that settles it. */
export function SentenceRow({ who, tone, what, detail, tag, action }: Props) {
  return (
    <li className={classes.row}>
      <Avatar name={who} tone={tone} />
      <div className={classes.sentence}>
        <b dir="auto">{what}</b> <span>{detail}</span>
      </div>
      <span className={classes.tag} data-tone={tone}>
        {tag}
      </span>
      {action}
    </li>
  )
}

interface ListProps {
  title: string
  /** All there are; the children may be the first of them. */
  count: number
  children: ReactNode[]
}

const firstShown = 7

/** Rows under a heading with their number, the first of them until more are asked for; nothing when there are none. */
export function SentenceList({ title, count, children }: ListProps) {
  const [whole, setWhole] = useState(false)
  if (count === 0) return null
  const shown = whole ? children : children.slice(0, firstShown)
  const more = children.length - shown.length
  const beyond = count - children.length
  return (
    <section>
      <h2 className={classes.title}>
        {title} <small>{numberText(count)}</small>
      </h2>
      <ul className={classes.list}>{shown}</ul>
      {more > 0 ? (
        <TextButton className={classes.more} onClick={() => setWhole(true)}>
          Show {more} more
        </TextButton>
      ) : null}
      {more === 0 && beyond > 0 ? (
        <p className={classes.beyond}>{numberText(beyond)} more follow as these are settled.</p>
      ) : null}
    </section>
  )
}
