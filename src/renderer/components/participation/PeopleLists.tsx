import { counted, numberText, shortDate } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import type { OutputOf } from '@shared/contract'
import { useState } from 'react'
import classes from './People.module.css'

type Known = NonNullable<OutputOf<'aliveness.participation'>>
type Standing = Known['members'][number]

interface Props {
  participation: Known
  /** Somebody's profile is asked for. */
  onOpen: (memberId: number) => void
}

/** Whom to invite further in, whom to catch before they drift away, and who moved between the levels. */
export function PeopleLists({ participation: { members, weeks }, onOpen }: Props) {
  const asked = (ask: NonNullable<Standing['ask']>) => members.filter((member) => member.ask === ask)
  return (
    <div className={classes.lists}>
      <People
        onOpen={onOpen}
        title="To invite further in"
        empty="Nobody is one step from the next level just now."
        members={asked('invite further in')}
        words={(member) => invitedWords(member, weeks)}
      />
      <People
        onOpen={onOpen}
        title="To catch before they drift"
        empty="None of the regulars is drifting away."
        members={asked('catch before they drift')}
        words={caughtWords}
      />
      <People
        onOpen={onOpen}
        title="Who moved"
        empty="Nobody moved between the levels in twelve weeks."
        members={members.filter(({ movedOn }) => movedOn !== null)}
        words={movedWords}
      />
    </div>
  )
}

const firstShown = 6
/** So many more are shown each time that more are asked for. */
const nextShown = 60

interface PeopleProps extends Pick<Props, 'onOpen'> {
  title: string
  empty: string
  members: readonly Standing[]
  words: (member: Standing) => string
}

function People({ title, empty, members, words, onOpen }: PeopleProps) {
  const [most, setMost] = useState(firstShown)
  const shown = members.slice(0, most)
  const more = Math.min(nextShown, members.length - shown.length)
  return (
    <section aria-label={title}>
      <h2>
        {title} {members.length > 0 ? <small>{numberText(members.length)}</small> : null}
      </h2>
      {members.length === 0 ? <p className={classes.quiet}>{empty}</p> : null}
      <ul className={classes.people}>
        {shown.map((member) => (
          <li key={member.id}>
            <TextButton dir="auto" onClick={() => onOpen(member.id)}>
              {member.name}
            </TextButton>
            <span>{words(member)}</span>
          </li>
        ))}
      </ul>
      {more > 0 ? (
        <TextButton onClick={() => setMost(most + more)}>Show {numberText(more)} more</TextButton>
      ) : null}
    </section>
  )
}

function invitedWords({ level, before, movedOn, activeWeeks }: Standing, weeks: number): string {
  const now = `${level}, ${activeWeeks} of ${counted(weeks, 'week')}`
  return before !== null && movedOn !== null ? `${now}; was ${said(before)}` : now
}

function caughtWords({ level, before, lastSeen }: Standing): string {
  const seen = lastSeen === null ? 'not seen for long' : `last seen ${shortDate(lastSeen)}`
  return before !== null && before !== level
    ? `was ${said(before)}, now ${said(level)}; ${seen}`
    : `${level}; ${seen}`
}

function movedWords({ level, before, movedOn }: Standing): string {
  return `${said(before ?? 'outside')} to ${said(level)}, ${movedOn === null ? '' : shortDate(movedOn)}`
}

/** Somebody who is at none of the inner levels was not seen: nobody is an outsider by it. */
function said(level: Standing['level']): string {
  return level === 'outside' ? 'not seen' : level
}
