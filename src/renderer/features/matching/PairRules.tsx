import { useRecords } from '@renderer/app/records'
import { Names } from '@renderer/components/Names'
import { TextButton } from '@renderer/components/TextButton'
import { useState } from 'react'
import { KeepApart } from './KeepApart'
import classes from './Matching.module.css'
import { useLocks } from './useLocks'

const firstShown = 6

/** Two people whom the coordinator keeps apart or together. */
export function PairRules({ programId }: { programId: number }) {
  const { data: rules } = useRecords('matching.rules', { programId })
  const { unlock, running } = useLocks(programId)
  const [adding, setAdding] = useState(false)
  const [whole, setWhole] = useState(false)
  const shown = whole ? rules : rules?.slice(0, firstShown)
  return (
    <section className={classes.rules}>
      <h2>Settled by you</h2>
      <ul className={classes.pairRules}>
        {shown?.map(({ id, kind, first, second, reason, everywhere }) => (
          <li key={id} title={reason ?? undefined}>
            <span>
              {kind === 'must' ? (
                <>
                  <bdi>{second.name}</bdi> with <bdi>{first.name}</bdi>
                </>
              ) : (
                <>
                  <Names people={[first, second]} /> apart{everywhere ? ', in every program' : ''}
                </>
              )}
            </span>
            <TextButton
              disabled={running}
              aria-label={`Let go: ${first.name} and ${second.name}`}
              onClick={() => void unlock(id)}
            >
              Let go
            </TextButton>
          </li>
        ))}
      </ul>
      {rules && rules.length > (shown?.length ?? 0) ? (
        <TextButton onClick={() => setWhole(true)}>
          Show {rules.length - (shown?.length ?? 0)} more
        </TextButton>
      ) : null}
      <TextButton onClick={() => setAdding(true)}>Keep two apart…</TextButton>
      {adding ? (
        <KeepApart programId={programId} one={null} other={null} onClose={() => setAdding(false)} />
      ) : null}
    </section>
  )
}
