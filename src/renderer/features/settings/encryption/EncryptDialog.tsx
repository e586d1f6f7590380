import { Button, Group, Modal, Stepper } from '@mantine/core'
import { call } from '@renderer/app/api'
import { tell, tellError } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { useState } from 'react'
import classes from './Encryption.module.css'
import { NewPassphrase } from './NewPassphrase'
import { RecoveryKeyField, sameKey } from './RecoveryKeyField'
import { RecoverySheet } from './RecoverySheet'

type Step = 0 | 1 | 2

/**
 * Passphrase, recovery key, and the key typed in again from the user's own copy: the file is encrypted with what was
 * typed, so a key that was not written down right shows before it is needed.
 */
export function EncryptDialog({ onClose }: { onClose: () => void }) {
  const [step, setStep] = useState<Step>(0)
  const [passphrase, setPassphrase] = useState<string | null>(null)
  const [recoveryKey, setRecoveryKey] = useState('')
  const [typed, setTyped] = useState('')
  const start = useCommand('encryption.start')

  async function showKey() {
    try {
      if (recoveryKey === '') setRecoveryKey((await call('encryption.newRecoveryKey', {})).recoveryKey)
      setStep(1)
    } catch (error) {
      if (error instanceof Error) tellError(error)
    }
  }

  async function encrypt() {
    if (passphrase === null || !sameKey(typed, recoveryKey)) return
    if (await start.run({ recoveryKey: typed, passphrase })) {
      tell('This file is encrypted now. It asks for the passphrase when it is opened.')
      onClose()
    }
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title="Encrypt this file"
      size={620}
      closeOnEscape={!start.running}
      withCloseButton={!start.running}
    >
      <Stepper active={step} size="sm" color="leaf" classNames={{ content: classes.step ?? '' }}>
        <Stepper.Step label="Passphrase">
          <p>
            It is asked for whenever the file is opened. Nobody can look it up or reset it, we least of all.
          </p>
          <NewPassphrase onChange={setPassphrase} onSubmit={() => void showKey()} />
        </Stepper.Step>
        <Stepper.Step label="Recovery key">
          <p>
            It opens the file when the passphrase is forgotten. Print it or write it down, and keep it where
            you keep contracts: whoever has it and the file can read everything.
          </p>
          <RecoverySheet recoveryKey={recoveryKey} />
        </Stepper.Step>
        <Stepper.Step label="Trying it out">
          <p>Type the recovery key from your own copy. The file is encrypted with what you type.</p>
          <RecoveryKeyField
            value={typed}
            onChange={setTyped}
            expected={recoveryKey}
            onSubmit={() => void encrypt()}
          />
        </Stepper.Step>
      </Stepper>
      <Group justify="flex-end" mt="lg">
        {step > 0 ? (
          <Button variant="default" disabled={start.running} onClick={() => setStep(step === 2 ? 1 : 0)}>
            Back
          </Button>
        ) : null}
        {step === 0 ? (
          <Button disabled={passphrase === null} onClick={() => void showKey()}>
            Next
          </Button>
        ) : null}
        {step === 1 ? <Button onClick={() => setStep(2)}>I have it on paper</Button> : null}
        {step === 2 ? (
          <Button
            disabled={!sameKey(typed, recoveryKey)}
            loading={start.running}
            onClick={() => void encrypt()}
          >
            Encrypt
          </Button>
        ) : null}
      </Group>
    </Modal>
  )
}
