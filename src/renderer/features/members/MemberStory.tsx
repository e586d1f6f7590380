import { go } from '@renderer/app/navigation'
import { useRecords } from '@renderer/app/records'
import { shortDate } from '@renderer/components/labels'
import type { TimelineEntry } from '@shared/contract/members'
import classes from './Members.module.css'

const entries = 100

/** What has happened, newest first, in sentences. */
export function MemberStory({ id }: { id: number }) {
  const { data: timeline } = useRecords('members.timeline', { id, limit: entries }, { keep: false })
  if (!timeline) return null
  if (timeline.length === 0) {
    return <p style={{ color: 'var(--ink2)' }}>Nothing yet. The first session will start the story.</p>
  }
  return (
    <ol className={classes.story}>
      {timeline.map((entry, index) => (
        <li key={`${entry.kind} ${entry.id ?? index} ${entry.on}`}>
          {entry.kind === 'session' && entry.id !== null ? (
            <button
              type="button"
              className={classes.link}
              onClick={() => go({ screen: 'sessions', sessionId: entry.id ?? 0 })}
            >
              {sentence(entry)}
            </button>
          ) : (
            <span>{sentence(entry)}</span>
          )}{' '}
          <small>
            {shortDate(entry.on)}
            {entry.minutes === null ? '' : ` · ${entry.minutes} min`}
          </small>
          {entry.text ? <p dir="auto">{entry.text}</p> : null}
        </li>
      ))}
    </ol>
  )
}

function sentence({ kind, others }: TimelineEntry): string {
  const people = others.map(({ name }) => name).join(', ')
  switch (kind) {
    case 'session':
      return people === '' ? 'Session' : `Session with ${people}`
    case 'contact':
      return `In contact with ${people}`
    case 'joined':
      return people === '' ? 'Joined' : `Joined, brought in by ${people}`
    case 'invited':
      return `Brought in ${people}`
    case 'action':
      return 'Action item'
    case 'check-in':
      return 'Check-in'
    case 'match':
      return people === '' ? 'Match' : `Match with ${people}`
  }
}
