import type { MenuCommand } from '@shared/events'
import { useEffect } from 'react'
import { call, listen } from './api'
import { lockNow } from './lock'
import { go } from './navigation'
import { tell, tellError } from './notify'
import { palette } from './palette'
import { openShortcuts } from './Shortcuts'

/** What the system's menu, its shortcuts and the palette can ask of the window. */
export const menuCommands: Record<MenuCommand, () => void> = {
  'new-session': () => go({ screen: 'session-editor' }),
  'new-member': () => go({ screen: 'members', dialog: 'new' }),
  import: () => go({ screen: 'import' }),
  export: () => go({ screen: 'reports' }),
  find: () => palette.open(),
  undo: () => void step('undo'),
  redo: () => void step('redo'),
  settings: () => go({ screen: 'settings' }),
  lock: () => void lockNow(),
  shortcuts: openShortcuts,
}

export function useMenuCommands(): void {
  useEffect(() => listen('menu', ({ command }) => menuCommands[command]()), [])
}

/** In a text that is being typed, undo is the text's own; everywhere else it takes back the last command. */
async function step(direction: 'undo' | 'redo'): Promise<void> {
  const field = document.activeElement
  if (field instanceof HTMLElement && (field.isContentEditable || /^(INPUT|TEXTAREA)$/.test(field.tagName))) {
    if (!isPlainControl(field)) {
      document.execCommand(direction)
      return
    }
  }
  try {
    const { summary } = await call(`history.${direction}`, {})
    tell(`${direction === 'undo' ? 'Undone' : 'Done again'}: ${summary}`)
  } catch (error) {
    if (error instanceof Error) tellError(error)
  }
}

function isPlainControl(field: HTMLElement): boolean {
  return field instanceof HTMLInputElement && /^(checkbox|radio|button|range)$/.test(field.type)
}
