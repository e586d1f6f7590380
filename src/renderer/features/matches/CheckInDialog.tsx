import { Button, Modal, NumberInput, SegmentedControl, Select, Textarea } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { tellDeleted } from '@renderer/app/historySteps'
import { tell } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { DialogEnd } from '@renderer/components/DialogEnd'
import { confidentialityLabels } from '@renderer/components/labels'
import type { Reference } from '@shared/contract/fields'
import type { CheckInInput } from '@shared/contract/support'
import { confidentialities, sessionMedia } from '@shared/domain/vocabulary'
import { type FormEvent, useState } from 'react'
import classes from './Matches.module.css'

interface Props {
  /** Null for a new one. */
  id: number | null
  person: Reference
  initial: CheckInInput
  today: string
  onClose: () => void
}

/** A contact in full, today's or a past one: also for people who never touch a computer. */
export function CheckInDialog({ id, person, initial, today, onClose }: Props) {
  const [checkIn, setCheckIn] = useState(initial)
  const change = (part: Partial<CheckInInput>) => setCheckIn((known) => ({ ...known, ...part }))
  const save = useCommand('checkIns.save')
  const removal = useCommand('checkIns.remove')

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!(await save.run({ id, checkIn }))) return
    tell(id === null ? `Noted: you talked with ${person.name}.` : 'Saved.')
    onClose()
  }

  async function remove(stored: number) {
    const deletion = await removal.run({ id: stored })
    if (!deletion) return
    tellDeleted(`Deleted: your check-in with ${person.name}`, deletion)
    onClose()
  }

  return (
    <Modal opened onClose={onClose} title={`You talked with ${person.name}`}>
      <form className={classes.form} onSubmit={(event) => void submit(event)}>
        <div className={classes.fields}>
          <DateInput
            label="On"
            valueFormat="ddd D MMM YYYY"
            maxDate={today}
            value={checkIn.madeOn}
            onChange={(day) => day && change({ madeOn: day })}
            error={save.error?.field === 'madeOn' ? save.error.message : undefined}
          />
          <Select
            label="By"
            clearable
            data={[...sessionMedia]}
            value={checkIn.means}
            onChange={(means) => change({ means: sessionMedia.find((one) => one === means) ?? null })}
          />
          <NumberInput
            label="Minutes"
            min={0}
            allowDecimal={false}
            value={checkIn.minutes ?? ''}
            onChange={(value) => change({ minutes: value === '' ? null : Number(value) })}
          />
        </div>
        <SegmentedControl
          aria-label="Kind"
          data={[
            { value: 'quick', label: 'Quick' },
            { value: 'in depth', label: 'In depth' },
          ]}
          value={checkIn.depth}
          onChange={(depth) => change({ depth: depth === 'in depth' ? 'in depth' : 'quick' })}
        />
        <Textarea
          label="What they said"
          data-autofocus
          autosize
          minRows={4}
          maxRows={12}
          dir="auto"
          value={checkIn.notes}
          onChange={(event) => change({ notes: event.currentTarget.value })}
        />
        <Select
          label="Who may read it"
          allowDeselect={false}
          data={confidentialities.map((value) => ({ value, label: confidentialityLabels[value] }))}
          value={checkIn.confidentiality}
          onChange={(value) =>
            change({ confidentiality: confidentialities.find((one) => one === value) ?? 'private' })
          }
        />
        <DialogEnd label="Save" onCancel={onClose} running={save.running}>
          {id === null ? null : (
            <Button
              className={classes.aside}
              variant="subtle"
              color="gray"
              loading={removal.running}
              onClick={() => void remove(id)}
            >
              Delete
            </Button>
          )}
        </DialogEnd>
      </form>
    </Modal>
  )
}
