import type { KeyboardEvent } from 'react'

/**
 * Moves the focus among the elements that match a selector, as they lie on the screen: left and right in their order, up and down to the nearest in the
 * next row. Put it on the element around them, as its key handler.
 */
export function moveFocusByArrows(event: KeyboardEvent<HTMLElement>, selector: string): void {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>(selector)]
  const index = items.indexOf(document.activeElement as HTMLElement)
  const from = items[index]
  if (!from) return
  const target = targetOf(event.key, items, index, from)
  if (!target) return
  event.preventDefault()
  target.focus()
}

function targetOf(key: string, items: readonly HTMLElement[], index: number, from: HTMLElement) {
  if (key === 'ArrowLeft') return items[index - 1]
  if (key === 'ArrowRight') return items[index + 1]
  if (key === 'ArrowUp') return nearestInRow(items.slice(0, index).reverse(), from)
  if (key === 'ArrowDown') return nearestInRow(items.slice(index + 1), from)
  return undefined
}

/** Of the first other row among the items (which come in the order of the walk), the item whose centre is nearest. */
function nearestInRow(items: readonly HTMLElement[], from: HTMLElement): HTMLElement | undefined {
  const start = middle(from)
  const rowY = items.map(middle).find(({ y }) => Math.abs(y - start.y) > 8)?.y
  if (rowY === undefined) return undefined
  const row = items.filter((item) => Math.abs(middle(item).y - rowY) <= 8)
  return row.toSorted((a, b) => Math.abs(middle(a).x - start.x) - Math.abs(middle(b).x - start.x))[0]
}

function middle(element: HTMLElement): { x: number; y: number } {
  const box = element.getBoundingClientRect()
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
