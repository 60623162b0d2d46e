import { copyFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { deviceKeysIn } from '../../electron/main/device-key.ts'
import { filesHolding } from '../library/files-holding.ts'
import { countHolding, readableContent } from '../library/readable-content.ts'
import { recordedEvents } from './recorded-events.ts'
import { answerDialogs, emptyUserData, type StippleApp, startStipple } from './stipple-app.ts'

const name = 'Zoë Unverwechselbar'
const source = join(import.meta.dirname, '../fixtures/heads/back.jpg')
const noKeychain = { isTrustworthy: () => false, seal: () => Buffer.alloc(0), open: () => '' }

/** 32 bytes from the middle: what a file or a part of it would be found by. */
const snippetOf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(bytes.length >> 1, (bytes.length >> 1) + 32))

async function addClientWithPhoto(app: StippleApp, photo: string): Promise<void> {
  const { window } = app
  await window.getByRole('button', { name: 'Add client' }).first().click()
  await window.getByRole('dialog').getByLabel(/name/i).first().fill(name)
  await window.getByRole('dialog').getByRole('button', { name: 'Add client' }).click()
  await window.getByRole('heading', { name }).waitFor()
  await answerDialogs(app, { open: [photo] })
  await window.getByRole('button', { name: 'Import photos…' }).click()
  await window.getByRole('button', { name: /^save 1 photo/i }).click()
  await window.getByRole('button', { name: 'Import photos…' }).waitFor()
  await window.getByRole('button', { name: 'Back to the clients' }).click()
}

/** A rendition of the client's photo, as the window gets it. */
async function renditionBytes({ window }: StippleApp, photoId: string, rendition: string): Promise<Buffer> {
  const bytes = await window.evaluate(
    async (path) => Array.from(new Uint8Array(await (await fetch(path)).arrayBuffer())),
    `/photo/${photoId}/${rendition}`,
  )
  return Buffer.from(bytes)
}

test('of an erased client no byte of name or picture is left in the whole user-data folder, the library, temp and logs', async () => {
  const userData = await emptyUserData()
  const temp = await emptyUserData()
  const photo = join(await emptyUserData(), `${name}.jpg`)
  await copyFile(source, photo)
  const before = process.env.TMPDIR
  process.env.TMPDIR = temp
  onTestFinished(() => {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  })
  const app = await startStipple(userData)
  const { window } = app
  await window.getByText('24 photos').waitFor({ timeout: 90_000 })
  await addClientWithPhoto(app, photo)

  const imported = (await recordedEvents(userData)).flatMap((event) =>
    event.type === 'photo-imported' && event.data.fileName === `${name}.jpg` ? event.data.photoId : [],
  )
  const photoId = imported[0]!
  const original = await readFile(source)
  const utf16 = Buffer.from(name, 'utf16le')
  const secrets: Record<string, Buffer> = {
    name: Buffer.from(name),
    photoId: Buffer.from(photoId),
    original: snippetOf(original),
    'beginning of the original': original.subarray(0, 256),
  }
  for (const rendition of ['thumb', 'work'])
    secrets[rendition] = snippetOf(await renditionBytes(app, photoId, rendition))
  const encodings = { 'utf16le name': utf16, 'utf16be name': Buffer.from(utf16).swap16() }

  /** What somebody finds who has everything that this computer has, its key too. */
  const found = async () => {
    const deviceKeys = deviceKeysIn(join(userData, 'device.key'), noKeychain)
    const content = await readableContent(join(userData, 'library'), deviceKeys)
    const opened = Object.entries(secrets).filter(([, secret]) => countHolding(content, secret) > 0)
    return opened.map(([what]) => what)
  }
  const foundPlain = async () => {
    const files: string[] = []
    for (const secret of Object.values({ ...secrets, ...encodings }))
      for (const folder of [userData, temp]) files.push(...(await filesHolding(folder, secret)))
    return files
  }

  await window.getByRole('button', { name: `Actions: ${name}` }).click()
  await window.getByRole('menuitem', { name: 'Move to the trash' }).click()
  await window.getByRole('button', { name, exact: true }).waitFor({ state: 'detached' })
  expect(await found(), 'control: as long as the key is there, everything can be opened').toEqual(Object.keys(secrets))
  expect(await foundPlain()).toEqual([])

  await window.getByRole('button', { name: 'Trash', exact: true }).click()
  await window.getByRole('button', { name: `Erase ${name} for good…` }).click()
  await window.getByRole('dialog').getByRole('textbox').fill(name)
  await window.getByRole('dialog').getByRole('button', { name: 'Erase for good' }).click()
  await window.getByRole('region', { name: 'The trash is empty' }).waitFor()
  // the list is empty as soon as the ledger says so; only then the files go
  await window.getByText('The client was erased for good.').waitFor()
  expect(await found()).toEqual([])
  expect(await foundPlain()).toEqual([])
  expect(app.complaints).toEqual([])
  await app.close()
  expect(await found()).toEqual([])
  expect(await foundPlain()).toEqual([])

  const again = await startStipple(userData)
  await again.window.getByText('24 photos').waitFor()
  expect(await again.window.getByText(name).count()).toBe(0)
  expect(await again.window.getByText('When the library was opened').count()).toBe(0)
  await again.close()
  expect(await found()).toEqual([])
}, 180_000)
