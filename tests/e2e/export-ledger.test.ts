import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { axeFindings } from './axe-findings.ts'
import { readPdf } from './read-pdf.ts'
import { recordedEvents } from './recorded-events.ts'
import { answerDialogs, emptyUserData, startStipple } from './stipple-app.ts'

/** A4 in points, and what a printer may be off by. */
const a4 = { widthMm: 210, heightMm: 297 }
const slackMm = 1

test('an export stands in the list, is known by its file, has a proof sheet that names nobody, and is ticked as taken down once the consent is withdrawn', async () => {
  const userData = await emptyUserData()
  const app = await startStipple(userData)
  const { window, electron } = app
  const dialog = window.getByRole('dialog')
  const file = join(userData, 'comparison.jpg')
  const proof = join(userData, 'proof.pdf')
  await window.getByText('24 photos').waitFor({ timeout: 90_000 })
  await window.getByRole('button', { name: 'Exports', exact: true }).click()
  await window.getByText('Nothing was exported yet').waitFor()
  expect(await axeFindings(window)).toEqual([])
  await window.getByRole('button', { name: 'Back to the clients' }).click()

  await window.getByRole('button', { name: /^sample client/i }).click()
  await window.getByRole('button', { name: 'Compare newest with baseline: Crown' }).click()
  await window.getByText('Aligned', { exact: true }).first().waitFor({ timeout: 120_000 })
  await window.getByRole('button', { name: /^export/i }).click()
  await window.locator('canvas[data-ready=true]').waitFor({ timeout: 120_000 })
  await dialog.getByText('Instagram', { exact: true }).click()
  await dialog.getByRole('button', { name: 'Record a consent…' }).click()
  await window.getByRole('radio', { name: 'Typed name' }).press('Space')
  await window.getByRole('textbox', { name: 'The client types the full name' }).fill('Sam Sample')
  await window.getByRole('button', { name: 'Record the consent' }).click()
  await window.getByText(/^Covered by the consent of/).waitFor()
  await window.locator('canvas[data-ready=true]').waitFor()
  await answerDialogs(app, { save: file })
  await dialog.getByRole('button', { name: 'Save picture…' }).click()
  await window.getByText('Saved as comparison.jpg').waitFor({ timeout: 60_000 })
  const outputSha256 = createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
  const exported = (await recordedEvents(userData)).flatMap((event) =>
    event.type === 'comparison-exported' ? [event.data] : [],
  )
  expect(exported).toMatchObject([
    { outputSha256, purpose: 'instagram', making: { scene: 'beside', hasDrawings: false } },
  ])
  const { photoIds, making } = exported[0]!
  expect(making?.photos.map(({ alignmentId }) => alignmentId === null)).toEqual([true, false])

  // the proof sheet, right after the export
  await window.getByRole('button', { name: 'Proof sheet…' }).click()
  await dialog.getByText('The photos it was made of').waitFor()
  expect(await axeFindings(window)).toEqual([])
  await answerDialogs(app, { save: proof })
  await window.getByRole('button', { name: 'Save as PDF…' }).click()
  await window.getByText('Saved as proof.pdf').waitFor({ timeout: 60_000 })
  const { pages } = await readPdf(await readFile(proof))
  for (const { widthMm, heightMm } of pages) {
    expect(Math.abs(widthMm - a4.widthMm)).toBeLessThan(slackMm)
    expect(Math.abs(heightMm - a4.heightMm)).toBeLessThan(slackMm)
  }
  // the typeface draws both apostrophes with one glyph
  const told = pages.map(({ text }) => text.replaceAll('ʼ', '’')).join(' ')
  const squeezed = told.replace(/\s/g, '')
  for (const sum of [outputSha256, ...photoIds]) expect(squeezed).toContain(sum)
  for (const sentence of [
    'Taken: 12 Jan 2026, 10:48 (+01:00 from UTC)',
    'Taken: 4 May 2026, 11:20 (+01:00 from UTC)',
    'Date known from: the camera',
    'Alignment: automatic',
    'Light as shot: brightness and colour were not changed',
    'No skin and no pigment was retouched',
    'I agree that photos of my scalp micropigmentation',
    'For: Instagram',
    'the consent held and covered “Instagram”',
    'Signed by the client’s typed name',
  ])
    expect(told).toContain(sentence)
  expect(told).not.toMatch(/Sam Sample|Sample client/)
  await dialog.getByRole('checkbox', { name: 'Name the client on it' }).press('Space')
  await window.getByRole('button', { name: 'Save as PDF…' }).click()
  await expect
    .poll(async () => (await readPdf(await readFile(proof))).pages.map(({ text }) => text).join(' '), {
      timeout: 60_000,
    })
    .toMatch(/Sample client.*Signed by typed name: Sam Sample/)
  await window.getByRole('button', { name: 'Close', exact: true }).last().click()

  // the list, from the client's board, and the file found again
  await window.getByRole('button', { name: 'Back to the series' }).click()
  await window.getByRole('button', { name: 'Import photos…' }).waitFor()
  await window.keyboard.press('e')
  const row = window.getByRole('list', { name: 'Exports' }).getByRole('listitem')
  await row.getByText('Covered', { exact: true }).waitFor()
  expect(await row.textContent()).toContain(outputSha256)
  await row.getByRole('button', { name: 'Copy the SHA-256 of comparison.jpg' }).click()
  expect(await electron.evaluate(({ clipboard }) => clipboard.readText())).toBe(outputSha256)
  expect(await axeFindings(window)).toEqual([])
  await window.keyboard.press('w')
  await window.locator('input[type=file]').setInputFiles(file)
  await dialog.getByText(/^Exported .* for: Instagram$/).waitFor()
  expect(await axeFindings(window)).toEqual([])
  const changed = join(userData, 'changed.jpg')
  await writeFile(changed, Buffer.concat([await readFile(file), Buffer.from([0])]))
  await window.locator('input[type=file]').setInputFiles(changed)
  await dialog.getByText('changed.jpg is no export as Stipple made it').waitFor()
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: 'Back to the series board' }).click()

  // withdrawn: to be taken down, ticked in the consent's own list, and told everywhere
  await window.getByRole('button', { name: 'Records', exact: true }).click()
  await window.getByRole('button', { name: 'Consent…' }).click()
  await window.getByRole('button', { name: 'Withdraw…' }).click()
  await window.getByRole('button', { name: 'Withdraw the consent' }).click()
  await window.getByRole('table', { name: 'To take down' }).waitFor()
  await window.getByRole('button', { name: 'All exports of this client, with their proof sheets' }).click()
  await window.getByText('1 export has to be taken down').waitFor()
  await window.getByText('Consent withdrawn', { exact: true }).waitFor({ state: 'hidden' })
  expect(await axeFindings(window)).toEqual([])
  await window.getByRole('button', { name: 'All clients' }).click()
  await window.getByRole('button', { name: 'Back to the clients' }).click()
  await window.getByText('1 export has to be taken down: the consent to it was withdrawn.').waitFor()
  await window.getByRole('button', { name: 'Exports: 1 to take down' }).click()
  await window.getByRole('button', { name: 'Taken down…: comparison.jpg' }).click()
  await window.getByRole('textbox', { name: 'Where did it stand?' }).fill('instagram.com/p/example')
  await window.keyboard.press('Enter')
  await window.getByText(/^Taken down .*: instagram.com\/p\/example$/).waitFor()
  expect(await recordedEvents(userData)).toContainEqual(
    expect.objectContaining({
      type: 'export-taken-down',
      data: expect.objectContaining({ takenDown: expect.objectContaining({ where: 'instagram.com/p/example' }) }),
    }),
  )
  await window.getByRole('button', { name: 'Back to the clients' }).click()
  await window.getByRole('button', { name: 'Exports', exact: true }).waitFor()
  await app.close()

  // and it is so after the next start
  const again = await startStipple(userData)
  await again.window.getByRole('button', { name: 'Exports', exact: true }).click()
  await again.window.getByText(/^Taken down .*: instagram.com\/p\/example$/).waitFor({ timeout: 60_000 })
  expect([...app.complaints, ...again.complaints]).toEqual([])
}, 500_000)
