import { Button } from '@mantine/core'
import { useState } from 'react'
import { Section } from '../Section'
import { EncryptDialog } from './EncryptDialog'

export function NotEncrypted() {
  const [asking, setAsking] = useState(false)
  return (
    <Section
      title="This file is not encrypted"
      text="Whoever gets hold of this computer, a backup or a copy of the file can read it. With a passphrase nobody can: notes, search and drafts are encrypted on the disk, and so are the backups."
    >
      <Button onClick={() => setAsking(true)}>Encrypt this file…</Button>
      {asking ? <EncryptDialog onClose={() => setAsking(false)} /> : null}
    </Section>
  )
}
