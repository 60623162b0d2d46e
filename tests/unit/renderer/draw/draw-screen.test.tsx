// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test, vi } from 'vitest'
import type { DrawnShape } from '../../../../shared/domain/drawing.ts'
import type { DomainEvent } from '../../../../shared/domain/events.ts'
import type { Photo } from '../../../../shared/domain/photo.ts'
import { drawingOn, oneOfEach, zoneAt } from '../../domain/drawing/drawing-samples.ts'
import type { InMemoryBridge } from '../in-memory-bridge.ts'
import { alignmentOf, crownLibrary, crownPhotos } from '../viewer/pair-bench.tsx'
import { showDrawing } from './draw-bench.tsx'

vi.hoisted(() => vi.stubGlobal('CSS', { registerProperty: () => undefined, supports: () => false, escape: String }))

const [before, , healed] = crownPhotos as [Photo, Photo, Photo]
const added = (bridge: InMemoryBridge) =>
  bridge.records.flatMap(({ event }) => (event.type === 'drawing-added' ? [event.data] : []))
const typesOf = (bridge: InMemoryBridge) => bridge.records.map(({ event }) => event.type)
const pane = () => screen.findByRole('application', { name: /^Photo to draw on/ })
const list = () => screen.getByRole('region', { name: 'List of drawings' })
const openList = () => screen.findByRole('region', { name: 'List of drawings' })
const status = () => screen.getByRole('status', { name: 'What to do next' }).textContent
const withDrawing = (...shapes: readonly DrawnShape[]) => {
  const bridge = crownLibrary()
  bridge.record(
    shapes.map(
      (shape, index): DomainEvent => ({
        type: 'drawing-added',
        version: 1,
        data: drawingOn(before, index + 1, shape),
      }),
    ),
  )
  return bridge
}

/** A press, moves and a release over the pane, in its pixels. */
function draw(element: HTMLElement, ...places: readonly (readonly [number, number])[]) {
  const fire = (type: string, [clientX, clientY]: readonly [number, number]) =>
    fireEvent(element, new PointerEvent(type, { clientX, clientY, pointerId: 1, button: 0, bubbles: true }))
  fire('pointerdown', places[0]!)
  for (const place of places.slice(1)) fire('pointermove', place)
  fire('pointerup', places.at(-1)!)
}

describe('drawing by mouse', () => {
  test('a stroke round an area is a zone of the chosen kind, in the photo’s pixels', async () => {
    const bridge = crownLibrary()
    await showDrawing(bridge, before)
    const element = await pane()
    await userEvent.keyboard('2')
    await userEvent.click(screen.getByRole('radio', { name: 'Avoid' }))
    const ring = Array.from({ length: 25 }, (_, index) => {
      const angle = (2 * Math.PI * index) / 24
      return [250 + 100 * Math.cos(angle), 200 + 100 * Math.sin(angle)] as const
    })
    draw(element, ...ring)
    await waitFor(() => expect(added(bridge)).toHaveLength(1))
    const { shape, photoId, quarterTurns } = added(bridge)[0]!
    expect([photoId, quarterTurns]).toEqual([before.photoId, 0])
    if (shape.kind !== 'zone') throw new Error('not a zone')
    expect(shape.zone).toBe('avoid')
    for (const { x, y } of shape.outline) expect(Math.hypot(x - 499.5, y - 399.5)).toBeCloseTo(200, -1)
    expect(await within(await openList()).findByRole('button', { name: 'Zone to avoid' })).toBeDefined()
  })

  test('clicks place the points of a hairline; the last one again ends it', async () => {
    const bridge = crownLibrary()
    await showDrawing(bridge, before)
    const element = await pane()
    await userEvent.keyboard('3')
    for (const [x, y] of [
      [100, 200],
      [250, 100],
      [400, 200],
    ] as const)
      draw(element, [x, y])
    expect(status()).toBe('3 points. Click the last one again, or press F, to finish.')
    draw(element, [402, 201])
    await waitFor(() => expect(added(bridge)).toHaveLength(1))
    expect(added(bridge)[0]!.shape).toEqual({
      kind: 'hairline',
      style: 'natural',
      edge: 'faded',
      line: [
        { x: 199.5, y: 399.5 },
        { x: 499.5, y: 199.5 },
        { x: 799.5, y: 399.5 },
      ],
    })
  })

  test('a drag with the choosing tool moves the chosen drawing by its line, and the photo anywhere else', async () => {
    const bridge = withDrawing({ kind: 'arrow', from: { x: 200, y: 200 }, to: { x: 600, y: 200 } })
    await showDrawing(bridge, before)
    const element = await pane()
    await within(await openList()).findByRole('button', { name: 'Arrow' })
    draw(element, [150, 300], [200, 350])
    expect(typesOf(bridge)).not.toContain('drawing-changed')
    draw(element, [200, 101])
    expect(await screen.findByRole('button', { name: 'Move Arrow' })).toBeDefined()
    draw(element, [200, 101], [210, 121], [220, 141])
    await waitFor(() => expect(typesOf(bridge)).toContain('drawing-changed'))
    expect([...bridge.facts.drawings.values()][0]!.shape).toEqual({
      kind: 'arrow',
      from: { x: 240, y: 280 },
      to: { x: 640, y: 280 },
    })
  })

  test('strokes of the brush go on with one drawing until the tool is taken anew', async () => {
    const bridge = crownLibrary()
    await showDrawing(bridge, before)
    const element = await pane()
    await userEvent.keyboard('7')
    draw(element, [100, 100], [140, 120], [180, 100])
    await waitFor(() => expect(added(bridge)).toHaveLength(1))
    draw(element, [100, 200], [140, 220], [180, 200])
    await waitFor(() => expect([...bridge.facts.drawings.values()][0]!.shape).toMatchObject({ strokes: [{}, {}] }))
    await userEvent.keyboard('7')
    draw(element, [300, 200], [340, 220], [380, 200])
    await waitFor(() => expect(added(bridge)).toHaveLength(2))
  })
})

