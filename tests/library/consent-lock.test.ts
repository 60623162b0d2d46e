import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { taskTable } from '../../electron/engine/task-table.ts'
import { EnginePool } from '../../electron/engine-pool/engine-pool.ts'
import { Library } from '../../electron/library/library.ts'
import { serveRequests } from '../../electron/main/ipc-server.ts'
import { type Machine, makeRequestHandlers } from '../../electron/main/request-handlers.ts'
import { windowAddress } from '../../electron/main/window.ts'
import type { Angle } from '../../shared/domain/angle.ts'
import { type Consent, channels, type Purpose } from '../../shared/domain/consent.ts'
import type { DomainEvent } from '../../shared/domain/events.ts'
import { exportKinds, filmFormats, movementOf, stillFormats } from '../../shared/domain/export-kind.ts'
import type { PhotoId } from '../../shared/domain/ids.ts'
import { channels as ipcChannels } from '../../shared/ipc/channels.ts'
import type { Result } from '../../shared/ipc/result.ts'
import { consentGiven, consentWithdrawn } from '../unit/domain/consent/consent-samples.ts'
import { deviceKeysOf } from './device-keys.ts'
import { addPhotos } from './filled-library.ts'
import { inProcessEngine } from './in-process-engine.ts'
import { recordsIn } from './library-content.ts'
import { temporaryFolder } from './temporary-library.ts'

type Answer = (
  event: unknown,
  name: string,
  input: unknown,
) => Promise<Result<{ saved: { fileName: string; exportKey: string } | null }>>
const electron = vi.hoisted(() => ({
  answers: new Map<string, Answer>(),
  /** What happens while the dialog is open, and where the file is to stand. */
  onDialog: async (): Promise<string> => '',
  dialogCount: 0,
}))
vi.mock('electron', () => ({
  app: { getPath: () => '/pictures' },
  dialog: {
    showSaveDialog: async () => {
      electron.dialogCount++
      return { canceled: false, filePath: await electron.onDialog() }
    },
  },
  ipcMain: { handle: (channel: string, answer: Answer) => electron.answers.set(channel, answer) },
  nativeImage: { createFromBuffer: () => ({ getSize: () => ({ width: 60, height: 40 }) }) },
}))

beforeEach(() => {
  electron.dialogCount = 0
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-06-01T12:00:00') })
})
afterEach(() => vi.useRealTimers())

/** A library with a photo of the crown and one of the front, asked as its window asks, past every screen. */
async function askedDirectly() {
  const home = await temporaryFolder()
  const pictures = join(home, 'pictures')
  await mkdir(pictures)
  const library = await Library.open(join(home, 'library'), deviceKeysOf())
  const pool = new EnginePool(() => inProcessEngine(taskTable), 1)
  onTestFinished(async () => {
    pool.close()
    await library.close()
  })
  const photoIds = await addPhotos(library, 2)
  const fileAs = (photoId: PhotoId | undefined, angle: Angle): DomainEvent => ({
    type: 'photo-filed',
    version: 1,
    data: { photoId: photoId!, stage: 'before', angle },
  })
  await library.record([fileAs(photoIds[0], 'crown'), fileAs(photoIds[1], 'front')])
  const { clientId } = library.facts.photos.get(photoIds[0]!)!
  // of the machine, an export touches no more than these
  const machine = { library, pool, window: () => ({}) } as unknown as Machine
  serveRequests(
    () => makeRequestHandlers(machine) as never,
    {} as never,
    { report: (_where: string, error: unknown) => String(error) } as never,
  )
  const ask = electron.answers.get(ipcChannels.request)!
  electron.onDialog = async () => join(pictures, 'comparison.jpg')
  const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#887766' } })
    .png()
    .toBuffer()
  const save = (purpose: unknown, shown: readonly (PhotoId | undefined)[], more: object = {}) =>
    ask({ senderFrame: { parent: null, url: windowAddress } }, 'export.save', {
      photoIds: shown,
      ...(purpose !== undefined && { purpose }),
      kind: 'picture',
      format: 'jpeg',
      suggestedName: 'comparison',
      file: new Uint8Array(picture),
      ...more,
    })
  return {
    library,
    clientId,
    pictures,
    crown: [photoIds[0]] as const,
    face: photoIds,
    save,
    give: (about: Partial<Consent>) => library.record([consentGiven({ ...about, clientId })]),
    withdraw: (version = 1) => library.record([consentWithdrawn({ clientId, version })]),
    exports: async () =>
      (await recordsIn(library)).flatMap(({ event }) => (event.type === 'comparison-exported' ? [event.data] : [])),
  }
}
type Desk = Awaited<ReturnType<typeof askedDirectly>>

