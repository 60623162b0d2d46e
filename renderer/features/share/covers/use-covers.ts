import { useState } from 'react'
import { mayShowFace } from '../../../../shared/domain/consent.ts'
import type { BrushLook, BrushStroke } from '../../../../shared/domain/covers/brush.ts'
import { strokesTo } from '../../../../shared/domain/covers/brush.ts'
import { type FaceCover, partOf, type UsedCovers } from '../../../../shared/domain/covers/cover.ts'
import { type CoverPlace, carriedPlace } from '../../../../shared/domain/covers/cover-place.ts'
import { placesToStartFrom } from '../../../../shared/domain/covers/face-places.ts'
import type { Point } from '../../../../shared/domain/geometry/points.ts'
import type { PhotoId } from '../../../../shared/domain/ids.ts'
import type { Photo } from '../../../../shared/domain/photo.ts'
import type { ExportLayout, ExportPane } from '../export-layout.ts'
import { carriersOf, frameOf, type PaneCovers } from './pane-covers.ts'
import { useFaces } from './use-faces.ts'

/** How the cover of a photo's face stands. `to-place`: it lies somewhere and has not been moved yet. */
export type FaceStanding = 'looking' | 'found' | 'missing' | 'to-place' | 'placed' | 'no-face'

/** A photo that may show the face, and its cover as its pane shows it. */
export interface CoveredFace {
  readonly photo: Photo
  /** Of its pane. */
  readonly index: number
  readonly standing: FaceStanding
  /** In the pane's frame; null: there is none. */
  readonly place: CoverPlace | null
  /** Why it couldn't be looked for. */
  readonly error?: unknown
}

/** What is being worked on in the preview. */
export type Editing = { readonly tool: 'face' | 'brush'; readonly photoId: PhotoId } | null

interface Placed {
  readonly place: CoverPlace
  readonly isMoved: boolean
}

type FramedStroke = BrushStroke & { readonly frameId: PhotoId }

/** What is covered in an export: chosen, found and corrected. */
export interface Covers {
  /** Whether the face of anyone may be seen. */
  readonly mayCoverFace: boolean
  readonly cover: FaceCover | null
  readonly faces: readonly CoveredFace[]
  readonly brush: { readonly look: BrushLook; readonly size: number }
  readonly strokeCount: number
  readonly editing: Editing
  /** What covers each pane; undefined while faces are still looked for. */
  readonly ofPanes: readonly PaneCovers[] | undefined
  /** What was covered, for the record; undefined: nothing. */
  readonly used: UsedCovers | undefined
  chooseCover(cover: FaceCover | null): void
  edit(editing: Editing): void
  /** Lays a cover down where none was found, to be moved. */
  lay(photo: Photo): void
  /** Moves a photo's cover to a place in its pane's frame. */
  place(photo: Photo, place: CoverPlace): void
  sayNoFace(photo: Photo): void
  reset(photo: Photo): void
  chooseBrush(brush: Covers['brush']): void
  beginStroke(pane: ExportPane, at: Point): void
  leadStroke(to: Point): void
  undoStroke(): void
  removeStrokes(): void
}

/** The brush at first: its radius is this share of the shorter side of a photo. */
const firstBrush = { look: 'pixels', size: 0.04 } as const

