import { BrowserWindow, type Rectangle, type Session } from 'electron'
import { appOrigin } from '../../shared/addresses.ts'

/** The page that the window shows. */
export const windowAddress = `${appOrigin}/index.html`

/** Opens the one window: sandboxed, isolated, without Node; where it takes another's place, in the same bounds. */
export function openWindow(session: Session, preloadPath: string, bounds?: Rectangle): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    ...bounds,
    minWidth: 800,
    minHeight: 560,
    show: false,
    backgroundColor: '#1c1c1c',
    title: 'Stipple',
    autoHideMenuBar: true,
    webPreferences: {
      session,
      preload: preloadPath,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL(windowAddress)
  return window
}