describe('drawing by keyboard alone', () => {
  test('Enter places points at the cross-hair, arrow keys move it, F closes the zone', async () => {
    const bridge = crownLibrary()
    await showDrawing(bridge, before)
    await pane()
    await userEvent.keyboard('2')
    expect(document.activeElement).toBe(await pane())
    await userEvent.keyboard('{Enter}')
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}{Enter}')
    expect(status()).toBe('2 points. More points, please.')
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}{ArrowLeft}{Enter}f')
    await waitFor(() => expect(added(bridge)).toHaveLength(1))
    expect(added(bridge)[0]!.shape).toEqual({
      kind: 'zone',
      zone: 'treated',
      outline: [
        { x: 499.5, y: 399.5 },
        { x: 599.5, y: 399.5 },
        { x: 589.5, y: 499.5 },
      ],
    })
  })

  test('Ctrl+Z takes back placed points first, Escape leaves them', async () => {
    const bridge = crownLibrary()
    await showDrawing(bridge, before)
    await pane()
    await userEvent.keyboard('3{Enter}{Shift>}{ArrowRight}{/Shift}{Enter}')
    await userEvent.keyboard('{Control>}z{/Control}')
    expect(status()).toBe('1 point. More points, please.')
    await userEvent.keyboard('{Escape}')
    expect(status()).toMatch(/^Draw along the hairline/)
    expect(typesOf(bridge)).not.toContain('drawing-added')
  })

  test('a point is moved by arrow keys, in one change for a row of presses; Insert adds a point, Delete takes one', async () => {
    const bridge = withDrawing(zoneAt(500, 400, 200))
    await showDrawing(bridge, before)
    await userEvent.click(await within(await openList()).findByRole('button', { name: 'Treated zone' }))
    const point = await screen.findByRole('button', { name: 'Point 1 of Treated zone' })
    point.focus()
    // at once, as a hand presses them: what is slower than that is a change of its own
    for (const key of [
      { key: 'ArrowRight' },
      { key: 'ArrowRight' },
      { key: 'Shift' },
      { key: 'ArrowDown', shiftKey: true },
    ])
      fireEvent.keyDown(point, key)
    const outline = () => {
      const { shape } = [...bridge.facts.drawings.values()][0]!
      return shape.kind === 'zone' ? shape.outline : []
    }
    await waitFor(() => expect(outline()[0]).toEqual({ x: 704, y: 420 }), { timeout: 3000 })
    expect(typesOf(bridge).filter((type) => type === 'drawing-changed')).toHaveLength(1)
    await userEvent.keyboard('{Insert}')
    await waitFor(() => expect(outline()).toHaveLength(9))
    await userEvent.keyboard('{Delete}')
    await waitFor(() => expect(outline()).toHaveLength(8))
    expect(outline()[0]).not.toEqual({ x: 704, y: 420 })
  })

  test('the list renames, hides, shows and removes', async () => {
    const bridge = withDrawing(zoneAt(500, 400, 200), zoneAt(300, 300, 50))
    await showDrawing(bridge, before)
    const second = await within(await openList()).findByRole('button', { name: 'Rename Treated zone 2' })
    second.focus()
    await userEvent.keyboard('{Enter}')
    const field = await screen.findByRole('textbox', { name: 'Name' })
    await waitFor(() => expect(document.activeElement).toBe(field))
    await userEvent.keyboard('Whorl{Enter}')
    expect(await within(await openList()).findByRole('button', { name: 'Whorl' })).toBeDefined()
    expect(screen.getByRole('img', { name: '2 drawings: Treated, Whorl' })).toBeDefined()
    within(list()).getByRole('button', { name: 'Hide Whorl' }).focus()
    await userEvent.keyboard('{Enter}')
    expect(await screen.findByRole('img', { name: '1 drawing: Treated' })).toBeDefined()
    expect(await within(await openList()).findByRole('button', { name: 'Show Whorl' })).toBeDefined()
    await userEvent.keyboard('{Enter}')
    expect(await screen.findByRole('img', { name: '2 drawings: Treated, Whorl' })).toBeDefined()
    within(list()).getByRole('button', { name: 'Remove Whorl' }).focus()
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(within(list()).queryByRole('button', { name: 'Whorl' })).toBeNull())
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Treated zone'))
  })
})

