import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './SelectionBar.module.css'

interface Props {
  label: string
  /** How many are selected, in words. */
  text: string
  onClear: () => void
  children: ReactNode
}

/** What can be done with the rows that are selected, above the end of their list. */
export function SelectionBar({ label, text, onClear, children }: Props) {
  return (
    <div className={classes.bar} role="toolbar" aria-label={label}>
      <span>{text}</span>
      {children}
      <Button variant="subtle" color="gray" size="compact-sm" onClick={onClear}>
        Clear
      </Button>
    </div>
  )
}
