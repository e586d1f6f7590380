import type { AppEvents, Bridge, EventName } from '@shared/events'
import { contextBridge, ipcRenderer, webUtils } from 'electron'

/** What the window may listen to; the compiler sees that the list is whole. */
const events: Record<EventName, true> = {
  'records-changed': true,
  progress: true,
  'file-changed': true,
  'file-state': true,
  silence: true,
  'backups-changed': true,
  menu: true,
  notice: true,
}

const bridge: Bridge = {
  call: (name, input, call) => ipcRenderer.invoke('call', name, input, call),
  cancel: (call) => ipcRenderer.send('cancel', call),
  on<Name extends EventName>(name: Name, listener: (event: AppEvents[Name]) => void) {
    if (!Object.hasOwn(events, name)) return () => undefined
    const hear = (_event: unknown, data: AppEvents[Name]) => listener(data)
    ipcRenderer.on(name, hear)
    return () => ipcRenderer.off(name, hear)
  },
  dropped: (file) => ipcRenderer.invoke('dropped', webUtils.getPathForFile(file)),
}

contextBridge.exposeInMainWorld('coppice', bridge)
