import { createHash } from 'node:crypto'
import { type Alignment, pairKeyOf } from '../../shared/domain/alignment.ts'
import type { WitnessedEvent } from '../../shared/domain/events.ts'
import type { HeadEllipse } from '../../shared/domain/head.ts'
import { alignmentIdSchema } from '../../shared/domain/ids.ts'
import type { Photo } from '../../shared/domain/photo.ts'
import { algorithmVersion } from '../../shared/domain/registration/algorithm-version.ts'
import type { EnginePool, RunOptions } from '../engine-pool/engine-pool.ts'
import type { Library } from '../library/library.ts'
import type { Renditions } from './renditions.ts'

/** Aligns a pair and records the result; gives the recorded one while everything that it depends on is the same. */
export async function alignPhotos(
  library: Library,
  pool: EnginePool,
  renditions: Renditions,
  [reference, moving]: readonly [Photo, Photo],
  options: RunOptions,
): Promise<Alignment> {
  const pairKey = pairKeyOf(reference, moving)
  const landmarks = library.facts.landmarks.get(pairKey)?.landmarks ?? []
  const heads = [headByHand(reference), headByHand(moving)] as const
  const inputsKey = sha256({ pairKey, landmarks, heads, algorithmVersion })
  const present = library.facts.alignments.get(pairKey)
  if (present?.inputsKey === inputsKey) return present

  const { referenceHead, movingHead, ...result } = await pool.run(
    'align-pair',
    {
      reference: { ...renditions.fileOf(reference), head: heads[0] },
      moving: { ...renditions.fileOf(moving), head: heads[1] },
      landmarks,
    },
    options,
  )
  const alignmentId = alignmentIdSchema.parse(sha256({ inputsKey, transform: result.transform }))
  const alignment: Alignment = {
    ...result,
    alignmentId,
    inputsKey,
    pairKey,
    referenceId: reference.photoId,
    movingId: moving.photoId,
  }
  await library.record([
    ...foundHead(reference, referenceHead),
    ...foundHead(moving, movingHead),
    { type: 'alignment-made', version: 1, data: alignment } satisfies WitnessedEvent,
  ])
  return alignment
}

/** The head that a person drew, if it holds in the photo's present turn: only such a one is an input. */
function headByHand({ head, quarterTurns }: Photo): HeadEllipse | null {
  return head?.by === 'hand' && head.quarterTurns === quarterTurns ? head.ellipse : null
}

function foundHead(photo: Photo, ellipse: HeadEllipse) {
  if (photo.head?.quarterTurns === photo.quarterTurns) return []
  const head = { ellipse, by: 'automatic' as const, quarterTurns: photo.quarterTurns }
  return [{ type: 'head-marked' as const, version: 1 as const, data: { photoId: photo.photoId, head } }]
}

function sha256(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex')
}
