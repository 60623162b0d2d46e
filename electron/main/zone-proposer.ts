import type { ZoneProposal } from '../../shared/domain/assessing/zone-proposal.ts'
import { carriedScale } from '../../shared/domain/carried-scale.ts'
import { shownHead } from '../../shared/domain/photo.ts'
import type { EnginePool, RunOptions } from '../engine-pool/engine-pool.ts'
import type { Library } from '../library/library.ts'
import { getPhoto } from './get-photo.ts'
import type { Renditions } from './renditions.ts'

/** Proposes zones on a photo of the shaved head without pigment; coordinates are its upright full-size pixels as it is shown. Nothing is recorded. */
export async function proposeZonesOn(
  library: Library,
  pool: EnginePool,
  renditions: Renditions,
  photoId: string,
  options: RunOptions,
): Promise<ZoneProposal> {
  const photo = getPhoto(library, photoId)
  const file = renditions.fileOf(photo)
  const head = shownHead(photo) ?? (await pool.run('find-head', { photo: file }, options))
  const facts = library.factsOfOwner('photo', photo.photoId)
  const scale = carriedScale(photo, [...facts.photos.values()], [...facts.alignments.values()])
  const pixelsPerMm = scale ? 1 / scale.mmPerPixel : null
  return pool.run('propose-zones', { photo: file, head, pixelsPerMm }, options)
}
