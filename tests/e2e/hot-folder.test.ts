import { appendFile, copyFile, mkdir, mkdtemp, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { recordedEvents } from './recorded-events.ts'
import { answerDialogs, emptyUserData, startStipple } from './stipple-app.ts'

const photos = join(import.meta.dirname, '../fixtures/photos')

async function tetherFolder(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'stipple-e2e-hot-'))
  onTestFinished(() => rm(home, { recursive: true, force: true, maxRetries: 5 }))
  const tether = join(home, 'Tether')
  await mkdir(tether)
  return tether
}

/** Writes a photo as a camera does over a slow cable. */
async function writeSlowly(from: string, to: string): Promise<void> {
  const bytes = await readFile(from)
  const part = Math.ceil(bytes.length / 4)
  for (let start = 0; start < bytes.length; start += part) {
    await appendFile(to, bytes.subarray(start, start + part))
    await new Promise((resolve) => setTimeout(resolve, 400))
  }
}

async function openClient(window: Page, name: string): Promise<void> {
  await window.getByRole('button', { name }).first().click()
  await window.getByRole('heading', { name }).waitFor()
}

const came = (count: string) => `${count} came in from “Tether”`

test('photos that come into the hot folder are offered, reviewed and filed once; also those that came while Stipple was closed', async () => {
  const userData = await emptyUserData()
  const tether = await tetherFolder()
  await copyFile(join(photos, 'landscape-5.jpg'), join(tether, 'of last year.jpg'))
  const app = await startStipple(userData)
  const { window } = app
  await window.getByText('24 photos').waitFor({ timeout: 90_000 })
  await window.getByRole('button', { name: 'Add client' }).click()
  await window.getByRole('dialog').getByLabel(/name/i).first().fill('Tethered')
  await window.getByRole('dialog').getByRole('button', { name: 'Add client' }).click()
  await window.getByRole('heading', { name: 'Tethered' }).waitFor()

  await answerDialogs(app, { open: [tether] })
  await window.getByRole('button', { name: 'Hot folder…' }).click()
  await window.getByRole('button', { name: 'Choose folder…' }).click()
  await window.getByText('The file that is in it already is left alone', { exact: false }).waitFor()
  expect(await window.content()).not.toContain(tether)
  await window.keyboard.press('Escape')

  await writeSlowly(join(photos, 'landscape-1.jpg'), join(tether, 'IMG_0001.JPG'))
  await window.getByText(came('1 photo')).waitFor()
  await copyFile(join(photos, 'landscape-3.jpg'), join(tether, 'IMG_0002.JPG'))
  await window.getByText(came('2 photos')).waitFor()
  await window.getByRole('button', { name: 'Review…' }).click()
  await window.getByRole('heading', { name: 'Review import' }).waitFor()
  for (const name of ['IMG_0001.JPG', 'IMG_0002.JPG']) {
    await window.getByLabel(`Stage of ${name}`).selectOption('before')
    await window.getByLabel(`Angle of ${name}`).selectOption(name === 'IMG_0001.JPG' ? 'crown' : 'top')
  }
  await window.getByRole('button', { name: 'Save 2 photos' }).click()
  await window.getByRole('img', { name: /crown, before/i }).waitFor()
  await window.getByRole('img', { name: /top, before/i }).waitFor()
  expect(await window.getByText('came in from').count()).toBe(0)
  expect(app.complaints).toEqual([])
  await app.close()

  const setting = await readFile(join(userData, 'hot-folder.json'), 'utf8')
  expect(setting).not.toContain('IMG_0001')
  const late = join(tether, 'IMG_0003.JPG')
  await copyFile(join(photos, 'landscape-6.jpg'), late)
  await utimes(late, new Date('2012-05-05'), new Date('2012-05-05'))
  const again = await startStipple(userData)
  await again.window.getByText(`${came('1 photo')}. Open its client`).waitFor()
  await openClient(again.window, 'Tethered')
  await rename(tether, `${tether} unplugged`)
  await again.window.getByText('The hot folder “Tether” can’t be reached', { exact: false }).waitFor()
  await rename(`${tether} unplugged`, tether)
  await again.window.getByText(came('1 photo')).waitFor()
  await again.window.getByRole('button', { name: 'Leave them' }).click()
  await again.window.getByText('1 photo left in “Tether”').waitFor()
  await writeFile(join(tether, 'IMG_0004.JPG'), await readFile(join(photos, 'landscape-7.jpg')))
  await again.window.getByText(came('1 photo')).waitFor()
  expect(again.complaints).toEqual([])
  await again.close()

  const imported = (await recordedEvents(userData)).flatMap((event) =>
    event.type === 'photo-imported' && /^IMG_/.test(event.data.fileName) ? [event.data] : [],
  )
  expect(imported.map(({ fileName, angle }) => `${fileName} ${angle}`).sort()).toEqual([
    'IMG_0001.JPG crown',
    'IMG_0002.JPG top',
  ])
}, 240_000)
