import { Button, NumberInput, Textarea } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { tell } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import type { Enrolment } from '@shared/contract/enrolments'
import { type FormEvent, useState } from 'react'
import classes from './Enrolments.module.css'

/** What is written about somebody in a program. */
export function EnrolmentFields({ enrolment }: { enrolment: Enrolment }) {
  const { id, role } = enrolment
  const initial = {
    appliedOn: enrolment.appliedOn,
    capacity: enrolment.capacity,
    goals: enrolment.goals ?? '',
    note: enrolment.note ?? '',
  }
  const [fields, setFields] = useState(initial)
  const save = useCommand('enrolments.save')
  const set = (changes: Partial<typeof fields>) => setFields((before) => ({ ...before, ...changes }))
  const changed = JSON.stringify(fields) !== JSON.stringify(initial)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (await save.run({ id, enrolment: fields })) tell('Saved.')
  }

  return (
    <form className={`${classes.section} ${classes.fields}`} onSubmit={(event) => void submit(event)}>
      <Textarea
        label={role === 'mentor' ? 'What they want to pass on' : 'Goals'}
        autosize
        minRows={1}
        maxRows={8}
        dir="auto"
        value={fields.goals}
        onChange={(event) => set({ goals: event.currentTarget.value })}
      />
      <Textarea
        label="Note, for you alone"
        autosize
        minRows={1}
        maxRows={8}
        dir="auto"
        value={fields.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
      <div className={classes.row}>
        <DateInput
          label="Applied on"
          clearable
          valueFormat="D MMM YYYY"
          value={fields.appliedOn}
          onChange={(appliedOn) => set({ appliedOn })}
        />
        {role === 'mentor' ? (
          <NumberInput
            label="Mentees at most"
            placeholder="as the program says"
            min={0}
            max={1000}
            allowDecimal={false}
            allowNegative={false}
            value={fields.capacity ?? ''}
            onChange={(value) => set({ capacity: typeof value === 'number' ? value : null })}
          />
        ) : null}
      </div>
      {changed ? (
        <div className={classes.dialogEnd}>
          <Button variant="default" size="compact-sm" onClick={() => setFields(initial)}>
            Cancel
          </Button>
          <Button type="submit" size="compact-sm" loading={save.running}>
            Save
          </Button>
        </div>
      ) : null}
    </form>
  )
}
