import type { Corner } from '../../../shared/domain/export-look.ts'
import type { Size } from '../../../shared/domain/geometry/viewport.ts'
import { lineHeight, paintPlate, setFont, widthOf } from './canvas-text.ts'
import { type Captioned, captionPlaces, ownTextPlace, textUnitOf } from './caption-painter.ts'
import type { ExportLayout } from './export-layout.ts'
import type { Rectangle } from './export-shapes.ts'
import { signPlace } from './sign-place.ts'

/** A studio's logo, ready to be painted. */
export interface SignLogo extends Size {
  readonly picture: CanvasImageSource
  /** What it lies on so that it is seen on skin and on black alike; `nothing`: it brings a ground of its own. */
  readonly ground: 'dark' | 'light' | 'nothing'
}

/** What stands for the studio on a picture: its name (empty: none), its logo, and where. */
export interface StudioMark {
  readonly name: string
  readonly logo: SignLogo | null
  readonly corner: Corner
}

/** A watermark: seen, but not before the photo is. */
const opacity = 0.85
/** In units of text; a logo is made as large as it fits in there. */
const logoRoom: Size = { widthPx: 220, heightPx: 110 }
const widestName = 300
const namePx = 26
const smallestNamePx = 15
const paddingPx = 12
const gapPx = 8

interface NameLines {
  readonly lines: readonly string[]
  readonly px: number
}

/** Paints what stands for the studio, in its corner, beside everything that is written; `legend`: the place of what the colours of a change mean. */
export function paintSign(
  context: CanvasRenderingContext2D,
  painted: Captioned & { readonly ownText: string },
  mark: StudioMark,
  legend: Rectangle | null,
): void {
  const { layout, ownText } = painted
  const logo = mark.logo && fitted(mark.logo)
  context.save()
  const taken = [
    ...captionPlaces(context, painted),
    ...(ownText ? [ownTextPlace(context, ownText, layout)] : []),
    ...(legend ? [legend] : []),
  ]
  const name = mark.name ? nameLines(context, mark.name) : null
  const nameSize = name && {
    widthPx: Math.min(widestName, Math.max(...name.lines.map((text) => widthOf(context, nameLine(text, name.px))))),
    heightPx: name.lines.length * name.px * lineHeight,
  }
  const isBare = name === null && mark.logo?.ground === 'nothing'
  const padding = isBare ? 0 : paddingPx
  const size = {
    widthPx: Math.max(logo?.widthPx ?? 0, nameSize?.widthPx ?? 0) + 2 * padding,
    heightPx: (logo?.heightPx ?? 0) + (nameSize?.heightPx ?? 0) + (logo && nameSize ? gapPx : 0) + 2 * padding,
  }
  const place = signPlace(layout, size, mark.corner, taken)
  if (place && (logo || name)) {
    const scale = place.widthPx / size.widthPx
    context.translate(place.left, place.top)
    context.scale(scale, scale)
    context.globalAlpha = opacity
    const isLight = mark.logo?.ground === 'light'
    if (!isBare) paintPlate(context, 0, 0, size.widthPx, size.heightPx, isLight ? 'light' : 'dark')
    if (logo && mark.logo)
      context.drawImage(mark.logo.picture, (size.widthPx - logo.widthPx) / 2, padding, logo.widthPx, logo.heightPx)
    if (name && nameSize) {
      context.fillStyle = isLight ? '#111111' : '#ffffff'
      let baseline = padding + (logo ? logo.heightPx + gapPx : 0) + name.px
      for (const text of name.lines) {
        const line = nameLine(text, name.px)
        const width = Math.min(widestName, widthOf(context, line))
        setFont(context, line)
        context.fillText(text, (size.widthPx - width) / 2, baseline, widestName)
        baseline += name.px * lineHeight
      }
    }
  }
  context.restore()
}

/** Where the legend of a change stands that ends at `bottom`, in units of text: it is as wide as the picture may be written on. */
export function legendPlace({ safe, size }: ExportLayout, bottom: number): Rectangle {
  return { left: safe.left, top: safe.top, widthPx: safe.widthPx, heightPx: bottom * textUnitOf(size) - safe.top }
}

function fitted({ widthPx, heightPx }: Size): Size {
  const factor = Math.min(logoRoom.widthPx / widthPx, logoRoom.heightPx / heightPx)
  return { widthPx: widthPx * factor, heightPx: heightPx * factor }
}

/** A name on one line, or on two where it is long; smaller letters where that isn't enough. */
function nameLines(context: CanvasRenderingContext2D, name: string): NameLines {
  const wide = (text: string) => widthOf(context, nameLine(text, namePx))
  if (wide(name) <= widestName) return { lines: [name], px: namePx }
  const words = name.split(/\s+/)
  const lines = words
    .slice(1)
    .map((_, index) => [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')])
    .toSorted((one, other) => Math.max(...one.map(wide)) - Math.max(...other.map(wide)))[0] ?? [name]
  const factor = Math.min(1, widestName / Math.max(...lines.map(wide)))
  return { lines, px: Math.max(smallestNamePx, Math.floor(namePx * factor)) }
}

function nameLine(text: string, px: number) {
  return { text, px, weight: 600 }
}
