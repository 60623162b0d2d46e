import type { Size } from '../../../shared/domain/geometry/viewport.ts'
import { lineHeight, paintPlate, setFont, type TextLine, widthOf } from './canvas-text.ts'
import type { ExportLayout } from './export-layout.ts'
import type { Rectangle } from './export-shapes.ts'
import type { Scene } from './scene.ts'

/** What is written on a photo: a title, a line under it, and what was done to its light. */
export interface PhotoText {
  readonly title: string
  readonly detail: string | null
  readonly note?: string
}

const titlePx = 36
const detailPx = 28
/** Nothing is written closer to an edge: networks lay their own signs there. */
export const marginPx = 36
const paddingPx = 18
/** A photo that is narrower than this has smaller letters, down to a share of them. */
const usualRoomPx = 320
const smallestLetters = 0.5
/** A photo of which a split leaves less than this isn’t named. */
const leastSeenPx = 24
/** Of what stands above another, the name itself must find its place. */
const leastSeenAbovePx = 200

/** Pixels to a unit of text: pictures 1080 px wide or high are written in these sizes, larger ones in larger letters. */
export function textUnitOf({ widthPx, heightPx }: Size): number {
  return Math.min(widthPx, heightPx) / 1080
}

/** Names the photos that a scene shows, each in a lower corner of what it covers. */
export function paintPhotoTexts(context: CanvasRenderingContext2D, painted: Captioned): void {
  const { layout, scene, texts } = painted
  const { size } = layout
  const write = (index: number) => {
    if (texts[index] && layout.panes[index]) paintText(context, plateOf(context, painted, index))
  }
  switch (scene.kind) {
    case 'beside':
      for (const index of layout.panes.keys()) write(index)
      return
    case 'one':
      write(scene.fade < 0.5 ? scene.index : scene.index + 1)
      return
    case 'overlay':
    case 'change':
      write(0)
      write(1)
      return
    case 'split': {
      const seen = seenBesideSplit(scene, size)
      if (seen.first) write(0)
      if (seen.second) write(1)
    }
  }
}

/** Where photos may be named as long as a scene of this kind lasts, in pixels of the picture: what else is painted stays away from there and needn't move in a film. */
export function captionPlaces(context: CanvasRenderingContext2D, painted: Captioned): Rectangle[] {
  return painted.texts.flatMap((_, index) =>
    painted.layout.panes[index] ? plateOf(context, painted, index).place : [],
  )
}

/** What a picture's captions depend on. */
export interface Captioned {
  readonly layout: ExportLayout
  readonly scene: Scene
  /** Of each pane. */
  readonly texts: readonly PhotoText[]
}

interface Plate {
  readonly lines: readonly TextLine[]
  /** Pixels of the picture to a unit of the text. */
  readonly scale: number
  /** In pixels of the picture. */
  readonly place: Rectangle
}

/** The foot of the own line, in units of text. */
export function ownTextBottom({ safe, size }: ExportLayout): number {
  return safe.top / textUnitOf(size) + marginPx + ownTextHeightPx
}

/** Writes a line of the user's own at the upper edge. */
export function paintOwnText(context: CanvasRenderingContext2D, text: string, layout: ExportLayout): void {
  const unit = textUnitOf(layout.size)
  const [left, top] = [layout.safe.left / unit + marginPx, layout.safe.top / unit + marginPx]
  context.save()
  context.scale(unit, unit)
  const width = ownTextPlace(context, text, layout).widthPx / unit
  paintPlate(context, left, top, width, ownTextHeightPx)
  context.fillStyle = '#ffffff'
  context.fillText(text, left + paddingPx, top + 0.6 * paddingPx + detailPx, width - 2 * paddingPx)
  context.restore()
}

/** Where the own line stands, in pixels of the picture. */
export function ownTextPlace(context: CanvasRenderingContext2D, text: string, { safe, size }: ExportLayout): Rectangle {
  const unit = textUnitOf(size)
  const widest = safe.widthPx / unit - 2 * marginPx - 2 * paddingPx
  const width = Math.min(widest, widthOf(context, { text, px: detailPx, weight: 500 })) + 2 * paddingPx
  return {
    left: safe.left + marginPx * unit,
    top: safe.top + marginPx * unit,
    widthPx: width * unit,
    heightPx: ownTextHeightPx * unit,
  }
}

const ownTextHeightPx = detailPx * lineHeight + 1.2 * paddingPx

/** What of a photo may be written on, inside the part that is always visible. */
function roomFor(covered: Rectangle, { safe, size }: ExportLayout): Rectangle {
  const margin = marginPx * textUnitOf(size)
  const left = Math.max(covered.left, safe.left) + margin
  const top = Math.max(covered.top, safe.top) + margin
  const right = Math.min(covered.left + covered.widthPx, safe.left + safe.widthPx) - margin
  const bottom = Math.min(covered.top + covered.heightPx, safe.top + safe.heightPx) - margin
  return { left, top, widthPx: right - left, heightPx: bottom - top }
}

/** A photo's title and lines on a plate in a lower corner of what it covers. */
function plateOf(context: CanvasRenderingContext2D, { layout, scene, texts }: Captioned, index: number): Plate {
  const { covered } = layout.panes[index]!
  const isCut = index === 0 && scene.kind === 'split' && scene.direction === 'above'
  const room = roomFor(isCut ? cutAt(covered, scene.at * layout.size.heightPx) : covered, layout)
  const isRight = index === 1 && (scene.kind === 'overlay' || scene.kind === 'change' || scene.kind === 'split')
  const { title, detail, note } = texts[index]!
  const unit = textUnitOf(layout.size)
  const scale = unit * Math.min(Math.max(room.widthPx / (usualRoomPx * unit), smallestLetters), 1)
  const lines = [{ text: title, px: titlePx, weight: 600 }]
  for (const text of [detail, note]) if (text) lines.push({ text, px: detailPx, weight: 400 })
  const widest = room.widthPx / scale - 2 * paddingPx
  const widthPx = scale * (Math.min(widest, Math.max(...lines.map((line) => widthOf(context, line)))) + 2 * paddingPx)
  const heightPx = scale * (lines.reduce((sum, { px }) => sum + px * lineHeight, 0) + 1.2 * paddingPx)
  const left = isRight ? room.left + room.widthPx - widthPx : room.left
  return { lines, scale, place: { left, top: room.top + room.heightPx - heightPx, widthPx, heightPx } }
}

function paintText(context: CanvasRenderingContext2D, { lines, scale, place }: Plate): void {
  const [left, top, width, height] = [place.left, place.top, place.widthPx, place.heightPx].map(
    (length) => length / scale,
  ) as [number, number, number, number]
  context.save()
  context.scale(scale, scale)
  paintPlate(context, left, top, width, height)
  let baseline = top + 0.6 * paddingPx
  context.fillStyle = '#ffffff'
  for (const line of lines) {
    setFont(context, line)
    context.fillText(line.text, left + paddingPx, baseline + line.px, width - 2 * paddingPx)
    baseline += line.px * lineHeight
  }
  context.restore()
}

function seenBesideSplit({ at, direction }: Scene & { kind: 'split' }, size: Size) {
  const isAbove = direction === 'above'
  const length = isAbove ? size.heightPx : size.widthPx
  const least = (isAbove ? leastSeenAbovePx : leastSeenPx) * textUnitOf(size)
  return { first: at * length >= least, second: (1 - at) * length >= least }
}

/** What of a rectangle lies above a line. */
function cutAt(rectangle: Rectangle, line: number): Rectangle {
  return { ...rectangle, heightPx: Math.min(rectangle.heightPx, line - rectangle.top) }
}
