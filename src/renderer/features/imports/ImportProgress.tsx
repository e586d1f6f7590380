import { Button, Progress } from '@mantine/core'
import { counted } from '@renderer/components/labels'
import { type StoreApi, useStore } from 'zustand'
import classes from './Imports.module.css'

/** How far an import has come. */
export interface Reached {
  label: string
  /** From 0 to 1; null while nobody can tell. */
  share: number | null
}

/** Null while nothing is imported. */
type Import = StoreApi<Reached | null>

export function ImportProgress({ of }: { of: Import }) {
  const reached = useStore(of)
  if (reached === null) return null
  const { label, share } = reached
  return (
    <div role="status" className={classes.running}>
      <span>{label}</span>
      <Progress value={share === null ? 100 : share * 100} animated={share === null} />
    </div>
  )
}

interface Props {
  of: Import
  rows: number
  disabled: boolean
  onClick: () => void
}

export function ImportButton({ of, rows, disabled, onClick }: Props) {
  const running = useStore(of, (reached) => reached !== null)
  return (
    <Button disabled={disabled} loading={running} onClick={onClick}>
      Import {counted(rows, 'row')}
    </Button>
  )
}
