import { Modal, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { go } from '@renderer/app/navigation'
import { tell } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { DialogEnd } from '@renderer/components/DialogEnd'
import { longDate } from '@renderer/components/labels'
import type { Program } from '@shared/contract/programs'
import { shiftedEnd, yearLater } from '@shared/domain/pipeline/shift'
import { type FormEvent, useState } from 'react'
import classes from './Programs.module.css'

/** The same program at another time: settings and checklists come along, people do not. */
export function CopyDialog({ program, onClose }: { program: Program; onClose: () => void }) {
  const [name, setName] = useState(nextName(program.name))
  const [startsOn, setStartsOn] = useState(yearLater(program.startsOn))
  const copy = useCommand('programs.copy')
  const endsOn = program.endsOn === null ? null : shiftedEnd(program.startsOn, program.endsOn, startsOn)

  async function submit(event: FormEvent) {
    event.preventDefault()
    const done = await copy.run({ id: program.id, name, startsOn })
    if (!done) return
    tell(`${name} is there; nobody is in it yet.`)
    go({ screen: 'program', programId: done.id })
    onClose()
  }

  return (
    <Modal opened onClose={onClose} title={`Copy ${program.name}`}>
      <form className={classes.dialog} onSubmit={(event) => void submit(event)}>
        <TextInput
          label="Name"
          required
          data-autofocus
          dir="auto"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={copy.error?.field === 'name' ? copy.error.message : undefined}
        />
        <DateInput
          label="Starts on"
          valueFormat="ddd D MMM YYYY"
          value={startsOn}
          onChange={(day) => {
            if (day) setStartsOn(day)
          }}
        />
        <p>
          {endsOn === null
            ? 'It has no end, as before.'
            : `It ends on ${longDate(endsOn)}, and lasts as long as before.`}{' '}
          Purpose, cadence, places, checklists, support calendar and matching come along. People do not.
        </p>
        <DialogEnd label="Copy" onCancel={onClose} running={copy.running} />
      </form>
    </Modal>
  )
}

/** Whatever counts in a name counts on: "Pathways 2026" becomes "Pathways 2027", "cohort 7" becomes "cohort 8". */
function nextName(name: string): string {
  const counted = name.replace(/\d+(?=\D*$)/, (digits) => String(Number(digits) + 1))
  return counted === name ? `${name}, once more` : counted
}
