import { app, type BrowserWindow, dialog } from 'electron'
import { studioRowsOf } from '../../shared/domain/studio-rows.ts'
import { AppError } from '../../shared/errors.ts'
import type { ParsedInput, RequestName, RequestOutput } from '../../shared/ipc/contract.ts'
import type { Secret } from '../../shared/ipc/keys.ts'
import { type ErrorReply, errorReplyOf } from '../../shared/ipc/result.ts'
import { t } from '../../shared/words/translate.ts'
import type { EnginePool } from '../engine-pool/engine-pool.ts'
import type { Library } from '../library/library.ts'
import type { PairAligner } from './align-pair.ts'
import { AngleMatcher } from './angle-matcher.ts'
import { damageOf } from './damage-of.ts'
import type { DocumentHandlers } from './document-handlers.ts'
import { renderPane, saveExport } from './export-picture.ts'
import type { FileOffers } from './file-offers.ts'
import { saveFramingSheet } from './framing-sheet.ts'
import { getPhoto } from './get-photo.ts'
import { handOverFolder } from './handed-folder.ts'
import { handOverPages } from './handed-pages.ts'
import type { HealthHandlers, RestoreHandlers } from './health-handlers.ts'
import type { HotFolderHandlers } from './hot-folder-handlers.ts'
import type { KeyHandlers } from './key-handlers.ts'
import type { Opening } from './opening.ts'
import { PairLightMeasurer } from './pair-light-measurer.ts'
import { PhotoAssessor } from './photo-assessor.ts'
import { PhotoMeasurer } from './photo-measurer.ts'
import type { PreferenceHandlers } from './preferences-file.ts'
import type { PresentHandlers } from './presentation.ts'
import { saveProofSheet } from './printed-page.ts'
import type { Renditions } from './renditions.ts'
import { addSampleClient } from './sample-client.ts'
import { SavedPages } from './saved-pages.ts'
import type { StagingArea } from './staging-area.ts'
import type { StudioSignHandlers } from './studio-sign.ts'
import { makeVideoHandlers } from './video-handlers.ts'
import type { Videos } from './videos.ts'
import type { WorkRegistry } from './work-registry.ts'
import { proposeZonesOn } from './zone-proposer.ts'

/** A handler for every request of the contract that is asked of a library; a missing one doesn't compile. */
export type RequestHandlers = {
  [Name in Exclude<RequestName, keyof (PreferenceHandlers & StudioSignHandlers)>]: (
    input: ParsedInput<Name>,
  ) => Promise<RequestOutput<Name>>
}

/** What the handlers work with. */
export interface Machine {
  readonly library: Library
  readonly pool: EnginePool
  readonly renditions: Renditions
  readonly staging: StagingArea
  readonly videos: Videos
  readonly aligner: PairAligner
  readonly offers: FileOffers
  readonly work: WorkRegistry
  readonly care: HealthHandlers
  readonly keys: KeyHandlers
  readonly documents: DocumentHandlers
  readonly hotFolder: HotFolderHandlers
  readonly present: PresentHandlers
  readonly lock: () => void
  readonly completeSample: () => void
  /** The window is about to show the clients. */
  readonly onShown: () => void
  readonly window: () => BrowserWindow
  readonly onProgress: (workId: string, fraction: number, step: string) => void
}

