import { app, type BrowserWindow, Menu, protocol } from 'electron'
import { appScheme } from '../../shared/addresses.ts'
import { channels } from '../../shared/ipc/channels.ts'
import type { Announcement } from '../../shared/ipc/contract.ts'
import { EnginePool } from '../engine-pool/engine-pool.ts'
import { finishReplacing } from '../library/backup/replace-library.ts'
import { Library } from '../library/library.ts'
import { PairAligner } from './align-pair.ts'
import { builtPath, chooseAppFolders, resourcePath } from './app-folders.ts'
import { deviceKeysIn } from './device-key.ts'
import { FileOffers } from './file-offers.ts'
import { type HealthDesk, makeHealthHandlers, makeRestoreHandlers, openUpkeep } from './health-handlers.ts'
import { serveRequests } from './ipc-server.ts'
import { LibraryCare } from './library-care.ts'
import { besideLibrary, LibraryRestore } from './library-restore.ts'
import { Log } from './log.ts'
import { lookingOnly } from './looking-only.ts'
import { answerWindow } from './photo-protocol.ts'
import { Renditions } from './renditions.ts'
import { makeRefusingHandlers, makeRequestHandlers } from './request-handlers.ts'
import { addSampleClient, completeSampleClient } from './sample-client.ts'
import { openLockedSession, refuseWandering } from './session-rules.ts'
import { settleWhenShown } from './settle-library.ts'
import { StagingArea } from './staging-area.ts'
import { systemKeychain } from './system-keychain.ts'
import { spawnUtilityEngine } from './utility-engine.ts'
import { openWindow } from './window.ts'
import { serveWindowFiles } from './window-files.ts'
import { WorkRegistry } from './work-registry.ts'

const engineProcesses = 2

protocol.registerSchemesAsPrivileged([
  { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
])
const folders = chooseAppFolders()
const log = new Log(folders.logs)
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
  const windowFile = serveWindowFiles(builtPath('window'))
  const pool = new EnginePool(() => spawnUtilityEngine(builtPath('engine', 'engine.js')), engineProcesses)
  const offers = new FileOffers()
  const work = new WorkRegistry()
  const announce = (announcement: Announcement) => window?.webContents.send(channels.announce, announcement)
  const desk: HealthDesk = {
    work,
    window: () => window!,
    onProgress: (workId, fraction, step) => announce({ kind: 'progress', workId, fraction, step }),
  }
  try {
    await finishReplacing(folders.library)
    const library = await Library.open(folders.library, deviceKeysIn(folders.deviceKey, systemKeychain))
    const renditions = new Renditions(library, pool)
    const staging = new StagingArea(library, pool, renditions)
    const upkeep = await openUpkeep(folders.library)
    const care = new LibraryCare(library, upkeep, besideLibrary(folders.library).test)
    const close = async () => {
      await care.close()
      pool.close()
      await renditions.close()
      await library.close()
    }
    const completeSample = () =>
      void completeSampleClient(library, staging, resourcePath('sample-client')).catch((error) =>
        log.report('sample', error),
      )
    library.onRecorded((recorded) => announce({ kind: 'recorded', ...recorded }))
    const handlers = makeRequestHandlers({
      library,
      pool,
      renditions,
      staging,
      aligner: new PairAligner(library, pool, renditions),
      offers,
      ...desk,
      care: {
        ...makeRestoreHandlers(desk, new LibraryRestore(folders.library, close)),
        ...makeHealthHandlers(desk, library, care, upkeep),
      },
      completeSample,
      onShown: settleWhenShown(library, announce, (error) => log.report('settle', error)),
    })
    session.protocol.handle(appScheme, answerWindow(renditions, windowFile, log))
    serveRequests(library.damage ? lookingOnly(handlers) : handlers, offers, log)
    closeInOrder(close)
    if (!library.damage) {
      care.start((error) => log.report('upkeep', error))
      if (library.lastSeq === 0) await addSampleClient(library)
      completeSample()
    }
  } catch (error) {
    log.report('library', error)
    session.protocol.handle(
      appScheme,
      async (request) => (await windowFile(new URL(request.url).pathname)) ?? new Response(null, { status: 404 }),
    )
    const restore = makeRestoreHandlers(desk, new LibraryRestore(folders.library, async () => undefined))
    serveRequests(makeRefusingHandlers(error, restore), offers, log)
  }
  window = openWindow(session, builtPath('preload', 'preload.cjs'))
  window.on('closed', () => {
    window = undefined
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
      app.quit()
    })
  })
}
