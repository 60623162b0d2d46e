import type { Bridge } from '../../shared/ipc/bridge.ts'
import { type Result, unwrap } from '../../shared/ipc/result.ts'
import type { LedgerFeed } from '../library/ledger-feed.ts'
import type { Engine, WorkOptions } from '../ports.ts'
import { followWork } from './follow-work.ts'
import { createIpcPaper } from './ipc-paper.ts'

/** The Engine port over the bridge to main. */
export function createIpcEngine(bridge: Bridge, feed: LedgerFeed): Engine {
  const work = <Value>(options: WorkOptions, start: (workId: string) => Promise<Result<Value>>) =>
    followWork(bridge, options, start)
  return {
    ...createIpcPaper(bridge),
    chooseFiles: async (kind) => unwrap(await bridge.request('import.choose', { kind })).offers,
    offerFiles: async (files) => unwrap(await bridge.offerFiles(files)).offers,
    beginImport: async (batchBytes) => {
      unwrap(await bridge.request('import.begin', { batchBytes }))
    },
    stagePhoto: (offerId, options = {}) =>
      work(options, (workId) => bridge.request('import.stage', { offerId, workId })),
    matchAngle: async ({ photoId, quarterTurns }, treatmentId, sorted) => {
      const asked = { photoId, quarterTurns, treatmentId, sorted: [...sorted] }
      return unwrap(await bridge.request('import.match-angle', asked)).match
    },
    acceptPhotos: async (clientId, treatmentId, photos) => {
      const { lastSeq } = unwrap(await bridge.request('import.accept', { clientId, treatmentId, photos }))
      await feed.reached(lastSeq)
    },
    discardPhotos: async (photoIds) => {
      unwrap(await bridge.request('import.discard', { photoIds }))
    },
    alignPair: (referenceId, movingId, options = {}) =>
      work(options, (workId) => bridge.request('align.pair', { referenceId, movingId, workId })),
    assessPhoto: (photoId, referenceId, options = {}) =>
      work(options, (workId) =>
        bridge.request('assessment.read', { photoId, referenceId, isAhead: options.isAhead ?? false, workId }),
      ),
    proposeZones: (photoId, options = {}) =>
      work(options, (workId) => bridge.request('zones.propose', { photoId, workId })),
    findHead: (photoId, options = {}) => work(options, (workId) => bridge.request('head.find', { photoId, workId })),
    findFace: async (photoId, options = {}) =>
      (await work(options, (workId) => bridge.request('face.find', { photoId, workId }))).places,
    measurePhoto: async (photoId) => unwrap(await bridge.request('photo.measure', { photoId })),
    measurePairLight: async (referenceId, movingId, alignmentId) =>
      unwrap(await bridge.request('light.measure-pair', { referenceId, movingId, alignmentId })),
    renderPane: async (pane, options = {}) => {
      const { picture } = await work(options, (workId) => bridge.request('export.render-pane', { ...pane, workId }))
      return new Blob([new Uint8Array(picture)], { type: 'image/png' })
    },
    saveExport: async (blob, about) => {
      const file = new Uint8Array(await blob.arrayBuffer())
      return unwrap(await bridge.request('export.save', { ...about, file })).saved
    },
    saveProofSheet: async (suggestedName) => unwrap(await bridge.request('proof.save', { suggestedName })).savedAs,
    handOverFolder: async (clientId, photoIds, size, options = {}) => {
      const asked = { clientId, photoIds: [...photoIds], size }
      return (await work(options, (workId) => bridge.request('hand-over.folder', { ...asked, workId }))).savedAs
    },
    handOverPages: async ({ photoIds, ...about }) =>
      unwrap(await bridge.request('hand-over.pages', { ...about, photoIds: [...photoIds] })).savedAs,
    saveFramingSheet: async (blob, suggestedName) => {
      const picture = blob && new Uint8Array(await blob.arrayBuffer())
      return unwrap(await bridge.request('framing.save', { picture, suggestedName })).savedAs
    },
    keepPoster: async (videoId, blob) => {
      const picture = new Uint8Array(await blob.arrayBuffer())
      unwrap(await bridge.request('video.keep-poster', { videoId, picture }))
    },
    takeFrame: async (videoId, atSeconds, blob) => {
      const picture = new Uint8Array(await blob.arrayBuffer())
      const { lastSeq, ...taken } = unwrap(await bridge.request('video.take-frame', { videoId, atSeconds, picture }))
      await feed.reached(lastSeq)
      return taken
    },
    addSampleClient: async () => unwrap(await bridge.request('sample.add', {})).clientId,
  }
}