/** Keeps what is covered as long as the dialog is open: places by photo, strokes by frame, so that they stay when something else is made of the photos. */
export function useCovers(layout: ExportLayout | undefined): Covers {
  const [cover, chooseCover] = useState<FaceCover | null>(null)
  const [placed, setPlaced] = useState<Readonly<Record<string, Placed | 'no-face'>>>({})
  const [strokes, setStrokes] = useState<readonly FramedStroke[]>([])
  const [brush, chooseBrush] = useState<Covers['brush']>(firstBrush)
  const [editing, edit] = useState<Editing>(null)
  const panes = layout?.panes ?? []
  const withFace = panes.filter(({ source }) => mayShowFace(source.photo.angle))
  const found = useFaces(cover ? withFace.map(({ source }) => source.photo.photoId) : [])

  const part = cover && partOf(cover)
  const keyOf = ({ photoId }: Photo) => `${photoId} ${part}`
  const faceOf = (pane: ExportPane): CoveredFace => {
    const { photo } = pane.source
    const about = { photo, index: panes.indexOf(pane), place: null }
    const byHand = placed[keyOf(photo)]
    const seen = found.get(photo.photoId)
    const shown = (place: CoverPlace) => carriedPlace(place, carriersOf(pane.source).intoFrame)
    if (byHand === 'no-face') return { ...about, standing: 'no-face' }
    if (byHand) return { ...about, standing: byHand.isMoved ? 'placed' : 'to-place', place: shown(byHand.place) }
    if (!seen) return { ...about, standing: 'looking' }
    if ('error' in seen) return { ...about, standing: 'missing', error: seen.error }
    return seen.places && part
      ? { ...about, standing: 'found', place: shown(seen.places[part]) }
      : { ...about, standing: 'missing' }
  }
  const faces = cover ? withFace.map(faceOf) : []
  const set = (photo: Photo, placing: Placed | 'no-face') =>
    setPlaced((known) => ({ ...known, [keyOf(photo)]: placing }))
  const setInFrame = (photo: Photo, isMoved: boolean, placeIn: (pane: ExportPane) => CoverPlace) => {
    const pane = panes.find(({ source }) => source.photo.photoId === photo.photoId)
    if (pane) set(photo, { place: carriedPlace(placeIn(pane), carriersOf(pane.source).intoPhoto), isMoved })
  }
  const ofPanes = panes.map((pane, index): PaneCovers => {
    const place = faces.find((face) => face.index === index)?.place
    const frameId = frameOf(pane.source)
    return {
      view: pane.view,
      frame: pane.source.frame,
      face: place && cover ? { place, cover } : null,
      strokes: strokes.filter((stroke) => stroke.frameId === frameId),
    }
  })
  return {
    mayCoverFace: withFace.length > 0,
    cover,
    faces,
    brush,
    strokeCount: strokes.length,
    editing: panes.some(({ source }) => source.photo.photoId === editing?.photoId) ? editing : null,
    ofPanes: faces.some(({ standing }) => standing === 'looking') ? undefined : ofPanes,
    used: usedCovers(cover, faces, ofPanes),
    chooseCover: (chosen) => {
      chooseCover(chosen)
      edit((now) => (now?.tool === 'face' ? null : now))
    },
    edit,
    lay: (photo) => {
      if (part) setInFrame(photo, false, ({ view }) => placesToStartFrom(view)[part])
      edit({ tool: 'face', photoId: photo.photoId })
    },
    place: (photo, place) => setInFrame(photo, true, () => place),
    sayNoFace: (photo) => {
      set(photo, 'no-face')
      edit(null)
    },
    reset: (photo) => {
      setPlaced(({ [keyOf(photo)]: _, ...others }) => others)
      edit(null)
    },
    chooseBrush,
    beginStroke: ({ source }, at) => {
      const radius = brush.size * Math.min(source.frame.widthPx, source.frame.heightPx)
      const stroke = { points: [at], radius, look: brush.look, frameId: frameOf(source) }
      setStrokes((known) => [...known, stroke])
    },
    leadStroke: (to) => setStrokes((known) => strokesTo(known, to)),
    undoStroke: () => setStrokes((known) => known.slice(0, -1)),
    removeStrokes: () => setStrokes([]),
  }
}

function usedCovers(
  cover: FaceCover | null,
  faces: readonly CoveredFace[],
  panes: readonly PaneCovers[],
): UsedCovers | undefined {
  const coveredPhotos = faces.filter(({ place }) => place !== null).length
  const hasBrush = panes.some(({ strokes }) => strokes.some(({ look }) => look !== 'nothing'))
  if (!hasBrush && coveredPhotos === 0) return undefined
  return { face: cover && coveredPhotos > 0 ? { cover, coveredPhotos } : null, hasBrush }
}
