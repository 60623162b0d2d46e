import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { axeFindings } from './axe-findings.ts'
import { meanDifference, pixelsOfAddress } from './decoded-film.ts'
import { recordedEvents } from './recorded-events.ts'
import { answerDialogs, emptyUserData, type StippleApp, startStipple } from './stipple-app.ts'

const alignLimitMs = 120_000

/** The export of the sample client's crown; its dialog. */
async function openExport({ window }: StippleApp) {
  await window.getByText('24 photos').waitFor({ timeout: 90_000 })
  await window.getByRole('button', { name: /^sample client/i }).click()
  await window.getByRole('button', { name: 'Compare newest with baseline: Crown' }).click()
  const alignment = window.getByRole('status', { name: 'Alignment' })
  await alignment.getByText(/^(Aligned|Check the alignment)$/).waitFor({ timeout: alignLimitMs })
  await window.getByRole('button', { name: 'Export…' }).click()
  const dialog = window.getByRole('dialog', { name: 'Export the comparison' })
  await dialog.locator('canvas[data-ready=true]').waitFor({ timeout: alignLimitMs })
  return dialog
}

test('a way of exporting is kept as a template, found after a restart, and makes what its preview shows', async () => {
  const userData = await emptyUserData()
  const first = await startStipple(userData)
  const { window } = first
  const dialog = await openExport(first)
  await dialog.getByRole('combobox', { name: 'Shape' }).selectOption('1:1')
  await dialog.getByText('PNG (exact)').click()
  await dialog.getByRole('tab', { name: /^Captions/ }).click()
  expect(await axeFindings(window)).toEqual([])
  const text = dialog.getByRole('textbox', { name: 'Text on the picture' })
  await text.fill('Mine: {stage}')
  await dialog.getByText('“stage” speaks of one photo and can’t stand over all of them.').waitFor()
  expect(await dialog.getByRole('button', { name: 'Save picture…' }).isDisabled()).toBe(true)
  await text.fill('The {angle} of a happy client')
  await dialog.getByRole('button', { name: 'Template: save, rename, delete' }).click()
  await window.getByRole('menuitem', { name: 'Save as a template…' }).click()
  const naming = window.getByRole('dialog', { name: 'Save as a template' })
  await naming.getByRole('textbox', { name: 'Name' }).fill('House style')
  expect(await axeFindings(window)).toEqual([])
  await naming.getByRole('button', { name: 'Save', exact: true }).click()
  const template = dialog.getByRole('combobox', { name: 'Template' })
  await template.locator('option:checked', { hasText: 'House style' }).waitFor({ state: 'attached' })
  expect(first.complaints).toEqual([])
  await first.close()

  const again = await startStipple(userData)
  const later = await openExport(again)
  await later.getByRole('combobox', { name: 'Template' }).selectOption('Instagram story 9:16')
  await later.getByText('No consent for this').waitFor()
  await later.getByRole('combobox', { name: 'Template' }).selectOption('House style')
  expect(await later.getByRole('combobox', { name: 'Shape' }).inputValue()).toBe('1:1')
  await later.getByText('For the client', { exact: true }).click()
  const canvas = later.locator('canvas[data-ready=true]')
  await canvas.waitFor({ timeout: alignLimitMs })
  const preview = await pixelsOfAddress(
    await canvas.evaluate((element) => (element as HTMLCanvasElement).toDataURL('image/png')),
  )
  const file = join(userData, 'house.png')
  await answerDialogs(again, { save: file })
  await later.getByRole('button', { name: 'Save picture…' }).click()
  await again.window.getByText('Saved as house.png').waitFor({ timeout: 60_000 })
  const { data, info } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  expect([info.width, info.height]).toEqual([1080, 1080])
  expect(meanDifference(data, preview)).toBe(0)
  const made = (await recordedEvents(userData)).flatMap((event) =>
    event.type === 'comparison-exported' ? [event.data.making] : [],
  )
  expect(JSON.stringify(made)).toContain('The Crown of a happy client')
  expect(again.complaints).toEqual([])
}, 400_000)
