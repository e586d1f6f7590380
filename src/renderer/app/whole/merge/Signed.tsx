import { Checkbox } from '@mantine/core'
import { longDate } from '@renderer/components/labels'
import type { OutputOf } from '@shared/contract'
import classes from './Merge.module.css'

interface Props {
  from: NonNullable<OutputOf<'copies.look'>['from']>
  isCompared: boolean
  onCompared: (isCompared: boolean) => void
}

/** Who has signed what would come in, and how to be sure of a key that is seen for the first time. */
export function Signed({ from: { name, madeAt, fingerprint, knownAs }, isCompared, onCompared }: Props) {
  const day = longDate(madeAt.slice(0, 10))
  if (knownAs !== null) {
    return (
      <p>
        Made by <bdi>{name}</bdi> on {day}, and signed with the key that is known here
        {knownAs === name ? '' : ' as that of '}
        {knownAs === name ? null : <bdi>{knownAs}</bdi>}.
      </p>
    )
  }
  return (
    <div className={classes.signed}>
      <p>
        Made by <bdi>{name}</bdi> on {day}, and signed with a key that was never seen here. Call them, and let
        them read theirs out: they find it in “Changes for a colleague…”. It has to be
      </p>
      <p className={classes.key}>{fingerprint}</p>
      <Checkbox
        label="It is the same. Trust this key from now on"
        checked={isCompared}
        onChange={(event) => onCompared(event.currentTarget.checked)}
      />
    </div>
  )
}
