import { t } from '../../words/translate.ts'
import type { NoProposal, ProposedZones } from '../assessment/propose-zones.ts'
import { type Drawing, drawingIdOf, mostPoints, type ZoneKind } from '../drawing.ts'
import type { Point } from '../geometry/points.ts'
import { simplifiedTo } from '../geometry/simplify-line.ts'
import type { Photo } from '../photo.ts'
import { isVideo } from '../video.ts'

/** The zones that are proposed on a photo (its upright full-size pixels as it is shown), or why none can be. */
export type ZoneProposal = { readonly zones: ProposedZones } | { readonly refusal: NoProposal | 'head-unclear' }

/** The photos on which zones can be proposed: of each angle the post-cut one, unless a zone is drawn on any stage of the angle. */
export function photosToPropose(photos: readonly Photo[], drawings: readonly Drawing[]): Photo[] {
  const drawnOn = new Set(drawings.flatMap(({ shape, photoId }) => (shape.kind === 'zone' ? [photoId] : [])))
  const hasZone = new Set(photos.flatMap(({ angle, photoId }) => (angle && drawnOn.has(photoId) ? [angle] : [])))
  const byAngle = new Map<string, Photo>()
  for (const photo of photos) {
    const { angle, stage } = photo
    // in a close-up of the hairline no whole head tells where the sides are
    if (stage !== 'post-cut' || !angle || angle === 'hairline' || hasZone.has(angle) || isVideo(photo)) continue
    const known = byAngle.get(angle)
    if (!known || (photo.capture?.local ?? '') > (known.capture?.local ?? '')) byAngle.set(angle, photo)
  }
  return [...byAngle.values()]
}

/** The drawings that proposed zones make; `random` gives 32 hexadecimal digits or a UUID. */
export function proposedDrawings(photo: Photo, { treated, reference }: ProposedZones, random: () => string): Drawing[] {
  const drawn = (zone: ZoneKind) => (outline: readonly Point[]) => ({
    drawingId: drawingIdOf(photo.photoId, random()),
    photoId: photo.photoId,
    quarterTurns: photo.quarterTurns,
    name: '',
    shape: { kind: 'zone' as const, zone, outline: simplifiedTo(outline, 0, mostPoints).map(tenths) },
  })
  return [...treated.map(drawn('treated')), ...reference.map(drawn('reference'))]
}

/** Why no zones are proposed, in words, with the way out. */
export function noProposalInWords(refusal: NoProposal | 'head-unclear'): string {
  switch (refusal) {
    case 'no-stubble':
      return t('No stubble can be told from bare skin: the photo may be soft, or the head shaved too close.')
    case 'no-bare-skin':
      return t('Stubble grows everywhere: no bare skin was found.')
    case 'hair-too-long':
      return t('The hair is too long. A photo of the freshly shaved head shows where it grows.')
    case 'pigment-there':
      return t('There seems to be pigment already: it looks like stubble.')
    case 'head-unclear':
      return t('The head’s outline wasn’t found.')
  }
}

function tenths({ x, y }: Point): Point {
  return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 }
}
