import { Button, Group, Modal } from '@mantine/core'
import { tell } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import type { BackupEntry, RestorePreview as Preview } from '@shared/contract/backups'
import { useEffect, useState } from 'react'
import { isGiven, type Proof, ProofField } from '../encryption/ProofField'
import classes from './Backups.module.css'
import { RestorePreview } from './RestorePreview'
import { momentWithin, reasonText } from './words'

interface Props {
  backup: BackupEntry
  onClose: () => void
}

/** One backup, what would change if the file went back to it, and the button that does it. */
export function RestoreDialog({ backup, onClose }: Props) {
  const { token, at, reason, state } = backup
  const [preview, setPreview] = useState<Preview | null>(null)
  const [proof, setProof] = useState<Proof | null>(null)
  const [doing, setDoing] = useState<string | null>(null)
  const look = useCommand('backups.preview')
  const restore = useCommand('backups.restore')
  const restoreAs = useCommand('backups.restoreAs')
  const opensWith = proof !== null && isGiven(proof) ? proof : null
  const asks = look.error?.code === 'passphrase-needed' || look.error?.code === 'wrong-passphrase'
  const busy = restore.running || restoreAs.running

  const { run } = look
  useEffect(() => {
    void run({ token, opensWith: null }).then(setPreview)
  }, [run, token])

  const onProgress = ({ label }: { label: string }) => setDoing(label)

  async function replace() {
    const done = await restore.run({ token, opensWith }, { onProgress })
    setDoing(null)
    if (!done) return
    tell(`The file is as it was ${momentWithin(at)}. What was there before is kept as a backup.`)
    onClose()
  }

  async function replaceNothing() {
    const done = await restoreAs.run({ token, opensWith }, { onProgress })
    setDoing(null)
    if (!done) return
    tell(`${done.fileName} is open now; the other file is as it was.`)
    onClose()
  }

  return (
    <Modal
      opened
      onClose={busy ? () => undefined : onClose}
      title={`Go back to ${momentWithin(at)}`}
      size={640}
    >
      <div className={classes.dialog}>
        <p>
          {state === 'other'
            ? 'This is a backup of another program that had a file of this name. It can be looked at as a file of its own.'
            : `The file would be as it was then, ${reasonText(reason)}. What is in it now is kept as a backup first, so you can come back.`}
        </p>
        {preview && state !== 'other' ? <RestorePreview preview={preview} /> : null}
        {asks ? (
          <ProofField
            label="Passphrase of the backup"
            proof={proof ?? { passphrase: '' }}
            onChange={setProof}
            onSubmit={() => void look.run({ token, opensWith }).then(setPreview)}
            error={look.error}
          />
        ) : look.error ? (
          <ErrorNotice message={look.error.message} />
        ) : null}
        {busy ? <p role="status">{doing ?? 'Restoring'}…</p> : null}
        <Group justify="flex-end">
          <Button variant="default" disabled={busy} onClick={onClose}>
            Cancel
          </Button>
          <Button
            variant="default"
            loading={restoreAs.running}
            disabled={!preview || busy}
            onClick={() => void replaceNothing()}
          >
            Restore into a new file…
          </Button>
          {state === 'other' ? null : (
            <Button loading={restore.running} disabled={!preview || busy} onClick={() => void replace()}>
              Restore
            </Button>
          )}
        </Group>
      </div>
    </Modal>
  )
}
