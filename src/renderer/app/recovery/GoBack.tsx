import { Button } from '@mantine/core'
import type { BackupEntry } from '@shared/contract/backups'
import { useState } from 'react'
import { contentsText, momentWithin, reasonText } from '../../features/settings/backups/words'
import { isGiven, noProof, ProofField } from '../../features/settings/encryption/ProofField'
import { tell } from '../notify'
import { useCommand } from '../records'
import { Way } from '../Way'
import classes from './Recovery.module.css'

interface Props {
  /** The newest good one. */
  backup: BackupEntry | null
  /** Whether it needs a passphrase. */
  asks: boolean
  busy: boolean
  onBusy: (busy: boolean) => void
}

/** The first way out: the newest good backup. */
export function GoBack({ backup, asks, busy, onBusy }: Props) {
  const [proof, setProof] = useState(noProof)
  const [doing, setDoing] = useState<string | null>(null)
  const { run, running, error } = useCommand('recovery.goBack')
  if (backup === null) {
    return (
      <Way
        title="Go back to a backup"
        text="There is no good backup beside this file. If you keep copies elsewhere, open the newest of them."
      >
        {null}
      </Way>
    )
  }
  const { token, at, reason } = backup
  const ready = !asks || isGiven(proof)

  async function goBack() {
    onBusy(true)
    const onProgress = ({ label }: { label: string }) => setDoing(label)
    const done = await run({ token, opensWith: asks ? proof : null }, { onProgress })
    setDoing(null)
    onBusy(false)
    if (done)
      tell(`The file is as it was ${momentWithin(done.at)}. What was there is kept as “${done.keptAs}”.`)
  }

  return (
    <div>
      <Way
        title="Go back to the newest good backup"
        text={
          `Of ${momentWithin(at)}, ${reasonText(reason)}: ${contentsText(backup)}. What was done since then is not in ` +
          'it. This file is kept beside it under another name.'
        }
      >
        <Button loading={running} disabled={busy || !ready} onClick={() => void goBack()}>
          Go back
        </Button>
      </Way>
      {asks ? (
        <div className={classes.proof}>
          <ProofField
            label="Passphrase of the backup"
            proof={proof}
            onChange={setProof}
            onSubmit={() => void (ready && !busy && goBack())}
            error={error?.field === undefined ? null : error}
          />
        </div>
      ) : null}
      {doing === null ? null : (
        <p role="status" className={classes.quiet}>
          {doing}…
        </p>
      )}
    </div>
  )
}
