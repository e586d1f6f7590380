import { Button } from '@mantine/core'
import { go } from '@renderer/app/navigation'
import { type Needs as Known, useNeeds } from '@renderer/app/needs'
import { useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { useShown } from '@renderer/app/useShown'
import { Sparkbars } from '@renderer/components/charts/Sparkbars'
import { EmptyState } from '@renderer/components/EmptyState'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { counted, longDate, numberText } from '@renderer/components/labels'
import { PageHeader } from '@renderer/components/PageHeader'
import screen from '@renderer/components/Screen.module.css'
import type { OutputOf } from '@shared/contract'
import { BackupNotice } from './BackupNotice'
import { CommunitiesDue } from './CommunitiesDue'
import { PastTheirTime } from './PastTheirTime'
import { SupportDue } from './SupportDue'
import classes from './Today.module.css'
import { ActionItems, QuietMatches, WithoutNotes } from './TodayLists'
import { WeekMenu } from './WeekMenu'

type TodayData = OutputOf<'today.get'>

/** Who needs me today? Each thing with the one action that settles it. */
export function TodayScreen() {
  const today = useToday()
  const needs = useNeeds()
  const { today: data, error } = needs
  const program = useRecords('program.overview', {})
  useShown('today', data !== undefined)
  const empty = program.data !== undefined && program.data.members === 0 && program.data.sessions === 0
  return (
    <div className={`${screen.scrolling} ${screen.reading}`}>
      <PageHeader
        title={withoutYear(longDate(today))}
        reading={data && !empty ? reading(data, needs) : null}
        actions={
          <>
            {empty ? null : <WeekMenu today={today} />}
            <Button onClick={() => go({ screen: 'session-editor' })}>New session</Button>
          </>
        }
      />
      {error ? <ErrorNotice message={error.message} /> : null}
      <BackupNotice />
      {empty ? <Beginning /> : data ? <Needs data={data} needs={needs} today={today} /> : null}
    </div>
  )
}

function Beginning() {
  return (
    <EmptyState
      title="A fresh page"
      text="Bring in the people first. After the first session this page says, each morning, who needs you."
    >
      <Button variant="default" onClick={() => go({ screen: 'members', dialog: 'new' })}>
        New member
      </Button>
      <Button onClick={() => go({ screen: 'import', kind: 'members' })}>Import a file</Button>
    </EmptyState>
  )
}

interface NeedsProps {
  data: TodayData
  needs: Known
  today: string
}

function Needs({ data, needs: { support, communities }, today }: NeedsProps) {
  const overdue = data.actionItems.filter(({ daysLate }) => daysLate > 0)
  const due = data.actionItems.filter(({ daysLate, daysToGo }) => daysLate + daysToGo === 0)
  const soon = data.actionItems.filter(({ daysToGo }) => daysToGo > 0)
  const { totals } = data
  const nothing = [totals, support?.totals ?? {}, communities?.totals ?? {}]
    .flatMap((counts) => Object.values(counts))
    .every((count) => count === 0)
  return (
    <div className={classes.columns}>
      <div className={classes.needs}>
        <ActionItems title="Overdue" items={overdue} total={totals.late} today={today} />
        <ActionItems title="Today" items={due} total={totals.dueToday} today={today} />
        {support ? <SupportDue due={support} today={today} /> : null}
        {communities ? <CommunitiesDue due={communities} /> : null}
        <WithoutNotes sessions={data.withoutNotes} total={totals.withoutNotes} />
        <QuietMatches matches={data.quietMatches} total={totals.quietMatches} />
        <ActionItems title="This week" items={soon} total={totals.dueSoon} today={today} />
        <PastTheirTime today={today} />
        {nothing ? (
          <EmptyState
            title="Nothing is waiting"
            text="No action item or check-in is due, all notes are written, and nobody has gone quiet."
          />
        ) : null}
      </div>
      <section>
        <h2 className={classes.title}>
          Pulse <small>contacts a week, 26 weeks</small>
        </h2>
        <Sparkbars
          points={data.pulse.map(({ week, contacts }) => ({ on: week, value: contacts }))}
          bucket="week"
          unit={{ one: 'contact', other: 'contacts' }}
          reading={pulseReading(data)}
          today={today}
        />
        <p className={classes.caption}>{pulseReading(data)}</p>
      </section>
    </div>
  )
}

function reading({ lastWeek }: TodayData, { count, late }: Known): string {
  const things = count ?? 0
  const needing =
    things === 0 ? 'Nothing needs you now' : `${counted(things, 'thing needs', 'things need')} you`
  const overdue = late === 0 ? '' : `; ${counted(late, 'is', 'are')} overdue`
  const first =
    lastWeek.firstTimes === 0 ? '' : `, ${counted(lastWeek.firstTimes, 'pair')} of them for the first time`
  const met =
    lastWeek.people === 0
      ? ' Nobody met last week.'
      : ` Last week ${counted(lastWeek.people, 'person', 'people')} met${first}.`
  return `${needing}${overdue}.${met}`
}

function pulseReading({ pulse }: TodayData): string {
  const now = pulse.at(-1)?.contacts ?? 0
  const before = pulse
    .slice(0, -1)
    .map(({ contacts }) => contacts)
    .sort((a, b) => a - b)
  const usual = before[Math.floor(before.length / 2)] ?? 0
  return `${counted(now, 'contact')} so far this week; a usual week has ${numberText(usual)}.`
}

/** The year is known; the heading has no room for it. */
function withoutYear(date: string): string {
  return date.replace(/[\s,]*\d{4}$/, '')
}
