import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'

const sampleFolder = fileURLToPath(new URL('../../resources/sample-client', import.meta.url))
/** A square of 12 megapixels. */
const sidePx = 3464

/** Enlarges the sample client’s top series to 12 megapixels, as phones take them; gives the photos’ folder. */
export async function largePhotos(folder) {
  await mkdir(folder)
  for (const name of (await readdir(sampleFolder)).filter((file) => file.startsWith('top_'))) {
    await sharp(join(sampleFolder, name)).resize(sidePx, sidePx).jpeg({ quality: 92 }).toFile(join(folder, name))
  }
  return folder
}

/** Adds a client and imports a folder for it, as a person does. */
export async function importFolder({ electron, window }, clientName, folder) {
  await window.getByRole('button', { name: 'Add client' }).click()
  const dialog = window.getByRole('dialog')
  await dialog.getByLabel(/name/i).first().fill(clientName)
  await dialog.getByRole('button', { name: 'Add client' }).click()
  await electron.evaluate(({ dialog: system }, path) => {
    system.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
  }, folder)
  await window.getByRole('button', { name: 'Import folder…' }).click()
  const reading = window.getByRole('region', { name: 'Reading the files' })
  await reading.waitFor({ state: 'visible' }).catch(() => undefined)
  await reading.waitFor({ state: 'hidden', timeout: 300_000 })
  await window.getByRole('button', { name: /^save \d+ photo/i }).click()
  await window.getByRole('button', { name: 'Import folder…' }).waitFor()
}

/** Files the imported photos by their names (angle_stage.jpg), all at once. */
export async function fileByName(window) {
  await window.evaluate(async () => {
    const ask = async (name, input) => (await globalThis.stipple.request(name, input)).value
    const { cards } = await ask('library.clients', {})
    const clients = await Promise.all(cards.map(({ client: { clientId } }) => ask('library.client', { clientId })))
    const photos = clients.flatMap(({ rows }) => rows.photos).filter(({ stage }) => !stage)
    const events = photos.map(({ photoId, fileName }) => {
      const [angle, stage] = fileName.replace(/\..*$/, '').split('_')
      return { type: 'photo-filed', version: 1, data: { photoId, stage, angle } }
    })
    await globalThis.stipple.request('library.record', { events })
  })
}
