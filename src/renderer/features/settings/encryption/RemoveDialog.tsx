import { Button, Group, Modal } from '@mantine/core'
import { tell } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { useState } from 'react'
import classes from './Encryption.module.css'
import { isGiven, noProof, ProofField } from './ProofField'

export function RemoveDialog({ onClose }: { onClose: () => void }) {
  const [proof, setProof] = useState(noProof)
  const remove = useCommand('encryption.remove')

  async function run() {
    if (!isGiven(proof)) return
    if (await remove.run({ proof })) {
      tell('This file is not encrypted any more.')
      onClose()
    }
  }

  return (
    <Modal opened onClose={onClose} title="Remove the passphrase" size={480}>
      <div className={classes.dialog}>
        <p>
          Whoever gets hold of this computer or of a copy of the file can read every note in it afterwards.
        </p>
        <ProofField
          proof={proof}
          onChange={(next) => {
            setProof(next)
            remove.reset()
          }}
          onSubmit={() => void run()}
          error={remove.error}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Keep it encrypted
          </Button>
          <Button color="red" disabled={!isGiven(proof)} loading={remove.running} onClick={() => void run()}>
            Remove the passphrase
          </Button>
        </Group>
      </div>
    </Modal>
  )
}
