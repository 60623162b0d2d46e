import { BrowserWindow, type Rectangle, type Session, type WebPreferences } from 'electron'
import { appOrigin } from '../../shared/addresses.ts'

/** The page that the window shows. */
export const windowAddress = `${appOrigin}/index.html`
/** The page that a client sees on a second screen. */
export const presentAddress = `${appOrigin}/present.html`

const surround = '#1c1c1c'

/** Opens the one window of the desk: sandboxed, isolated, without Node; where it takes another's place, in the same bounds. */
export function openWindow(session: Session, preloadPath: string, bounds?: Rectangle): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    ...bounds,
    minWidth: 800,
    minHeight: 560,
    show: false,
    backgroundColor: surround,
    title: 'Stipple',
    autoHideMenuBar: true,
    webPreferences: lockedPreferences(session, preloadPath),
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL(windowAddress)
  return window
}

/** Opens a window that fills the screen with these bounds, under the same rules; the desk keeps the keyboard. */
export function openPresentWindow(session: Session, preloadPath: string, bounds: Rectangle): BrowserWindow {
  const window = new BrowserWindow({
    ...bounds,
    show: false,
    frame: false,
    fullscreen: true,
    skipTaskbar: true,
    backgroundColor: surround,
    title: 'Stipple',
    autoHideMenuBar: true,
    webPreferences: lockedPreferences(session, preloadPath),
  })
  window.once('ready-to-show', () => window.showInactive())
  void window.loadURL(presentAddress)
  return window
}

function lockedPreferences(session: Session, preload: string): WebPreferences {
  return {
    session,
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
    navigateOnDragDrop: false,
  }
}
