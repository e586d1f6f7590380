import { tell } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { shortDate } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import type { MatchPage } from '@shared/contract/matches'
import classes from './Matches.module.css'
import { UntilMenu } from './UntilMenu'

interface Props {
  match: Pick<MatchPage, 'id' | 'flags' | 'aside'>
  today: string
}

/** What may be wrong with the match, and what of it is known and left alone for a while. */
export function Flags({ match: { id, flags, aside }, today }: Props) {
  return (
    <>
      {flags.length > 0 ? (
        <ul className={classes.flags} aria-label="What may be wrong">
          {flags.map((flag) => (
            <li key={`${flag.kind} ${flag.sentence}`}>
              {flag.sentence} <SetAside matchId={id} flag={flag} today={today} />
            </li>
          ))}
        </ul>
      ) : null}
      {aside.length > 0 ? (
        <ul className={classes.setAside} aria-label="Set aside">
          {aside.map((one) => (
            <li key={one.id}>
              Set aside until {shortDate(one.until)}: {one.sentence} <span dir="auto">({one.reason})</span>{' '}
              <ShowAgain id={one.id} sentence={one.sentence} today={today} />
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

interface SetAsideProps {
  matchId: number
  flag: MatchPage['flags'][number]
  today: string
}

function SetAside({ matchId, flag: { kind, memberId, sentence }, today }: SetAsideProps) {
  const snooze = useCommand('checkIns.snooze')
  const setAside = useCommand('flags.setAside')

  async function submit(until: string, reason: string): Promise<boolean> {
    const how = { matchId, madeOn: today, until, reason }
    // That nobody talked with somebody is put off as the check-in that it is.
    const done =
      kind === 'no check-in'
        ? memberId === null
          ? null
          : await snooze.run({ ...how, memberId })
        : await setAside.run({ ...how, kind })
    if (done) tell(`Set aside until ${shortDate(until)}, or until there is news of it.`)
    return done !== null
  }

  return (
    <UntilMenu
      words="Set aside"
      of={sentence}
      days={14}
      today={today}
      running={snooze.running || setAside.running}
      error={snooze.error ?? setAside.error}
      onSubmit={submit}
    />
  )
}

function ShowAgain({ id, sentence, today }: { id: number; sentence: string; today: string }) {
  const showAgain = useCommand('flags.showAgain')
  return (
    <TextButton
      aria-label={`Show again: ${sentence}`}
      onClick={() => void showAgain.run({ id, onDay: today })}
    >
      Show again
    </TextButton>
  )
}
