import { useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { numberText } from '@renderer/components/labels'
import screen from '@renderer/components/Screen.module.css'
import { TextButton } from '@renderer/components/TextButton'
import type { Ask } from '@shared/contract/asks'
import { useState } from 'react'
import { AskLine } from './AskLine'
import classes from './Asks.module.css'
import { NewAsk } from './NewAsk'
import { readingOf } from './words'

const groups: readonly { title: string; is: (ask: Ask) => boolean }[] = [
  { title: 'Waiting for an answer', is: ({ isOpen }) => isOpen },
  { title: 'Answered', is: ({ answers }) => answers.length > 0 },
  { title: 'Closed without an answer', is: ({ isOpen, answers }) => !isOpen && answers.length === 0 },
]

/** What members ask of a community: noted in a line, those that wait on top, and who helped. */
export function AsksTab({ communityId }: { communityId: number }) {
  const today = useToday()
  const { data: asks, error } = useRecords('asks.list', { communityId })
  if (error) return <ErrorNotice message={error.message} />
  if (!asks) return null
  return (
    <div className={`${classes.scroll} ${screen.reading}`}>
      <p className={classes.reading}>{readingOf(asks, today)}</p>
      <NewAsk communityId={communityId} today={today} />
      {groups.map(({ title, is }) => (
        <Group key={title} title={title} asks={asks.filter(is)} communityId={communityId} today={today} />
      ))}
    </div>
  )
}

const firstShown = 12

interface GroupProps {
  title: string
  asks: readonly Ask[]
  communityId: number
  today: string
}

function Group({ title, asks, communityId, today }: GroupProps) {
  const [whole, setWhole] = useState(false)
  if (asks.length === 0) return null
  const shown = whole ? asks : asks.slice(0, firstShown)
  const more = asks.length - shown.length
  return (
    <section aria-label={title}>
      <h2 className={classes.group}>
        {title} <small>{numberText(asks.length)}</small>
      </h2>
      <ul className={classes.list}>
        {shown.map((ask) => (
          <AskLine key={ask.id} ask={ask} communityId={communityId} today={today} />
        ))}
      </ul>
      {more > 0 ? <TextButton onClick={() => setWhole(true)}>Show {numberText(more)} more</TextButton> : null}
    </section>
  )
}
