import type { MenuCommand } from '@shared/events'
import { Menu, type MenuItemConstructorOptions } from 'electron'

/** What undo and redo are called; null is nothing to take back. */
export interface HistoryLabels {
  undo: string | null
  redo: string | null
}

/** The program files that were open, and how to get another. */
export interface FileMenu {
  recent: readonly { label: string; open: () => void }[]
  open: () => void
  clear: () => void
}

/** The system's menu. What the window does is told to it by name; the rest are the system's own roles. */
export function setMenu(
  send: (command: MenuCommand) => void,
  history: HistoryLabels,
  { recent, open, clear }: FileMenu,
): void {
  const item = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => send(command),
    ...(accelerator ? { accelerator } : {}),
  })
  const step = (plain: string, label: string | null, command: MenuCommand, accelerator: string) => ({
    ...item(label ?? plain, command, accelerator),
    id: command,
    enabled: label !== null,
  })
  const mac = process.platform === 'darwin'
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' } satisfies MenuItemConstructorOptions] : []),
    {
      label: '&File',
      submenu: [
        item('New session', 'new-session', 'CmdOrCtrl+N'),
        item('New member', 'new-member', 'CmdOrCtrl+Shift+N'),
        { type: 'separator' },
        { label: 'Open a program file…', click: open, accelerator: 'CmdOrCtrl+O' },
        {
          label: 'Open recent',
          id: 'open-recent',
          enabled: recent.length > 0,
          submenu: [
            ...recent.map((file) => ({ label: file.label.replaceAll('&', '&&'), click: file.open })),
            { type: 'separator' },
            { label: 'Clear list', click: clear },
          ],
        },
        { type: 'separator' },
        item('Import a file…', 'import', 'CmdOrCtrl+I'),
        item('Export session summaries…', 'export', 'CmdOrCtrl+E'),
        { type: 'separator' },
        item('Export everything…', 'export-all'),
        item('Open an export…', 'open-export'),
        item('Merge a colleague’s copy or changes…', 'merge-copy'),
        item('Changes for a colleague…', 'give-changes'),
        { type: 'separator' },
        item('Settings…', 'settings', 'CmdOrCtrl+,'),
        item('Lock', 'lock', 'CmdOrCtrl+Shift+L'),
        { type: 'separator' },
        mac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        step('Undo', history.undo, 'undo', 'CmdOrCtrl+Z'),
        step('Redo', history.redo, 'redo', mac ? 'Cmd+Shift+Z' : 'Ctrl+Y'),
        item('History and trash…', 'history'),
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        { type: 'separator' },
        item('Find or do…', 'find', 'CmdOrCtrl+K'),
        item('Search everything…', 'search', 'CmdOrCtrl+Shift+F'),
      ],
    },
    {
      label: '&View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
    { role: 'help', submenu: [item('Keyboard shortcuts', 'shortcuts', 'CmdOrCtrl+/')] },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
