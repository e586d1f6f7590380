import { go } from '@renderer/app/navigation'
import { tell } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { Avatar } from '@renderer/components/Avatar'
import { counted, shortDate } from '@renderer/components/labels'
import row from '@renderer/components/SentenceRow.module.css'
import { TextButton } from '@renderer/components/TextButton'
import type { MatchPage, MatchPerson } from '@shared/contract/matches'
import type { CheckInInput } from '@shared/contract/support'
import { useState } from 'react'
import { CheckInDialog } from './CheckInDialog'
import classes from './Matches.module.css'
import { UntilMenu } from './UntilMenu'

interface Props {
  match: MatchPage
  today: string
}

/** Each person of the match, when they were talked with, and when they are to be. */
export function People({ match, today }: Props) {
  const [logging, setLogging] = useState<MatchPerson | null>(null)
  return (
    <section aria-label="Check-ins">
      <h3 className={classes.title}>
        Check-ins <small>{match.kept ?? ''}</small>
      </h3>
      <ul className={row.list}>
        {match.people.map((person) => (
          <Person
            key={person.id}
            match={match}
            person={person}
            today={today}
            onLog={() => setLogging(person)}
          />
        ))}
      </ul>
      {logging ? (
        <CheckInDialog
          id={null}
          person={logging}
          initial={talkOf(match.id, logging, { madeOn: today, means: 'phone' })}
          today={today}
          onClose={() => setLogging(null)}
        />
      ) : null}
    </section>
  )
}

interface PersonProps extends Props {
  person: MatchPerson
  onLog: () => void
}

function Person({ match, person, today, onLog }: PersonProps) {
  const { id, name, side, due } = person
  const save = useCommand('checkIns.save')
  const tone = toneOf(person)

  async function log() {
    const checkIn = talkOf(match.id, person, { madeOn: today, means: null })
    if (await save.run({ id: null, checkIn })) tell(`Noted: you talked with ${name} today.`)
  }

  return (
    <li className={classes.person}>
      <Avatar name={name} tone={tone} />
      <div>
        <TextButton onClick={() => go({ screen: 'members', memberId: id })}>
          <bdi>{name}</bdi>
        </TextButton>
        , {side}
        <p>{said(person)}</p>
      </div>
      <div className={classes.personEnd}>
        <span className={row.tag} data-tone={tone}>
          {tagOf(person)}
        </span>
        <span className={classes.actions}>
          {due && due.state !== 'ok' && due.state !== 'snoozed' ? (
            <SnoozeMenu matchId={match.id} person={person} today={today} />
          ) : null}
          <TextButton onClick={onLog} aria-label={`Write… about ${name}`}>
            Write…
          </TextButton>
          <TextButton disabled={save.running} onClick={() => void log()} aria-label={`Talked today: ${name}`}>
            Talked today
          </TextButton>
        </span>
      </div>
    </li>
  )
}

/** A talk with somebody, of the kind that is due. */
function talkOf(
  matchId: number,
  { id, due }: MatchPerson,
  how: Pick<CheckInInput, 'madeOn' | 'means'>,
): CheckInInput {
  const depth = due?.depth ?? 'quick'
  return { matchId, memberId: id, ...how, depth, minutes: null, notes: '', confidentiality: 'private' }
}

/** What there was, what comes next and by which plan, and what to try. */
function said(person: MatchPerson): string {
  const { due, advice, lastCheckInOn } = person
  const last = lastCheckInOn === null ? 'No check-in yet' : `Last check-in on ${shortDate(lastCheckInOn)}`
  return `${last}${due ? `; ${planned(person)}` : ''}.${advice === null ? '' : ` ${advice}`}`
}

function planned({ due }: MatchPerson): string {
  if (!due) return ''
  const what = due.depth === 'in depth' ? 'a talk in depth' : 'the next'
  const by = due.preset === 'own' ? '(your own plan)' : `(${due.preset})`
  return `${what} is due on ${shortDate(due.dueOn)} ${by}`
}

function toneOf({ due }: Pick<MatchPerson, 'due'>): 'over' | 'due' | 'quiet' | 'leaf' {
  switch (due?.state) {
    case 'breached':
    case 'overdue':
      return 'over'
    case 'due':
      return 'due'
    case 'ok':
      return 'leaf'
    default:
      return 'quiet'
  }
}

function tagOf({ due }: MatchPerson): string {
  if (!due) return 'nothing due'
  if (due.state === 'snoozed') return `put off until ${shortDate(due.snoozedUntil ?? due.dueOn)}`
  if (due.daysLate > 0) return counted(due.daysLate, 'day late', 'days late')
  return shortDate(due.dueOn)
}

function SnoozeMenu({ matchId, person, today }: { matchId: number; person: MatchPerson; today: string }) {
  const snooze = useCommand('checkIns.snooze')
  async function putOff(until: string, reason: string) {
    const done = await snooze.run({ matchId, memberId: person.id, madeOn: today, until, reason })
    if (done) tell(`The check-in with ${person.name} waits until ${shortDate(until)}.`)
    return done !== null
  }
  return (
    <UntilMenu
      words="Put off"
      of={`the check-in with ${person.name}`}
      days={7}
      today={today}
      running={snooze.running}
      error={snooze.error}
      onSubmit={putOff}
    />
  )
}
