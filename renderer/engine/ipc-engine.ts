import type { Bridge } from '../../shared/ipc/bridge.ts'
import { type Result, unwrap } from '../../shared/ipc/result.ts'
import type { LedgerFeed } from '../library/ledger-feed.ts'
import type { Engine, WorkOptions } from '../ports.ts'
import { followWork } from './follow-work.ts'

/** The Engine port over the bridge to main. */
export function createIpcEngine(bridge: Bridge, feed: LedgerFeed): Engine {
  const work = <Value>(options: WorkOptions, start: (workId: string) => Promise<Result<Value>>) =>
    followWork(bridge, options, start)
  return {
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
    findHead: (photoId, options = {}) => work(options, (workId) => bridge.request('head.find', { photoId, workId })),
    measurePhoto: async (photoId) => unwrap(await bridge.request('photo.measure', { photoId })),
    renderPane: async (pane, options = {}) => {
      const { picture } = await work(options, (workId) => bridge.request('export.render-pane', { ...pane, workId }))
      return new Blob([new Uint8Array(picture)], { type: 'image/png' })
    },
    savePicture: async (blob, about) => {
      const picture = new Uint8Array(await blob.arrayBuffer())
      return unwrap(await bridge.request('export.save', { ...about, picture })).savedAs
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
