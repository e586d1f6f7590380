import { Button } from '@mantine/core'
import { go } from '@renderer/app/navigation'
import { useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { Chip } from '@renderer/components/Chip'
import { EmptyState } from '@renderer/components/EmptyState'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { PeopleLists } from '@renderer/components/participation/PeopleLists'
import { summaryOf } from '@shared/domain/aliveness/summary'
import { daysBetween } from '@shared/domain/calendar'
import classes from './Aliveness.module.css'
import { useAlivenessView } from './alivenessView'
import { Help } from './Help'
import { Participation } from './Participation'
import { Parts } from './Parts'
import { Places } from './Places'
import { Rhythm } from './Rhythm'
import { TakenSteps } from './TakenSteps'
import type { Aliveness } from './words'

/** How alive a community is, why, and what one step would help. */
export function AlivenessTab({ communityId }: { communityId: number }) {
  const today = useToday()
  const { loggedOnly, setLoggedOnly } = useAlivenessView()
  const input = { from: null, to: null, today, communityId, loggedOnly }
  const { data: aliveness, error } = useRecords('aliveness.get', input)
  const { data: numbered } = useRecords('aliveness.number', input)
  const { data: participation } = useRecords('aliveness.participation', input)
  if (error) return <ErrorNotice message={error.message} />
  if (!aliveness) return null
  if (aliveness.inputs.members === 0 && aliveness.inputs.contacts === 0)
    return <NobodyYet communityId={communityId} />
  return (
    <div className={classes.page}>
      <div className={classes.top}>
        <p className={classes.reading}>{readingOf(aliveness)}</p>
        {aliveness.inputs.imported > 0 || loggedOnly ? (
          <Chip on={loggedOnly} onClick={() => setLoggedOnly(!loggedOnly)}>
            Without imported contacts
          </Chip>
        ) : null}
      </div>
      <div className={classes.columns}>
        <Parts aliveness={aliveness} numbered={numbered} input={input} />
        <Participation participation={participation} />
        <Help input={input} parts={aliveness.parts} />
      </div>
      <div className={classes.pictures}>
        <Rhythm communityId={communityId} today={today} imports={aliveness.imports} />
        <Places places={aliveness.places} />
      </div>
      {participation ? (
        <PeopleLists
          participation={participation}
          onOpen={(memberId) => go({ screen: 'members', memberId })}
        />
      ) : null}
      <TakenSteps communityId={communityId} parts={aliveness.parts} />
    </div>
  )
}

function NobodyYet({ communityId }: { communityId: number }) {
  return (
    <EmptyState
      title="Nobody belongs to it yet"
      text="Add members, and whatever they do together shows here: who takes part, how steady the rhythm is, and what would help."
    >
      <Button onClick={() => go({ screen: 'community', communityId, tab: 'members' })}>Add members</Button>
    </EmptyState>
  )
}

function readingOf({ community, parts, weak, inputs, span }: Aliveness): string {
  const weeks = (daysBetween(span.from, span.to) + 1) / 7
  const week = { now: inputs.contacts / weeks, before: inputs.contactsBefore / weeks }
  const byKey = Object.fromEntries(parts.map((part) => [part.key, part]))
  return summaryOf(byKey, weak, week, community?.stage ?? 'maturing')
}
