import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { angleSchema } from '../../shared/domain/angle.ts'
import type { StatedEvent } from '../../shared/domain/events.ts'
import { photosOfClient } from '../../shared/domain/facts.ts'
import { type ClientId, clientIdSchema, type TreatmentId, treatmentIdSchema } from '../../shared/domain/ids.ts'
import { stageOrder, stageSchema } from '../../shared/domain/stage.ts'
import { AppError } from '../../shared/errors.ts'
import { t } from '../../shared/words/translate.ts'
import type { Library } from '../library/library.ts'
import type { StagingArea } from './staging-area.ts'

/** The sample client: restored if it was removed, else added; its photos follow in the background. */
export async function addSampleClient(library: Library): Promise<ClientId> {
  const present = [...library.facts.clients.values()].find((client) => client.isSample)
  if (present) {
    if (present.isRemoved)
      await library.record([{ type: 'client-restored', version: 1, data: { clientId: present.clientId } }])
    return present.clientId
  }
  const clientId = clientIdSchema.parse(randomUUID())
  const treatmentId = treatmentIdSchema.parse(randomUUID())
  const addedAt = new Date().toISOString()
  const events: StatedEvent[] = [
    {
      type: 'client-added',
      version: 1,
      data: { clientId, name: t('Sample client'), isSample: true, addedAt, isRemoved: false },
    },
    {
      type: 'treatment-added',
      version: 1,
      data: { treatmentId, clientId, name: t('Treatment 1'), sessionCount: 3, addedAt },
    },
  ]
  await library.record(events)
  return clientId
}

/** Imports what the sample client still lacks, the pictures of the newest-against-baseline comparisons first. An import that was cut short goes on at the next start. */
export async function completeSampleClient(library: Library, staging: StagingArea, folder: string): Promise<void> {
  const client = [...library.facts.clients.values()].find((candidate) => candidate.isSample && !candidate.isRemoved)
  if (!client) return
  const { treatments } = library.rowsOf(client.clientId).rows
  const treatment = treatments.find((candidate) => candidate.clientId === client.clientId)
  if (!treatment) return
  const imported = new Set(photosOfClient(library.facts, client.clientId).map((photo) => photo.fileName))
  const waiting = (await samplePhotos(folder)).filter((photo) => !imported.has(photo.fileName))
  await Promise.all([0, 1].map(() => importFrom(waiting, library, staging, client.clientId, treatment.treatmentId)))
}

interface SamplePhoto {
  readonly path: string
  readonly fileName: string
  readonly filing: Pick<Parameters<StagingArea['accept']>[2][number], 'stage' | 'angle'>
}

async function importFrom(
  waiting: SamplePhoto[],
  library: Library,
  staging: StagingArea,
  clientId: ClientId,
  treatmentId: TreatmentId,
): Promise<void> {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    try {
      const { photoId, capture, alreadyOf } = await staging.stage(next.path)
      // one that was deleted for good isn't brought back
      const isDeleted = library.rowsOf(clientId).rows.deletedPhotos.some((deleted) => deleted.photoId === photoId)
      if (isDeleted) await staging.discard([photoId])
      else if (alreadyOf === null)
        await staging.accept(clientId, treatmentId, [{ photoId, capture, quarterTurns: 0, ...next.filing }])
    } catch (error) {
      // one picture that can't be read mustn't keep the others out
      if (!(error instanceof AppError)) throw error
    }
  }
}

/** The sample's pictures are named angle_stage.jpg. */
async function samplePhotos(folder: string): Promise<SamplePhoto[]> {
  const photos = (await readdir(folder)).flatMap((fileName) => {
    const [angle, stage] = fileName.replace(/\.jpg$/, '').split('_')
    if (!fileName.endsWith('.jpg')) return []
    return [
      {
        path: join(folder, fileName),
        fileName,
        filing: { angle: angleSchema.parse(angle), stage: stageSchema.parse(stage) },
      },
    ]
  })
  const urgency = ({ filing }: (typeof photos)[number]) => {
    const order = stageOrder(filing.stage)
    return order === 1 || order === 7 ? -1 : order
  }
  return photos.sort((a, b) => urgency(a) - urgency(b))
}
