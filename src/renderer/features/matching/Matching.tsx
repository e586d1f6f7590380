import { usePlace } from '@renderer/app/navigation'
import { useRecords } from '@renderer/app/records'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import type { OutputOf } from '@shared/contract'
import { useEffect } from 'react'
import { Detail } from './Detail'
import classes from './Matching.module.css'
import { useMatchingView } from './matchingView'
import { ProposalHead } from './ProposalHead'
import { ProposalList } from './ProposalList'
import { Refused } from './Refused'
import { useProposal } from './useProposal'
import { WhatCounts } from './WhatCounts'
import { nothingToPropose } from './words'

/** Who should be with whom in a program: what counts, the pairs that come of it, and why. */
export function Matching({ programId }: { programId: number }) {
  const { enter, set, programId: entered } = useMatchingView()
  const find = usePlace('program')?.find
  useEffect(() => {
    enter(programId)
    if (find !== undefined) set({ query: find, shown: 'all' })
  }, [enter, set, programId, find])
  const { data: settings, error } = useRecords('matching.settings', { programId })
  if (error) return <ErrorNotice message={error.message} />
  if (!settings || entered !== programId) return null
  return <Workspace programId={programId} saved={settings} />
}

interface Props {
  programId: number
  saved: OutputOf<'matching.settings'>
}

function Workspace({ programId, saved }: Props) {
  const draft = useMatchingView((view) => view.draft)
  const opened = useMatchingView((view) => view.opened)
  const solving = useProposal(programId, draft ?? saved.settings)
  const { proposed } = solving
  const nothing = proposed && !solving.working ? nothingToPropose(proposed) : null
  return (
    <div className={classes.workspace} data-open={opened !== null}>
      <WhatCounts
        programId={programId}
        saved={saved}
        unknown={proposed?.proposal.pairs.length ? proposed.proposal.unknown : []}
        askAlike={proposed?.askAlike ?? 0}
      />
      <section className={classes.middle} aria-label="Proposal">
        <ProposalHead programId={programId} solving={solving} nothing={nothing} />
        {solving.error ? <ErrorNotice message={solving.error.message} /> : null}
        {proposed ? (
          <>
            <Refused programId={programId} proposed={proposed} />
            <ProposalList
              programId={programId}
              proposed={proposed}
              request={solving.request}
              busy={solving.working}
            />
          </>
        ) : null}
      </section>
      {opened && proposed ? (
        <Detail key={`${opened.side} ${opened.id}`} opened={opened} solving={solving} proposed={proposed} />
      ) : null}
    </div>
  )
}
