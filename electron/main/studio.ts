import { dirname } from 'node:path'
import type { Announcement } from '../../shared/ipc/contract.ts'
import type { Secret } from '../../shared/ipc/keys.ts'
import type { EnginePool } from '../engine-pool/engine-pool.ts'
import { finishReplacing } from '../library/backup/replace-library.ts'
import { Library } from '../library/library.ts'
import { PairAligner } from './align-pair.ts'
import { resourcePath } from './app-folders.ts'
import type { StoredDeviceKeys } from './device-key.ts'
import { makeDocumentHandlers } from './document-handlers.ts'
import { Documents } from './documents.ts'
import type { FileOffers } from './file-offers.ts'
import { type HealthDesk, makeHealthHandlers, makeRestoreHandlers, openUpkeep } from './health-handlers.ts'
import { HotFolder } from './hot-folder.ts'
import { makeHotFolderHandlers } from './hot-folder-handlers.ts'
import { makeKeyHandlers } from './key-handlers.ts'
import { LibraryCare } from './library-care.ts'
import { besideLibrary, LibraryRestore } from './library-restore.ts'
import type { Log } from './log.ts'
import { lookingOnly } from './looking-only.ts'
import type { Opening } from './opening.ts'
import { answerWindow } from './photo-protocol.ts'
import type { PresentHandlers } from './presentation.ts'
import { Renditions } from './renditions.ts'
import {
  makeOpeningHandlers,
  makeRefusingHandlers,
  makeRequestHandlers,
  type RequestHandlers,
} from './request-handlers.ts'
import { addSampleClient, completeSampleClient } from './sample-client.ts'
import { settleWhenShown } from './settle-library.ts'
import { StagingArea } from './staging-area.ts'
import { Videos } from './videos.ts'

/** What a studio works in. */
export interface StudioPlace {
  readonly libraryFolder: string
  readonly deviceKeys: StoredDeviceKeys
  readonly offers: FileOffers
  readonly log: Log
  readonly desk: HealthDesk
  readonly present: PresentHandlers
  readonly announce: (announcement: Announcement) => void
  readonly windowFile: (pathname: string) => Promise<Response | undefined>
  readonly openPool: () => EnginePool
  /** Locks this studio. */
  readonly lock: () => void
  /** Opens the library with what was typed and puts it in the place of this studio. */
  readonly unlock: (secret: Secret) => Promise<void>
  /** Tries again to open a library that couldn't be opened. */
  readonly openAgain: () => void
}

/** Whatever answers the window: an open library, one that is being opened, or the reason why there is none. */
export interface Studio {
  readonly handlers: RequestHandlers
  readonly answer: (request: Request) => Promise<Response>
  /** A passphrase protects the open library. */
  readonly canLock: () => boolean
  /** Ends what runs, waits for what is being written, overwrites the keys. */
  readonly close: () => Promise<void>
}

/** Opens the library with everything that works on it; `secret` is what a person typed to unlock it. Throws an AppError when it can't be opened, `cancelled` when the opening is left. */
export async function openStudio(place: StudioPlace, opening: Opening, secret?: Secret): Promise<Studio> {
  await finishReplacing(place.libraryFolder)
  const library = await Library.open(place.libraryFolder, place.deviceKeys, secret, opening.step)
  try {
    return await furnish(place, library)
  } catch (error) {
    await library.close()
    throw error
  }
}

async function furnish(place: StudioPlace, library: Library): Promise<Studio> {
  const { libraryFolder, deviceKeys, offers, log, desk } = place
  const pool = place.openPool()
  const renditions = new Renditions(library, pool)
  const staging = new StagingArea(library, pool, renditions)
  const videos = new Videos(library, pool, renditions, staging)
  const upkeep = await openUpkeep(libraryFolder)
  const care = new LibraryCare(library, upkeep, besideLibrary(libraryFolder).test)
  const hotFolder = await HotFolder.open({
    recordPath: besideLibrary(libraryFolder).hotFolder,
    ownFolder: dirname(libraryFolder),
    offers,
    announce: (state) => place.announce({ kind: 'hot-folder', state }),
    report: (error) => log.report('hot-folder', error),
  })
  const close = async () => {
    // what is still being written mustn't be told to a window that asks for the passphrase
    library.onRecorded(() => undefined)
    desk.work.cancelAll()
    await hotFolder.close()
    await care.close()
    pool.close()
    await renditions.close()
    await library.close()
  }
  const completeSample = () =>
    void completeSampleClient(library, staging, resourcePath('sample-client')).catch((error) =>
      log.report('sample', error),
    )
  library.onRecorded((recorded) => place.announce({ kind: 'recorded', ...recorded }))
  const handlers = makeRequestHandlers({
    library,
    pool,
    renditions,
    staging,
    videos,
    aligner: new PairAligner(library, pool, renditions),
    offers,
    ...desk,
    care: {
      ...makeRestoreHandlers(desk, new LibraryRestore(libraryFolder, close)),
      ...makeHealthHandlers(desk, library, care, upkeep),
    },
    keys: makeKeyHandlers(library, deviceKeys),
    documents: makeDocumentHandlers(desk, new Documents(library, pool, renditions), offers),
    hotFolder: makeHotFolderHandlers(hotFolder, desk.window),
    present: place.present,
    lock: place.lock,
    completeSample,
    onShown: settleWhenShown(library, place.announce, (error) => log.report('settle', error)),
  })
  if (!library.damage) {
    care.start((error) => log.report('upkeep', error))
    hotFolder.start()
    if (library.lastSeq === 0) await addSampleClient(library)
    completeSample()
  }
  return {
    handlers: library.damage ? lookingOnly(handlers) : handlers,
    answer: answerWindow({ renditions, videos }, place.windowFile, log),
    canLock: () => library.keys.opensBy.passphrase,
    close,
  }
}

/** What stands in an open library's place while it is being opened. */
export function openingStudio(place: StudioPlace, opening: Opening): Studio {
  return standIn(place, makeOpeningHandlers(opening))
}

/** What stands in an open library's place when it is locked or can't be opened. */
export function refusedStudio(place: StudioPlace, error: unknown): Studio {
  const care = makeRestoreHandlers(place.desk, new LibraryRestore(place.libraryFolder, async () => undefined))
  return standIn(place, makeRefusingHandlers(error, { care, ...place }))
}

function standIn(place: StudioPlace, handlers: RequestHandlers): Studio {
  return {
    handlers,
    answer: answerWindow(undefined, place.windowFile, place.log),
    canLock: () => false,
    close: async () => undefined,
  }
}