const states: Record<string, (desk: Desk, about: Partial<Consent>) => Promise<unknown>> = {
  missing: async () => undefined,
  valid: (desk, about) => desk.give(about),
  endless: (desk, about) => desk.give({ ...about, expiresOn: null }),
  expired: (desk, about) => desk.give({ ...about, expiresOn: '2026-05-31' }),
  'not yet': (desk, about) => desk.give({ ...about, givenOn: '2026-06-02', expiresOn: null }),
  withdrawn: async (desk, about) => {
    await desk.give(about)
    await desk.withdraw()
  },
  'withdrawn and expired': async (desk, about) => {
    await desk.give({ ...about, expiresOn: '2026-05-31' })
    await desk.withdraw()
  },
  'replaced by one for other channels': async (desk, about) => {
    await desk.give({ ...about, channels: [...channels] })
    await desk.give({ ...about, version: 2, channels: ['training'] })
  },
}
const refused = { ok: false, error: { code: 'refused' } }
/** Every kind of export in every format that it is saved in. */
const everyFile = exportKinds.flatMap((kind) => {
  const formats = { still: stillFormats, film: filmFormats, blink: ['gif'] as const }[movementOf(kind)]
  return formats.map((format) => [kind, format] as const)
})
const holding = new Set(['valid', 'endless'])
const covers: Record<string, Consent['channels']> = {
  'this channel': ['instagram'],
  'this one and others': ['print', 'instagram'],
  'other channels': ['website', 'tiktok', 'print', 'own-wall'],
}

test('no combination but a consent that holds, for this channel and for what is seen, lets a file be written; whatever is refused leaves nothing', async () => {
  const desk = await askedDirectly()
  const allowed: string[] = []
  let version = 0
  for (const [state, prepare] of Object.entries(states))
    for (const [channelsCovered, covered] of Object.entries(covers))
      for (const angles of ['crown-only', 'face-too'] as const)
        for (const shown of ['crown', 'face'] as const) {
          // one library for all: every combination goes on from the last version
          const after: Desk = {
            ...desk,
            give: async (about) => desk.give({ ...about, version: ++version }),
            withdraw: () => desk.withdraw(version),
          }
          if (state === 'missing' && version > 0) throw new Error('expected the missing ones first')
          await prepare(after, { channels: covered, angles, expiresOn: '2026-06-01' })
          const before = (await desk.exports()).length
          const answer = await desk.save('instagram', desk[shown])
          const row = `${state}, ${channelsCovered}, ${angles}, ${shown}`
          const isAllowed =
            holding.has(state) && covered.includes('instagram') && (angles === 'face-too' || shown === 'crown')
          if (isAllowed) {
            allowed.push(row)
            await rm(join(desk.pictures, 'comparison.jpg'))
            expect(answer, row).toMatchObject({ ok: true, value: { saved: { fileName: 'comparison.jpg' } } })
            expect((await desk.exports()).at(-1), row).toMatchObject({ purpose: 'instagram', consentVersion: version })
          } else {
            expect(answer, row).toMatchObject({ ok: false, error: { code: 'refused' } })
            expect((await desk.exports()).length, row).toBe(before)
            expect(await readdir(desk.pictures), row).toEqual([])
          }
        }
  expect(allowed).toHaveLength(2 * 2 * 3)
  expect(electron.dialogCount).toBe(allowed.length)
}, 180_000)

