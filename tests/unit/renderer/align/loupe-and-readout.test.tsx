// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test, vi } from 'vitest'
import { LandmarksScreen } from '../../../../renderer/features/align/screen.tsx'
import type { Engine } from '../../../../renderer/ports.ts'
import { type LandmarkPair, pairKeyOf } from '../../../../shared/domain/alignment.ts'
import type { Photo } from '../../../../shared/domain/photo.ts'
import { AppError } from '../../../../shared/errors.ts'
import { crownLibrary, crownPhotos, showPair } from '../viewer/pair-bench.tsx'

const [before, , healed] = crownPhotos as [Photo, Photo, Photo]
const foundHead = { centreX: 500, centreY: 400, radiusX: 200, radiusY: 300, angleDegrees: 0 }
const corners = [
  [200, 200],
  [600, 200],
  [600, 600],
  [200, 600],
  [400, 400],
] as const

/** Marks on the corners of a square and its middle, the moving ones shifted by (10, 10), each a little off as told. */
const marks = (offsets: readonly number[]): LandmarkPair[] =>
  offsets.map((off, index) => {
    const [x, y] = corners[index]!
    return { reference: { x, y }, moving: { x: x + 10 + off, y: y + 10 } }
  })

async function show(landmarks: readonly LandmarkPair[], findHead: Engine['findHead'] = vi.fn(async () => foundHead)) {
  const bridge = crownLibrary()
  const data = {
    pairKey: pairKeyOf(before, healed),
    referenceId: before.photoId,
    movingId: healed.photoId,
    landmarks: [...landmarks],
  }
  if (landmarks.length > 0) bridge.record([{ type: 'landmarks-placed', version: 1, data }])
  await showPair(
    bridge,
    { findHead },
    <LandmarksScreen referenceId={before.photoId} movingId={healed.photoId} onDone={() => undefined} />,
  )
  await screen.findByRole('button', { name: 'Save and align' })
  return bridge
}

const pane = (name: 'Reference photo' | 'Moving photo') => screen.getByRole('application', { name })
const readout = () => screen.getByRole('status', { name: 'How exact the landmarks are' }).textContent
const point = (number: number, side: 'reference' | 'moving') =>
  screen.getByRole('button', { name: `Landmark ${number} in the ${side} photo` })
const pointer = (target: Element, type: string, x: number, y: number) =>
  fireEvent(target, new PointerEvent(type, { clientX: x, clientY: y, button: 0, pointerId: 1, bubbles: true }))
/** Where the loupe of a pane stands; null when it isn't seen. It says nothing to a screen reader, so it has no role. */
const loupe = (name: 'Reference photo' | 'Moving photo') =>
  pane(name).querySelector<HTMLElement>('[data-loupe][data-shown="true"]')?.style.transform ?? null

describe('the loupe', () => {
  test('follows the pointer beside it, and goes when the pointer leaves or the photo is moved', async () => {
    await show([])
    expect(loupe('Reference photo')).toBeNull()
    pointer(pane('Reference photo'), 'pointermove', 200, 250)
    const first = loupe('Reference photo')
    expect(first).not.toBeNull()
    pointer(pane('Reference photo'), 'pointermove', 210, 250)
    expect(loupe('Reference photo')).not.toBe(first)
    expect(loupe('Moving photo')).toBeNull()
    pointer(pane('Reference photo'), 'pointerdown', 210, 250)
    pointer(pane('Reference photo'), 'pointermove', 260, 250)
    expect(loupe('Reference photo')).toBeNull()
    pointer(pane('Reference photo'), 'pointerup', 260, 250)
    pointer(pane('Reference photo'), 'pointermove', 270, 250)
    expect(loupe('Reference photo')).not.toBeNull()
    fireEvent.pointerLeave(pane('Reference photo').parentElement as HTMLElement)
    expect(loupe('Reference photo')).toBeNull()
  })

  test('stays on the mark of a begun pair while its spot is looked for in the other photo', async () => {
    await show([])
    for (const type of ['pointerdown', 'pointerup']) pointer(pane('Reference photo'), type, 100, 200)
    fireEvent.pointerLeave(pane('Reference photo').parentElement as HTMLElement)
    pointer(pane('Moving photo'), 'pointermove', 110, 200)
    expect(loupe('Reference photo')).not.toBeNull()
    expect(loupe('Moving photo')).not.toBeNull()
  })

  test('is on a mark while it is dragged and while keys nudge it; nothing is asked of the machine meanwhile', async () => {
    const bridge = await show(marks([0, 0]))
    const mark = point(1, 'moving')
    const asked = bridge.requests.length
    pointer(mark, 'pointerdown', 105, 105)
    pointer(mark, 'pointermove', 125, 105)
    const dragged = loupe('Moving photo')
    expect(dragged).not.toBeNull()
    pointer(mark, 'pointermove', 145, 105)
    expect(loupe('Moving photo')).not.toBe(dragged)
    pointer(mark, 'pointerup', 145, 105)
    fireEvent.pointerLeave(pane('Moving photo').parentElement as HTMLElement)
    expect(loupe('Moving photo')).toBeNull()
    fireEvent.keyDown(mark, { key: 'ArrowRight' })
    const nudged = loupe('Moving photo')
    expect(nudged).not.toBeNull()
    fireEvent.keyDown(mark, { key: 'ArrowRight', shiftKey: true })
    expect(loupe('Moving photo')).not.toBe(nudged)
    expect(bridge.requests.length).toBe(asked)
  })

  test('is switched off and on by its switch and by L', async () => {
    await show([])
    const toggle = screen.getByRole('switch', { name: 'Loupe' })
    fireEvent.keyDown(document.body, { key: 'l' })
    expect(toggle).toHaveProperty('checked', false)
    pointer(pane('Reference photo'), 'pointermove', 200, 250)
    expect(loupe('Reference photo')).toBeNull()
    await userEvent.click(toggle)
    pointer(pane('Reference photo'), 'pointermove', 220, 250)
    expect(loupe('Reference photo')).not.toBeNull()
  })
})

