import { Button } from '@mantine/core'
import { tell } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import classes from './Encryption.module.css'

/** A recovery key to be written down, and the sheet to print. */
export function RecoverySheet({ recoveryKey }: { recoveryKey: string }) {
  const sheet = useCommand('encryption.sheet')

  async function keep(as: 'print' | 'pdf') {
    const done = await sheet.run({ recoveryKey, as })
    if (done?.fileName) tell(`${done.fileName} is written. Print it, and do not leave it beside the file.`)
  }

  return (
    <>
      <p className={classes.key} role="group" aria-label="Recovery key">
        {recoveryKey.replaceAll('-', ' ')}
      </p>
      <div className={classes.buttons}>
        <Button variant="default" disabled={sheet.running} onClick={() => void keep('print')}>
          Print the recovery sheet…
        </Button>
        <Button variant="default" disabled={sheet.running} onClick={() => void keep('pdf')}>
          Save it as a PDF…
        </Button>
      </div>
    </>
  )
}
