import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { acceptTwoPatches, assessPanel, drawSampleZones, openSampleAssessment } from './assess-steps.ts'
import { measureLimitMs } from './assessed-zones.ts'
import { axeFindings } from './axe-findings.ts'
import { readPdf } from './read-pdf.ts'
import { recordedEvents } from './recorded-events.ts'
import { answerDialogs, emptyUserData, type StippleApp, startStipple } from './stipple-app.ts'

const clientName = /sample client/i

/** Saves what the dialog shows and reads it again. */
async function savedPdf(app: StippleApp, fileName: string) {
  const path = join(app.userData, fileName)
  await answerDialogs(app, { save: path })
  await app.window.getByRole('button', { name: 'Save as PDF…' }).click()
  await app.window.getByText(`Saved as ${fileName}`).waitFor()
  return readPdf(await readFile(path))
}

/** A logo with a place in its metadata, which nobody is to find on paper. */
async function logoWithPlace(path: string): Promise<void> {
  const picture = sharp({ create: { width: 1200, height: 400, channels: 4, background: '#0a3c3c80' } })
  await writeFile(
    path,
    await picture
      .withExif({ IFD0: { ImageDescription: 'Secret place' } })
      .png()
      .toBuffer(),
  )
}

test('accepted patches become a touch-up sheet, a report and a phone card: as PDFs of the right size, sharp, and without the client’s name', async () => {
  const app = await startStipple(await emptyUserData())
  const { window, userData } = app
  await openSampleAssessment(window)
  const panel = assessPanel(window)

  // nothing to print yet: the button says why
  const button = window.getByRole('button', { name: 'Sheets and report…' })
  expect(await button.getAttribute('aria-disabled')).toBe('true')
  expect(await button.getAttribute('aria-description')).toMatch(/^This photo has nothing to judge/)

  await drawSampleZones(window)
  await acceptTwoPatches(window)
  await window.keyboard.press('p')
  await panel.getByRole('checkbox').first().waitFor()
  const planned = await panel.getByRole('listitem').allTextContents()
  const numbers = planned.map((text) => /^(\d) · /.exec(text)?.[1])
  expect(numbers.length).toBe(2)
  await panel.getByRole('button', { name: 'Touch-up sheet…' }).click()
  const dialog = window.getByRole('dialog', { name: 'Sheets and report' })
  const preview = dialog.getByRole('region', { name: 'Preview' })
  await preview.getByRole('img', { name: `Patches: ${numbers.join(', ')}` }).waitFor({ timeout: measureLimitMs })
  expect(await axeFindings(window)).toEqual([])

  // the touch-up sheet: one page of A4, pictures from the originals
  const sheet = await savedPdf(app, 'sheet.pdf')
  expect(sheet.pages.map(({ widthMm, heightMm }) => [Math.round(widthMm), Math.round(heightMm)])).toEqual([[210, 297]])
  const [page] = sheet.pages
  expect(page?.text).toMatch(/Touch-up sheet.*Session 3/)
  for (const number of numbers)
    expect(page?.text).toMatch(new RegExp(`\\b${number} Top, (upper|lower|left|right|middle)`))
  expect(page?.text).toMatch(/2 patches, ≈ [\d,]+ mm², about \d+ dots to add/)
  expect(page?.text).toMatch(/lighter than around it, (most people would see|measurable)/)
  expect(page?.text).toMatch(/pixels a millimetre, an estimate from the width of the head/)
  expect(page?.text).toMatch(/Healed 2 · 23 Mar 2026/)
  // before, after, map
  expect(page?.pictures).toHaveLength(3)
  for (const { dpi } of page?.pictures ?? []) expect(dpi).toBeGreaterThanOrEqual(290)
  expect(page?.pictures.map(({ widthPx }) => widthPx).toSorted()).toEqual([1394, 1394, 602])
  expect(page?.text).not.toMatch(clientName)
  expect(sheet.about).not.toMatch(clientName)
  expect(sheet.about).toMatch(/Touch-up sheet/)

  // the name only where it is ticked, dates only as long as they are; and not in what the file says of itself
  await dialog.getByRole('checkbox', { name: 'Client’s name' }).click()
  await dialog.getByRole('checkbox', { name: 'Dates of the photos' }).click()
  const logoPath = join(userData, 'logo.png')
  await logoWithPlace(logoPath)
  await answerDialogs(app, { open: [logoPath] })
  await dialog.getByRole('textbox', { name: 'Name of the studio' }).fill('Studio Nord')
  await dialog.getByRole('button', { name: 'Choose a logo…' }).click()
  await dialog.getByRole('img', { name: 'Logo of the studio' }).waitFor()
  const named = await savedPdf(app, 'named.pdf')
  expect(named.pages[0]?.text).toMatch(/Studio Nord.*Client: Sample client/)
  expect(named.pages[0]?.text).not.toMatch(/23 Mar 2026/)
  expect(named.pages[0]?.pictures).toHaveLength(4)
  expect(named.about).not.toMatch(clientName)
  const logo = await readFile(join(userData, 'studio-logo.png'))
  const { width, hasAlpha, exif } = await sharp(logo).metadata()
  expect({ width, hasAlpha, exif }).toEqual({ width: 800, hasAlpha: true, exif: undefined })
  expect(logo.includes('Secret')).toBe(false)
  await dialog.getByRole('checkbox', { name: 'Client’s name' }).click()

  // the report says it in words first
  await dialog.getByRole('radio', { name: 'Report' }).click()
  await preview.getByText('Over the stages').waitFor({ timeout: measureLimitMs })
  const report = await savedPdf(app, 'report.pdf')
  const said = report.pages.map(({ text }) => text).join(' ')
  expect(said).toMatch(/Report.*Top · Healed 2.*\d patches that most people would see.*What was found.*Over the stages/)
  expect(said).toMatch(/Session 1 Not judged: still settling/)
  expect(said).not.toMatch(clientName)
  expect(said).not.toMatch(/diagnos|disease|alopecia|treat(ment)? with/i)

  // the phone's card is as tall as a phone
  await dialog.getByRole('radio', { name: 'Phone card' }).click()
  await preview.getByRole('heading', { name: 'Touch-up in session 3' }).waitFor({ timeout: measureLimitMs })
  const card = await savedPdf(app, 'card.pdf')
  expect(card.pages).toHaveLength(1)
  const [screenful] = card.pages
  expect(screenful!.heightMm / screenful!.widthMm).toBeCloseTo(1920 / 1080, 2)
  expect(screenful?.pictures[0]?.widthPx).toBeGreaterThanOrEqual(1080)
  expect(screenful?.text).toMatch(/≈ [\d,]+ mm², about \d+ dots/)

  // a folder that is gone is told, and nothing is left behind
  await answerDialogs(app, { save: join(userData, 'gone', 'card.pdf') })
  await dialog.getByRole('button', { name: 'Save as PDF…' }).click()
  await window.getByText(/^The folder can’t be written/).waitFor()
  await expect(stat(join(userData, 'gone'))).rejects.toThrow()

  // a sheet is the studio's own work: nothing of it is recorded
  expect((await recordedEvents(userData)).filter(({ type }) => type === 'comparison-exported')).toEqual([])
  expect(app.complaints).toEqual([])
}, 400_000)
