import type { AppEvents, EventName } from '@shared/events'
import { BrowserWindow } from 'electron'

export function tell<Name extends EventName>(
  window: BrowserWindow,
  name: Name,
  event: AppEvents[Name],
): void {
  if (!window.isDestroyed()) window.webContents.send(name, event)
}

export function tellAll<Name extends EventName>(name: Name, event: AppEvents[Name]): void {
  for (const window of BrowserWindow.getAllWindows()) tell(window, name, event)
}
