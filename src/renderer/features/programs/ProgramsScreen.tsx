import { Button } from '@mantine/core'
import { go } from '@renderer/app/navigation'
import { useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { useShown } from '@renderer/app/useShown'
import { EmptyState } from '@renderer/components/EmptyState'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { counted } from '@renderer/components/labels'
import { PageHeader } from '@renderer/components/PageHeader'
import screen from '@renderer/components/Screen.module.css'
import type { ProgramRow } from '@shared/contract/programs'
import classes from './Programs.module.css'

/** Every program as one sentence of where it is and what comes next. */
export function ProgramsScreen() {
  const programs = useRecords('programs.list', { today: useToday() })
  useShown('mentoring', !programs.isPending)
  return (
    <div className={`${screen.scrolling} ${screen.reading}`}>
      <PageHeader
        title="Mentoring"
        reading={programs.data ? reading(programs.data) : null}
        actions={<Button onClick={() => go({ screen: 'program-editor' })}>New program</Button>}
      />
      {programs.error ? <ErrorNotice message={programs.error.message} /> : null}
      {programs.data?.length === 0 ? (
        <EmptyState
          title="No program yet"
          text="A program brings mentors and mentees together for a purpose and a time, from the first application to the end."
        >
          <Button onClick={() => go({ screen: 'program-editor' })}>New program</Button>
        </EmptyState>
      ) : (
        <ul className={classes.list}>
          {programs.data?.map((program) => (
            <li key={program.id}>
              <button
                type="button"
                className={classes.program}
                onClick={() => go({ screen: 'program', programId: program.id })}
              >
                {program.name}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function reading(programs: readonly ProgramRow[]): string {
  const running = programs.filter(({ status }) => status === 'running').length
  return `${counted(running, 'program runs', 'programs run')} now.`
}