describe('steps back and forth', () => {
  test('everything that was drawn is taken back and done again, step by step', async () => {
    const bridge = crownLibrary()
    await showDrawing(bridge, before)
    const element = await pane()
    await userEvent.keyboard('4')
    draw(element, [100, 100], [200, 200])
    await within(await openList()).findByRole('button', { name: 'Arrow' })
    await userEvent.keyboard('{Escape}5')
    draw(element, [300, 200], [340, 200])
    await within(await openList()).findByRole('button', { name: 'Circle' })
    await userEvent.keyboard('{Delete}')
    await waitFor(() => expect(within(list()).queryByRole('button', { name: 'Circle' })).toBeNull())
    const shown = () =>
      within(list())
        .queryAllByRole('button', { name: /^(Arrow|Circle)$/ })
        .map((row) => row.textContent)
    for (const wanted of [['Arrow', 'Circle'], ['Arrow'], []]) {
      await userEvent.keyboard('{Control>}z{/Control}')
      await waitFor(() => expect(shown()).toEqual(wanted))
    }
    expect((screen.getByRole('button', { name: 'Undo' }) as HTMLButtonElement).disabled).toBe(true)
    for (const wanted of [['Arrow'], ['Arrow', 'Circle'], ['Arrow']]) {
      await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')
      await waitFor(() => expect(shown()).toEqual(wanted))
    }
    await userEvent.keyboard('{Control>}z{/Control}')
    await waitFor(() => expect(shown()).toEqual(['Arrow', 'Circle']))
  })

  test('the library’s own undo knows what was drawn here', async () => {
    const bridge = crownLibrary()
    const { library } = await showDrawing(bridge, before)
    const element = await pane()
    await userEvent.keyboard('8')
    draw(element, [100, 100], [200, 100])
    await waitFor(() => expect(added(bridge)).toHaveLength(1))
    expect(await library.undo()).toBe('Drawn: Distance')
    expect([...bridge.facts.drawings.values()].map(({ isRemoved }) => isRemoved)).toEqual([true])
  })

  test('a refused change is said and nothing of it stays', async () => {
    const bridge = withDrawing(zoneAt(500, 400, 200))
    await showDrawing(bridge, before)
    await userEvent.click(await within(await openList()).findByRole('button', { name: 'Treated zone' }))
    bridge.answers['library.record'] = async () => {
      throw new Error('disk')
    }
    await userEvent.click(screen.getByRole('radio', { name: 'Blend' }))
    expect(await screen.findByRole('alert')).toBeDefined()
    expect(await within(await openList()).findByRole('button', { name: 'Treated zone' })).toBeDefined()
  })
})

