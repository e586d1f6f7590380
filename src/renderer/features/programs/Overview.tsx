import { go } from '@renderer/app/navigation'
import { RecordHistory } from '@renderer/app/RecordHistory'
import { useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { Chip } from '@renderer/components/Chip'
import { sideLabels } from '@renderer/components/labels'
import screen from '@renderer/components/Screen.module.css'
import { TextButton } from '@renderer/components/TextButton'
import { funnelOf } from '@shared/domain/pipeline/funnel'
import { rolesOf } from '@shared/domain/pipeline/steps'
import type { MatchSide } from '@shared/domain/vocabulary'
import { useMemo, useState } from 'react'
import { Funnel } from './Funnel'
import { type NextThing, nextThings } from './nextThing'
import classes from './Overview.module.css'
import { ProgramFacts } from './ProgramFacts'

/** Where a program stands: what it asks for, how far its people come, and what it is. */
export function Overview({ programId }: { programId: number }) {
  const today = useToday()
  const { data: figures } = useRecords('programs.figures', { id: programId, today })
  const { data: program } = useRecords('programs.get', { id: programId })
  if (!figures || !program) return null
  return (
    <div className={`${classes.overview} ${screen.reading}`}>
      <section aria-label="What comes next">
        <ul className={classes.things}>
          {nextThings(figures, today).map((thing) => (
            <Thing key={thing.words} programId={programId} thing={thing} />
          ))}
        </ul>
      </section>
      {figures.enrolled > 0 ? <HowFar programId={programId} roles={rolesOf(program.format)} /> : null}
      <ProgramFacts program={program} />
      <RecordHistory table="programs" id={programId} />
    </div>
  )
}

function Thing({ programId, thing: { words, tone, at } }: { programId: number; thing: NextThing }) {
  const action = at === null || 'edit' in at ? 'Edit' : at.tab === 'matching' ? 'Go to Matching' : 'Show'
  return (
    <li>
      <span className={classes.dot} data-tone={tone} aria-hidden="true" />
      <span>{words}</span>
      {at === null ? null : (
        <TextButton onClick={() => settle(programId, at)} aria-label={`${action}: ${words}`}>
          {action}
        </TextButton>
      )}
    </li>
  )
}

function settle(programId: number, at: NonNullable<NextThing['at']>): void {
  if ('edit' in at) go({ screen: 'program-editor', programId })
  else if (at.tab === 'enrolments') {
    const { steps, stuck = false } = at
    go({ screen: 'program', programId, tab: 'enrolments', show: { steps, stuck } })
  } else go({ screen: 'program', programId, tab: at.tab })
}

function HowFar({ programId, roles }: { programId: number; roles: readonly MatchSide[] }) {
  const { data: journeys } = useRecords('enrolments.journeys', { programId })
  const [role, setRole] = useState<MatchSide | null>(null)
  const steps = useMemo(
    () => funnelOf((journeys ?? []).filter((journey) => role === null || journey.role === role)),
    [journeys, role],
  )
  if (!journeys) return null
  // There may be others than the format has, from before it was changed.
  const there = [...new Set([...roles, ...journeys.map((journey) => journey.role)])]
  return (
    <section aria-label="How far they come">
      <div className={classes.head}>
        <h2>How far they come</h2>
        {there.length > 1 ? (
          <>
            <Chip on={role === null} onClick={() => setRole(null)}>
              Everybody
            </Chip>
            {there.map((one) => (
              <Chip key={one} on={role === one} onClick={() => setRole(one)}>
                {sideLabels[one]}s
              </Chip>
            ))}
          </>
        ) : null}
      </div>
      <Funnel steps={steps} />
    </section>
  )
}
