import { ActionIcon, Modal, Select, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useCommand } from '@renderer/app/records'
import { DialogEnd } from '@renderer/components/DialogEnd'
import { TextButton } from '@renderer/components/TextButton'
import type { Goal, GoalInput } from '@shared/contract/goals'
import type { MatchPage } from '@shared/contract/matches'
import { IconX } from '@tabler/icons-react'
import { type FormEvent, useRef, useState } from 'react'
import classes from './Matches.module.css'

interface Props {
  match: Pick<MatchPage, 'id' | 'people'>
  /** Null for a new one. */
  goal: Goal | null
  onClose: () => void
}

interface Line {
  /** Tells the lines apart while they have no number yet. */
  key: number
  milestone: GoalInput['milestones'][number]
}

const everybody = 'all'

/** A goal with its milestones, one line each. */
export function GoalDialog({ match, goal, onClose }: Props) {
  const [text, setText] = useState(goal?.text ?? '')
  const [ownerId, setOwnerId] = useState<number | null>(goal?.ownerId ?? null)
  const [dueOn, setDueOn] = useState<string | null>(goal?.dueOn ?? null)
  const next = useRef(goal?.milestones.length ?? 0)
  const [lines, setLines] = useState<Line[]>(
    (goal?.milestones ?? []).map((milestone, key) => ({ key, milestone })),
  )
  const save = useCommand('goals.save')
  const change = (key: number, part: Partial<Line['milestone']>) =>
    setLines((all) =>
      all.map((line) => (line.key === key ? { key, milestone: { ...line.milestone, ...part } } : line)),
    )
  const add = () => {
    const key = next.current++
    setLines((all) => [...all, { key, milestone: { id: null, text: '', dueOn: null, doneOn: null } }])
  }

  async function submit(event: FormEvent) {
    event.preventDefault()
    const milestones = lines.map(({ milestone }) => milestone).filter((one) => one.text.trim() !== '')
    const input = { text, ownerId, dueOn, milestones }
    if (await save.run({ id: goal?.id ?? null, matchId: match.id, goal: input })) onClose()
  }

  return (
    <Modal opened onClose={onClose} size="lg" title={goal === null ? 'A goal' : 'Edit the goal'}>
      <form className={classes.form} onSubmit={(event) => void submit(event)}>
        <TextInput
          label="What they work towards"
          required
          data-autofocus
          dir="auto"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Select
          label="Whose goal it is"
          allowDeselect={false}
          data={[
            { value: everybody, label: 'All of them' },
            ...match.people.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
          value={ownerId === null ? everybody : String(ownerId)}
          onChange={(value) => setOwnerId(value === everybody ? null : Number(value))}
        />
        <DateInput label="By" clearable valueFormat="ddd D MMM YYYY" value={dueOn} onChange={setDueOn} />
        {lines.map(({ key, milestone }, index) => (
          <div key={key} className={classes.milestoneLine}>
            <TextInput
              aria-label={`Milestone ${index + 1}`}
              placeholder="A step on the way"
              dir="auto"
              value={milestone.text}
              onChange={(event) => change(key, { text: event.currentTarget.value })}
            />
            <DateInput
              aria-label={`Milestone ${index + 1} by`}
              placeholder="by"
              clearable
              valueFormat="D MMM YYYY"
              value={milestone.dueOn}
              onChange={(day) => change(key, { dueOn: day })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Remove milestone ${index + 1}`}
              onClick={() => setLines((all) => all.filter((line) => line.key !== key))}
            >
              <IconX size={16} />
            </ActionIcon>
          </div>
        ))}
        <TextButton className={classes.more} onClick={add}>
          Add a milestone
        </TextButton>
        <DialogEnd label="Save" onCancel={onClose} running={save.running} />
      </form>
    </Modal>
  )
}
