import { go } from '@renderer/app/navigation'
import { numberText, shortDate } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import type { TimelineEntry } from '@shared/contract/matches'
import { useState } from 'react'
import classes from './Matches.module.css'
import { StoredCheckIn } from './StoredCheckIn'
import story from './Story.module.css'

interface Props {
  entries: readonly TimelineEntry[]
  more: number
  today: string
}

/** What happened, the newest first, with a mark for its kind. */
export function Timeline({ entries, more, today }: Props) {
  const [checkIn, setCheckIn] = useState<number | null>(null)
  return (
    <section aria-label="Story">
      <h3 className={classes.title}>Story</h3>
      <ol className={story.story}>
        {entries.map(({ kind, id, on, title, detail, rating }) => (
          <li key={`${kind} ${id} ${title} ${on}`} data-kind={kind}>
            <time dateTime={on}>{shortDate(on)}</time>
            <div>
              {kind === 'session' ? (
                <TextButton onClick={() => go({ screen: 'sessions', sessionId: id })}>{title}</TextButton>
              ) : kind === 'check-in' ? (
                <TextButton aria-haspopup="dialog" onClick={() => setCheckIn(id)}>
                  {title}
                </TextButton>
              ) : kind === 'knowledge' ? (
                <TextButton onClick={() => go({ screen: 'knowledge-item', itemId: id })}>{title}</TextButton>
              ) : (
                <b>{title}</b>
              )}
              {rating === null ? null : ' '}
              {rating === null ? null : <span className={story.rating}>rated {rating} of 5</span>}
              {detail === '' ? null : <p dir="auto">{detail}</p>}
            </div>
          </li>
        ))}
      </ol>
      {more > 0 ? <p className={classes.quiet}>{numberText(more)} older entries are not shown.</p> : null}
      {checkIn === null ? null : (
        <StoredCheckIn id={checkIn} today={today} onClose={() => setCheckIn(null)} />
      )}
    </section>
  )
}
