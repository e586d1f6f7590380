import { Button, Menu } from '@mantine/core'
import { tell } from '@renderer/app/notify'
import { useCommand, useRecords } from '@renderer/app/records'
import { longMoment, shortMoment } from '@renderer/components/labels'
import { useState } from 'react'
import { Compare } from './Compare'
import { shownProposal } from './shownProposal'
import type { Solving } from './useProposal'

/** Proposals that were kept: to be compared with what is proposed now. */
export function KeptMenu({ programId, solving }: { programId: number; solving: Solving }) {
  const { data: kept } = useRecords('matching.kept', { programId })
  const keep = useCommand('matching.keep')
  const [compared, setCompared] = useState<number | null>(null)
  const { proposed, working } = solving
  const canKeep = proposed !== undefined && proposed.proposal.pairs.length > 0 && !working

  async function keepIt() {
    if (!proposed) return
    const name = `As of ${longMoment(new Date().toISOString())}`
    const done = await keep.run({ ...shownProposal(solving.request, proposed.proposal), name })
    if (done) tell('Kept. Change what you like, and compare.')
  }

  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default">Keep and compare</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item disabled={!canKeep || keep.running} onClick={() => void keepIt()}>
            Keep this proposal
          </Menu.Item>
          {kept && kept.length > 0 ? <Menu.Label>Compare with</Menu.Label> : null}
          {kept?.slice(0, 12).map(({ id, name, madeAt, outcome }) => (
            <Menu.Item key={id} disabled={!proposed} onClick={() => setCompared(id)}>
              {name}
              <span style={{ color: 'var(--ink3)' }}>
                {' '}
                · {shortMoment(madeAt)}, {proposed?.peers ? outcome.served / 2 : outcome.served} pairs
              </span>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {compared !== null && proposed && kept ? (
        <Compare
          id={compared}
          kept={kept}
          now={proposed.proposal}
          peers={proposed.peers}
          onClose={() => setCompared(null)}
        />
      ) : null}
    </>
  )
}
