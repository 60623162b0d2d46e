import { createHash } from 'node:crypto'
import { type Alignment, pairKeyOf } from '../../shared/domain/alignment.ts'
import type { WitnessedEvent } from '../../shared/domain/events.ts'
import type { HeadEllipse } from '../../shared/domain/head.ts'
import { alignmentIdSchema } from '../../shared/domain/ids.ts'
import type { Photo } from '../../shared/domain/photo.ts'
import { algorithmVersion } from '../../shared/domain/registration/algorithm-version.ts'
import { type Chain, findChains, landmarksFor, loopErrorPercent } from '../../shared/domain/series-chain.ts'
import { AppError } from '../../shared/errors.ts'
import type { PairAlignment } from '../../shared/ipc/engine-tasks.ts'
import type { EnginePool, RunOptions } from '../engine-pool/engine-pool.ts'
import type { Library } from '../library/library.ts'
import type { Renditions } from './renditions.ts'

/** A way round the series has to end where it began, within this share of the head's width. */
const largestLoopErrorPercent = 1.5
const mostChains = 2
/** From this confidence on, a guessed angle may keep a pair from being drawn. */
const certainAngle = 0.7

/** Aligns pairs; what is asked for twice at once is done once. */
export class PairAligner {
  readonly #library: Library
  readonly #pool: EnginePool
  readonly #renditions: Renditions
  readonly #running = new Map<string, Promise<Alignment>>()

  constructor(library: Library, pool: EnginePool, renditions: Renditions) {
    this.#library = library
    this.#pool = pool
    this.#renditions = renditions
  }

  /** Aligns a pair and records the result; gives the recorded one while everything that it depends on is the same. */
  async align(pair: readonly [Photo, Photo], options: RunOptions): Promise<Alignment> {
    const pairKey = pairKeyOf(...pair)
    // who asked first may cancel: then the next one does the work
    await this.#running.get(pairKey)?.catch(() => undefined)
    const run = alignPhotos(this.#library, this.#pool, this.#renditions, pair, options)
    this.#running.set(pairKey, run)
    return run.finally(() => this.#running.get(pairKey) === run && this.#running.delete(pairKey))
  }
}

async function alignPhotos(
  library: Library,
  pool: EnginePool,
  renditions: Renditions,
  [reference, moving]: readonly [Photo, Photo],
  options: RunOptions,
): Promise<Alignment> {
  const pairKey = pairKeyOf(reference, moving)
  const facts = library.factsOfOwner('photo', reference.photoId)
  const landmarks = landmarksFor(facts, reference, moving)
  const heads = [headByHand(reference), headByHand(moving)] as const
  const chains = findChains(facts, reference, moving, mostChains)
  const ownKey = sha256({ pairKey, landmarks, heads, algorithmVersion })
  const inputsKey = `${ownKey}/${chains.map(({ over }) => over.photoId.slice(0, 16)).join('+')}`
  const present = facts.alignments.get(pairKey)
  // a good alignment stays; one that isn't good yet is tried again when the series offers a new way to it
  const isSettled = present?.outcome === 'aligned' || chains.length === 0
  if (present && (present.inputsKey === inputsKey || (isSettled && present.inputsKey.startsWith(ownKey))))
    return present
  if (library.damage) throw new AppError('library-read-only')

  const { referenceHead, movingHead, ...found } = await pool.run(
    'align-pair',
    {
      reference: { ...renditions.fileOf(reference), head: heads[0] },
      moving: { ...renditions.fileOf(moving), head: heads[1] },
      landmarks,
      starts: chains.map(({ transform }) => transform),
    },
    options,
  )
  const looped = afterLoopTest(found, referenceHead, chains)
  const result =
    looped.outcome === 'aligned' ? looped : await refuseOtherAngles(pool, renditions, [reference, moving], looped)
  const alignmentId = alignmentIdSchema.parse(sha256({ inputsKey, transform: result.transform }))
  const { photoId: referenceId } = reference
  const alignment: Alignment = { ...result, alignmentId, inputsKey, pairKey, referenceId, movingId: moving.photoId }
  await library.record([
    ...foundHead(reference, referenceHead),
    ...foundHead(moving, movingHead),
    { type: 'alignment-made', version: 2, data: alignment } satisfies WitnessedEvent,
  ])
  return alignment
}

type Found = Omit<PairAlignment, 'referenceHead' | 'movingHead'>

/** An alignment that no way round the series confirms isn't shown as a good one, however well the two photos agree by themselves. */
function afterLoopTest(found: Found, referenceHead: HeadEllipse, chains: readonly Chain[]): Found {
  const { outcome, method, transform, quality } = found
  if (outcome !== 'aligned' || method !== 'automatic' || !transform || chains.length === 0) return found
  const errors = chains.map((chain) => loopErrorPercent(transform, chain.transform, referenceHead))
  if (Math.min(...errors) <= largestLoopErrorPercent) return found
  const reason = 'Going over another photo of the series leads to a different place.'
  return { ...found, outcome: 'check', quality: { ...quality, reasons: [...quality.reasons, reason] } }
}

/** Photos whose faces are plainly turned differently aren't drawn over one another, unless a person marked what belongs together. */
async function refuseOtherAngles(
  pool: EnginePool,
  renditions: Renditions,
  pair: readonly [Photo, Photo],
  found: Found,
): Promise<Found> {
  if (found.method === 'by-hand') return found
  const [one, other] = await Promise.all(
    pair.map((photo) => pool.run('guess-angle', { photo: renditions.fileOf(photo) })),
  )
  if (!one?.angle || !other?.angle || one.angle === other.angle) return found
  if (Math.min(one.confidence, other.confidence) < certainAngle) return found
  const reason = 'These look like different angles.'
  return {
    ...found,
    outcome: 'needs-landmarks',
    transform: null,
    quality: { ...found.quality, reasons: [reason, ...found.quality.reasons] },
  }
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
