import { Button, Select } from '@mantine/core'
import { call } from '@renderer/app/api'
import { lockNow } from '@renderer/app/lock'
import { recordsCache } from '@renderer/app/records'
import { modKey } from '@renderer/components/keys'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Section } from '../Section'
import settings from '../Settings.module.css'
import { ChangePassphraseDialog } from './ChangePassphraseDialog'
import { DrillDialog } from './DrillDialog'
import { RemoveDialog } from './RemoveDialog'
import { ShowKeyDialog } from './ShowKeyDialog'

const dialogs = {
  passphrase: ChangePassphraseDialog,
  drill: DrillDialog,
  show: ShowKeyDialog,
  remove: RemoveDialog,
}

const never = 'never'
const waits = [5, 10, 15, 30, 60]

export function Encrypted() {
  const [asking, setAsking] = useState<keyof typeof dialogs | null>(null)
  const Dialog = asking && dialogs[asking]
  return (
    <>
      <Section
        title="This file is encrypted"
        text="Everything in it, its backups and its temporary files. The passphrase is asked for when it is opened."
      >
        <Button variant="default" onClick={() => setAsking('passphrase')}>
          Change the passphrase…
        </Button>
      </Section>
      <Section
        title="Recovery key"
        text="It opens the file when the passphrase is forgotten. Try yours once a year: a key that nobody finds is none."
      >
        <div className={settings.buttons}>
          <Button variant="default" onClick={() => setAsking('drill')}>
            Try your recovery key…
          </Button>
          <Button variant="default" onClick={() => setAsking('show')}>
            Show and print it again…
          </Button>
        </div>
      </Section>
      <Locking />
      <Section
        title="No encryption any more"
        text="Writes the file so that everybody who has it can read it. Backups that were made until now stay encrypted."
      >
        <Button variant="default" color="red" onClick={() => setAsking('remove')}>
          Remove the passphrase…
        </Button>
      </Section>
      {Dialog ? <Dialog onClose={() => setAsking(null)} /> : null}
    </>
  )
}

function Locking() {
  const preferences = useQuery({
    queryKey: ['preferences.get', {}],
    queryFn: () => call('preferences.get', {}),
  })

  async function setWait(value: string | null) {
    await call('preferences.set', {
      lockAfterMinutes: value === null || value === never ? null : Number(value),
    })
    await recordsCache.invalidateQueries({ queryKey: ['preferences.get'] })
  }

  return (
    <Section
      title="Locking"
      text="Closes the file, forgets its key and empties the window. What is being written is kept. It also locks when the screen is locked and when the computer goes to sleep."
    >
      <Button variant="default" onClick={() => void lockNow()}>
        Lock now ({modKey} ⇧ L)
      </Button>
      <Select
        label="Lock by itself"
        allowDeselect={false}
        data={[
          ...waits.map((minutes) => ({
            value: `${minutes}`,
            label: `After ${minutes} minutes without a key or the mouse`,
          })),
          { value: never, label: 'Never' },
        ]}
        value={`${preferences.data?.lockAfterMinutes ?? never}`}
        onChange={(value) => void setWait(value)}
        w={360}
      />
    </Section>
  )
}
