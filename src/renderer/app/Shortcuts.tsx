import { Modal } from '@mantine/core'
import { create } from 'zustand'
import { modKey } from '../components/keys'
import classes from './Shortcuts.module.css'

const useShortcuts = create<{ open: boolean }>(() => ({ open: false }))

export const openShortcuts = (): void => useShortcuts.setState({ open: true })

const shortcuts: readonly [keys: string, what: string][] = [
  [`${modKey} K`, 'Find or do anything'],
  [`${modKey} N`, 'New session'],
  [`${modKey} Shift N`, 'New member'],
  [`${modKey} O`, 'Open a program file'],
  [`${modKey} I`, 'Import a file'],
  [`${modKey} E`, 'Export session summaries'],
  [`${modKey} Enter`, 'Save what is being written'],
  [`${modKey} Z`, 'Undo the last change'],
  ['Delete', 'Delete what a list is on'],
  ['/', 'Search in this list'],
  ['↑ ↓', 'Move in a list'],
  ['Enter', 'Open'],
  ['Space', 'Select in a list'],
  ['Shift ← →', 'Move somebody a step on, or back'],
  ['M', 'Move somebody, with day and reason'],
  ['Esc', 'Close, or go back'],
]

export function Shortcuts() {
  const open = useShortcuts((state) => state.open)
  return (
    <Modal
      closeOnClickOutside
      opened={open}
      onClose={() => useShortcuts.setState({ open: false })}
      title="Keyboard shortcuts"
    >
      <dl className={classes.list}>
        {shortcuts.map(([keys, what]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              <kbd>{keys}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
