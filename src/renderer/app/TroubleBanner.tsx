import { Button } from '@mantine/core'
import type { Trouble } from '@shared/contract/programFile'
import classes from './App.module.css'
import { tell } from './notify'
import { useCommand } from './records'

/** The open file is not at its place any more, or is damaged: what happened, and the ways to keep what is open. */
export function TroubleBanner({ trouble }: { trouble: Trouble }) {
  const copy = useCommand('programFile.saveCopy')
  const goOn = useCommand('programFile.goOn')
  const show = useCommand('recovery.show')
  const busy = copy.running || goOn.running

  async function saveCopy() {
    const saved = await copy.run({})
    if (saved) tell(`The copy is saved. You go on in “${saved.fileName}”.`)
  }

  return (
    <div role="alert" className={classes.banner} data-tone="over">
      <p>{trouble.sentence}</p>
      {trouble.damaged ? (
        <Button size="xs" onClick={() => void show.run({})}>
          What can be done…
        </Button>
      ) : (
        <Button size="xs" disabled={busy} loading={copy.running} onClick={() => void saveCopy()}>
          Save a copy…
        </Button>
      )}
      {trouble.goOn ? (
        <Button size="xs" variant="default" disabled={busy} onClick={() => void goOn.run({})}>
          {trouble.goOn}
        </Button>
      ) : null}
    </div>
  )
}
