import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { findFace } from '../../electron/engine/tasks/find-face.ts'
import type { CoverPlace } from '../../shared/domain/covers/cover-place.ts'
import { canariesIn, photoCanaries, withCanaries } from '../canary-photo.ts'
import { axeFindings } from './axe-findings.ts'
import { filmFacts, filmPictures } from './decoded-film.ts'
import { jpegExtras, pngExtras, profileName } from './picture-metadata.ts'
import { recordedEvents } from './recorded-events.ts'
import { answerDialogs, emptyUserData, type StippleApp, startApp, startStipple } from './stipple-app.ts'

const alignLimitMs = 120_000
const filmLimitMs = 180_000
const clientName = photoCanaries.artist

interface Pixels {
  readonly data: Buffer
  readonly width: number
}

const pixelsOf = async (file: string): Promise<Pixels> => {
  const { data, info } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width }
}

/** The largest value of any channel in the middle of a place, in a picture that shows it `scale` times as large, `left` aside. */
function brightestIn({ data, width }: Pixels, place: CoverPlace, left = 0, scale = 1): number {
  let most = 0
  const [halfX, halfY] = [0.6 * place.halfWidth * scale, 0.4 * place.halfHeight * scale]
  for (let y = Math.round(place.centreY * scale - halfY); y < place.centreY * scale + halfY; y++) {
    for (let x = Math.round(left + place.centreX * scale - halfX); x < left + place.centreX * scale + halfX; x++)
      for (let channel = 0; channel < 3; channel++) most = Math.max(most, data[3 * (y * width + x) + channel]!)
  }
  return most
}

/** Two real photos of a face with all that a camera may write into them, filed as the client's front before and healed. */
async function openFaces(app: StippleApp): Promise<string[]> {
  const { window, userData } = app
  const folder = join(userData, 'camera')
  await mkdir(folder)
  const files = ['042_03', '042_08'].map((name) => join(folder, `${photoCanaries.artist} ${name}.jpg`))
  for (const [index, name] of ['042_03', '042_08'].entries())
    await writeFile(
      files[index]!,
      await withCanaries(join(import.meta.dirname, `../fixtures/heads/london-${name}.jpg`)),
    )
  await window.getByRole('button', { name: 'Add client' }).click()
  await window.getByRole('dialog').getByLabel(/name/i).first().fill(clientName)
  await window.getByRole('dialog').getByRole('button', { name: 'Add client' }).click()
  await window.getByRole('heading', { name: clientName }).waitFor()
  await answerDialogs(app, { open: [folder] })
  await window.getByRole('button', { name: 'Import folder…' }).click()
  await window.getByRole('button', { name: 'Save 2 photos' }).click({ timeout: 60_000 })
  await window.getByRole('button', { name: 'Import folder…' }).waitFor({ timeout: 60_000 })
  const photos = (await recordedEvents(userData)).flatMap((event) =>
    event.type === 'photo-imported' && event.data.fileName.startsWith(photoCanaries.artist) ? [event.data] : [],
  )
  const events = photos.map(({ photoId, fileName }) => ({
    type: 'photo-filed',
    version: 1,
    data: { photoId, stage: fileName.includes('042_03') ? 'before' : 'healed-1', angle: 'front' },
  }))
  await window.evaluate(async (stated) => {
    const { stipple } = globalThis as unknown as {
      stipple: { request(name: string, input: unknown): Promise<unknown> }
    }
    await stipple.request('library.record', { events: stated })
  }, events)
  await window.getByRole('button', { name: /^Compare newest with baseline: Front/ }).click()
  const alignment = window.getByRole('status', { name: 'Alignment' })
  await alignment.getByText(/^(Aligned|Check the alignment)$/).waitFor({ timeout: alignLimitMs })
  return files
}

