import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './DialogEnd.module.css'

interface Props {
  /** What the form does when it is sent. */
  label: ReactNode
  onCancel: () => void
  running: boolean
  disabled?: boolean
  /** What stands at the other side: how far one is, or a way to delete. */
  children?: ReactNode
}

/** The last line of a form in a dialog: leave it, or send it. */
export function DialogEnd({ label, onCancel, running, disabled = false, children }: Props) {
  return (
    <div className={classes.end}>
      <div className={classes.aside}>{children}</div>
      <Button variant="default" onClick={onCancel}>
        Cancel
      </Button>
      <Button type="submit" loading={running} disabled={disabled}>
        {label}
      </Button>
    </div>
  )
}
