import type { AppEvents, Bridge, EventName } from '@shared/events'
import { contextBridge, ipcRenderer, webUtils } from 'electron'

const bridge: Bridge = {
  call: (name, input, call) => ipcRenderer.invoke('call', name, input, call),
  cancel: (call) => ipcRenderer.send('cancel', call),
  on<Name extends EventName>(name: Name, listener: (event: AppEvents[Name]) => void) {
    const hear = (_event: unknown, data: AppEvents[Name]) => listener(data)
    ipcRenderer.on(name, hear)
    return () => ipcRenderer.off(name, hear)
  },
  dropped: (file) => ipcRenderer.invoke('dropped', webUtils.getPathForFile(file)),
}

contextBridge.exposeInMainWorld('coppice', bridge)
