import { Button, Group, Modal } from '@mantine/core'
import { tell } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { useState } from 'react'
import classes from './Encryption.module.css'
import { NewPassphrase } from './NewPassphrase'
import { isGiven, noProof, ProofField } from './ProofField'

export function ChangePassphraseDialog({ onClose }: { onClose: () => void }) {
  const [proof, setProof] = useState(noProof)
  const [passphrase, setPassphrase] = useState<string | null>(null)
  const change = useCommand('encryption.changePassphrase')
  const ready = isGiven(proof) && passphrase !== null

  async function save() {
    if (passphrase === null || !ready) return
    if (await change.run({ proof, passphrase })) {
      tell('The new passphrase holds from now on; the recovery key stays the same.')
      onClose()
    }
  }

  return (
    <Modal opened onClose={onClose} title="Change the passphrase" size={480}>
      <div className={classes.dialog}>
        <p>The record itself is not written anew, so nothing can go wrong with it.</p>
        <ProofField
          proof={proof}
          onChange={(next) => {
            setProof(next)
            change.reset()
          }}
          onSubmit={() => void save()}
          error={change.error}
        />
        <NewPassphrase onChange={setPassphrase} onSubmit={() => void save()} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button disabled={!ready} loading={change.running} onClick={() => void save()}>
            Change it
          </Button>
        </Group>
      </div>
    </Modal>
  )
}
