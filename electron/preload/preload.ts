import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Bridge } from '../../shared/ipc/bridge.ts'
import { channels } from '../../shared/ipc/channels.ts'
import type { Announcement } from '../../shared/ipc/contract.ts'

const bridge: Bridge = {
  request: (name, input) => ipcRenderer.invoke(channels.request, name, input),
  // the path is read here and goes to main alone, so that the window can name no file that the user didn't drop or choose
  offerFiles: (files) =>
    ipcRenderer.invoke(
      channels.offerFiles,
      (files as File[]).map((file) => webUtils.getPathForFile(file)),
    ),
  onAnnouncement: (listener) => {
    const forward = (_event: unknown, announcement: Announcement) => listener(announcement)
    ipcRenderer.on(channels.announce, forward)
    return () => ipcRenderer.off(channels.announce, forward)
  },
}

contextBridge.exposeInMainWorld('stipple', bridge)
