import { Button, Modal } from '@mantine/core'
import classes from './App.module.css'
import { useCommand } from './records'

interface Props {
  fileName: string
  folder: string
}

/** A file takes long to open, as its folder does not answer: nobody has to wait for it. */
export function Opening({ fileName, folder }: Props) {
  const giveUp = useCommand('programFile.giveUpOpening')
  return (
    <Modal
      opened
      onClose={() => void giveUp.run({})}
      title={`Opening “${fileName}”…`}
      withCloseButton={false}
    >
      <div className={classes.opening}>
        <p>
          {folder} has not answered yet. A network folder or a drive may need a moment to wake up; you can
          wait, or give it up and try again later.
        </p>
        <Button variant="default" loading={giveUp.running} onClick={() => void giveUp.run({})}>
          Cancel
        </Button>
      </div>
    </Modal>
  )
}
