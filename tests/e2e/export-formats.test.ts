import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { axeFindings } from './axe-findings.ts'
import { filmFacts, filmPictures, meanDifference, pixelsOfAddress } from './decoded-film.ts'
import { jpegExtras, pngExtras } from './picture-metadata.ts'
import { recordedEvents } from './recorded-events.ts'
import { answerDialogs, emptyUserData, startApp, startStipple } from './stipple-app.ts'

const alignLimitMs = 120_000
const filmLimitMs = 180_000

test('every kind of export is what its preview shows, in its size and length, and nothing else', async () => {
  const userData = await emptyUserData()
  const app = await startStipple(userData)
  const { window } = app
  // films stand at their beginning until they are played
  await window.emulateMedia({ reducedMotion: 'reduce' })
  await window.getByText('24 photos').waitFor({ timeout: 90_000 })
  await window.getByRole('button', { name: /^sample client/i }).click()
  await window.getByRole('button', { name: 'Compare newest with baseline: Crown' }).click()
  const alignment = window.getByRole('status', { name: 'Alignment' })
  await alignment.getByText(/^(Aligned|Check the alignment)$/).waitFor({ timeout: alignLimitMs })

  const dialog = window.getByRole('dialog', { name: 'Export the comparison' })
  /** Exports what is chosen; the file's path and the preview's pixels. */
  const exported = async (fileName: string, choose: () => Promise<void>) => {
    const file = join(userData, fileName)
    await answerDialogs(app, { save: file })
    await window.getByRole('button', { name: 'Export…' }).click()
    await choose()
    const canvas = dialog.locator('canvas[data-ready=true]')
    await canvas.waitFor({ timeout: alignLimitMs })
    const address = await canvas.evaluate((element) => (element as HTMLCanvasElement).toDataURL('image/png'))
    await dialog.getByRole('button', { name: /^Save (picture|video)…$/ }).click()
    await window.getByText(`Saved as ${fileName}`).waitFor({ timeout: filmLimitMs })
    await dialog.waitFor({ state: 'hidden' })
    return { file, preview: await pixelsOfAddress(address) }
  }
  const kind = (name: string) => dialog.getByText(name, { exact: true }).click()
  /** Clicks a choice until it is taken: the panel grows while the stages are read, and a click can fall beside it. */
  const chosen = (name: string) =>
    expect
      .poll(
        async () => {
          const radio = dialog.getByRole('radio', { name })
          if (!(await radio.isChecked())) await dialog.getByText(name).click()
          return radio.isChecked()
        },
        { timeout: 15_000 },
      )
      .toBe(true)
  const shape = (name: string) => dialog.getByRole('combobox', { name: 'Shape' }).selectOption(name)
  const pixels = (file: string) => sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true })

  const sizes = {
    '4:5': [1080, 1350],
    '1:1': [1080, 1080],
    '3:4': [1080, 1440],
    '9:16': [1080, 1920],
    '16:9': [1920, 1080],
  }
  for (const [name, size] of Object.entries(sizes)) {
    const { file, preview } = await exported(`still ${name.replace(':', '-')}.png`, async () => {
      await shape(name)
      await chosen('PNG (exact)')
    })
    const { data, info } = await pixels(file)
    expect([info.width, info.height], name).toEqual(size)
    expect(meanDifference(data, preview), name).toBe(0)
    expect(pngExtras(await readFile(file)), name).toEqual([])
  }
  const original = await exported('original.jpg', () => shape('original').then(() => undefined))
  const { data: originalPixels, info } = await pixels(original.file)
  // two photos of 1800 × 1800 and the line between them
  expect([info.width, info.height]).toEqual([3604, 1800])
  expect(meanDifference(originalPixels, original.preview)).toBeLessThan(3)
  expect(jpegExtras(await readFile(original.file))).toEqual([])

  const strip = await exported('strip.png', async () => {
    await kind('Strip of stages')
    await chosen('PNG (exact)')
    expect(await dialog.getByRole('checkbox', { checked: true }).count()).toBeGreaterThan(2)
    expect(await axeFindings(window)).toEqual([])
  })
  expect(meanDifference((await pixels(strip.file)).data, strip.preview)).toBe(0)
  const angles = await exported('angles.png', async () => {
    await kind('All angles')
    await shape('9:16')
    await chosen('PNG (exact)')
  })
  expect(meanDifference((await pixels(angles.file)).data, angles.preview)).toBe(0)

  const blink = await exported('blink.gif', async () => {
    await kind('Blinking picture')
    await shape('4:5')
  })
  const gif = await sharp(blink.file, { pages: -1 }).metadata()
  expect([gif.width, gif.pageHeight, gif.pages, gif.delay, gif.loop]).toEqual([1080, 1350, 2, [900, 900], 0])
  const [first, second] = await Promise.all(
    [0, 1].map((page) => sharp(blink.file, { page }).removeAlpha().raw().toBuffer()),
  )
  expect(meanDifference(first!, blink.preview)).toBeLessThan(5)
  expect(meanDifference(second!, blink.preview)).toBeGreaterThan(8)

  const bare = await startApp(join(import.meta.dirname, 'bare-window'), await emptyUserData())
  for (const [name, file, seconds, codec] of [
    ['Slider video', 'slider.mp4', 6, 'avc'],
    ['Wipe video', 'wipe.webm', 5, 'vp9'],
    ['Stages video', 'stages.mp4', null, 'avc'],
  ] as const) {
    const film = await exported(file, async () => {
      await kind(name)
      await shape('1:1')
      const wanted = codec === 'vp9' ? 'WebM (for websites)' : 'MP4 (for phones)'
      await chosen(wanted)
    })
    const facts = await filmFacts(film.file)
    expect(facts, name).toMatchObject({ tracks: 1, codec, widthPx: 1080, heightPx: 1080, tags: [] })
    if (seconds) expect(facts.seconds).toBeCloseTo(seconds, 1)
    expect(facts.frames / facts.seconds, name).toBeCloseTo(30, 0)
    const [begin, middle] = await filmPictures(bare.window, film.file, [0, facts.seconds / 2])
    expect(meanDifference(begin!, film.preview), name).toBeLessThan(6)
    expect(meanDifference(middle!, film.preview), name).toBeGreaterThan(8)
  }

  // nothing that names the client, the program or the photo is in any of the files
  for (const file of ['original.jpg', 'blink.gif', 'slider.mp4', 'wipe.webm', 'stages.mp4']) {
    const text = (await readFile(join(userData, file))).toString('latin1')
    expect(
      ['Sample client', 'crown_', 'xpacket', 'Exif\0', userData].filter((canary) => text.includes(canary)),
      file,
    ).toEqual([])
  }
  const events = (await recordedEvents(userData)).flatMap((event) =>
    event.type === 'comparison-exported' ? [event.data] : [],
  )
  expect(events.map(({ kind: made }) => made)).toEqual([
    ...Array(6).fill('picture'),
    'stages',
    'angles',
    'blink',
    'slider-video',
    'wipe-video',
    'stages-video',
  ])
  expect(app.complaints).toEqual([])
}, 900_000)
