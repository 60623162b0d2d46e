// @vitest-environment happy-dom
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { attachGestures, type PaneGestures } from '../../../../renderer/viewer/gestures.ts'

/** happy-dom's wheel events have no place. */
function wheelAt(place: { clientX: number; clientY: number }, deltaY: number): WheelEvent {
  return Object.assign(new WheelEvent('wheel', { deltaY, cancelable: true, bubbles: true }), place)
}

function paneWith(gestures: Pick<PaneGestures, 'tap' | 'grab'> = {}) {
  const pane = document.createElement('div')
  document.body.append(pane)
  const box = { x: 100, y: 50, left: 100, top: 50, right: 600, bottom: 450, width: 500, height: 400 }
  vi.spyOn(pane, 'getBoundingClientRect').mockReturnValue({ ...box, toJSON: () => box })
  const handlers = { zoom: vi.fn<PaneGestures['zoom']>(), pan: vi.fn<PaneGestures['pan']>(), ...gestures }
  const stop = attachGestures(pane, () => handlers)
  onTestFinished(() => {
    stop()
    pane.remove()
  })
  const point = (type: string, x: number, y: number, pointerId = 1, target: Element = pane, button = 0) =>
    target.dispatchEvent(
      new PointerEvent(type, { clientX: 100 + x, clientY: 50 + y, pointerId, button, bubbles: true }),
    )
  return { pane, handlers, point, stop }
}

describe('gestures of a pane', () => {
  test('the wheel zooms in at the cursor, up is in', () => {
    const { pane, handlers } = paneWith()
    const event = wheelAt({ clientX: 220, clientY: 90 }, -100)
    pane.dispatchEvent(event)
    expect(handlers.zoom).toHaveBeenCalledExactlyOnceWith({ x: 120, y: 40 }, expect.closeTo(Math.exp(0.18), 6))
    expect(event.defaultPrevented).toBe(true)
  })

  test('a drag pans by what the hand moved', () => {
    const { handlers, point } = paneWith()
    point('pointerdown', 10, 10)
    point('pointermove', 30, 15)
    point('pointermove', 35, 5)
    point('pointerup', 35, 5)
    expect(handlers.pan.mock.calls).toEqual([[{ x: 20, y: 5 }], [{ x: 5, y: -10 }]])
  })

  test('a press without a drag is a tap, a drag is none', () => {
    const tap = vi.fn()
    const { point } = paneWith({ tap })
    point('pointerdown', 200, 100)
    point('pointermove', 201, 101)
    point('pointerup', 201, 101)
    expect(tap).toHaveBeenCalledExactlyOnceWith({ x: 201, y: 101 })
    point('pointerdown', 10, 10)
    point('pointermove', 60, 10)
    point('pointerup', 60, 10)
    expect(tap).toHaveBeenCalledTimes(1)
  })

  test('two fingers zoom between them', () => {
    const { handlers, point } = paneWith()
    point('pointerdown', 100, 100, 1)
    point('pointerdown', 200, 100, 2)
    point('pointermove', 300, 100, 2)
    expect(handlers.zoom).toHaveBeenCalledExactlyOnceWith({ x: 200, y: 100 }, 2)
  })

  test('a double click zooms in at the place, but not where clicks place something', () => {
    const { pane, handlers } = paneWith()
    pane.dispatchEvent(new MouseEvent('dblclick', { clientX: 150, clientY: 150 }))
    expect(handlers.zoom).toHaveBeenCalledExactlyOnceWith({ x: 50, y: 100 }, 2)
    const placing = paneWith({ tap: vi.fn() })
    placing.pane.dispatchEvent(new MouseEvent('dblclick', { clientX: 150, clientY: 150 }))
    expect(placing.handlers.zoom).not.toHaveBeenCalled()
  })

  test('controls inside the pane keep their own drag', () => {
    const { pane, handlers, point } = paneWith()
    const button = document.createElement('button')
    pane.append(button)
    point('pointerdown', 10, 10, 1, button)
    point('pointermove', 90, 10, 1, button)
    expect(handlers.pan).not.toHaveBeenCalled()
  })

  test('a drag that somebody takes doesn’t pan, and is told every place from where it began', () => {
    const drag = { move: vi.fn(), end: vi.fn(), cancel: vi.fn() }
    const grab = vi.fn(() => drag)
    const tap = vi.fn()
    const { handlers, point } = paneWith({ grab, tap })
    point('pointerdown', 10, 10)
    point('pointermove', 11, 10)
    expect(grab).not.toHaveBeenCalled()
    point('pointermove', 40, 10)
    point('pointermove', 60, 30)
    point('pointerup', 60, 30)
    expect(grab).toHaveBeenCalledExactlyOnceWith({ x: 10, y: 10 })
    expect(drag.move.mock.calls).toEqual([[{ x: 40, y: 10 }], [{ x: 60, y: 30 }]])
    expect([drag.end.mock.calls.length, drag.cancel.mock.calls.length]).toEqual([1, 0])
    expect([handlers.pan.mock.calls.length, tap.mock.calls.length]).toEqual([0, 0])
  })

  test('a drag that nobody takes pans; one with the middle button always does', () => {
    const drag = { move: vi.fn(), end: vi.fn(), cancel: vi.fn() }
    const free = paneWith({ grab: () => undefined })
    free.point('pointerdown', 10, 10)
    free.point('pointermove', 40, 10)
    expect(free.handlers.pan).toHaveBeenCalledExactlyOnceWith({ x: 30, y: 0 })
    const tap = vi.fn()
    const taken = paneWith({ grab: () => drag, tap })
    taken.point('pointerdown', 10, 10, 1, taken.pane, 1)
    taken.point('pointermove', 40, 10)
    taken.point('pointerup', 40, 10)
    expect(taken.handlers.pan).toHaveBeenCalledExactlyOnceWith({ x: 30, y: 0 })
    taken.point('pointerdown', 10, 10, 1, taken.pane, 1)
    taken.point('pointerup', 10, 10)
    expect([drag.move.mock.calls.length, tap.mock.calls.length]).toEqual([0, 0])
  })

  test('a second finger ends what the first one had taken, without keeping it', () => {
    const drag = { move: vi.fn(), end: vi.fn(), cancel: vi.fn() }
    const { handlers, point } = paneWith({ grab: () => drag })
    point('pointerdown', 100, 100, 1)
    point('pointermove', 130, 100, 1)
    point('pointerdown', 200, 100, 2)
    point('pointermove', 300, 100, 2)
    point('pointerup', 300, 100, 2)
    point('pointerup', 130, 100, 1)
    expect([drag.end.mock.calls.length, drag.cancel.mock.calls.length]).toEqual([0, 1])
    expect(handlers.zoom).toHaveBeenCalled()
  })

  test('nothing happens any more once it was stopped', () => {
    const { pane, handlers, stop } = paneWith()
    stop()
    pane.dispatchEvent(new WheelEvent('wheel', { deltaY: -100 }))
    expect(handlers.zoom).not.toHaveBeenCalled()
  })
})
