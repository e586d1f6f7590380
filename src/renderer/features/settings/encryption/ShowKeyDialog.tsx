import { Button, Group, Modal } from '@mantine/core'
import { useCommand } from '@renderer/app/records'
import { useState } from 'react'
import classes from './Encryption.module.css'
import { isGiven, noProof, ProofField } from './ProofField'
import { RecoverySheet } from './RecoverySheet'

export function ShowKeyDialog({ onClose }: { onClose: () => void }) {
  const [proof, setProof] = useState(noProof)
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null)
  const show = useCommand('encryption.recoveryKey')

  async function run() {
    const result = isGiven(proof) ? await show.run({ proof }) : null
    if (result) setRecoveryKey(result.recoveryKey)
  }

  return (
    <Modal opened onClose={onClose} title="The recovery key" size={560}>
      <div className={classes.dialog}>
        {recoveryKey === null ? (
          <ProofField
            proof={proof}
            onChange={(next) => {
              setProof(next)
              show.reset()
            }}
            onSubmit={() => void run()}
            error={show.error}
          />
        ) : (
          <RecoverySheet recoveryKey={recoveryKey} />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
          {recoveryKey === null ? (
            <Button disabled={!isGiven(proof)} loading={show.running} onClick={() => void run()}>
              Show it
            </Button>
          ) : null}
        </Group>
      </div>
    </Modal>
  )
}
