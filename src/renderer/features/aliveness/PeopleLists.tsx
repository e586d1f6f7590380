import { go } from '@renderer/app/navigation'
import { counted, numberText, shortDate } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import { useState } from 'react'
import type { Participating } from './Participation'
import classes from './People.module.css'

type Known = NonNullable<Participating>
type Standing = Known['members'][number]

/** Whom to invite further in, whom to catch before they drift away, and who moved between the levels. */
export function PeopleLists({ participation: { members, weeks } }: { participation: Known }) {
  const asked = (ask: NonNullable<Standing['ask']>) => members.filter((member) => member.ask === ask)
  return (
    <div className={classes.lists}>
      <People
        title="To invite further in"
        empty="Nobody is one step from the next level just now."
        members={asked('invite further in')}
        words={(member) => invitedWords(member, weeks)}
      />
      <People
        title="To catch before they drift"
        empty="None of the regulars is drifting away."
        members={asked('catch before they drift')}
        words={caughtWords}
      />
      <People
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

interface PeopleProps {
  title: string
  empty: string
  members: readonly Standing[]
  words: (member: Standing) => string
}

function People({ title, empty, members, words }: PeopleProps) {
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
            <TextButton dir="auto" onClick={() => go({ screen: 'members', memberId: member.id })}>
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
