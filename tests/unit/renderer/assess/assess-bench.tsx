import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { vi } from 'vitest'
import { AssessScreen } from '../../../../renderer/features/assess/screen.tsx'
import type { Engine } from '../../../../renderer/ports.ts'
import type { PhotoAssessment, ZoneFindings } from '../../../../shared/domain/assessing/photo-assessment.ts'
import { type Patch, unjudged } from '../../../../shared/domain/assessment/assessment.ts'
import { drawingIdOf } from '../../../../shared/domain/drawing.ts'
import type { DomainEvent } from '../../../../shared/domain/events.ts'
import type { PhotoId } from '../../../../shared/domain/ids.ts'
import type { Photo } from '../../../../shared/domain/photo.ts'
import { AppError } from '../../../../shared/errors.ts'
import { alignmentOf, crownLibrary, crownPhotos, showPair } from '../viewer/pair-bench.tsx'

export const [before, fresh, healed] = crownPhotos as [Photo, Photo, Photo]
export const zoneId = drawingIdOf(healed.photoId, '1'.repeat(32))
export const corners = (x: number, y: number, side: number) => [
  { x, y },
  { x: x + side, y },
  { x: x + side, y: y + side },
  { x, y: y + side },
]
export const drawn: DomainEvent = {
  type: 'drawing-added',
  version: 1,
  data: {
    drawingId: zoneId,
    photoId: healed.photoId,
    quarterTurns: 0,
    name: '',
    shape: { kind: 'zone', zone: 'treated', outline: corners(200, 200, 400) },
  },
}

export function patchAt(x: number, y: number, value: number): Patch {
  return {
    kind: 'lightened',
    certainty: 'clear',
    outline: corners(x, y, 60),
    centre: { x: x + 30, y: y + 30 },
    lightened: { value, range: [value - 0.04, value + 0.04] },
    dotsLacking: 43,
    areaMm2: 210,
  }
}

export function judged(patches: Patch[], about: Partial<ZoneFindings> = {}): ZoneFindings {
  const { dots: _, ...nothing } = unjudged('blur')
  const values = new Float32Array(20 * 16).fill(1)
  const darkness = { columns: 20, rows: 16, originX: 0, originY: 0, stepX: 50, stepY: 50, values }
  return { ...nothing, verdict: 'judged', reasons: [], notJudgedFraction: 0, darkness, patches, ...about }
}

/** What is found in each photo, by its id. */
type Found = Partial<Record<string, ZoneFindings>>

export async function show(photo: Photo, found: Found, events: DomainEvent[] = [drawn], more: Partial<Engine> = {}) {
  const bridge = crownLibrary()
  bridge.record([
    ...events,
    { type: 'alignment-made', version: 2, data: alignmentOf(before, fresh) },
    { type: 'alignment-made', version: 2, data: alignmentOf(before, healed) },
  ])
  const did = { onBack: vi.fn(), onPhoto: vi.fn(), onDraw: vi.fn() }
  const assessPhoto = vi.fn<Engine['assessPhoto']>(async (photoId) => assessmentOf(photoId, found))
  const { clientId, treatmentId, photoId } = photo
  const shown = (of: PhotoId) => (
    <AssessScreen {...{ clientId, treatmentId, ...did }} studioFields={null} photoId={of} />
  )
  const { rerender, library } = await showPair(bridge, { assessPhoto, ...more }, shown(photoId))
  await screen.findByRole('complementary', { name: 'What the photo tells' })
  return {
    ...did,
    bridge,
    library,
    assessPhoto,
    step: (to: Photo) => rerender(shown(to.photoId)),
    user: userEvent.setup(),
  }
}

function assessmentOf(photoId: PhotoId, found: Found): PhotoAssessment {
  const findings = found[photoId]
  if (!findings) throw new AppError('file-unreadable')
  const scale = { pixelsPerMm: 8, source: 'head-width' as const, isCarried: false }
  return {
    photoId,
    scale,
    zones: [{ zoneId, findings, inReference: findings.darkness, densityInReference: findings.density }],
  }
}

export const panel = () => screen.getByRole('complementary', { name: 'What the photo tells' })
