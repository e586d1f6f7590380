import { Button, Popover, Radio, Stack } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { TextButton } from '@renderer/components/TextButton'
import { type Dismissal, dismissals, dismissalWords } from '@shared/domain/aliveness/dismissals'
import { addDays } from '@shared/domain/calendar'
import { useState } from 'react'
import classes from './Help.module.css'

const usualDays = 90

interface Props {
  /** The step, for who cannot see where the button stands. */
  of: string
  today: string
  onChoose: (as: Dismissal, until: string | null) => void
}

/** A step that is not to be taken: why, and when it may be proposed again. */
export function DismissMenu({ of, today, onChoose }: Props) {
  const [opened, setOpened] = useState(false)
  const [as, setAs] = useState<Dismissal>('not for us')
  const [until, setUntil] = useState<'day' | 'news'>('day')
  const [day, setDay] = useState(addDays(today, usualDays))
  return (
    <Popover position="bottom-start" width={290} trapFocus opened={opened} onChange={setOpened}>
      <Popover.Target>
        <TextButton aria-haspopup="dialog" aria-label={`Dismiss… ${of}`} onClick={() => setOpened(!opened)}>
          Dismiss…
        </TextButton>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          className={classes.dismiss}
          onSubmit={(event) => {
            event.preventDefault()
            setOpened(false)
            onChoose(as, until === 'day' ? day : null)
          }}
        >
          <Radio.Group label="Because" value={as} onChange={(value) => setAs(value as Dismissal)}>
            <Stack gap={10} mt={4}>
              {dismissals.map((one) => (
                <Radio key={one} value={one} label={dismissalWords[one]} size="xs" />
              ))}
            </Stack>
          </Radio.Group>
          <Radio.Group
            label="Propose it again"
            value={until}
            onChange={(value) => setUntil(value === 'news' ? 'news' : 'day')}
          >
            <Stack gap={10} mt={4}>
              <Radio value="day" label="From a day on" size="xs" />
              {until === 'day' ? (
                <DateInput
                  aria-label="From this day on"
                  valueFormat="ddd D MMM YYYY"
                  minDate={addDays(today, 1)}
                  value={day}
                  onChange={(value) => value && setDay(value)}
                  popoverProps={{ withinPortal: false }}
                />
              ) : null}
              <Radio value="news" label="When there is news of it" size="xs" />
            </Stack>
          </Radio.Group>
          <Button type="submit" size="compact-md">
            Dismiss
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
