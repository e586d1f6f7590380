import { type RefObject, useEffect, useEffectEvent } from 'react'
import type { RecordTableHandle } from './RecordTable'

/** Places that have a use of their own for Escape. */
const takesEscape =
  'input:not([type=search]), textarea, [contenteditable=true], [role=dialog], [role=menu], [role=listbox], [aria-expanded=true]'

/** What is open beside a list: Escape closes it, and however it is closed, the keys go on in the list. */
export function usePane(open: boolean, close: () => void, list: RefObject<RecordTableHandle | null>): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    if (event.target instanceof Element && event.target.closest(takesEscape)) return
    close()
  })
  useEffect(() => {
    if (!open) return
    document.addEventListener('keydown', onKeyDown)
    return () => {
      document.removeEventListener('keydown', onKeyDown)
      if (document.activeElement === document.body) list.current?.focus()
    }
  }, [open, list])
}
