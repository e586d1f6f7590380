import { Button, Progress } from '@mantine/core'
import { go } from '@renderer/app/navigation'
import { TextButton } from '@renderer/components/TextButton'
import { useState } from 'react'
import { AcceptDialog } from './AcceptDialog'
import { KeptMenu } from './KeptMenu'
import classes from './Matching.module.css'
import type { Solving } from './useProposal'
import { readingOf } from './words'

interface Props {
  programId: number
  solving: Solving
  /** Why there is nothing to propose; null where there is. */
  nothing: string | null
}

/** What the proposal comes to, how far the next one is, and what can be done with all of it. */
export function ProposalHead({ programId, solving, nothing }: Props) {
  const { proposed, working, progress, stopped } = solving
  const [accepting, setAccepting] = useState(false)
  const pairs = proposed?.proposal.pairs ?? []
  const part = progress?.total ? (100 * progress.done) / progress.total : null
  return (
    <div className={classes.head}>
      <div className={classes.reading}>
        <p role="status">
          {stopped
            ? 'Stopped before there was a new proposal.'
            : (nothing ?? (proposed ? readingOf(proposed) : 'Comparing everybody with everybody…'))}
        </p>
        <div className={classes.working} data-on={working}>
          <Progress
            value={part ?? 100}
            animated={part === null}
            size={3}
            aria-label="Finding the best pairs"
          />
          <span>{progress?.label ?? 'Finding the best pairs'}</span>
          <TextButton onClick={solving.stop} disabled={!working}>
            Stop
          </TextButton>
        </div>
      </div>
      <div className={classes.actions}>
        {nothing !== null && proposed?.setAside.length === 0 ? (
          <Button variant="default" onClick={() => go({ screen: 'program', programId, tab: 'enrolments' })}>
            Go to Enrolments
          </Button>
        ) : null}
        {stopped ? (
          <Button variant="default" onClick={solving.again}>
            Propose again
          </Button>
        ) : null}
        <KeptMenu programId={programId} solving={solving} />
        <Button disabled={pairs.length === 0 || working || stopped} onClick={() => setAccepting(true)}>
          Accept all…
        </Button>
      </div>
      {accepting && proposed ? (
        <AcceptDialog
          pairs={pairs}
          solving={solving}
          proposed={proposed}
          onClose={() => setAccepting(false)}
        />
      ) : null}
    </div>
  )
}
