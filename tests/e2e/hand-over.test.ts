import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { axeFindings } from './axe-findings.ts'
import { jpegExtras, profileName } from './picture-metadata.ts'
import { readPdf } from './read-pdf.ts'
import { recordedEvents } from './recorded-events.ts'
import { answerDialogs, emptyUserData, startStipple } from './stipple-app.ts'

test('a client takes home a folder of pictures, a series and a card: without a name, a camera’s words or a consent, and the record says so', async () => {
  const userData = await emptyUserData()
  const app = await startStipple(userData)
  const { window } = app
  await window.getByText('24 photos').waitFor({ timeout: 90_000 })
  await window.getByRole('button', { name: /^sample client/i }).click()
  await window.getByRole('button', { name: 'Compare newest with baseline: Crown' }).click()
  await window.getByText('Aligned', { exact: true }).first().waitFor({ timeout: 120_000 })
  await window.getByRole('button', { name: 'Back to the series' }).click()
  await window.getByRole('button', { name: 'Treatment actions' }).click()
  await window.getByRole('menuitem', { name: 'For the client…' }).click()
  const dialog = window.getByRole('dialog', { name: 'For the client' })
  await dialog.getByText('Healed 3 · Crown').waitFor()
  expect(await axeFindings(window)).toEqual([])

  // a folder: two angles, stage by stage
  await dialog.getByRole('checkbox', { name: /^Front top/ }).uncheck()
  await dialog.getByRole('combobox', { name: 'Size of the pictures' }).selectOption('2560 px, to send')
  await answerDialogs(app, { open: [userData] })
  await dialog.getByRole('button', { name: 'Save the folder…' }).click()
  await window.getByText('Saved as Treatment in pictures').waitFor({ timeout: 120_000 })
  const folder = join(userData, 'Treatment in pictures')
  const names = (await readdir(folder)).toSorted()
  expect(names).toHaveLength(16)
  expect(names[0]).toMatch(/^01 Before, (Top|Crown)\.jpg$/)
  expect(names.at(-1)).toMatch(/^16 Healed 3, (Top|Crown)\.jpg$/)
  for (const name of names) {
    const bytes = await readFile(join(folder, name))
    const { width, height, icc, exif } = await sharp(bytes).metadata()
    expect([width, height, profileName(icc!), exif], name).toEqual([1800, 1800, 'sRGB', undefined])
    expect(jpegExtras(bytes), name).toEqual([])
  }
  expect((await readdir(userData)).filter((name) => name.endsWith('.stipple'))).toEqual([])

  // a second one stands beside the first
  await dialog.getByRole('button', { name: 'Save the folder…' }).click()
  await window.getByText('Saved as Treatment in pictures (2)').waitFor({ timeout: 120_000 })

  const savedPdf = async (fileName: string) => {
    const path = join(userData, fileName)
    await answerDialogs(app, { save: path })
    await dialog.getByRole('button', { name: 'Save as PDF…' }).click()
    await window.getByText(`Saved as ${fileName}`).waitFor({ timeout: 60_000 })
    return { bytes: await readFile(path), ...(await readPdf(await readFile(path))) }
  }
  const preview = dialog.getByRole('region', { name: 'Preview' })
  await dialog.getByRole('radio', { name: 'Series as a PDF, A4' }).click()
  await preview.getByRole('heading', { name: 'Treatment in pictures' }).waitFor({ timeout: 60_000 })
  expect(await axeFindings(window)).toEqual([])
  const series = await savedPdf('series.pdf')
  // the cover, then two pages for each of two angles
  expect(series.pages.map(({ widthMm, heightMm }) => [Math.round(widthMm), Math.round(heightMm)])).toEqual(
    Array(5).fill([210, 297]),
  )
  expect(series.pages.map(({ pictures }) => pictures.length)).toEqual([2, 4, 4, 4, 4])
  expect(series.pages[0]?.text).toMatch(/Treatment in pictures.*12 Jan 2026 to 4 May 2026.*8 photos/)
  expect(series.pages[1]?.text).toMatch(/Before.*Post-cut.*Session 1.*pigment is darker than it will stay/)

  await dialog.getByRole('radio', { name: 'Before/after card' }).click()
  await dialog.getByRole('combobox', { name: 'Angle' }).selectOption('Crown')
  await preview.getByRole('img', { name: /^Healed 3/ }).waitFor({ timeout: 60_000 })
  expect(await axeFindings(window)).toEqual([])
  const card = await savedPdf('card.pdf')
  expect(card.pages.map(({ widthMm, heightMm }) => [Math.round(widthMm), Math.round(heightMm)])).toEqual([[148, 105]])
  expect(card.pages[0]?.pictures).toHaveLength(2)
  await dialog.getByRole('combobox', { name: 'Card' }).selectOption('A6, above each other')
  const small = await savedPdf('small.pdf')
  expect(small.pages.map(({ widthMm, heightMm }) => [Math.round(widthMm), Math.round(heightMm)])).toEqual([[105, 148]])

  for (const { pages, about, bytes } of [series, card, small]) {
    expect(pages.map(({ text }) => text).join(' ')).not.toMatch(/sample client/i)
    expect(about).not.toMatch(/sample|stipple|chrom/i)
    expect(bytes.includes('Skia')).toBe(false)
  }
  const handed = (await recordedEvents(userData)).flatMap((event) =>
    event.type === 'pictures-handed-over' ? [event.data] : [],
  )
  expect(handed.map(({ form, photoIds }) => [form, photoIds.length])).toEqual([
    ['folder', 16],
    ['folder', 16],
    ['series', 16],
    ['card', 2],
    ['card', 2],
  ])
  expect(handed[2]?.files[0]?.outputSha256).toBe(createHash('sha256').update(series.bytes).digest('hex'))

  // nobody's pictures are given to somebody else, past every dialog of the window
  const other = await window.evaluate(async ([photoId]) => {
    const { stipple } = globalThis as unknown as {
      stipple: { request(name: string, input: unknown): Promise<{ ok: boolean }> }
    }
    const clientId = crypto.randomUUID()
    const asked = { clientId, photoIds: [photoId], form: 'card', page: 'a6' }
    return (await stipple.request('hand-over.pages', asked)).ok
  }, handed[0]!.photoIds)
  expect(other).toBe(false)
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: 'History', exact: true }).click()
  await window.getByText('16 pictures handed to the client in a folder').first().waitFor()
  expect(app.complaints).toEqual([])
}, 400_000)
