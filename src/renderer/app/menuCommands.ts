import type { MenuCommand } from '@shared/events'
import { useEffect } from 'react'
import { call, listen } from './api'
import { stepHistory } from './historySteps'
import { lockNow } from './lock'
import { go } from './navigation'
import { palette } from './palette'
import { openShortcuts } from './Shortcuts'
import { exportEverything, giveChanges, mergeCopy, openExport } from './whole/wholeDialog'

/** What the system's menu, its shortcuts and the palette can ask of the window. */
export const menuCommands: Record<MenuCommand, () => void> = {
  'new-session': () => go({ screen: 'session-editor' }),
  'new-member': () => go({ screen: 'members', dialog: 'new' }),
  import: () => go({ screen: 'import' }),
  export: () => go({ screen: 'reports' }),
  'export-all': exportEverything,
  'open-export': openExport,
  'merge-copy': mergeCopy,
  'give-changes': giveChanges,
  find: () => palette.open(),
  search: () => go({ screen: 'search' }),
  undo: () => void step('undo'),
  redo: () => void step('redo'),
  history: () => go({ screen: 'history' }),
  settings: () => go({ screen: 'settings' }),
  lock: () => void lockNow(),
  shortcuts: openShortcuts,
}

export function useMenuCommands(): void {
  useEffect(() => listen('menu', ({ command }) => menuCommands[command]()), [])
  useEffect(() => {
    // Where no text is being typed, the page would take back what was typed last, wherever that was, and the menu would
    // never hear of the key.
    const onKeyDown = (event: KeyboardEvent) => {
      const direction = historyKey(event)
      if (direction === null || textField() !== null) return
      event.preventDefault()
      void stepHistory(direction)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  useEffect(() => {
    // Before the first field is entered there is nothing to tell.
    let told = false
    const follow = () => {
      const typing = textField() !== null
      if (typing === told) return
      told = typing
      void call('window.typing', { typing })
    }
    // Between two fields nothing has the focus for a moment.
    const later = () => setTimeout(follow)
    document.addEventListener('focusin', later)
    document.addEventListener('focusout', later)
    return () => {
      document.removeEventListener('focusin', later)
      document.removeEventListener('focusout', later)
    }
  }, [])
}

/** The keys that the menu has for undo and redo. */
function historyKey({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): 'undo' | 'redo' | null {
  if (altKey || ctrlKey === metaKey) return null
  const letter = key.toLowerCase()
  if (letter === 'y' && ctrlKey && !shiftKey) return 'redo'
  if (letter !== 'z') return null
  return shiftKey ? 'redo' : 'undo'
}

/** In a text that is being typed, undo is the text's own; everywhere else it takes back the last command. */
async function step(direction: 'undo' | 'redo'): Promise<void> {
  if (textField() === null) await stepHistory(direction)
  else document.execCommand(direction)
}

/** The text that is being typed into. */
function textField(): HTMLElement | null {
  const field = document.activeElement
  if (!(field instanceof HTMLElement)) return null
  const takesText = field.isContentEditable || /^(INPUT|TEXTAREA)$/.test(field.tagName)
  return takesText && !isPlainControl(field) ? field : null
}

function isPlainControl(field: HTMLElement): boolean {
  return field instanceof HTMLInputElement && /^(checkbox|radio|button|range)$/.test(field.type)
}
