import { ActionIcon } from '@mantine/core'
import { useRecords } from '@renderer/app/records'
import { IconX } from '@tabler/icons-react'
import classes from './Matching.module.css'
import { type Opened, useMatchingView } from './matchingView'
import { PairDetail } from './PairDetail'
import { UnmatchedDetail } from './UnmatchedDetail'
import type { Proposed, Solving } from './useProposal'

interface Props {
  opened: Opened
  solving: Solving
  proposed: Proposed
}

/** Why somebody is with somebody, or with nobody; with what else there might have been. */
export function Detail({ opened, solving, proposed }: Props) {
  const close = () => useMatchingView.getState().set({ opened: null })
  const explained = useRecords(
    'matching.propose',
    { ...solving.request, explain: [opened.id] },
    { enabled: !solving.working && !solving.stopped },
  )
  const shown = found(explained.data ?? proposed, opened) ?? found(proposed, opened)
  return (
    <aside className={classes.pane} aria-label="Why">
      <ActionIcon className={classes.close} variant="subtle" color="gray" aria-label="Close" onClick={close}>
        <IconX size={16} />
      </ActionIcon>
      {shown?.pair ? (
        <PairDetail pair={shown.pair} solving={solving} proposed={proposed} />
      ) : shown?.person ? (
        <UnmatchedDetail person={shown.person} side={opened.side} peers={proposed.peers} solving={solving} />
      ) : (
        <p>They are no longer part of this proposal.</p>
      )}
    </aside>
  )
}

function found({ proposal }: Proposed, { side, id }: Opened) {
  const pair = side === 'mentee' ? proposal.pairs.find(({ mentee }) => mentee.id === id) : undefined
  const rest = side === 'mentee' ? proposal.withoutMentor : proposal.withoutMentee
  const person = rest.find((one) => one.id === id)
  return pair || person ? { pair, person } : null
}
