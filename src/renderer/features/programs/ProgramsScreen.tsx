import { Button } from '@mantine/core'
import { go } from '@renderer/app/navigation'
import { useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { useShown } from '@renderer/app/useShown'
import { EmptyState } from '@renderer/components/EmptyState'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { counted, formatLabels, numberText } from '@renderer/components/labels'
import { PageHeader } from '@renderer/components/PageHeader'
import screen from '@renderer/components/Screen.module.css'
import type { ProgramRow } from '@shared/contract/programs'
import { nextThings, periodWords, sizeWords } from './nextThing'
import classes from './Programs.module.css'
import { StepBar } from './StepBar'

const groups = [
  { status: 'running', title: 'Running' },
  { status: 'planned', title: 'To come' },
  { status: 'closed', title: 'Closed' },
] as const

/** Every program with where it is and what comes next, each in a sentence. */
export function ProgramsScreen() {
  const today = useToday()
  const { data: programs, error, isPending } = useRecords('programs.list', { today })
  useShown('mentoring', !isPending)
  return (
    <div className={`${screen.scrolling} ${screen.reading}`}>
      <PageHeader
        title="Mentoring"
        reading={programs ? reading(programs) : null}
        actions={
          <>
            <Button variant="default" onClick={() => go({ screen: 'surveys' })}>
              Surveys of everybody
            </Button>
            <Button onClick={() => go({ screen: 'program-editor' })}>New program</Button>
          </>
        }
      />
      {error ? <ErrorNotice message={error.message} /> : null}
      {programs?.length === 0 ? (
        <EmptyState
          title="No program yet"
          text="A program brings mentors and mentees, or peers, together for a purpose and a time, from the first application to the last talk."
        >
          <Button onClick={() => go({ screen: 'program-editor' })}>New program</Button>
        </EmptyState>
      ) : null}
      {groups.map(({ status, title }) => {
        const these = programs?.filter((program) => program.status === status) ?? []
        return these.length === 0 ? null : (
          <section key={status}>
            <h2 className={classes.group}>
              {title} <small>{numberText(these.length)}</small>
            </h2>
            <ul className={classes.list}>
              {these.map((program) => (
                <Program key={program.id} program={program} today={today} />
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

function Program({ program, today }: { program: ProgramRow; today: string }) {
  const { id, name, format, status } = program
  const [next] = nextThings(program, today)
  return (
    <li>
      <button
        type="button"
        className={classes.program}
        onClick={() => go({ screen: 'program', programId: id })}
      >
        <span className={classes.what} dir="auto">
          <b>{name}</b>
          <span>
            {formatLabels[format]}, {periodWords(program)}
          </span>
        </span>
        <span className={classes.next} data-tone={status === 'closed' ? 'quiet' : next?.tone}>
          {next?.words}
        </span>
        <span className={classes.size}>
          <StepBar steps={program.steps} />
          <span>{sizeWords(program)}</span>
        </span>
      </button>
    </li>
  )
}

function reading(programs: readonly ProgramRow[]): string {
  const running = programs.filter(({ status }) => status === 'running')
  const sum = (of: (program: ProgramRow) => number) => running.reduce((total, one) => total + of(one), 0)
  if (running.length === 0) return programs.length === 0 ? '' : 'No program runs at present.'
  const people = sum(({ enrolled, steps }) => enrolled - steps.closed)
  const stuck = sum((program) => program.stuck)
  const waiting =
    stuck === 0 ? 'Nobody waits for long.' : `${counted(stuck, 'person has', 'people have')} waited for long.`
  return `${counted(running.length, 'program runs', 'programs run')} with ${counted(people, 'person', 'people')} and ${counted(
    sum(({ matches }) => matches.current),
    'match',
    'matches',
  )}. ${waiting}`
}
