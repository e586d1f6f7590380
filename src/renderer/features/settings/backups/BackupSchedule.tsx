import { Button, Select, Switch } from '@mantine/core'
import { useCommand } from '@renderer/app/records'
import type { OutputOf } from '@shared/contract'
import { Section } from '../Section'
import settings from '../Settings.module.css'

type Schedule = OutputOf<'backups.state'>['schedule']

const intervals = [
  { value: '1', label: 'Every hour' },
  { value: '4', label: 'Every 4 hours' },
  { value: '24', label: 'Every day' },
  { value: '168', label: 'Every week' },
]

interface Props {
  schedule: Schedule
  onChange: () => void
}

/** When backups are made by themselves, and where a second copy goes. */
export function BackupSchedule({ schedule: { automatic, everyHours, secondPlace }, onChange }: Props) {
  const setSchedule = useCommand('backups.setSchedule')
  const choose = useCommand('backups.chooseSecondPlace')
  const forget = useCommand('backups.forgetSecondPlace')
  const then = (done: object | null) => {
    if (done) onChange()
  }
  return (
    <>
      <Section
        title="Automatic backups"
        text="While the file is open and something was done, and when it is closed. Before an import, an update of Coppice, a restore or an erasure one is made in any case."
      >
        <Switch
          label="Make backups automatically"
          checked={automatic}
          onChange={(event) => void setSchedule.run({ automatic: event.currentTarget.checked }).then(then)}
        />
        <Select
          label="How often"
          w={200}
          allowDeselect={false}
          disabled={!automatic}
          data={intervals}
          value={`${everyHours}`}
          onChange={(value) => {
            if (value) void setSchedule.run({ everyHours: Number(value) }).then(then)
          }}
        />
      </Section>
      <Section
        title="A second copy"
        text="On another disk each backup is safe from what happens to this computer, too. A folder that Dropbox, OneDrive or another service synchronises will do as well: a backup is a whole file."
      >
        {secondPlace === null ? null : <p className={settings.quiet}>{secondPlace}</p>}
        <div className={settings.buttons}>
          <Button variant="default" loading={choose.running} onClick={() => void choose.run({}).then(then)}>
            {secondPlace === null ? 'Choose a folder…' : 'Choose another folder…'}
          </Button>
          {secondPlace === null ? null : (
            <Button variant="default" onClick={() => void forget.run({}).then(then)}>
              No second copy
            </Button>
          )}
        </div>
      </Section>
    </>
  )
}
