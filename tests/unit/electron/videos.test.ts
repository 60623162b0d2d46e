import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { inspectPhoto } from '../../../electron/engine/tasks/inspect-photo.ts'
import { makeRendition } from '../../../electron/engine/tasks/make-rendition.ts'
import { EnginePool } from '../../../electron/engine-pool/engine-pool.ts'
import { getPhoto } from '../../../electron/main/get-photo.ts'
import { Log } from '../../../electron/main/log.ts'
import { answerWindow } from '../../../electron/main/photo-protocol.ts'
import { Videos } from '../../../electron/main/videos.ts'
import { photoAddress, stagedAddress, videoAddress } from '../../../shared/addresses.ts'
import { inProcessEngine } from '../../library/in-process-engine.ts'
import { temporaryFolder } from '../../library/temporary-library.ts'
import { photoIdOf, photoOf } from '../renderer/photo-samples.ts'
import { openedLibrary } from './opened-library.ts'

const videoFile = join(import.meta.dirname, '../../fixtures/videos/counted-portrait.mov')
const { clientId, treatmentId } = photoOf(1)

async function open() {
  const folder = await temporaryFolder()
  const engine = inProcessEngine({
    'inspect-photo': inspectPhoto,
    'make-rendition': makeRendition,
    'guess-angle': async () => ({ angle: null, confidence: 0 }),
  })
  const pool = new EnginePool(() => engine, 1)
  const { library, renditions, staging } = await openedLibrary(folder, pool)
  const videos = new Videos(library, pool, renditions, staging)
  const answer = answerWindow({ renditions, videos }, async () => undefined, new Log(join(folder, 'logs')))
  const get = (address: string, range?: string) =>
    answer(new Request(address, range === undefined ? {} : { headers: { range } }))
  return { folder, library, staging, videos, renditions, get }
}

async function imported() {
  const opened = await open()
  const staged = await opened.staging.stage(videoFile)
  const { photoId, capture } = staged
  const filed = { photoId, capture, stage: 'session-1' as const, angle: 'crown' as const, quarterTurns: 1 }
  await opened.staging.accept(clientId, treatmentId, [filed])
  return { ...opened, staged, videoId: photoId }
}

const frame = (colour: string) =>
  sharp({ create: { width: 180, height: 320, channels: 3, background: colour } })
    .png()
    .toBuffer()

test('a video is staged and kept as an original, with its duration and without a rendition', async () => {
  const { library, staged, videoId } = await imported()
  expect(staged).toMatchObject({ format: 'mov', angleGuess: null, alreadyOf: null, isDamaged: false })
  expect(library.facts.photos.get(videoId)).toMatchObject({ format: 'mov', stage: 'session-1', video: staged.video })
  expect(staged.video?.durationSeconds).toBeCloseTo(3, 2)
  expect(await readdir(library.layout.derived, { recursive: true })).toEqual([expect.any(String)])
})

test('its bytes are given out in ranges, staged and imported, exactly', async () => {
  const { staging, get } = await open()
  const bytes = await readFile(videoFile)
  const { photoId } = await staging.stage(videoFile)
  const check = async () => {
    const response = await get(videoAddress(photoId), 'bytes=100-299')
    expect([response.status, response.headers.get('content-range')]).toEqual([206, `bytes 100-299/${bytes.length}`])
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes.subarray(100, 300))
    const last = await get(videoAddress(photoId), `bytes=${bytes.length - 5}-${bytes.length + 1000}`)
    expect(Buffer.from(await last.arrayBuffer())).toEqual(bytes.subarray(-5))
  }
  await check()
  await staging.accept(clientId, treatmentId, [{ photoId, capture: null, stage: null, angle: null, quarterTurns: 0 }])
  await check()
  for (const range of [undefined, 'bytes=0-', 'bytes=-5', `bytes=${bytes.length}-${bytes.length + 1}`, 'bytes=9-2'])
    expect((await get(videoAddress(photoId), range)).status).toBe(416)
})

test('a photo’s original is not given out as a video, and what is unknown isn’t either', async () => {
  const { videos, videoId, get } = await imported()
  const { photoId } = await videos.takeFrame(videoId, 1, await frame('red'))
  expect((await get(videoAddress(photoId), 'bytes=0-9')).status).toBe(404)
  expect((await get(videoAddress(photoIdOf(77)), 'bytes=0-9')).status).toBe(404)
})

