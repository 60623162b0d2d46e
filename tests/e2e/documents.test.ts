import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesHolding } from '../library/files-holding.ts'
import { recordedEvents } from './recorded-events.ts'
import { answerDialogs, dropFiles, emptyUserData, type StippleApp, startStipple } from './stipple-app.ts'

const heic = join(import.meta.dirname, '../fixtures/photos/cheers_1440x960.heic')
const plainWords = 'I TAKE BLOOD THINNERS EVERY MORNING'

/** A whole PDF of one page with a line of text, whose cross-reference table points where its objects stand. */
function pdfSaying(text: string): Buffer {
  const stream = `BT /F1 18 Tf 72 720 Td (${text}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 6\n0000000000 65535 f \n${offsets.join('')}`
  return Buffer.from(`${body}${table}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`, 'latin1')
}

async function openRecords({ window }: StippleApp): Promise<void> {
  await window.getByRole('button', { name: 'Sample client', exact: true }).click()
  await window.getByRole('button', { name: 'Records', exact: true }).click()
  await window.getByRole('region', { name: 'Forms and documents' }).waitFor()
}

test('a signed PDF and a photo of a form are attached, found by a search after a restart, shown, and copied out as they came in', async () => {
  const userData = await emptyUserData()
  const place = await emptyUserData()
  const pdf = join(place, 'Consent 2026-03-14.pdf')
  await writeFile(pdf, pdfSaying(plainWords))
  const first = await startStipple(userData)
  await first.window.getByText('24 photos').waitFor({ timeout: 90_000 })
  await openRecords(first)
  const card = first.window.getByRole('region', { name: 'Forms and documents' })
  const box = (await card.boundingBox())!
  await dropFiles(first, { x: box.x + box.width / 2, y: box.y + box.height / 2 }, [pdf, heic])
  const scan = first.window.getByRole('region', { name: 'cheers_1440x960.heic' })
  await scan.getByLabel('Title').fill('Anamnesis')
  await scan.getByLabel('Kind').selectOption('Health questionnaire')
  await scan.getByLabel('Notes').fill('Allergic to lanolin')
  expect(await first.window.getByLabel('Signed on').first().inputValue()).toBe('2026-03-14')
  await first.window.getByRole('button', { name: 'Add 2' }).click()
  await first.window.getByText('2 documents added').waitFor()
  await first.window.getByRole('button', { name: 'Anamnesis', exact: true }).waitFor()
  expect(first.complaints).toEqual([])
  await first.close()
  expect((await recordedEvents(userData)).filter(({ type }) => type === 'document-attached')).toMatchObject([
    { data: { fileName: 'Consent 2026-03-14.pdf', signedOn: '2026-03-14', picture: null } },
    { data: { title: 'Anamnesis', signedOn: null, picture: { widthPx: 1440, heightPx: 960 } } },
  ])
  for (const plain of [plainWords, 'lanolin', 'Consent 2026'])
    expect(await filesHolding(userData, Buffer.from(plain))).toEqual([])

  const second = await startStipple(userData)
  const { window } = second
  await window.getByRole('searchbox', { name: 'Search clients' }).fill('lanolin')
  const found = window.locator('mark', { hasText: 'lanolin' })
  await found.waitFor()
  expect(await found.locator('..').textContent()).toBe('Notes on Anamnesis: Allergic to lanolin')
  await openRecords(second)
  await window.getByRole('button', { name: 'Anamnesis', exact: true }).click()
  const picture = window.getByRole('dialog').locator('img[src*="/document/"]').first()
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1440)
  await window.keyboard.press('Escape')
  await window.getByRole('dialog').waitFor({ state: 'hidden' })

  const copy = join(place, 'Copy.pdf')
  await answerDialogs(second, { save: copy })
  await window.getByRole('button', { name: 'Consent 2026-03-14', exact: true }).click()
  await window.getByText(/A copy is not protected/).waitFor()
  await window.getByRole('button', { name: 'Save a copy…' }).click()
  await window.getByText('Saved as Copy.pdf. This copy is not protected.').waitFor()
  expect((await readFile(copy)).equals(await readFile(pdf))).toBe(true)
  expect((await readdir(place)).sort()).toEqual(['Consent 2026-03-14.pdf', 'Copy.pdf'])
  await window.keyboard.press('Escape')

  await window.getByRole('button', { name: 'Actions for Anamnesis' }).click()
  await window.getByRole('menuitem', { name: 'Remove' }).click()
  await window.getByRole('button', { name: 'Anamnesis', exact: true }).waitFor({ state: 'hidden' })
  await window.keyboard.press('Control+z')
  await window.getByRole('button', { name: 'Anamnesis', exact: true }).waitFor()
  expect(second.complaints).toEqual([])
}, 240_000)
