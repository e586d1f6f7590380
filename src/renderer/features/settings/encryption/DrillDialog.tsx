import { Alert, Button, Group, Modal } from '@mantine/core'
import { useCommand } from '@renderer/app/records'
import { secretOfRecoveryKey } from '@shared/domain/recoveryKey'
import { useState } from 'react'
import classes from './Encryption.module.css'
import { RecoveryKeyField } from './RecoveryKeyField'

/** A drill: does the recovery key that I have on paper open this file? */
export function DrillDialog({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const [opens, setOpens] = useState<boolean | null>(null)
  const attempt = useCommand('encryption.tryRecoveryKey')
  const complete = secretOfRecoveryKey(typed) !== null

  async function run() {
    if (!complete) return
    const result = await attempt.run({ recoveryKey: typed })
    if (result) setOpens(result.opens)
  }

  return (
    <Modal opened onClose={onClose} title="Try your recovery key" size={480}>
      <div className={classes.dialog}>
        <p>
          Take your recovery sheet and type the key. The file is opened with it once more, beside this window.
        </p>
        <RecoveryKeyField
          value={typed}
          onChange={(value) => {
            setTyped(value)
            setOpens(null)
          }}
          onSubmit={() => void run()}
        />
        {opens === null ? null : (
          <Alert color={opens ? 'leaf' : 'red'} variant="light" role="status">
            {opens
              ? 'It opens this file. Put the sheet back where it was.'
              : 'It does not open this file: it belongs to another. Show this file’s key again and print it.'}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
          <Button disabled={!complete || opens === true} loading={attempt.running} onClick={() => void run()}>
            Try it
          </Button>
        </Group>
      </div>
    </Modal>
  )
}