/** Answers the dialog for saving, and remembers which name it proposed. */
async function saveAs(app: StippleApp, file: string): Promise<void> {
  await app.electron.evaluate(({ dialog }, filePath) => {
    const proposed = globalThis as unknown as { proposed?: string }
    dialog.showSaveDialog = (async (_window: unknown, options: { defaultPath?: string }) => {
      proposed.proposed = options.defaultPath ?? ''
      return { canceled: false, filePath }
    }) as never
  }, file)
}

const proposedName = async (app: StippleApp) =>
  basename(await app.electron.evaluate(() => (globalThis as unknown as { proposed?: string }).proposed ?? ''))

test('a face is covered in every format, in every frame; nothing that the camera wrote is in any file', async () => {
  const userData = await emptyUserData()
  const app = await startStipple(userData)
  const { window } = app
  await window.emulateMedia({ reducedMotion: 'reduce' })
  await window.getByText('24 photos').waitFor({ timeout: 90_000 })
  const sources = await openFaces(app)
  // control: the photos that went in tell everything
  for (const source of sources) expect(canariesIn(await readFile(source))).toEqual(Object.values(photoCanaries))

  const dialog = window.getByRole('dialog', { name: 'Export the comparison' })
  const exported = async (fileName: string, choose: () => Promise<void>) => {
    const file = join(userData, fileName)
    await saveAs(app, file)
    await window.getByRole('button', { name: 'Export…' }).click()
    await dialog.locator('canvas[data-ready=true]').waitFor({ timeout: alignLimitMs })
    await choose()
    await dialog.locator('canvas[data-ready=true]').waitFor({ timeout: alignLimitMs })
    await dialog.getByRole('button', { name: /^Save (picture|video)…$/, disabled: false }).click()
    await window.getByText(`Saved as ${fileName}`).waitFor({ timeout: filmLimitMs })
    await dialog.waitFor({ state: 'hidden' })
    return file
  }
  const pick = (name: string) => dialog.getByText(name, { exact: true }).click()
  const cover = async (name: string) => {
    await dialog.getByRole('tab', { name: /^Privacy/ }).click()
    await pick(name)
    await dialog
      .getByText(/ found$/)
      .nth(1)
      .waitFor({ timeout: 60_000 })
  }
  const shape = (name: string) => dialog.getByRole('combobox', { name: 'Shape' }).selectOption(name)
  const png = () => dialog.getByText('PNG (exact)').click()

  const open = await exported('as it is.png', async () => {
    await shape('original')
    await png()
  })
  const bar = await exported('bar.png', async () => {
    await shape('original')
    await png()
    await cover('Eyes behind a bar')
    expect(await axeFindings(window)).toEqual([])
  })
  const blurred = await exported('face.jpg', async () => {
    await shape('original')
    await cover('Face blurred')
  })
  const found = await findFace(
    { photo: { path: sources[0]!, key: null, quarterTurns: 0 } },
    { signal: { aborted: false }, onProgress: () => undefined },
  )
  const { eyes } = found!
  // two photos of 700 × 700 side by side, with a line of 4 px between them
  for (const left of [0, 704]) {
    expect(brightestIn(await pixelsOf(bar), eyes, left)).toBe(0)
    expect(brightestIn(await pixelsOf(open), eyes, left)).toBeGreaterThan(60)
  }
  for (const left of [0, 704]) {
    const path = join(userData, `half ${left}.png`)
    const faceIn = async (file: string) => {
      await sharp(file).extract({ left, top: 0, width: 700, height: 700 }).toFile(path)
      return findFace(
        { photo: { path, key: null, quarterTurns: 0 } },
        { signal: { aborted: false }, onProgress: () => undefined },
      )
    }
    expect(await faceIn(open)).not.toBeNull()
    expect(await faceIn(blurred)).toBeNull()
  }

  const blink = await exported('blink.gif', async () => {
    await pick('Blinking picture')
    await shape('1:1')
    await cover('Eyes behind a bar')
  })
  const scale = 1080 / 700
  // the engine, which finds the face here too, reads no GIF
  sharp.unblock({ operation: ['VipsForeignLoadNsgif'] })
  for (const page of [0, 1]) {
    const { data, info } = await sharp(blink, { page }).removeAlpha().raw().toBuffer({ resolveWithObject: true })
    expect(brightestIn({ data, width: info.width }, eyes, 0, scale)).toBeLessThan(24)
  }
  const bare = await startApp(join(import.meta.dirname, 'bare-window'), await emptyUserData())
  const films: string[] = []
  for (const [name, fileName] of [
    ['Slider video', 'slider.mp4'],
    ['Wipe video', 'wipe.webm'],
  ] as const) {
    const film = await exported(fileName, async () => {
      await pick(name)
      await shape('1:1')
      await dialog.getByText(fileName.endsWith('webm') ? 'WebM (for websites)' : 'MP4 (for phones)').click()
      await cover('Eyes behind a bar')
      // the film stands on the photo that is worked on, and is saved whole all the same
      await dialog.getByRole('button', { name: 'Adjust the cover: Healed 1' }).click()
      await dialog.getByRole('button', { name: 'Cover: Healed 1', exact: true }).waitFor()
    })
    films.push(film)
    const { seconds, tags } = await filmFacts(film)
    expect(tags).toEqual([])
    const moments = [0.05, 0.25, 0.45, 0.65, 0.95].map((part) => part * seconds)
    // the slider's white line goes over the bar
    for (const data of await filmPictures(bare.window, film, moments))
      expect(
        brightestIn(
          { data, width: 1080 },
          { ...eyes, halfWidth: eyes.halfWidth / 2, centreX: eyes.centreX - eyes.halfWidth / 2 },
          0,
          scale,
        ),
      ).toBeLessThan(60)
  }

  for (const file of [open, bar, blurred, blink, ...films]) {
    const bytes = await readFile(file)
    expect(canariesIn(bytes), file).toEqual([])
    expect(bytes.includes(userData), file).toBe(false)
  }
  expect(jpegExtras(await readFile(blurred))).toEqual([])
  expect(pngExtras(await readFile(bar))).toEqual([])
  for (const file of [blurred, bar]) {
    const { icc, space, exif, xmp, iptc } = await sharp(file).metadata()
    expect([profileName(icc), exif, xmp, iptc, space]).toEqual(['sRGB', undefined, undefined, undefined, 'srgb'])
  }
  expect(await proposedName(app)).toMatch(/^comparison( \d{4}-\d\d-\d\d)?\.webm$/)
  const covers = (await recordedEvents(userData)).flatMap((event) =>
    event.type === 'comparison-exported' ? [event.data.covers ?? null] : [],
  )
  const behindBar = { face: { cover: 'eyes-bar', coveredPhotos: 2 }, hasBrush: false }
  const faceBlurred = { face: { cover: 'face-blurred', coveredPhotos: 2 }, hasBrush: false }
  expect(covers).toEqual([null, behindBar, faceBlurred, behindBar, behindBar, behindBar])
  expect(app.complaints).toEqual([])
}, 900_000)

