import { ActionIcon, Button } from '@mantine/core'
import { longDate, longMoment } from '@renderer/components/labels'
import type { TrashRow } from '@shared/contract/trash'
import { IconX } from '@tabler/icons-react'
import { countWords } from './countWords'
import classes from './History.module.css'

interface Props {
  row: TrashRow
  onClose: () => void
  onRestore: () => void
  onPurge: () => void
}

/** One thing in the trash: what it was, and the two ways out. */
export function TrashDetail({ row, onClose, onRestore, onPurge }: Props) {
  const parts = countWords(row.parts)
  return (
    <article className={classes.detail}>
      <header>
        <div className={classes.detailHead}>
          <h2 dir="auto">{row.name}</h2>
          <ActionIcon variant="subtle" color="gray" aria-label="Close the details" onClick={onClose}>
            <IconX size={16} />
          </ActionIcon>
        </div>
        {row.heldOn ? <p className={classes.facts}>{longDate(row.heldOn)}</p> : null}
        <p className={classes.facts}>Deleted {longMoment(row.deletedAt)}</p>
      </header>
      <div className={classes.buttons}>
        <Button size="compact-sm" onClick={onRestore}>
          Restore
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onPurge}>
          Delete for good…
        </Button>
      </div>
      {row.detail ? <p dir="auto">{row.detail}</p> : null}
      {parts ? <p className={classes.parts}>Comes back with {parts}.</p> : null}
    </article>
  )
}
