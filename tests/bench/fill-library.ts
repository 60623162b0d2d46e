import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Library } from '../../electron/library/library.ts'
import { deviceKeysIn } from '../../electron/main/device-key.ts'
import { sealBytes } from '../../electron/sealed/sealed-file.ts'
import { type Alignment, pairKeyOf } from '../../shared/domain/alignment.ts'
import { angleSchema } from '../../shared/domain/angle.ts'
import type { DomainEvent } from '../../shared/domain/events.ts'
import { sampleField } from '../../shared/domain/geometry/displacement-field.ts'
import type { Transform } from '../../shared/domain/geometry/transform.ts'
import { alignmentIdSchema, clientIdSchema, photoIdSchema, treatmentIdSchema } from '../../shared/domain/ids.ts'
import type { Photo } from '../../shared/domain/photo.ts'
import { stagesOfTreatment } from '../../shared/domain/stage.ts'
import { firstNames, lastNames, needles, pigments, remarks } from './record-samples.ts'

/**
 * Fills a library as use would: every client comes to several visits, one after the other with all others in between; each visit's photos are imported in one go, then
 * aligned one by one. The ledger is written by the library itself; originals are a few bytes each and not synced. Arguments: user-data folder, clients, photos
 * of each, a picture for the thumbnails, and how many clients get thumbnails of all photos.
 */
const [userData, clientCountText, photosEachText, thumbnail, withThumbnailsText] = process.argv.slice(2) as string[]
const [clientCount, photosEach] = [Number(clientCountText), Number(photosEachText)]
const angles = ['front', 'top', 'crown', 'back', 'left'].map((angle) => angleSchema.parse(angle))
const visits = stagesOfTreatment(4)
const size = { widthPx: 3024, heightPx: 4032 }
const noKeychain = { isTrustworthy: () => false, seal: () => Buffer.alloc(0), open: () => '' }

await mkdir(userData!, { recursive: true })
const library = await Library.open(join(userData!, 'library'), deviceKeysIn(join(userData!, 'device.key'), noKeychain))
const thumbnailBytes = await readFile(thumbnail!)
const transforms = Array.from({ length: 24 }, (_, n) => bentTransform(n))
const clients = Array.from({ length: clientCount }, (_, number) => clientOf(number))

for (const client of clients) await library.record(begun(client))
for (const [visit, stage] of visits.entries()) {
  for (const client of clients) {
    const contents = contentsOf(client, visit)
    if (contents.length === 0) continue
    const photos = contents.map((content, index) => photoOf(client, visit, content, index))
    for (const [index, photo] of photos.entries()) await keep(client, photo, contents[index]!)
    await library.record(photos.map((data): DomainEvent => ({ type: 'photo-imported', version: 1, data })))
    await library.record(written(client, visit))
    for (const photo of photos) if (visit > 0) await library.record(aligned(client, photo))
  }
  process.stdout.write(`${stage}: ${library.lastSeq} records\n`)
}
await library.close()

interface BenchClient {
  readonly number: number
  readonly clientId: Photo['clientId']
  readonly treatmentId: Photo['treatmentId']
  readonly name: string
  readonly baselines: Map<string, Photo>
}

function clientOf(number: number): BenchClient {
  const tail = number.toString().padStart(12, '0')
  const [first, last] = [pick(firstNames, number * 7), pick(lastNames, number * 13 + (number >> 5))]
  return {
    number,
    clientId: clientIdSchema.parse(`10000000-0000-4000-8000-${tail}`),
    treatmentId: treatmentIdSchema.parse(`20000000-0000-4000-8000-${tail}`),
    name: `${first} ${last}`,
    baselines: new Map(),
  }
}

function begun({ clientId, treatmentId, name, number }: BenchClient): DomainEvent[] {
  const addedAt = new Date(Date.UTC(2024, 0, 1, 9, number % 600)).toISOString()
  return [
    { type: 'client-added', version: 1, data: { clientId, name, isSample: false, addedAt, isRemoved: false } },
    {
      type: 'treatment-added',
      version: 1,
      data: { treatmentId, clientId, name: 'Treatment 1', sessionCount: 4, addedAt },
    },
    {
      type: 'treatment-described',
      version: 1,
      data: {
        treatmentId,
        skinType: pick(['I', 'II', 'III', 'IV', 'V', 'VI'] as const, number),
        skinTraits: [pick(['dry', 'oily', 'sensitive'] as const, number)],
        norwoodStage: pick([2, 3, 4, 5, 6, 7] as const, number),
        hairlineShape: pick(['rounded', 'boxed', 'peaked', 'receded', 'natural'] as const, number),
        hairlineEdge: pick(['sharp', 'faded', 'scattered'] as const, number),
        notes: `${pick(remarks, number)} ${pick(remarks, number * 3 + 1)}`,
      },
    },
  ]
}

