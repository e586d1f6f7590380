import { Checkbox, type CheckboxProps } from '@mantine/core'
import { useState } from 'react'

interface Props extends Omit<CheckboxProps, 'checked' | 'onChange'> {
  /** As it is in the record. */
  checked: boolean
  /** @returns whether it could be kept. */
  onTick: (ticked: boolean) => Promise<boolean>
}

/** A box that shows at once what was asked for, and goes back if that could not be kept. */
export function TickBox({ checked, onTick, ...rest }: Props) {
  const [asked, setAsked] = useState<boolean | null>(null)
  // The record says so now: from here on it is followed again, by undo too.
  if (asked === checked) setAsked(null)

  async function tick(ticked: boolean) {
    setAsked(ticked)
    if (!(await onTick(ticked))) setAsked(null)
  }

  return (
    <Checkbox
      {...rest}
      checked={asked ?? checked}
      onChange={(event) => void tick(event.currentTarget.checked)}
    />
  )
}
