import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from 'vitest'
import type { Photo } from '../../shared/domain/photo.ts'
import { previewJpeg, rawFiles } from '../engine/raw-files.ts'
import { recordedEvents } from './recorded-events.ts'
import { answerDialogs, emptyUserData, type StippleApp, startStipple } from './stipple-app.ts'

const videoPath = (name: string) => join(import.meta.dirname, '../fixtures/videos', name)
const frameCount = 30

/** Starts Stipple, adds a client, and imports files into Crown, session 1. */
async function withImported(files: string[]): Promise<StippleApp> {
  const app = await startStipple(await emptyUserData())
  const { window } = app
  await window.getByRole('button', { name: 'Add client' }).click()
  await window.getByRole('dialog').getByLabel(/name/i).first().fill('Ada')
  await window.getByRole('dialog').getByRole('button', { name: 'Add client' }).click()
  await answerDialogs(app, { open: files })
  await window.getByRole('button', { name: 'Import photos…' }).click()
  for (const file of files) {
    const name = file.split('/').at(-1)!
    await window.getByLabel(`Stage of ${name}`).selectOption({ label: 'Session 1' })
    await window.getByLabel(`Angle of ${name}`).selectOption({ label: 'Crown' })
  }
  await window.getByRole('button', { name: /^Save \d/ }).click()
  await window.getByRole('button', { name: 'Import photos…' }).waitFor()
  return app
}

/** What was imported beside the sample client's photos. */
async function imported(app: StippleApp): Promise<Photo[]> {
  const events = await recordedEvents(app.userData)
  const ada = events.findLast((event) => event.type === 'client-added' && !event.data.isSample)
  const photos = events.flatMap((event) => (event.type === 'photo-imported' ? [event.data] : []))
  return photos.filter(({ clientId }) => ada?.type === 'client-added' && clientId === ada.data.clientId)
}

/** The number that the bars of a picture show, from an address or the canvas on the screen: a bar a bit, the lowest at the left of the upright frame. */
function shownNumber(app: StippleApp, address: string | null): Promise<number> {
  return app.window.evaluate(async (from) => {
    const picture = from
      ? await createImageBitmap(await (await fetch(from)).blob())
      : (document.querySelector('canvas') as HTMLCanvasElement)
    const copy = new OffscreenCanvas(picture.width, picture.height)
    const context = copy.getContext('2d')!
    context.drawImage(picture, 0, 0)
    const isUpright = picture.width > picture.height
    return [0, 1, 2, 3, 4].reduce((number, bit) => {
      // the portrait video is the same one, turned clockwise
      const [x, y] = isUpright ? [bit * 64 + 32, 90] : [90, bit * 64 + 32]
      const isWhite = context.getImageData(x, y, 1, 1).data[1]! > 128
      return number + (isWhite ? 2 ** bit : 0)
    }, 0)
  }, address)
}

const time = (seconds: number) => `0:0${seconds.toFixed(2)} of 0:03.00`

test.each(['counted.mp4', 'counted-portrait.mov', 'counted.webm'])(
  '%s is walked through frame by frame, forwards and backwards, and played to its end',
  async (name) => {
    const app = await withImported([videoPath(name)])
    const { window } = app
    await window.getByRole('button', { name: /^Open Video: Crown, session 1/ }).click()
    const at = (number: number) => window.getByText(time(number / 10), { exact: true }).waitFor()
    for (let number = 0; number < frameCount; number++) {
      await at(number)
      expect(await shownNumber(app, null)).toBe(number)
      await window.keyboard.press('ArrowRight')
    }
    for (let number = frameCount - 2; number >= 20; number--) {
      await window.keyboard.press('ArrowLeft')
      await at(number)
      expect(await shownNumber(app, null)).toBe(number)
    }
    await window.keyboard.press('Shift+ArrowLeft')
    await at(10)
    expect(await shownNumber(app, null)).toBe(10)
    await window.keyboard.press('Home')
    await at(0)
    await window.keyboard.press(' ')
    await at(frameCount - 1)
    await window.getByRole('button', { name: 'Play', exact: true }).waitFor()
    expect(app.complaints).toEqual([])
  },
)