function written({ treatmentId, number }: BenchClient, visit: number): DomainEvent[] {
  const stage = visits[visit]!
  if (!/^(session|healed)-/.test(stage))
    return [{ type: 'treatment-renamed', version: 1, data: { treatmentId, name: 'Crown and hairline' } }]
  const isSession = stage.startsWith('session')
  return [
    {
      type: 'session-recorded',
      version: 1,
      data: {
        treatmentId,
        stage,
        isTouchUp: false,
        pigment: isSession ? pick(pigments, number + visit) : '',
        dilutions: isSession ? [{ dilution: `1 : ${5 + (visit % 20)}`, notes: '' }] : [],
        needle: isSession ? pick(needles, number + visit) : '',
        zones: isSession ? ['hairline', 'crown'] : [],
        notes: pick(remarks, number + visit),
      },
    },
  ]
}

function contentsOf({ number }: BenchClient, visit: number): Buffer[] {
  const from = Math.floor((photosEach * visit) / visits.length)
  const to = Math.floor((photosEach * (visit + 1)) / visits.length)
  return Array.from({ length: to - from }, (_, n) => Buffer.from(`an original, number ${from + n} of client ${number}`))
}

function photoOf({ clientId, treatmentId, number }: BenchClient, visit: number, content: Buffer, index: number): Photo {
  return {
    photoId: photoIdSchema.parse(createHash('sha256').update(content).digest('hex')),
    clientId,
    treatmentId,
    fileName: `IMG_${(number * photosEach + visit * 20 + index) % 10_000}.HEIC`,
    byteSize: content.length,
    format: 'heic',
    ...size,
    quarterTurns: 0,
    capture: {
      local: `2025-0${1 + (visit % 9)}-1${number % 10}T10:${10 + (index % 50)}:00`,
      offset: '+02:00',
      source: 'exif',
    },
    stage: visits[visit]!,
    angle: angles[index % angles.length]!,
    isDamaged: false,
    head: null,
    isRemoved: false,
  }
}

async function keep(client: BenchClient, photo: Photo, content: Buffer): Promise<void> {
  if (!client.baselines.has(photo.angle ?? '')) client.baselines.set(photo.angle ?? '', photo)
  const keyId = await library.keys.keyIdFor(photo.clientId)
  const write = async (path: string, bytes: Uint8Array) => {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, sealBytes(library.keys.sealFor(keyId, path), bytes))
  }
  await write(library.layout.object(photo.photoId), content)
  // everybody's cover is a photo of the last visit
  if (client.number < Number(withThumbnailsText) || photo.stage === visits.at(-1))
    await write(library.layout.rendition(photo.photoId, '0.thumb.webp'), thumbnailBytes)
}

function aligned(client: BenchClient, moving: Photo): DomainEvent[] {
  const reference = client.baselines.get(moving.angle ?? '')!
  const id = createHash('sha256').update(`${reference.photoId} ${moving.photoId}`).digest('hex')
  const data: Alignment = {
    alignmentId: alignmentIdSchema.parse(id),
    inputsKey: id,
    pairKey: pairKeyOf(reference, moving),
    referenceId: reference.photoId,
    movingId: moving.photoId,
    outcome: 'aligned',
    method: 'automatic',
    transform: pick(transforms, Number.parseInt(id.slice(0, 8), 16)),
    quality: {
      peakScore: 0.83,
      forwardBackwardShare: 0.91,
      coverage: 0.77,
      scale: 1.02,
      rotationDegrees: 1.4,
      reasons: [],
    },
    algorithmVersion: 1,
  }
  const ellipse = { centreX: 1512.25, centreY: 1800.5, radiusX: 900.125, radiusY: 1200.75, angleDegrees: 1.5 }
  const head = { ellipse, by: 'automatic' as const, quarterTurns: 0 }
  return [
    { type: 'head-marked', version: 1, data: { photoId: moving.photoId, head } },
    { type: 'alignment-made', version: 2, data },
  ]
}

/** As bent, and with nodes as close, as alignments of phone photos are. */
function bentTransform(number: number): Transform {
  const field = sampleField(size, 66, ({ x, y }) => ({
    x: 30 * Math.sin(x / 700 + number) + 12 * Math.cos(y / 500 + number * 3),
    y: 24 * Math.cos(y / 600 + number * 2) + 9 * Math.sin((x + y) / 550),
  }))
  return { similarity: { a: 1.013, b: 0.021, tx: 14.25, ty: -8.5 }, field }
}

function pick<Value>(values: readonly Value[], number: number): Value {
  return values[number % values.length]!
}
