// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test, vi } from 'vitest'
import { LandmarksScreen } from '../../../../renderer/features/align/screen.tsx'
import type { Engine } from '../../../../renderer/ports.ts'
import { type Alignment, pairKeyOf } from '../../../../shared/domain/alignment.ts'
import type { HeadEllipse } from '../../../../shared/domain/head.ts'
import type { Photo } from '../../../../shared/domain/photo.ts'
import type { InMemoryBridge } from '../in-memory-bridge.ts'
import { alignmentOf, crownLibrary, crownPhotos, showPair } from '../viewer/pair-bench.tsx'

const [before, , healed] = crownPhotos as [Photo, Photo, Photo]
const pairKey = pairKeyOf(before, healed)
const foundHead: HeadEllipse = { centreX: 500, centreY: 400, radiusX: 200, radiusY: 300, angleDegrees: 0 }
const mark = (x: number) => ({ reference: { x, y: 100 }, moving: { x: x + 10, y: 110 } })

async function show(bridge: InMemoryBridge, about: Partial<Alignment> = { method: 'by-hand' }) {
  const alignPair = vi.fn<Engine['alignPair']>(async () => alignmentOf(before, healed, about))
  const findHead = vi.fn<Engine['findHead']>(async () => foundHead)
  const onDone = vi.fn()
  const shown = await showPair(
    bridge,
    { alignPair, findHead },
    <LandmarksScreen referenceId={before.photoId} movingId={healed.photoId} onDone={onDone} />,
  )
  await screen.findByRole('button', { name: 'Save and align' })
  return { ...shown, alignPair, findHead, onDone }
}

const pane = (name: 'Reference photo' | 'Moving photo') => screen.getByRole('application', { name })
const guidance = () => screen.getByRole('status', { name: 'What to do next' }).textContent
const saveButton = () => screen.getByRole('button', { name: 'Save and align' })
const point = (number: number, side: 'reference' | 'moving') =>
  screen.getByRole('button', { name: `Landmark ${number} in the ${side} photo` })

/** A click in a pane of 500 × 400 px that shows a photo of 1000 × 800 px whole: two photo pixels a screen pixel. */
function click(name: 'Reference photo' | 'Moving photo', x: number, y: number) {
  for (const type of ['pointerdown', 'pointerup'])
    fireEvent(
      pane(name),
      new PointerEvent(type, { clientX: x, clientY: y, button: 0, pointerId: 1, bubbles: true, cancelable: true }),
    )
}

function placeTwoPairs() {
  click('Reference photo', 100, 100)
  click('Moving photo', 110, 100)
  click('Reference photo', 300, 200)
  click('Moving photo', 310, 205)
}