/** The handlers of an open library. */
export function makeRequestHandlers(machine: Machine): RequestHandlers {
  const { library, pool, renditions, staging, offers, work } = machine
  const measurer = new PhotoMeasurer(pool, renditions)
  const lightMeasurer = new PairLightMeasurer(library, pool, renditions)
  const assessor = new PhotoAssessor(library, pool, renditions, lightMeasurer)
  const savedPages = new SavedPages(machine.window)
  const angleMatcher = new AngleMatcher(library, pool, renditions, staging)
  const followed = (workId: string, signal: AbortSignal) => ({
    signal,
    onProgress: (fraction: number, step: string) => machine.onProgress(workId, fraction, step),
  })
  return {
    ...machine.care,
    ...machine.keys,
    ...machine.documents,
    ...machine.hotFolder,
    ...machine.present,
    'library.lock': async () => {
      machine.lock()
      return {}
    },
    'library.unlock': async () => ({}),
    'library.open-again': async () => ({}),
    'library.opening': async () => ({ opening: null }),
    ...makeVideoHandlers(machine.videos),
    'library.status': async () => ({
      refusal: null,
      damage: damageOf(library),
      lastSeq: library.lastSeq,
      notices: [...library.notices],
    }),
    'library.clients': async () => {
      machine.onShown()
      return { cards: library.cards(), studio: studioRowsOf(library.facts), lastSeq: library.lastSeq }
    },
    'library.client': async ({ clientId }) => library.rowsOf(clientId),
    'library.history': async ({ clientId, afterSeq }) => ({ records: library.historyOf(clientId, afterSeq) }),
    'library.record': async ({ events }) => ({ lastSeq: await library.record(events) }),
    'sample.add': async () => {
      const clientId = await addSampleClient(library)
      machine.completeSample()
      return { clientId }
    },
    'import.choose': async ({ kind }) => {
      const { filePaths } = await dialog.showOpenDialog(machine.window(), {
        title: kind === 'files' ? t('Import photos and videos') : t('Import a folder of photos and videos'),
        properties: kind === 'files' ? ['openFile', 'multiSelections'] : ['openDirectory', 'multiSelections'],
      })
      return { offers: await offers.offer(filePaths) }
    },
    'import.begin': async ({ batchBytes }) => {
      await staging.begin(batchBytes)
      return {}
    },
    'import.stage': async ({ offerId, workId }) => {
      const path = offers.find(offerId)
      if (path === undefined) throw new AppError('refused', { reason: t('This file was not offered. Drop it again.') })
      return work.run(workId, (signal) => staging.stage(path, followed(workId, signal)))
    },
    'import.accept': async ({ clientId, treatmentId, photos }) => ({
      lastSeq: await staging.accept(clientId, treatmentId, photos),
    }),
    'import.discard': async ({ photoIds }) => {
      await staging.discard(photoIds)
      return {}
    },
    'import.match-angle': async (asked) => ({ match: await angleMatcher.match(asked) }),
    'align.pair': ({ referenceId, movingId, workId }) =>
      work.run(workId, (signal) =>
        machine.aligner.align([getPhoto(library, referenceId), getPhoto(library, movingId)], followed(workId, signal)),
      ),
    'head.find': ({ photoId, workId }) =>
      work.run(workId, (signal) =>
        pool.run('find-head', { photo: renditions.fileOf(getPhoto(library, photoId)) }, followed(workId, signal)),
      ),
    'face.find': ({ photoId, workId }) =>
      work.run(workId, async (signal) => ({
        places: await pool.run(
          'find-face',
          { photo: renditions.fileOf(getPhoto(library, photoId)) },
          followed(workId, signal),
        ),
      })),
    'photo.measure': async ({ photoId }) => measurer.measure(getPhoto(library, photoId)),
    'light.measure-pair': async ({ referenceId, movingId, alignmentId }) =>
      lightMeasurer.measure([getPhoto(library, referenceId), getPhoto(library, movingId)], alignmentId),
    'assessment.read': ({ photoId, referenceId, isAhead, workId }) =>
      work.run(workId, (signal) => assessor.assess(photoId, referenceId, { ...followed(workId, signal), isAhead })),
    'zones.propose': ({ photoId, workId }) =>
      work.run(workId, (signal) => proposeZonesOn(library, pool, renditions, photoId, followed(workId, signal))),
    'export.render-pane': ({ workId, ...pane }) =>
      work.run(workId, async (signal) => ({
        picture: await renderPane(library, pool, renditions, pane, followed(workId, signal)),
      })),
    'export.save': async (input) => ({
      saved: await saveExport(library, pool, machine.window(), app.getPath('pictures'), input),
    }),
    'exports.list': async () => ({ clients: library.exports() }),
    'proof.save': async (input) => ({
      savedAs: await saveProofSheet(machine.window(), app.getPath('documents'), input),
    }),
    'hand-over.folder': ({ workId, ...asked }) =>
      work.run(workId, async (signal) => ({
        savedAs: await handOverFolder({ library, pool, renditions }, machine.window(), asked, followed(workId, signal)),
      })),
    'hand-over.pages': async (asked) => ({ savedAs: await handOverPages(library, machine.window(), asked) }),
    'framing.save': async (input) => ({
      savedAs: await saveFramingSheet(machine.window(), app.getPath('pictures'), input),
    }),
    'paper.save': ({ workId, ...pages }) =>
      work.run(workId, async (signal) => ({ savedAs: await savedPages.save(app.getPath('documents'), pages, signal) })),
    'paper.show-saved': async () => {
      savedPages.show()
      return {}
    },
    'work.cancel': async ({ workId }) => {
      work.cancel(workId)
      return {}
    },
  }
}

/** The ways on from a library that could not be opened. */
interface WaysOn {
  readonly care: RestoreHandlers
  readonly unlock: (secret: Secret) => Promise<void>
  readonly openAgain: () => void
}

/** The handlers when the library could not be opened: the window learns why, and nothing else is answered but to unlock, to try again and, unless it is merely locked, a restore. */
export function makeRefusingHandlers(error: unknown, { care, unlock, openAgain }: WaysOn): RequestHandlers {
  const refusal: ErrorReply = errorReplyOf(error)
  return onlyAnswering(refusal, {
    ...(refusal.code === 'library-locked' ? {} : care),
    'library.unlock': async (secret: Secret) => {
      await unlock(secret)
      return {}
    },
    'library.open-again': async () => {
      openAgain()
      return {}
    },
    'library.opening': async () => ({ opening: null }),
    'library.status': async () => ({ refusal, damage: null, lastSeq: 0, notices: [] }),
  })
}

/** The handlers while the library is being opened: how far that is, and nothing else. */
export function makeOpeningHandlers(opening: Opening): RequestHandlers {
  const reason = t('The library is still being opened.')
  return onlyAnswering(
    { code: 'refused', details: { reason } },
    { 'library.opening': async () => ({ opening: await opening.news() }) },
  )
}

function onlyAnswering({ code, details }: ErrorReply, answers: Partial<RequestHandlers>): RequestHandlers {
  const refuse = async () => {
    throw new AppError(code, details)
  }
  const refusing = new Proxy({}, { get: () => refuse }) as RequestHandlers
  return Object.assign(Object.create(refusing) as RequestHandlers, answers)
}