test('a poster stands for it from staging on; without one there is no picture and no error', async () => {
  const { staging, videos, get } = await open()
  const { photoId, capture } = await staging.stage(videoFile)
  expect((await get(stagedAddress(photoId))).status).toBe(204)
  await videos.keepPoster(photoId, await frame('#208040'))
  expect((await get(stagedAddress(photoId))).status).toBe(200)
  const filed = { photoId, capture, stage: null, angle: null, quarterTurns: 1 }
  await staging.accept(clientId, treatmentId, [filed])
  const thumb = await get(photoAddress(filed, 'thumb'))
  const picture = sharp(Buffer.from(await thumb.arrayBuffer()))
  expect(await picture.metadata()).toMatchObject({ width: 320, height: 180 })
  expect((await picture.stats()).dominant.g).toBeGreaterThan(100)
})

test('a poster that is lost can be kept anew for a video of the library', async () => {
  const { library, videos, renditions, videoId, get } = await imported()
  const address = photoAddress({ photoId: videoId, quarterTurns: 1 }, 'work')
  expect((await get(address)).status).toBe(204)
  await videos.keepPoster(videoId, await frame('blue'))
  expect((await get(address)).status).toBe(200)
  const sealed = await readFile(renditions.posterPath(videoId))
  expect(sealed.includes(Buffer.from('JFIF'))).toBe(false)
  expect(await readdir(library.layout.staging)).toEqual([])
  await expect(videos.keepPoster(photoIdOf(77), await frame('blue'))).rejects.toMatchObject({ code: 'photo-missing' })
})

test('what is no picture is not kept as a poster', async () => {
  const { videos, videoId, get } = await imported()
  await expect(videos.keepPoster(videoId, Buffer.from('<svg/>'))).rejects.toMatchObject({ code: 'unsupported-format' })
  expect((await get(photoAddress({ photoId: videoId, quarterTurns: 1 }, 'thumb'))).status).toBe(204)
})

test('a frame becomes a photo of its own: filed, turned and dated by its video, which it names', async () => {
  const { library, videos, videoId } = await imported()
  const picture = await frame('red')
  const { photoId, isNew, lastSeq } = await videos.takeFrame(videoId, 1.2, picture)
  expect([isNew, lastSeq]).toEqual([true, library.lastSeq])
  expect(photoId).toBe(createHash('sha256').update(picture).digest('hex'))
  const taken = library.facts.photos.get(photoId)
  expect(taken).toMatchObject({
    clientId,
    treatmentId,
    fileName: 'counted-portrait at 0.01.20.png',
    format: 'png',
    widthPx: 180,
    heightPx: 320,
    quarterTurns: 1,
    capture: { local: '2026-03-14T09:26:54', offset: '+02:00', source: 'exif' },
    stage: 'session-1',
    angle: 'crown',
    frameOf: { videoId, atSeconds: 1.2 },
  })
  expect(taken).not.toHaveProperty('video')
})

test('a frame is taken once; one that was removed can be taken again', async () => {
  const { library, videos, videoId } = await imported()
  const picture = await frame('red')
  const { photoId } = await videos.takeFrame(videoId, 1, picture)
  expect(await videos.takeFrame(videoId, 1, picture)).toMatchObject({ photoId, isNew: false })
  await library.record([{ type: 'photo-removed', version: 1, data: { photoId } }])
  expect(await videos.takeFrame(videoId, 1, picture)).toMatchObject({ photoId, isNew: true })
  expect(library.facts.photos.get(photoId)?.isRemoved).toBe(false)
})

test('no frame is taken from a photo, or from a video that was removed', async () => {
  const { library, videos, videoId } = await imported()
  const { photoId } = await videos.takeFrame(videoId, 1, await frame('red'))
  await expect(videos.takeFrame(photoId, 0, await frame('blue'))).rejects.toMatchObject({ code: 'photo-missing' })
  await library.record([{ type: 'photo-removed', version: 1, data: { photoId: videoId } }])
  await expect(videos.takeFrame(videoId, 1, await frame('blue'))).rejects.toMatchObject({ code: 'photo-missing' })
})

test('what is asked of photos is refused for a video', async () => {
  const { library, videoId } = await imported()
  expect(() => getPhoto(library, videoId)).toThrow(expect.objectContaining({ code: 'refused' }))
})
