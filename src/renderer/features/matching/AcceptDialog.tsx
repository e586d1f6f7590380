import { Button, Checkbox, Modal, Radio } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { tell } from '@renderer/app/notify'
import { useCommand, useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { counted, longDate } from '@renderer/components/labels'
import { useState } from 'react'
import classes from './Matching.module.css'
import { useMatchingView } from './matchingView'
import { shownProposal } from './shownProposal'
import type { Pair, Proposed, Solving } from './useProposal'

interface Props {
  /** Those that are accepted: all of a proposal, or one of it. */
  pairs: readonly Pair[]
  solving: Solving
  proposed: Proposed
  onClose: () => void
}

/** Makes matches of what was proposed. */
export function AcceptDialog({ pairs, solving, proposed, onClose }: Props) {
  const today = useToday()
  const accept = useCommand('matching.accept')
  const { data: program } = useRecords('matching.settings', { programId: solving.request.programId })
  const [status, setStatus] = useState<'active' | 'proposed'>('active')
  const [startsOn, setStartsOn] = useState<string | null>(today)
  const [keep, setKeep] = useState(pairs.length > 1)
  const [only] = pairs
  const who = pairs.length === 1 && only ? `${only.mentee.name} with ${only.mentor.name}` : 'all of them'

  async function run() {
    const done = await accept.run({
      ...shownProposal(solving.request, proposed.proposal),
      accepted: pairs.map(({ mentee, mentor }) => ({ menteeId: mentee.id, mentorId: mentor.id })),
      status,
      startsOn: startsOn ?? today,
      onDay: today,
      keepAs: keep ? `Accepted on ${longDate(today)}` : null,
    })
    if (!done) return
    useMatchingView.getState().set({ opened: null })
    tell(
      pairs.length === 1 && only
        ? `${only.mentee.name} and ${only.mentor.name} are a match.`
        : `${counted(pairs.length, 'pair is a match', 'pairs are matches')} now.`,
    )
    onClose()
  }

  return (
    <Modal opened onClose={onClose} title={`Accept ${who}?`}>
      <div className={classes.dialog}>
        <p>
          {program?.format === 'group'
            ? 'Each mentor’s mentees become one group, or join the one that is there.'
            : `${counted(pairs.length, 'match is', 'matches are')} made, each with the reasons that are shown here.`}{' '}
          Those who are enrolled move on to “matched”. Undo takes all of it back.
        </p>
        <Radio.Group
          label="From now on"
          value={status}
          onChange={(value) => setStatus(value === 'proposed' ? 'proposed' : 'active')}
        >
          <div className={classes.choices}>
            <Radio value="active" label="They are a match, and start" />
            <Radio value="proposed" label="It is proposed to them first" />
          </div>
        </Radio.Group>
        {status === 'active' ? (
          <DateInput
            label="Start"
            valueFormat="D MMM YYYY"
            value={startsOn}
            onChange={setStartsOn}
            error={accept.error?.field ? accept.error.message : undefined}
          />
        ) : null}
        {pairs.length > 1 ? (
          <Checkbox
            label="Keep this proposal, to look at it again later"
            checked={keep}
            onChange={(event) => setKeep(event.currentTarget.checked)}
          />
        ) : null}
        <div className={classes.dialogEnd}>
          <Button variant="default" onClick={onClose}>
            Not yet
          </Button>
          <Button loading={accept.running} onClick={() => void run()} data-autofocus>
            {pairs.length === 1 ? 'Accept' : `Accept ${counted(pairs.length, 'pair')}`}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
