import { app, type BrowserWindow, Menu, powerMonitor, protocol, type Session } from 'electron'
import { appScheme } from '../../shared/addresses.ts'
import { AppError } from '../../shared/errors.ts'
import { channels } from '../../shared/ipc/channels.ts'
import type { Announcement } from '../../shared/ipc/contract.ts'
import { EnginePool } from '../engine-pool/engine-pool.ts'
import { builtPath, chooseAppFolders } from './app-folders.ts'
import { watchPresence } from './app-lock.ts'
import { deviceKeysIn } from './device-key.ts'
import { FileOffers } from './file-offers.ts'
import { serveRequests } from './ipc-server.ts'
import { Log } from './log.ts'
import { openPreferences } from './preferences-file.ts'
import { PresentStudio } from './present-studio.ts'
import { Presentation } from './presentation.ts'
import { forgetSession, openLockedSession, refuseWandering } from './session-rules.ts'
import type { StudioPlace } from './studio.ts'
import { openStudioSign } from './studio-sign.ts'
import { systemKeychain } from './system-keychain.ts'
import { spawnUtilityEngine } from './utility-engine.ts'
import { openPresentWindow, openWindow } from './window.ts'
import { serveWindowFiles } from './window-files.ts'
import { WorkRegistry } from './work-registry.ts'

const engineProcesses = 2

protocol.registerSchemesAsPrivileged([
  { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
])
const folders = chooseAppFolders()
const log = new Log(folders.logs)
const preloadPath = builtPath('preload', 'preload.cjs')
let window: BrowserWindow | undefined

if (app.requestSingleInstanceLock()) {
  refuseWandering()
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('window-all-closed', () => app.quit())
  process.on('uncaughtException', (error) => log.report('main', error))
  process.on('unhandledRejection', (error) => log.report('main', error))
  void app.whenReady().then(start)
} else {
  app.quit()
}

async function start(): Promise<void> {
  // the default menu reloads the page in the middle of work; a Mac keeps it for copy, paste and quit
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null)
  const session = openLockedSession()
  const work = new WorkRegistry()
  const offers = new FileOffers()
  const announce = (announcement: Announcement) => window?.webContents.send(channels.announce, announcement)
  const presentation = new Presentation({
    desk: () => window!,
    open: (bounds) => openPresentWindow(session, preloadPath, bounds),
  })
  const place: StudioPlace = {
    libraryFolder: folders.library,
    deviceKeys: deviceKeysIn(folders.deviceKey, systemKeychain),
    offers,
    log,
    announce,
    desk: {
      work,
      window: () => window!,
      onProgress: (workId, fraction, step) => announce({ kind: 'progress', workId, fraction, step }),
    },
    present: presentation.handlers,
    windowFile: serveWindowFiles(builtPath('window')),
    openPool: () => new EnginePool(() => spawnUtilityEngine(builtPath('engine', 'engine.js')), engineProcesses),
    lock: () => lock(),
    unlock: async (secret) => {
      await closing
      await present.unlock(secret)
      loadAnew()
    },
    openAgain: () => {
      present.open()
      loadAnew()
    },
  }
  // first, so that everything after it is said in their language
  const preferences = await openPreferences(folders.preferences, app.getLocale())
  const sign = openStudioSign(folders, place.openPool, place.desk.window)
  const present = new PresentStudio(place)
  const loadAnew = () => setImmediate(() => window?.webContents.reload())
  let closing: Promise<unknown> = Promise.resolve()
  const lock = () => {
    if (!present.now.canLock()) return
    const open = present.refuse(new AppError('library-locked'))
    const shown = window
    presentation.end()
    // the new window stands before the old one goes, so that the app doesn't end in between
    showWindow(session)
    shown?.destroy()
    closing = open
      .close()
      .then(() => forgetSession(session))
      .catch((error: unknown) => log.report('lock', error))
  }
  session.protocol.handle(appScheme, (request) => present.now.answer(request))
  serveRequests(() => Object.assign(Object.create(present.now.handlers), preferences, sign), offers, log)
  watchPresence(powerMonitor, { canLock: () => present.now.canLock(), isBusy: () => work.isBusy, lock })
  closeInOrder(async () => {
    await closing
    await present.close()
  })
  showWindow(session)
}

function showWindow(session: Session): void {
  const shown = openWindow(session, preloadPath, window?.getNormalBounds())
  window = shown
  shown.on('closed', () => {
    if (window === shown) window = undefined
  })
}

/** Lets a write that has begun reach the disk before the app ends. */
function closeInOrder(close: () => Promise<void>): void {
  let isClosed = false
  app.on('will-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    void close().finally(() => {
      isClosed = true
      // a quit that is asked for while this one is still being refused would be overheard
      setImmediate(() => app.quit())
    })
  })
}
