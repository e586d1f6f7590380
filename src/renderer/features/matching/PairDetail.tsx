import { Button } from '@mantine/core'
import { useRecords } from '@renderer/app/records'
import { Reasons } from '@renderer/components/fit/Reasons'
import { percent } from '@renderer/components/fit/words'
import { useState } from 'react'
import { AcceptDialog } from './AcceptDialog'
import { Instead } from './Instead'
import { KeepApart } from './KeepApart'
import classes from './Matching.module.css'
import { MatchWith } from './MatchWith'
import { PersonLinks } from './PersonLinks'
import { isLockOf, useLocks } from './useLocks'
import type { Pair, Proposed, Solving } from './useProposal'

interface Props {
  pair: Pair
  solving: Solving
  proposed: Proposed
}

/** Why two are proposed as a pair, criterion by criterion, and what else there might have been. */
export function PairDetail({ pair, solving, proposed }: Props) {
  const { mentee, mentor, fit, known, how, rankForMentee, rankForMentor } = pair
  const { programId } = solving.request
  const { peers } = proposed
  const { data: rules } = useRecords('matching.rules', { programId })
  const locks = useLocks(programId)
  const [dialog, setDialog] = useState<'accept' | 'with' | 'apart' | null>(null)
  const close = () => setDialog(null)
  const rule = rules?.find((one) => isLockOf(one, pair, peers))
  return (
    <>
      <h2 className={classes.title}>
        <span dir="auto">{mentee.name}</span> with <span dir="auto">{mentor.name}</span>
      </h2>
      <p>
        They fit at <b>{percent(fit)}</b>: {rankWords(rankForMentee, peers ? 'people' : 'mentors')} for{' '}
        {mentee.name}, {rankWords(rankForMentor, peers ? 'people' : 'mentees')} for {mentor.name}.
        {known < 0.995 ? ` ${percent(known)} of what counts is known of the two.` : ''}
        {how === 'chosen' ? '' : ' You have locked this pair.'}
      </p>
      <div className={classes.buttons}>
        <Button size="xs" disabled={solving.working} onClick={() => setDialog('accept')}>
          Accept…
        </Button>
        {rule ? (
          <Button
            size="xs"
            variant="default"
            loading={locks.running}
            onClick={() => void locks.unlock(rule.id)}
          >
            Unlock
          </Button>
        ) : (
          <Button
            size="xs"
            variant="default"
            loading={locks.running}
            onClick={() => void locks.lock(mentee, mentor)}
          >
            Lock
          </Button>
        )}
        <Button size="xs" variant="default" onClick={() => setDialog('with')}>
          Match with…
        </Button>
        <Button size="xs" variant="default" onClick={() => setDialog('apart')}>
          Not these two…
        </Button>
      </div>
      <section className={classes.reasons}>
        <h3>Why</h3>
        <Reasons criteria={pair.criteria} />
      </section>
      <Instead title={`Instead, for ${mentee.name}`} otherwise={pair.forMentee} peers={peers} />
      <Instead title={`Instead, for ${mentor.name}`} otherwise={pair.forMentor} peers={peers} />
      <PersonLinks
        programId={programId}
        people={[
          { ...mentee, role: peers ? 'peer' : 'mentee' },
          { ...mentor, role: peers ? 'peer' : 'mentor' },
        ]}
      />
      {dialog === 'accept' ? (
        <AcceptDialog pairs={[pair]} solving={solving} proposed={proposed} onClose={close} />
      ) : null}
      {dialog === 'with' ? (
        <MatchWith person={mentee} side="mentee" peers={peers} request={solving.request} onClose={close} />
      ) : null}
      {dialog === 'apart' ? (
        <KeepApart programId={programId} one={mentee} other={mentor} onClose={close} />
      ) : null}
    </>
  )
}

function rankWords({ rank, of }: Pair['rankForMentee'], others: string): string {
  if (of === 1) return 'the only one who is possible'
  return rank === 1 ? `the best of ${of} ${others}` : `number ${rank} of ${of} ${others}`
}