test.each(channels)('without a consent nothing goes to %s, and nobody is asked where to save', async (channel) => {
  const desk = await askedDirectly()
  const answer = await desk.save(channel, desk.crown)
  expect(answer).toMatchObject({ ok: false, error: { details: { reason: 'This client has given no consent yet.' } } })
  expect(electron.dialogCount).toBe(0)
  expect(await readdir(desk.pictures)).toEqual([])
})

test.each(everyFile)('a %s saved as %s asks for the consent like any other', async (kind, format) => {
  const desk = await askedDirectly()
  await desk.give({ channels: ['instagram'], angles: 'crown-only' })
  const covers = { face: { cover: 'face-blurred', coveredPhotos: 2 }, hasBrush: true }
  expect(await desk.save('tiktok', desk.crown, { kind, format }), 'another channel').toMatchObject(refused)
  expect(await desk.save('instagram', desk.face, { kind, format }), 'a face').toMatchObject(refused)
  expect(await desk.save('instagram', desk.face, { kind, format, covers }), 'a covered face').toMatchObject(refused)
  await desk.withdraw()
  expect(await desk.save('instagram', desk.crown, { kind, format }), 'withdrawn').toMatchObject(refused)
  expect(electron.dialogCount).toBe(0)
  expect(await readdir(desk.pictures)).toEqual([])
})

test('a request without a purpose, or for one that nobody knows, is no request', async () => {
  const desk = await askedDirectly()
  for (const purpose of [undefined, null, '', 'facebook', ['instagram'], 'for-the-client ' as Purpose])
    expect(await desk.save(purpose, desk.crown)).toEqual({ ok: false, error: { code: 'invalid-request', details: {} } })
  expect(await readdir(desk.pictures)).toEqual([])
})

test('for the client, a file is saved without a consent, and recorded with its hash before it appears', async () => {
  const desk = await askedDirectly()
  expect(await desk.save('for-the-client', desk.face)).toMatchObject({ ok: true })
  const bytes = await readFile(join(desk.pictures, 'comparison.jpg'))
  const outputSha256 = createHash('sha256').update(bytes).digest('hex')
  expect(await desk.exports()).toMatchObject([
    { purpose: 'for-the-client', consentVersion: null, fileName: 'comparison.jpg', outputSha256, photoIds: desk.face },
  ])
})

test.each([
  ['is withdrawn', async (desk: Desk) => void (await desk.withdraw())],
  ['ends', async () => void vi.setSystemTime(new Date('2026-06-02T00:00:01'))],
])('a consent that %s while the dialog is open lets nothing through', async (_, meanwhile) => {
  const desk = await askedDirectly()
  await desk.give({ channels: ['instagram'], expiresOn: '2026-06-01' })
  electron.onDialog = async () => {
    await meanwhile(desk)
    return join(desk.pictures, 'comparison.jpg')
  }
  expect(await desk.save('instagram', desk.crown)).toMatchObject({ ok: false, error: { code: 'refused' } })
  expect(electron.dialogCount).toBe(1)
  expect(await readdir(desk.pictures)).toEqual([])
  expect(await desk.exports()).toEqual([])
})

test('what strangers see isn’t called after the client', async () => {
  const desk = await askedDirectly()
  await desk.give({ channels: ['instagram'] })
  electron.onDialog = async () => join(desk.pictures, 'anna-crown.jpg')
  const answer = await desk.save('instagram', desk.crown)
  expect(answer).toMatchObject({ ok: false, error: { details: { reason: expect.stringContaining('client’s name') } } })
  expect(await readdir(desk.pictures)).toEqual([])
  expect(await desk.save('for-the-client', desk.crown)).toMatchObject({
    ok: true,
    value: { saved: { fileName: 'anna-crown.jpg' } },
  })
})

test('one client’s consent doesn’t cover another’s photos, alone or among its own', async () => {
  const desk = await askedDirectly()
  await desk.give({ channels: ['instagram'] })
  const [stranger] = await addPhotos(desk.library, 1, 900)
  for (const shown of [[stranger], [...desk.crown, stranger]])
    expect(await desk.save('instagram', shown)).toMatchObject({ ok: false, error: { code: 'refused' } })
  expect(await readdir(desk.pictures)).toEqual([])
})
