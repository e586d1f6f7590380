import { Button, Group, Modal, Select, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { go } from '@renderer/app/navigation'
import { useCommand } from '@renderer/app/records'
import { DialogEnd } from '@renderer/components/DialogEnd'
import { longDate } from '@renderer/components/labels'
import type { Goal } from '@shared/contract/goals'
import type { MatchPage } from '@shared/contract/matches'
import { type FormEvent, useState } from 'react'
import classes from './Matches.module.css'

interface Props {
  match: Pick<MatchPage, 'id' | 'people' | 'lastSessionId' | 'lastSessionOn'>
  goal: Pick<Goal, 'id' | 'text'>
  onClose: () => void
}

const nobody = 'nobody'

/** One more thing to do for a goal. It is kept with the session in which it was agreed on, the last one. */
export function ItemDialog({ match, goal, onClose }: Props) {
  const { lastSessionId, lastSessionOn } = match
  return (
    <Modal opened onClose={onClose} title="An action item" closeOnClickOutside={false}>
      {lastSessionId === null || lastSessionOn === null ? (
        <div className={classes.form}>
          <p>What they agree on is kept with the session they agreed on it in, and they have had none yet.</p>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button onClick={() => go({ screen: 'session-editor', matchId: match.id })}>
              Write a session
            </Button>
          </Group>
        </div>
      ) : (
        <ItemForm
          people={match.people}
          goal={goal}
          session={{ id: lastSessionId, on: lastSessionOn }}
          onClose={onClose}
        />
      )}
    </Modal>
  )
}

interface FormProps extends Pick<Props, 'goal' | 'onClose'> {
  people: MatchPage['people']
  session: { id: number; on: string }
}

function ItemForm({ people, goal, session, onClose }: FormProps) {
  const [text, setText] = useState('')
  const [ownerId, setOwnerId] = useState<number | null>(null)
  const [dueOn, setDueOn] = useState<string | null>(null)
  const add = useCommand('actionItems.add')
  const problem = (field: string) => (add.error?.field === field ? add.error.message : undefined)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (await add.run({ sessionId: session.id, goalId: goal.id, text, ownerId, dueOn })) onClose()
  }

  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
      <p>
        For the goal “<bdi>{goal.text}</bdi>”. It is noted with their last session, of {longDate(session.on)}.
      </p>
      <TextInput
        label="What is to be done"
        required
        data-autofocus
        dir="auto"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={problem('text')}
      />
      <Select
        label="Who does it"
        allowDeselect={false}
        data={[
          { value: nobody, label: 'Nobody in particular' },
          ...people.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        value={ownerId === null ? nobody : String(ownerId)}
        onChange={(value) => setOwnerId(value === nobody ? null : Number(value))}
        error={problem('ownerId')}
      />
      <DateInput
        label="By"
        clearable
        valueFormat="ddd D MMM YYYY"
        value={dueOn}
        onChange={setDueOn}
        error={problem('dueOn')}
      />
      <DialogEnd label="Save" onCancel={onClose} running={add.running} />
    </form>
  )
}
