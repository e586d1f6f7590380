import { useEffect, useState } from 'react'
import { call } from './api'
import { useRecords } from './records'

/**
 * Whether what was done last when this was first shown still stands: a result that stays open must not go on telling
 * of what was undone behind it.
 */
export function useStanding(): boolean {
  const [command, setCommand] = useState<number | null>(null)
  useEffect(() => {
    let shown = true
    // Whoever cannot be told whether it stands takes it to.
    call('history.state', {}).then(
      ({ undo }) => shown && setCommand(undo?.id ?? null),
      () => undefined,
    )
    return () => {
      shown = false
    }
  }, [])
  const { data } = useRecords('history.stands', { id: command ?? 0 }, { enabled: command !== null })
  return data?.stands ?? true
}
