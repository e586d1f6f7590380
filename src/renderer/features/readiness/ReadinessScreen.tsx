import { Button } from '@mantine/core'
import { back, usePlace } from '@renderer/app/navigation'
import { useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { useShown } from '@renderer/app/useShown'
import { EmptyState } from '@renderer/components/EmptyState'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { groundTitle } from '@renderer/components/labels'
import { PageHeader } from '@renderer/components/PageHeader'
import screen from '@renderer/components/Screen.module.css'
import type { Reference } from '@shared/contract/fields'
import type { ReadinessCheck } from '@shared/contract/readiness'
import { useState } from 'react'
import { CheckDialog } from './CheckDialog'
import { SubjectPart } from './SubjectPart'
import { type Subject, subjectsOf } from './subjects'

type Open = { check: ReadinessCheck | null; community: Reference | null; idea: string }

/** Whether there is ground for a community: before it is begun, what those who know the place say, and what to do first. */
export function ReadinessScreen() {
  const today = useToday()
  const place = usePlace('readiness')
  const { data: checks, error, isPending } = useRecords('readiness.list', {})
  const [open, setOpen] = useState<Open | null>(null)
  useShown('readiness', !isPending)
  const community = place?.community ?? null
  const subjects = subjectsOf(checks ?? []).filter(
    (subject) => community === null || subject.community?.id === community.id,
  )
  const begin = () => setOpen({ check: null, community, idea: '' })
  return (
    <div className={`${screen.scrolling} ${screen.reading}`}>
      <PageHeader
        title={groundTitle}
        reading="A community grows where somebody wants it, people have time, and the question is alive. Twelve statements, answered by you or by several people who know the place; what is weakest comes first."
        actions={
          <>
            <Button variant="default" onClick={back}>
              Back
            </Button>
            {subjects.length === 0 ? null : <Button onClick={begin}>Answer for another</Button>}
          </>
        }
      />
      {error ? <ErrorNotice message={error.message} /> : null}
      {checks && subjects.length === 0 ? (
        <EmptyState
          title="Nobody has answered yet"
          text="Answer for a community that is being thought of, or for one that has just begun. It takes five minutes, and ends with a short plan."
        >
          <Button onClick={begin}>Answer the twelve statements</Button>
        </EmptyState>
      ) : null}
      {subjects.map((subject: Subject) => (
        <SubjectPart
          key={subject.key}
          subject={subject}
          today={today}
          onAnswer={(check) => setOpen({ check, community: subject.community, idea: subject.idea ?? '' })}
        />
      ))}
      {open ? <CheckDialog {...open} today={today} onClose={() => setOpen(null)} /> : null}
    </div>
  )
}
