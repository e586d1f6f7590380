import { Autocomplete, Modal, Select, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { tell } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { DialogEnd } from '@renderer/components/DialogEnd'
import { counted, stepLabels } from '@renderer/components/labels'
import type { EnrolmentRow } from '@shared/contract/enrolments'
import { leavingReasons, unusual } from '@shared/domain/pipeline/steps'
import { type EnrolmentStep, enrolmentSteps } from '@shared/domain/vocabulary'
import { type FormEvent, useState } from 'react'
import classes from './Enrolments.module.css'
import { useEnrolmentsView } from './enrolmentsView'
import { movedWords } from './moves'

/** Who is to be moved, and where to begin the question with. */
export interface Moving {
  ids: readonly number[]
  /** The one, where it is one. */
  only?: Pick<EnrolmentRow, 'name' | 'step'>
  to?: EnrolmentStep | 'left'
}

/** A move with its day and its reason; leaving before the end is one as well. */
export function MoveDialog({
  moving: { ids, only, to: wanted },
  onClose,
}: {
  moving: Moving
  onClose: () => void
}) {
  const today = useToday()
  const [to, setTo] = useState<EnrolmentStep | 'left'>(wanted ?? 'screened')
  const [onDay, setOnDay] = useState(today)
  const [reason, setReason] = useState('')
  const [note, setNote] = useState('')
  const move = useCommand('enrolments.move')
  const drop = useCommand('enrolments.drop')
  const problem = (field: string) => [move, drop].find(({ error }) => error?.field === field)?.error?.message
  const who = only?.name ?? counted(ids.length, 'person', 'people')

  async function submit(event: FormEvent) {
    event.preventDefault()
    const all = [...ids]
    const done =
      to === 'left'
        ? await drop.run({ ids: all, onDay, reason, note })
        : await move.run({ ids: all, step: to, onDay, reason: note })
    if (!done) return
    tell(to === 'left' ? `${who} left before the end.` : movedWords(done.moved, to, only))
    useEnrolmentsView.getState().select(new Set())
    onClose()
  }

  const strange = only && to !== 'left' && to !== only.step ? unusual(only.step, to).replace(/^, /, '') : ''
  return (
    <Modal opened onClose={onClose} title={`Move ${who}`}>
      <form className={classes.dialog} onSubmit={(event) => void submit(event)}>
        <div className={classes.row}>
          <Select
            label="To"
            allowDeselect={false}
            data-autofocus
            description={strange === '' ? undefined : `This goes ${strange}.`}
            data={[
              ...enrolmentSteps.map((value) => ({ value: value as string, label: stepWords(value) })),
              { value: 'left', label: 'Left before the end' },
            ]}
            value={to}
            onChange={(value) =>
              setTo(value === 'left' ? 'left' : (enrolmentSteps.find((one) => one === value) ?? 'applied'))
            }
          />
          <DateInput
            label="On"
            valueFormat="D MMM YYYY"
            maxDate={today}
            value={onDay}
            onChange={(day) => {
              if (day) setOnDay(day)
            }}
            error={problem('onDay')}
          />
        </div>
        {to === 'left' ? (
          <Autocomplete
            label="Why"
            required
            data={[...leavingReasons]}
            value={reason}
            onChange={setReason}
            error={problem('reason')}
          />
        ) : null}
        <TextInput
          label={to === 'left' ? 'Note' : 'Why'}
          placeholder="optional"
          dir="auto"
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <DialogEnd
          label="Move"
          onCancel={onClose}
          running={move.running || drop.running}
          disabled={to === 'left' && reason.trim() === ''}
        />
      </form>
    </Modal>
  )
}

const stepWords = (step: EnrolmentStep) => (step === 'closed' ? 'Closed: came to the end' : stepLabels[step])