describe('moving and removing marks', () => {
  test('a mark that was placed has the focus, so arrow keys move it; after Delete its pane has it', async () => {
    await show([])
    for (const type of ['pointerdown', 'pointerup']) pointer(pane('Reference photo'), type, 100, 200)
    expect(document.activeElement).toBe(point(1, 'reference'))
    fireEvent.keyDown(point(1, 'reference'), { key: 'Delete' })
    expect(document.activeElement).toBe(pane('Reference photo'))
  })

  test('a mark can’t be moved off the photo, and a held key is one step for undo', async () => {
    await show(marks([0, 0]))
    const mark = point(1, 'reference')
    for (let press = 0; press < 30; press++)
      fireEvent.keyDown(mark, { key: 'ArrowLeft', shiftKey: true, repeat: press > 0 })
    expect(mark.style.left).toBe('0px')
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })
    expect(mark.style.left).toBe('100.25px')
  })

  test('one mark is removed by the mouse alone', async () => {
    await show(marks([0, 0, 0]))
    expect(screen.getByRole('button', { name: 'Remove the chosen landmark' })).toHaveProperty('disabled', true)
    await userEvent.click(point(2, 'moving'))
    await userEvent.click(screen.getByRole('button', { name: 'Remove landmark 2' }))
    expect(screen.getAllByRole('button', { name: /^Landmark \d in the moving photo$/ })).toHaveLength(2)
  })
})

describe('the read-out', () => {
  test('asks for one more pair at two, and says that three are a rough estimate', async () => {
    await show(marks([0, 0]))
    expect(readout()).toBe('Place one more pair to see how exact they are.')
    for (const [name, shift] of [
      ['Reference photo', 0],
      ['Moving photo', 5],
    ] as const)
      for (const type of ['pointerdown', 'pointerup']) pointer(pane(name), type, 300 + shift, 300 + shift)
    await waitFor(() => expect(readout()).toContain('% of the head’s width'))
    expect(readout()).toContain('Good')
    expect(readout()).toContain('Rough estimate')
  })

  test('says good marks to be good, in per cent and millimetres, without a rough estimate at five', async () => {
    await show(marks([0, 0, 0, 0, 3]))
    await waitFor(() => expect(readout()).toContain('about'))
    expect(readout()).toMatch(/^GoodHeld-out error: 0\.\d % of the head’s width \(about \d\.\d mm\)\.$/)
    expect(screen.queryByRole('button', { name: /^Show pair/ })).toBeNull()
  })

  test('names the pair that doesn’t fit, and goes to it', async () => {
    await show(marks([0, 0, 40, 0, 0]))
    const jump = await screen.findByRole('button', { name: 'Show pair 3' })
    expect(readout()).toContain('Look again')
    expect(readout()).toContain('Pair 3 doesn’t fit the others: 10.0 %.')
    await userEvent.click(jump)
    expect(document.activeElement).toBe(point(3, 'moving'))
    expect(point(3, 'moving').style.left).not.toBe('325.25px')
  })

  test('stays with pixels when the head isn’t found', async () => {
    await show(
      marks([0, 0, 0, 0, 8]),
      vi.fn(async () => {
        throw new AppError('refused', { reason: 'No head.' })
      }),
    )
    await waitFor(() => expect(readout()).toContain('The head wasn’t found'))
    expect(readout()).toMatch(/Held-out error: \d+\.\d pixels of the right photo/)
    expect(readout()).not.toContain('%')
  })
})

describe('marks that contradict each other', () => {
  const warning = () => screen.queryByRole('status', { name: 'What is wrong with the landmarks' })?.textContent
  const description = (number: number, side: 'reference' | 'moving') =>
    point(number, side).getAttribute('aria-description')

  test('are told of beside the preview while they are placed, with the mark to look at, until it is corrected', async () => {
    await show(marks([0, 0, 0, 0, 0]))
    expect(warning()).toBe('')
    for (let press = 0; press < 9; press++)
      fireEvent.keyDown(point(4, 'moving'), { key: 'ArrowRight', shiftKey: true, repeat: press > 0 })
    expect(warning()).toContain('Mark 4 doesn’t fit the other marks: look at it again.')
    expect([description(4, 'reference'), description(4, 'moving')]).toEqual(
      Array(2).fill('Doesn’t fit the other landmarks'),
    )
    expect(description(1, 'moving')).toBeNull()
    expect(readout()).not.toContain('fit')
    await userEvent.click(screen.getByRole('button', { name: 'Show pair 4' }))
    expect(document.activeElement).toBe(point(4, 'moving'))
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })
    expect(warning()).toBe('')
    expect(description(4, 'moving')).toBeNull()
  })

  test('are told of in the read-out where there is no preview', async () => {
    await show(marks([0, 0, 0, 90, 0]))
    await userEvent.click(screen.getByRole('switch', { name: 'Preview' }))
    expect(readout()).toContain('Mark 4 doesn’t fit the other marks: look at it again.')
    expect(screen.getByRole('button', { name: 'Show pair 4' })).toBeDefined()
  })

  test('that would fold the picture are previewed without bending, and that is said', async () => {
    await show(marks([0, 0, 0, 0]))
    expect(warning()).toBe('')
    const mark = point(1, 'moving')
    for (let press = 0; press < 40; press++)
      fireEvent.keyDown(mark, { key: 'ArrowRight', shiftKey: true, repeat: press > 0 })
    expect(warning()).toContain('Shown unbent: bent by these marks, the picture would fold.')
  })
})
