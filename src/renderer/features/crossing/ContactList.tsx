import { go } from '@renderer/app/navigation'
import { useRecords } from '@renderer/app/records'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { counted, numberText, shortDate } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import type { InputOf, OutputOf } from '@shared/contract'
import classes from './Crossing.module.css'

type Contact = OutputOf<'crossing.contacts'>['latest'][number]

/** The single contacts behind a cell, the latest first, each with the way to what it came from. */
export function ContactList({ input }: { input: InputOf<'crossing.contacts'> }) {
  const { data, error } = useRecords('crossing.contacts', input, { keep: false })
  if (error) return <ErrorNotice message={error.message} />
  if (!data) return null
  const { total, latest } = data
  return (
    <>
      <p className={classes.told}>
        {counted(total, 'contact')}
        {total > latest.length ? `; the latest ${numberText(latest.length)}:` : '.'}
      </p>
      <ul className={classes.pairs} aria-label="Contacts">
        {latest.map((contact) => (
          <li key={contact.id}>
            <span dir="auto">
              <Who {...contact} />
            </span>
            <small className={classes.latest}>
              {shortDate(contact.on)}, <Source {...contact} />
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}

function Who({ from, to, directed }: Contact) {
  const person = ({ id, name }: Contact['from']) => (
    <TextButton onClick={() => go({ screen: 'members', memberId: id })}>{name}</TextButton>
  )
  return (
    <>
      {person(from)} {directed ? 'reached out to' : 'and'} {person(to)}
      {directed ? '' : ' met'}
    </>
  )
}

/** What kind of contact it was, and what says so. */
function Source({ kind, session, gathering, file }: Contact) {
  if (session) {
    return (
      <TextButton onClick={() => go({ screen: 'sessions', sessionId: session.id })}>
        {session.title === null ? 'a session' : `session ${session.title}`}
      </TextButton>
    )
  }
  if (gathering) {
    const { id, communityId, title } = gathering
    return (
      <TextButton
        onClick={() => go({ screen: 'community', communityId, tab: 'gatherings', gatheringId: id })}
      >
        {title === null ? 'a gathering' : `gathering ${title}`}
      </TextButton>
    )
  }
  return (
    <>
      {kind}, {file === null ? 'by hand' : `from ${file}`}
    </>
  )
}
