import { Button, Modal, Select } from '@mantine/core'
import { call } from '@renderer/app/api'
import { tellError } from '@renderer/app/notify'
import { useCommand, useRecords } from '@renderer/app/records'
import { percent } from '@renderer/components/fit/words'
import { counted } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import type { OutputOf } from '@shared/contract'
import type { Reference } from '@shared/contract/fields'
import { type Comparison, compareProposals, type Partner } from '@shared/domain/matching/comparing'
import { useState } from 'react'
import classes from './Matching.module.css'
import type { Proposal } from './useProposal'

interface Props {
  /** The kept proposal that is compared. */
  id: number
  kept: OutputOf<'matching.kept'>
  now: Proposal
  peers: boolean
  onClose: () => void
}

const mostShown = 200

/** What is different between a kept proposal and that of now, or another kept one. */
export function Compare({ id, kept, now, peers, onClose }: Props) {
  const [other, setOther] = useState<number | null>(null)
  const [replayed, setReplayed] = useState<string | null>(null)
  const remove = useCommand('matching.removeKept')
  const before = useRecords('matching.keptPairs', { id }, { keep: false })
  const after = useRecords('matching.keptPairs', { id: other ?? id }, { enabled: other !== null })
  const second = other === null ? now : after.data
  const comparison = before.data && second ? compareProposals<Reference>(before.data, second, peers) : null

  async function replay() {
    setReplayed('Solving it again…')
    try {
      setReplayed((await call('matching.replayKept', { id })).words)
    } catch (error) {
      setReplayed(null)
      if (error instanceof Error) tellError(error)
    }
  }

  return (
    <Modal
      closeOnClickOutside
      opened
      onClose={onClose}
      title={before.data?.name ?? 'Kept proposal'}
      size={680}
    >
      <div className={classes.dialog}>
        <Select
          label="Against"
          allowDeselect={false}
          data={[
            { value: '', label: 'The proposal of now' },
            ...kept.filter((one) => one.id !== id).map((one) => ({ value: String(one.id), label: one.name })),
          ]}
          value={other === null ? '' : String(other)}
          onChange={(value) => setOther(value ? Number(value) : null)}
        />
        {comparison ? <Changes comparison={comparison} peers={peers} /> : null}
        <p role="status" className={classes.small}>
          {replayed}
        </p>
        <div className={classes.dialogEnd}>
          <TextButton
            disabled={remove.running}
            onClick={() => void remove.run({ id }).then((done) => done && onClose())}
          >
            Let go of it
          </TextButton>
          <Button variant="default" onClick={() => void replay()}>
            Solve it again
          </Button>
          <Button onClick={onClose}>Close</Button>
        </div>
      </div>
    </Modal>
  )
}

function Changes({ comparison, peers }: { comparison: Comparison<Reference>; peers: boolean }) {
  const { changed } = comparison
  return (
    <>
      <p>{comparisonWords(comparison, peers)}</p>
      <ul className={classes.changes} aria-label="What changed">
        {changed.slice(0, mostShown).map(({ mentee, before, after }) => (
          <li key={mentee.id}>
            <b dir="auto">{mentee.name}</b>: {partnerWords(before)} → {partnerWords(after)}
          </li>
        ))}
      </ul>
      {changed.length > mostShown ? (
        <p className={classes.small}>{changed.length - mostShown} more are different.</p>
      ) : null}
    </>
  )
}

function partnerWords(partner: Partner<Reference> | null): string {
  return partner === null ? 'nobody' : `${partner.mentor.name}, ${percent(partner.fit)}`
}

function comparisonWords(
  { same, changed, served, total, weakest }: Comparison<Reference>,
  peers: boolean,
): string {
  if (changed.length === 0) return `All ${counted(peers ? same / 2 : same, 'pair')} are the same.`
  const [one, many, partner] = peers ? ['person', 'people', 'partner'] : ['mentee', 'mentees', 'mentor']
  const points = (value: number) => counted(Math.round(Math.abs(value) * 100), 'point')
  const sum =
    Math.abs(total) < 0.005
      ? 'all together fit as well'
      : `all together ${total > 0 ? 'gain' : 'lose'} ${points(total)} of fit`
  const parts = [
    served === 0
      ? ''
      : `${counted(Math.abs(served), one, many)} ${served > 0 ? 'more' : 'fewer'} with a ${partner}`,
    sum,
    weakest === null || Math.abs(weakest) < 0.005
      ? ''
      : `the weakest pair is ${points(weakest)} ${weakest > 0 ? 'stronger' : 'weaker'}`,
  ].filter((part) => part !== '')
  return `${counted(changed.length, `${one} has`, `${many} have`)} another ${partner}, ${same.toLocaleString()} the same; ${parts.join(', ')}.`
}
