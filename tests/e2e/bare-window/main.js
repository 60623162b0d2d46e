// An app whose window has none of Stipple's protections: what the probes must find open, or they prove nothing.
import { join } from 'node:path'
import { app, BrowserWindow } from 'electron'

app.setPath('userData', process.env.STIPPLE_USER_DATA)
void app.whenReady().then(() => {
  const window = new BrowserWindow({
    webPreferences: {
      nodeIntegration: true,
      contextIsolation: false,
      sandbox: false,
      webSecurity: false,
      webviewTag: true,
    },
  })
  return window.loadFile(join(import.meta.dirname, 'page.html'))
})