describe('measuring', () => {
  const distance = { kind: 'measure', from: { x: 100, y: 500 }, to: { x: 400, y: 500 } } as const
  const head = {
    ellipse: { centreX: 500, centreY: 400, radiusX: 250, radiusY: 330, angleDegrees: 0 },
    by: 'automatic' as const,
    quarterTurns: 0,
  }

  test('without a scale a distance is told in per cent of the head’s width; a known length makes millimetres of it', async () => {
    const bridge = withDrawing(distance)
    bridge.record([{ type: 'head-marked', version: 1, data: { photoId: before.photoId, head } }])
    await showDrawing(bridge, before)
    expect(await screen.findByRole('img', { name: '1 drawing: 60.0 % of the head’s width' })).toBeDefined()
    expect(screen.getByText('No scale: distances are told in per cent of the head’s width.')).toBeDefined()
    const element = await pane()
    await userEvent.keyboard('9')
    draw(element, [100, 50], [150, 50])
    await userEvent.type(await screen.findByRole('textbox', { name: 'Its length' }), '20{Enter}')
    await waitFor(() => expect(typesOf(bridge)).toContain('scale-set'))
    expect(bridge.facts.photos.get(before.photoId)?.scale).toEqual({
      from: { x: 199.5, y: 99.5 },
      to: { x: 299.5, y: 99.5 },
      lengthMm: 20,
      by: 'length',
      quarterTurns: 0,
    })
    expect(await screen.findByRole('img', { name: /60\.0 mm/ })).toBeDefined()
    expect(screen.getByText('Something of known length: 20.0 mm. That is 5.0 pixels a millimetre.')).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Remove the scale' }))
    expect(await screen.findByRole('img', { name: /60\.0 % of the head’s width/ })).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
    expect(await screen.findByRole('img', { name: /60\.0 mm/ })).toBeDefined()
  })

  test('a coin’s size needn’t be known by heart', async () => {
    const bridge = crownLibrary()
    await showDrawing(bridge, before)
    const element = await pane()
    await userEvent.keyboard('9')
    draw(element, [100, 50], [150, 50])
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'The line lies on' }), 'euro-1')
    await userEvent.click(screen.getByRole('button', { name: 'Set the scale' }))
    await waitFor(() => expect(bridge.facts.photos.get(before.photoId)?.scale?.lengthMm).toBe(23.25))
  })

  test('the scale of an aligned photo counts here too', async () => {
    const bridge = withDrawing(distance)
    const transform = { similarity: { a: 2, b: 0, tx: 0, ty: 0 }, field: null }
    const scale = { from: { x: 0, y: 0 }, to: { x: 200, y: 0 }, lengthMm: 20, by: 'length' as const, quarterTurns: 0 }
    bridge.record([
      { type: 'alignment-made', version: 2, data: alignmentOf(before, healed, { transform }) },
      { type: 'scale-set', version: 1, data: { photoId: healed.photoId, scale } },
    ])
    await showDrawing(bridge, before)
    expect(await screen.findByRole('img', { name: '1 drawing: 60.0 mm' })).toBeDefined()
    expect(screen.getByText('Carried here from Healed 1: 5.0 pixels a millimetre.')).toBeDefined()
  })
})

test('every kind of drawing is listed and painted', async () => {
  const bridge = withDrawing(...oneOfEach)
  const { calls } = await showDrawing(bridge, before)
  await waitFor(() =>
    expect(within(list()).getAllByRole('button', { name: /^Remove / })).toHaveLength(oneOfEach.length),
  )
  await waitFor(() => {
    const texts = calls.filter(({ name }) => name === 'fillText').map(({ args }) => args[0])
    expect(texts).toEqual(expect.arrayContaining(['Treated', 'Hairline', 'lighter here']))
  })
})

test('what was drawn on another stage is carried here and listed, not to be changed', async () => {
  const bridge = crownLibrary()
  const transform = { similarity: { a: 1, b: 0, tx: 30, ty: 0 }, field: null }
  bridge.record([
    { type: 'alignment-made', version: 2, data: alignmentOf(before, healed, { transform }) },
    { type: 'drawing-added', version: 1, data: drawingOn(healed, 1, zoneAt(500, 400, 100)) },
  ])
  await showDrawing(bridge, before)
  expect(await within(await openList()).findByText('Carried here from other photos')).toBeDefined()
  expect(within(list()).getByText('Treated', { exact: false }).textContent).toContain('Healed 1')
  expect(within(list()).queryByRole('button', { name: /^Remove/ })).toBeNull()
  expect(screen.getByRole('img', { name: '1 drawing: Treated' })).toBeDefined()
})