describe('placing landmarks by hand', () => {
  test('says what to do next; two pairs can be saved, are recorded and align the photos', async () => {
    const bridge = crownLibrary()
    const { alignPair, onDone } = await show(bridge)
    expect(guidance()).toBe('Click a spot that you can find again in the other photo.')
    click('Reference photo', 100, 100)
    expect(guidance()).toBe('Click the same spot in the right photo.')
    expect(saveButton().getAttribute('aria-disabled')).toBe('true')
    await userEvent.click(saveButton())
    expect(bridge.facts.landmarks.size).toBe(0)
    click('Moving photo', 110, 100)
    click('Reference photo', 300, 200)
    click('Moving photo', 310, 205)
    await userEvent.click(saveButton())
    await waitFor(() => expect(onDone).toHaveBeenCalledOnce())
    expect(bridge.facts.landmarks.get(pairKey)?.landmarks).toEqual([
      { reference: { x: 199.5, y: 199.5 }, moving: { x: 219.5, y: 199.5 } },
      { reference: { x: 599.5, y: 399.5 }, moving: { x: 619.5, y: 409.5 } },
    ])
    expect(alignPair).toHaveBeenCalledOnce()
  })

  test('saving can be taken back: the earlier landmarks return', async () => {
    const bridge = crownLibrary()
    const landmarks = {
      pairKey,
      referenceId: before.photoId,
      movingId: healed.photoId,
      landmarks: [mark(1), mark(500)],
    }
    bridge.record([{ type: 'landmarks-placed', version: 1, data: landmarks }])
    const { library, onDone } = await show(bridge)
    fireEvent.keyDown(point(2, 'moving'), { key: 'Delete' })
    click('Reference photo', 300, 200)
    click('Moving photo', 310, 205)
    await userEvent.click(saveButton())
    await waitFor(() => expect(onDone).toHaveBeenCalledOnce())
    expect(bridge.facts.landmarks.get(pairKey)?.landmarks[1]?.reference).toEqual({ x: 599.5, y: 399.5 })
    expect(await library.undo()).toBe('Landmarks placed')
    expect(bridge.facts.landmarks.get(pairKey)?.landmarks).toEqual(landmarks.landmarks)
  })

  test('removing all of them goes back to automatic', async () => {
    const bridge = crownLibrary()
    const landmarks = {
      pairKey,
      referenceId: before.photoId,
      movingId: healed.photoId,
      landmarks: [mark(1), mark(500)],
    }
    bridge.record([{ type: 'landmarks-placed', version: 1, data: landmarks }])
    const { onDone } = await show(bridge, {})
    await userEvent.click(screen.getByRole('button', { name: 'Remove all landmarks' }))
    expect(guidance()).toContain('aligned automatically')
    await userEvent.click(saveButton())
    await waitFor(() => expect(onDone).toHaveBeenCalledOnce())
    expect(bridge.facts.landmarks.get(pairKey)?.landmarks).toEqual([])
  })

  test('all of it works by keyboard: Enter places, arrows move, Delete removes, Ctrl+Z undoes', async () => {
    await show(crownLibrary())
    fireEvent.keyDown(pane('Reference photo'), { key: 'Enter' })
    const placed = point(1, 'reference')
    expect(placed.style.left).toBe('250px')
    fireEvent.keyDown(placed, { key: 'ArrowRight', shiftKey: true })
    expect(placed.style.left).toBe('255px')
    fireEvent.keyDown(placed, { key: 'ArrowDown' })
    expect(placed.style.top).toBe('200.5px')
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })
    expect(placed.style.top).toBe('200px')
    fireEvent.keyDown(placed, { key: 'Delete' })
    expect(screen.queryByRole('button', { name: /^Landmark/ })).toBeNull()
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })
    expect(point(1, 'reference')).toBeDefined()
  })

  test('a point is dragged, and that is one step for undo', async () => {
    await show(crownLibrary())
    click('Reference photo', 100, 100)
    const dragged = point(1, 'reference')
    const move = (type: string, clientX: number) =>
      fireEvent(dragged, new PointerEvent(type, { clientX, clientY: 100, button: 0, pointerId: 1, bubbles: true }))
    move('pointerdown', 102)
    move('pointermove', 132)
    move('pointermove', 152)
    move('pointerup', 152)
    expect(dragged.style.left).toBe('150px')
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })
    expect(dragged.style.left).toBe('100px')
  })

  test('the preview starts with the second pair', async () => {
    await show(crownLibrary())
    expect(screen.queryByRole('application', { name: 'Preview' })).toBeNull()
    placeTwoPairs()
    expect(screen.getByRole('application', { name: 'Preview' })).toBeDefined()
    await userEvent.click(screen.getByRole('switch', { name: 'Preview' }))
    expect(screen.queryByRole('application', { name: 'Preview' })).toBeNull()
  })

  test('an outcome that isn’t good is said with its reasons, and the person stays or leaves', async () => {
    const quality = { ...alignmentOf(before, healed).quality, reasons: ['The points contradict each other.'] }
    const { onDone } = await show(crownLibrary(), { outcome: 'check', method: 'by-hand', quality })
    placeTwoPairs()
    await userEvent.click(saveButton())
    const dialog = await screen.findByRole('dialog', { name: 'Check the alignment' })
    expect(dialog.textContent).toContain('The points contradict each other.')
    expect(onDone).not.toHaveBeenCalled()
    await userEvent.click(screen.getByRole('button', { name: 'Keep adjusting' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(point(2, 'moving')).toBeDefined()
  })
})

describe('the head outline', () => {
  const headHandle = (name: string) =>
    screen.findByRole('button', { name: `${name} of the head outline in the reference photo` })

  test('is found, corrected by handles or keys, recorded, and the pair is aligned again', async () => {
    const bridge = crownLibrary()
    const { alignPair, onDone, library } = await show(bridge, {})
    await userEvent.click(screen.getByRole('radio', { name: 'Head outline' }))
    fireEvent.keyDown(await headHandle('Width'), { key: 'ArrowRight', shiftKey: true })
    await userEvent.click(saveButton())
    await waitFor(() => expect(onDone).toHaveBeenCalledOnce())
    expect(bridge.facts.photos.get(before.photoId)?.head).toEqual({
      ellipse: { ...foundHead, radiusX: 220 },
      by: 'hand',
      quarterTurns: 0,
    })
    expect(bridge.facts.photos.get(healed.photoId)?.head).toBeNull()
    expect(alignPair).toHaveBeenCalledOnce()
    expect(await library.undo()).toBe('Head outline changed')
    expect(bridge.facts.photos.get(before.photoId)?.head).toBeNull()
  })

  test('that was drawn by hand is shown as it is kept, and can be found automatically again', async () => {
    const bridge = crownLibrary()
    const head = { ellipse: { ...foundHead, centreX: 300 }, by: 'hand' as const, quarterTurns: 0 }
    bridge.record([{ type: 'head-marked', version: 1, data: { photoId: before.photoId, head } }])
    const { findHead, onDone } = await show(bridge, {})
    await userEvent.click(screen.getByRole('radio', { name: 'Head outline' }))
    expect((await headHandle('Position')).style.left).toBe('150.25px')
    expect(findHead.mock.calls.map(([photoId]) => photoId)).toEqual([healed.photoId])
    await userEvent.click(screen.getByRole('button', { name: 'Find automatically' }))
    await waitFor(async () => expect((await headHandle('Position')).style.left).toBe('250.25px'))
    await userEvent.click(saveButton())
    await waitFor(() => expect(onDone).toHaveBeenCalledOnce())
    expect(bridge.facts.photos.get(before.photoId)?.head).toBeNull()
  })
})