test('a frame is taken as a photo of its own, with its date and where it is from, and can be undone', async () => {
  const app = await withImported([videoPath('counted-portrait.mov')])
  const { window } = app
  await window.getByRole('img', { name: /^Video: Crown, session 1, 14 Mar 2026/ }).waitFor()
  await window.getByRole('button', { name: /^Open Video/ }).click()
  await window.getByText(time(0), { exact: true }).waitFor()
  for (let count = 0; count < 13; count++) await window.keyboard.press('ArrowRight')
  await window.getByText(time(1.3), { exact: true }).waitFor()
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode(true).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await window.getByRole('button', { name: 'Take this frame as a photo' }).click()
  await window.getByText('Frame at 0:01.30 taken as a photo').waitFor()
  const [video, photo] = (await imported(app)) as [Photo, Photo]
  expect(photo).toMatchObject({
    format: 'png',
    widthPx: 180,
    heightPx: 320,
    stage: 'session-1',
    angle: 'crown',
    capture: { local: '2026-03-14T09:26:54', offset: '+02:00' },
    frameOf: { videoId: video.photoId, atSeconds: expect.closeTo(1.3, 2) },
  })
  expect(await shownNumber(app, `app://lib/photo/${photo.photoId}/full`)).toBe(13)
  await window.getByRole('button', { name: 'Undo' }).click()
  await window.getByText('Undone: Frame at 0:01.30 taken as a photo').waitFor()
  // not the last event: the sample client may still be coming in
  expect(await recordedEvents(app.userData)).toContainEqual(
    expect.objectContaining({ type: 'photo-removed', data: { photoId: photo.photoId } }),
  )
  expect(app.complaints).toEqual([])
})

test('a video that this computer can’t play is kept, and that is said', async () => {
  const app = await withImported([videoPath('hevc.mp4')])
  const { window } = app
  await window.getByText('Can’t be played here').waitFor()
  await window.getByRole('button', { name: /^Open Video/ }).click()
  await window.getByText(/coded in HEVC \(H\.265\), which this computer can’t play/).waitFor()
  expect(await imported(app)).toMatchObject([{ format: 'mp4', widthPx: 640, heightPx: 360 }])
  expect(app.complaints).toEqual([])
})

test('camera RAW files are imported and shown by their preview', async () => {
  const folder = await emptyUserData()
  const preview = await previewJpeg(1200, 800)
  const files = await Promise.all(
    ['cr3', 'dng', 'nef'].map(async (kind) => {
      const path = join(folder, `IMG_1.${kind}`)
      await writeFile(path, rawFiles[kind]!({ preview, orientation: 6, taken: '2026:03:14 09:26:53' }))
      return path
    }),
  )
  const app = await withImported(files)
  const photos = await imported(app)
  expect(photos.map(({ format, widthPx, heightPx, capture }) => [format, widthPx, heightPx, capture?.local])).toEqual(
    files.map(() => ['raw', 800, 1200, '2026-03-14T09:26:53']),
  )
  const colours = await app.window.evaluate(async (photoId) => {
    const picture = await createImageBitmap(await (await fetch(`app://lib/photo/${photoId}/full`)).blob())
    const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d')!
    context.drawImage(picture, 0, 0)
    return [100, 1100].map((y) => [...context.getImageData(400, y, 1, 1).data.subarray(0, 3)])
  }, photos[0]!.photoId)
  expect(colours[0]![0]! - colours[0]![2]!).toBeGreaterThan(100)
  expect(colours[1]![2]! - colours[1]![0]!).toBeGreaterThan(100)
  expect(app.complaints).toEqual([])
})
