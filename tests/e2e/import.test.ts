import { existsSync, readdirSync } from 'node:fs'
import { copyFile, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { Photo } from '../../shared/domain/photo.ts'
import { watchMemory } from './most-memory.ts'
import { recordedEvents } from './recorded-events.ts'
import { answerDialogs, dropFiles, emptyUserData, type StippleApp, startStipple } from './stipple-app.ts'

const fixtures = join(import.meta.dirname, '../fixtures')
const dataFolder = process.env.STIPPLE_DATA ?? join(import.meta.dirname, '../../../shared/data')
const hasData = existsSync(dataFolder)

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

async function addClient(app: StippleApp, name: string): Promise<void> {
  const { window } = app
  await window.getByRole('button', { name: 'Add client' }).click()
  await window.getByRole('dialog').getByLabel(/name/i).first().fill(name)
  await window.getByRole('dialog').getByRole('button', { name: 'Add client' }).click()
  await window.getByRole('heading', { name }).waitFor()
}

async function chooseFolder(app: StippleApp, folders: string[], fileCount: number, limitMs: number): Promise<void> {
  await answerDialogs(app, { open: folders })
  await app.window.getByRole('button', { name: 'Import folder…' }).click()
  await app.window
    .getByRole('region', { name: 'Reading the files' })
    .waitFor({ state: 'visible' })
    .catch(() => undefined)
  await app.window.getByRole('region', { name: 'Reading the files' }).waitFor({ state: 'hidden', timeout: limitMs })
  expect(fileCount).toBeGreaterThan(0)
}

async function savePhotos(app: StippleApp): Promise<void> {
  await app.window.getByRole('button', { name: /^save \d+ photo/i }).click()
  await app.window.getByRole('button', { name: 'Import folder…' }).waitFor({ timeout: 60_000 })
}

function duplicateCount(app: StippleApp): Promise<number> {
  return app.window
    .getByRole('region', { name: /duplicate/ })
    .getByRole('listitem')
    .count()
}

async function importedPhotos(app: StippleApp): Promise<Photo[]> {
  const events = await recordedEvents(app.userData)
  return events.flatMap((event) => (event.type === 'photo-imported' ? [event.data] : []))
}

/** The photo as the window shows it, 24 × 24 RGB. */
async function shownPixels(app: StippleApp, photoId: string): Promise<number[]> {
  const base64 = await app.window.evaluate(async (id) => {
    const bytes = new Uint8Array(await (await fetch(`app://lib/photo/${id}/work`)).arrayBuffer())
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  }, photoId)
  return [
    ...(await sharp(Buffer.from(base64, 'base64'))
      .resize(24, 24, { fit: 'fill', fastShrinkOnLoad: false })
      .raw()
      .toBuffer()),
  ]
}

function meanDifference(one: number[], other: number[]): number {
  return one.reduce((sum, value, at) => sum + Math.abs(value - other[at]!), 0) / one.length
}

/** What each photo looks like when it is upright and has the right colours: 24 × 24 RGB, looked at by a person when it was stored. */
async function goldenPictures(): Promise<Record<string, number[]>> {
  const packed = JSON.parse(await readFile(join(fixtures, 'upright-pictures.json'), 'utf8')) as Record<string, string>
  return Object.fromEntries(Object.entries(packed).map(([name, base64]) => [name, [...Buffer.from(base64, 'base64')]]))
}

test('photos of every format come in upright and with the right colours, bad files are named, and a restart finds them', async () => {
  const app = await startStipple(await emptyUserData())
  await addClient(app, 'Import test')
  const folders = hasData ? ['heic', 'exif'].map((part) => join(dataFolder, part)) : [join(fixtures, 'photos')]
  const files = folders.flatMap(filesIn)
  await chooseFolder(app, folders, files.length, 170_000)
  const duplicates = await duplicateCount(app)
  await savePhotos(app)
  const imported = (await importedPhotos(app)).filter(({ fileName }) => !/^(top|crown|front-top)_/.test(fileName))
  const golden = await goldenPictures()
  const compared = imported.filter(({ fileName, isDamaged }) => fileName in golden && !isDamaged)
  expect(compared.length).toBeGreaterThanOrEqual(hasData ? files.length - 3 : 15)
  for (const { photoId, fileName } of compared) {
    expect(meanDifference(await shownPixels(app, photoId), golden[fileName]!), fileName).toBeLessThan(4)
  }
  if (hasData) expect(imported.length + duplicates).toBe(files.length)
  await app.close()

  const again = await startStipple(app.userData)
  await again.window.getByRole('button', { name: /^import test/i }).click()
  await again.window.getByText('Not filed yet').first().waitFor()
  expect(await again.window.locator('img[src*="/photo/"]').count()).toBeGreaterThan(0)
  expect(await importedPhotos(again)).toHaveLength((await importedPhotos(app)).length)
  expect(app.complaints).toEqual([])
}, 400_000)

/** The fixtures that are damaged, odd or hostile, in a folder of their own. */
async function badFixtures(): Promise<string> {
  const folder = await emptyUserData()
  for (const path of filesIn(join(fixtures, 'photos')))
    if (/17000|broken|bomb|corrupt|damaged|truncated|invalid|jpeg32/.test(basename(path)))
      await copyFile(path, join(folder, basename(path)))
  return folder
}

test('damaged and hostile files: each is named with its reason, the good ones come in, the app lives', async () => {
  const app = await startStipple(await emptyUserData())
  const mostMegabytes = await watchMemory(app)
  await addClient(app, 'Hostile files')
  const folder = hasData ? join(dataFolder, 'corrupt') : await badFixtures()
  const files = filesIn(folder)
  await chooseFolder(app, [folder], files.length, 560_000)
  const problems = app.window.getByRole('region', { name: /files can’t be imported/ })
  const named = await problems.getByRole('listitem').allInnerTexts()
  expect(named.length).toBeGreaterThan(5)
  for (const text of named) expect(text).toMatch(/\S+\s+[A-Z].{10,}/s)
  const duplicates = await duplicateCount(app)
  await savePhotos(app)
  const imported = (await importedPhotos(app)).filter(({ fileName }) => !/^(top|crown|front-top)_/.test(fileName))
  expect(imported.length).toBeGreaterThan(5)
  expect(imported.length + named.length + duplicates).toBe(files.length)
  const most = await mostMegabytes()
  console.log(
    `${files.length} files: ${imported.length} imported, ${named.length} refused; MB at most: ${JSON.stringify(most)}`,
  )
  for (const megabytes of Object.values(most)) expect(megabytes).toBeLessThan(500)
}, 700_000)

test('files dropped onto the board are reviewed, filed all at once, and shown in their cell', async () => {
  const app = await startStipple(await emptyUserData())
  const { window } = app
  await addClient(app, 'Drop test')
  const cell = window.getByRole('button', { name: /^crown, before: drop a photo/i })
  const box = (await cell.boundingBox())!
  await dropFiles(app, { x: box.x + box.width / 2, y: box.y + box.height / 2 }, [
    join(fixtures, 'photos/landscape-1.jpg'),
    join(fixtures, 'photos/truncated-at-2-percent.jpg'),
  ])
  await window.getByRole('heading', { name: 'Review import' }).waitFor()
  await window.getByText('1 file can’t be imported').waitFor({ timeout: 60_000 })
  await window.getByText('truncated-at-2-percent.jpg').first().waitFor()
  await window.getByRole('button', { name: /^save 1 photo/i }).click()
  await window
    .getByRole('img', { name: /crown, before/i })
    .first()
    .waitFor()
  expect(app.complaints).toEqual([])
})