test('without a face nothing is saved until the cover has a place; the brush covers the same place in both photos', async () => {
  const userData = await emptyUserData()
  const app = await startStipple(userData)
  const { window } = app
  await window.getByText('24 photos').waitFor({ timeout: 90_000 })
  await window.getByRole('button', { name: /^sample client/i }).click()
  await window.getByRole('button', { name: 'Compare newest with baseline: Front top' }).click()
  await window
    .getByRole('status', { name: 'Alignment' })
    .getByText(/^(Aligned|Check the alignment)$/)
    .waitFor({ timeout: alignLimitMs })
  await window.getByRole('button', { name: 'Export…' }).click()
  const dialog = window.getByRole('dialog', { name: 'Export the comparison' })
  const canvas = dialog.locator('canvas[data-ready=true]')
  await canvas.waitFor({ timeout: alignLimitMs })
  await dialog.getByRole('combobox', { name: 'Shape' }).selectOption('original')
  await dialog.getByText('PNG (exact)').click()
  await dialog.getByRole('tab', { name: /^Privacy/ }).click()
  await dialog.getByText('Eyes behind a bar', { exact: true }).click()
  await dialog.getByText('In 2 photos no face was found.', { exact: false }).waitFor({ timeout: 60_000 })
  const save = dialog.getByRole('button', { name: 'Save picture…' })
  expect(await save.isDisabled()).toBe(true)
  expect(await axeFindings(window)).toEqual([])

  await dialog
    .getByRole('button', { name: /^Place the cover/ })
    .first()
    .click()
  await dialog
    .getByRole('button', { name: /^No face is seen/ })
    .last()
    .click()
  await dialog.getByText('Move the cover onto the face.').waitFor()
  expect(await save.isDisabled()).toBe(true)
  const box = dialog.getByRole('button', { name: /^Cover: / })
  const before = (await box.boundingBox())!
  await window.mouse.move(before.x + before.width / 2, before.y + before.height / 2)
  await window.mouse.down()
  await window.mouse.move(before.x + before.width / 2, before.y + before.height / 2 - 40, { steps: 4 })
  await window.mouse.up()
  const after = (await box.boundingBox())!
  expect(after.y - before.y).toBeCloseTo(-40, 0)
  await box.press('ArrowDown')
  expect((await box.boundingBox())!.y).toBeGreaterThan(after.y)
  await dialog.getByText('placed by hand').waitFor()

  await dialog.getByRole('button', { name: 'Cover with a brush' }).click()
  await dialog.getByText('Grey', { exact: true }).click()
  const field = dialog.getByRole('application', { name: /^Paint over the photos/ })
  const area = (await field.boundingBox())!
  const drag = async (share: number) => {
    await window.mouse.move(area.x + 0.1 * area.width, area.y + share * area.height)
    await window.mouse.down()
    await window.mouse.move(area.x + 0.2 * area.width, area.y + share * area.height, { steps: 8 })
    await window.mouse.up()
  }
  await drag(0.2)
  await drag(0.85)
  await window.keyboard.press('Control+z')
  expect(await axeFindings(window)).toEqual([])
  await window.keyboard.press('Escape')
  await field.waitFor({ state: 'hidden' })
  expect(await dialog.isVisible()).toBe(true)
  const file = join(userData, 'covered.png')
  await saveAs(app, file)
  await canvas.waitFor()
  await save.click()
  await window.getByText('Saved as covered.png').waitFor({ timeout: 60_000 })

  const { data, width } = await pixelsOf(file)
  const at = (x: number, y: number) => [...data.subarray(3 * (y * width + x), 3 * (y * width + x) + 3)]
  // 1800 px each, the first stroke at 10 to 20 % of both photos' width beside each other
  const [x, y] = [Math.round(0.15 * 3604), Math.round(0.2 * 1800)]
  expect(at(x, y)).toEqual([118, 118, 118])
  expect(at(x + 1804, y)).toEqual([118, 118, 118])
  expect(at(x, Math.round(0.85 * 1800))).not.toEqual([118, 118, 118])
  // the bar, 40 px of the screen above the middle of the first photo; none on the second
  const barY = Math.round(900 - (38 * 1800) / area.height)
  expect(at(900, barY)).toEqual([0, 0, 0])
  expect(at(900 + 1804, barY)).not.toEqual([0, 0, 0])
  const covers = (await recordedEvents(userData)).flatMap((event) =>
    event.type === 'comparison-exported' ? [event.data.covers] : [],
  )
  expect(covers).toEqual([{ face: { cover: 'eyes-bar', coveredPhotos: 1 }, hasBrush: true }])
  expect(app.complaints).toEqual([])
}, 400_000)
