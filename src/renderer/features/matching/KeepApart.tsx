import { Modal, TextInput } from '@mantine/core'
import { findMembers } from '@renderer/app/finders'
import { tell } from '@renderer/app/notify'
import { DialogEnd } from '@renderer/components/DialogEnd'
import { MembersPicker } from '@renderer/components/MemberPicker'
import type { Reference } from '@shared/contract/fields'
import { useState } from 'react'
import classes from './Matching.module.css'
import { useLocks } from './useLocks'

interface Props {
  programId: number
  /** Null where they are still to be chosen. */
  one: Reference | null
  other: Reference | null
  onClose: () => void
}

/** Two who are not to be a pair, with the reason for whoever asks later. */
export function KeepApart({ programId, one, other, onClose }: Props) {
  const { keepApart, running } = useLocks(programId)
  const [people, setPeople] = useState([one, other].filter((person) => person !== null))
  const [reason, setReason] = useState('')
  const [first, second] = people
  const fixed = one !== null && other !== null

  async function run() {
    if (!first || !second || !(await keepApart(first, second, reason))) return
    tell(`${first.name} and ${second.name} are kept apart.`)
    onClose()
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={fixed ? `Keep ${one.name} and ${other.name} apart?` : 'Keep two apart'}
    >
      <form
        className={classes.dialog}
        onSubmit={(event) => {
          event.preventDefault()
          void run()
        }}
      >
        <p>They are not proposed as a pair in this program any more, on whichever side.</p>
        {fixed ? null : (
          <MembersPicker
            label="Who"
            search={findMembers}
            value={people}
            onChange={(chosen) => setPeople(chosen.slice(0, 2))}
          />
        )}
        <TextInput
          label="Why, for you alone"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus={fixed ? true : undefined}
        />
        <DialogEnd label="Keep apart" onCancel={onClose} running={running} disabled={!first || !second} />
      </form>
    </Modal>
  )
}
