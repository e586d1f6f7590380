import { Button, Modal } from '@mantine/core'
import { tell } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { counted } from '@renderer/components/labels'
import type { TrashRow } from '@shared/contract/trash'
import classes from './History.module.css'

interface Props {
  /** What is to go; null is all. */
  rows: TrashRow[] | null
  count: number
  onClose: (deleted: boolean) => void
}

/** Says what cannot be taken back, before it is done. */
export function PurgeDialog({ rows, count, onClose }: Props) {
  const purge = useCommand('trash.purge')
  const [only] = rows ?? []
  const what =
    rows === null ? 'Everything in the trash' : count === 1 && only ? only.name : counted(count, 'thing')

  async function run() {
    const done = await purge.run({ ids: rows?.map(({ id }) => id) ?? null })
    if (!done) return
    tell(`Deleted for good: ${counted(done.count, 'thing')}.`)
    onClose(true)
  }

  return (
    <Modal
      opened
      onClose={() => onClose(false)}
      title={rows === null ? 'Empty the trash?' : 'Delete for good?'}
    >
      <div className={classes.confirm}>
        <p>
          <b dir="auto">{what}</b> will be gone for ever, with all texts, also out of the history of this
          file. Backups and exports that were made before still hold it.
        </p>
        <p>
          What was done in this file up to now becomes final by it: Undo stops here. Whatever else lies in the
          trash can still come back.
        </p>
        <div className={classes.confirmEnd}>
          <Button variant="default" onClick={() => onClose(false)} data-autofocus>
            Keep
          </Button>
          <Button color="red" loading={purge.running} onClick={() => void run()}>
            Delete for good
          </Button>
        </div>
      </div>
    </Modal>
  )
}
