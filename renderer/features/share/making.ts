import { type ExportMaking, longestText } from '../../../shared/domain/exported/export-making.ts'
import type { PaintedComparison } from './comparison-painter.ts'

/** What is recorded of how an export was made, so that it can be told for ever. */
export function makingOf({
  layout,
  scene,
  texts,
  ownText,
  sign,
  drawings,
}: Omit<PaintedComparison, 'pictures'>): ExportMaking {
  return {
    scene: scene.kind,
    photos: layout.panes.map(({ source, view }) => ({
      isReference: source.isReference,
      alignmentId: source.alignment?.alignmentId ?? null,
      isRigid: source.isRigid,
      section: {
        centreX: view.centreX,
        centreY: view.centreY,
        scale: view.scale,
        widthPx: view.widthPx,
        heightPx: view.heightPx,
      },
    })),
    texts: [
      ...texts.map(({ title, detail, note }) => [title, detail, note].filter(Boolean).join(' · ')),
      ...(ownText === '' ? [] : [ownText]),
      ...(sign?.name ? [sign.name] : []),
    ].map((text) => text.slice(0, longestText)),
    hasDrawings: drawings !== null,
    hasLogo: sign?.logo != null,
  }
}
