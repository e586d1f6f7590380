import { go } from '@renderer/app/navigation'
import { useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { counted, longDate, shortDate } from '@renderer/components/labels'
import { Names, namesOf } from '@renderer/components/Names'
import { TextButton } from '@renderer/components/TextButton'
import type { MatchPage as Match } from '@shared/contract/matches'
import { ClosurePart } from './ClosurePart'
import { Flags } from './Flags'
import { Goals } from './Goals'
import { MatchActions } from './MatchActions'
import classes from './Matches.module.css'
import { OpenItems } from './OpenItems'
import { People } from './People'
import { Timeline } from './Timeline'
import { Why } from './Why'

/** One match: who is in it, what is due, what it works towards, and its story. */
export function MatchPage({ id, programId }: { id: number; programId: number }) {
  const today = useToday()
  const { data: match, error } = useRecords('matches.page', { id, today }, { keep: false })
  const toList = () => go({ screen: 'program', programId, tab: 'matches' })
  return (
    <div className={classes.page}>
      <TextButton onClick={toList}>‹ All matches</TextButton>
      {error ? <ErrorNotice message={error.message} /> : null}
      {match ? (
        <article aria-label={namesOf(match.people)}>
          <header className={classes.head}>
            <div>
              <h2>
                <Names people={match.people} />
              </h2>
              <p>{reading(match)}</p>
            </div>
            <MatchActions match={match} today={today} />
          </header>
          <Flags match={match} today={today} />
          <div className={classes.columns}>
            <div className={classes.parts}>
              <ClosurePart match={match} today={today} />
              <People match={match} today={today} />
              <Goals match={match} today={today} />
              <OpenItems match={match} today={today} />
              <Why reasons={match.reasons} />
            </div>
            <Timeline entries={match.timeline} more={match.more} today={today} />
          </div>
        </article>
      ) : null}
    </div>
  )
}

function reading({ status, startedOn, endedOn, cadenceDays, sessions, lastSessionOn }: Match): string {
  const since = startedOn === null ? '' : `, since ${longDate(startedOn)}`
  const until = endedOn === null ? '' : ` until ${shortDate(endedOn)}`
  const cadence = cadenceDays === null ? '' : ` They meet every ${counted(cadenceDays, 'day')}.`
  const met =
    sessions === 0
      ? ' No session yet.'
      : ` ${counted(sessions, 'session')}${lastSessionOn === null ? '' : `, the last on ${shortDate(lastSessionOn)}`}.`
  return `${status.charAt(0).toUpperCase()}${status.slice(1)}${since}${until}.${cadence}${met}`
}
