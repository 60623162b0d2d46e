import { atFullSize, panBy, type Size, type Viewport, wholeOf, zoomAt } from '../../shared/domain/geometry/viewport.ts'

/** One press of + or − on the keyboard. */
const zoomStep = 1.25
/** One press of an arrow key moves the picture by this share of the pane. */
const panShare = 0.1

/** The viewport after a key on a focused pane: + − 0 Z and the arrows; undefined when the key means nothing here. */
export function viewportAfterKey(key: string, viewport: Viewport, pane: Size, picture: Size): Viewport | undefined {
  const stepX = pane.widthPx * panShare
  const stepY = pane.heightPx * panShare
  switch (key) {
    case 'ArrowLeft':
      return panBy(viewport, pane, picture, { x: stepX, y: 0 })
    case 'ArrowRight':
      return panBy(viewport, pane, picture, { x: -stepX, y: 0 })
    case 'ArrowUp':
      return panBy(viewport, pane, picture, { x: 0, y: stepY })
    case 'ArrowDown':
      return panBy(viewport, pane, picture, { x: 0, y: -stepY })
    default:
      return zoomAfterKey(key, viewport, pane, picture)
  }
}

/** The viewport after one of the keys that zoom: + − 0 (fit) Z (100 %); undefined for any other. */
export function zoomAfterKey(key: string, viewport: Viewport, pane: Size, picture: Size): Viewport | undefined {
  const middle = { x: pane.widthPx / 2, y: pane.heightPx / 2 }
  switch (key) {
    case '+':
    case '=':
      return zoomAt(viewport, pane, picture, middle, zoomStep)
    case '-':
      return zoomAt(viewport, pane, picture, middle, 1 / zoomStep)
    case '0':
      return wholeOf(viewport)
    case 'z':
    case 'Z':
      return atFullSize(viewport, pane, picture)
    default:
      return undefined
  }
}
