import { Button, Popover, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { TextButton } from '@renderer/components/TextButton'
import { addDays } from '@shared/domain/calendar'
import type { AppError } from '@shared/errors'
import { useState } from 'react'
import classes from './Matches.module.css'

interface Props {
  /** What is done: "Put off". */
  words: string
  /** What it is done with, for who cannot see where the button stands. */
  of: string
  /** How many days from today are proposed. */
  days: number
  today: string
  running: boolean
  /** Why it was refused the last time. */
  error: AppError | null
  /** @returns whether it was done. */
  onSubmit: (until: string, reason: string) => Promise<boolean>
}

/** Something that is left alone until a day, with why. */
export function UntilMenu({ words, of, days, today, running, error, onSubmit }: Props) {
  const [opened, setOpened] = useState(false)
  const [until, setUntil] = useState(addDays(today, days))
  const [reason, setReason] = useState('')
  const problem = (field: string) => (error?.field === field ? error.message : undefined)
  return (
    <Popover position="bottom-end" width={280} trapFocus opened={opened} onChange={setOpened}>
      <Popover.Target>
        <TextButton aria-haspopup="dialog" aria-label={`${words}… ${of}`} onClick={() => setOpened(!opened)}>
          {words}…
        </TextButton>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault()
            void onSubmit(until, reason).then((done) => {
              if (done) setOpened(false)
            })
          }}
        >
          <DateInput
            label="Until"
            valueFormat="ddd D MMM YYYY"
            minDate={addDays(today, 1)}
            value={until}
            onChange={(day) => day && setUntil(day)}
            popoverProps={{ withinPortal: false }}
            error={problem('until')}
          />
          <TextInput
            label="Because"
            required
            data-autofocus
            dir="auto"
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={problem('reason')}
          />
          <div className={classes.formEnd}>
            <Button type="submit" size="compact-md" loading={running}>
              {words}
            </Button>
          </div>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
