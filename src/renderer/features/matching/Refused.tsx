import { useRecords } from '@renderer/app/records'
import { TextButton } from '@renderer/components/TextButton'
import classes from './Matching.module.css'
import { isLockOf, useLocks } from './useLocks'
import type { Proposed } from './useProposal'

/** Pairs that were to be in any case and cannot be: why, and how to let go of them. */
export function Refused({ programId, proposed }: { programId: number; proposed: Proposed }) {
  const { refused } = proposed.proposal
  const { data: rules } = useRecords('matching.rules', { programId }, { enabled: refused.length > 0 })
  const { unlock } = useLocks(programId)
  if (refused.length === 0) return null
  return (
    <ul className={classes.refused} aria-label="Locked pairs that cannot be">
      {refused.map((pair) => {
        const { mentee, mentor, words } = pair
        const rule = rules?.find((one) => isLockOf(one, pair, proposed.peers))
        return (
          <li key={`${mentee.id} ${mentor.id}`}>
            <b>
              {mentee.name} cannot be with {mentor.name}.
            </b>{' '}
            {words} {rule ? <TextButton onClick={() => void unlock(rule.id)}>Unlock</TextButton> : null}
          </li>
        )
      })}
    </ul>
  )
}
