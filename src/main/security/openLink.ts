import { type BrowserWindow, dialog, shell } from 'electron'
import { outsideAddress } from './trust'

/** The only door to the system's browser and mail program: known schemes, and only when the user agrees. */
export async function openLink(window: BrowserWindow, address: string): Promise<boolean> {
  const url = outsideAddress(address)
  if (!url) return false
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: 'Open this address outside Coppice?',
    detail: url,
    buttons: ['Open', 'Cancel'],
    defaultId: 0,
    cancelId: 1,
  })
  if (response !== 0) return false
  await shell.openExternal(url)
  return true
}
