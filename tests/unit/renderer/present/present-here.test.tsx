// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { BlindCheck } from '../../../../renderer/features/present/blind-check.tsx'
import { movedTo, useOwnOrder } from '../../../../renderer/features/present/own-order.ts'
import { PresentHere } from '../../../../renderer/features/present/present-here.tsx'
import { SecondScreenBar } from '../../../../renderer/features/present/second-screen-bar.tsx'
import type { Engine } from '../../../../renderer/ports.ts'
import type { ShownComparison } from '../../../../renderer/viewer/shown-comparison.ts'
import { alignedAddress, photoAddress } from '../../../../shared/addresses.ts'
import { wholePicture } from '../../../../shared/domain/geometry/viewport.ts'
import type { Photo } from '../../../../shared/domain/photo.ts'
import { AppError } from '../../../../shared/errors.ts'
import { alignmentOf, crownLibrary, crownPhotos, showPair } from '../viewer/pair-bench.tsx'

vi.hoisted(() => vi.stubGlobal('CSS', { registerProperty: () => undefined, supports: () => false, escape: String }))

const [before, fresh, healed] = crownPhotos as [Photo, Photo, Photo]
const alignment = alignmentOf(before, healed)
const comparison: ShownComparison = {
  reference: before,
  moving: healed,
  alignment,
  isRigid: false,
  mode: 'overlay',
  viewport: wholePicture,
  opacity: 0.5,
  sliderPosition: 0.5,
  sideBySideCount: 2,
}
const neverAligned: Engine['alignPair'] = async () => {
  throw new AppError('engine-timeout')
}

beforeEach(() => useOwnOrder.setState({ subject: null, order: [], hidden: new Set() }))

async function present(alignPair: Engine['alignPair'] = neverAligned, about: Partial<ShownComparison> = {}) {
  const bridge = crownLibrary()
  bridge.answers['present.full-screen'] = async () => ({})
  const onEnd = vi.fn()
  await showPair(bridge, { alignPair }, <PresentHere comparison={{ ...comparison, ...about }} onEnd={onEnd} />)
  await screen.findByRole('main', { name: 'Present' })
  return { bridge, onEnd }
}
const sources = (pane: HTMLElement) => [...pane.querySelectorAll('img')].map(({ src }) => src)
const strip = () => within(screen.getByRole('navigation', { name: 'Stages' }))
const stages = () =>
  strip()
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent)

describe('presenting in this window', () => {
  test('shows the light as the desk does and says so; another stage is as shot', async () => {
    const half = { red: 0.8, green: 0.8, blue: 0.8 }
    const light = { kind: 'matched', lightVersion: 1, source: 'face', isColourMatched: true, isUneven: false } as const
    await present(neverAligned, {
      light: { ...light, reference: half, moving: { red: 1.25, green: 1.25, blue: 1.25 } },
    })
    expect(screen.getAllByText('Light matched')).toHaveLength(2)
    const pane = screen.getByRole('application', { name: /^Slider/ })
    expect(pane.querySelectorAll('filter')).toHaveLength(2)
    await userEvent.keyboard('{ArrowLeft}')
    await waitFor(() => expect(screen.queryByText('Light matched')).toBeNull())
    expect(document.querySelectorAll('filter')).toHaveLength(0)
  })

  test('fills the screen, shows the aligned pair under a slider, and says stage and date but no name', async () => {
    const { bridge, onEnd } = await present()
    expect(bridge.inputsOf('present.full-screen')).toEqual([{ isFull: true }])
    const pane = screen.getByRole('application', { name: /^Slider/ })
    expect(sources(pane)).toEqual([photoAddress(before, 'work'), alignedAddress(alignment.alignmentId, 'aligned')])
    expect(screen.getAllByText('16 Feb 2026 · 5 weeks after session 1')).toBeDefined()
    expect(document.documentElement.outerHTML).not.toMatch(/Ada|IMG_/)
    await userEvent.keyboard('{Escape}')
    expect(onEnd).toHaveBeenCalledOnce()
  })

  test('the arrows step the stages; a photo that isn’t aligned is only shown beside the other', async () => {
    await present()
    expect(screen.getByRole('button', { name: 'Next stage' })).toHaveProperty('disabled', true)
    await userEvent.keyboard('{ArrowLeft}')
    const panes = await screen.findAllByRole('application')
    expect(panes.map(sources)).toEqual([[photoAddress(before, 'work')], [photoAddress(fresh, 'work')]])
    expect(screen.getByRole('button', { name: /^Slider: only/ })).toHaveProperty('disabled', true)
    await userEvent.keyboard('2')
    expect(screen.getAllByRole('application')).toHaveLength(2)
    await userEvent.keyboard('{ArrowRight}')
    await screen.findByRole('application', { name: /^Slider/ })
  })

  test('a stage that is aligned only now goes under the slider as soon as it is', async () => {
    await present(async () => alignmentOf(before, fresh, { alignmentId: alignment.alignmentId }))
    await userEvent.keyboard('{ArrowLeft}')
    const pane = await screen.findByRole('application', { name: /^Slider.*Session 1/ })
    expect(sources(pane)).toContain(alignedAddress(alignment.alignmentId, 'aligned'))
  })

  test('photos are put in order by keys and by dragging, and left out', async () => {
    await present()
    expect(stages()).toEqual(['Before', 'Session 1', 'Healed 1'])
    await userEvent.click(screen.getByRole('button', { name: 'Photos and their order' }))
    const sheet = within(await screen.findByRole('dialog'))
    sheet.getByRole('button', { name: /^Move Healed 1 .* up$/ }).focus()
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}')
    await waitFor(() => expect(useOwnOrder.getState().order).toEqual([before, healed, fresh].map((p) => p.photoId)))
    const carried = new Map<string, string>()
    const dataTransfer = {
      types: ['application/x-stipple-slide'],
      setData: (type: string, value: string) => carried.set(type, value),
      getData: (type: string) => carried.get(type) ?? '',
    }
    const [first, , last] = sheet.getAllByRole('listitem')
    fireEvent.dragStart(last!, { dataTransfer })
    fireEvent.dragOver(first!, { dataTransfer })
    fireEvent.drop(first!, { dataTransfer })
    expect(useOwnOrder.getState().order).toEqual([fresh, before, healed].map((p) => p.photoId))
    await userEvent.click(sheet.getByRole('checkbox', { name: /^Present Session 1/ }))
    expect(sheet.getByRole('checkbox', { name: /^Present Before/ })).toHaveProperty('disabled', true)
    await userEvent.click(sheet.getByRole('button', { name: 'Done' }))
    expect(stages()).toEqual(['Before', 'Healed 1'])
  })

  test('a value is moved within a list, never lost', () => {
    expect(movedTo([1, 2, 3], 3, 0)).toEqual([3, 1, 2])
    expect(movedTo([1, 2, 3], 1, 99)).toEqual([2, 3, 1])
    expect(movedTo([1, 2, 3], 2, -1)).toEqual([2, 1, 3])
  })
})

describe('presenting on the second screen', () => {
  test('the desk opens it, leads it, can hold a picture, and ends it when it turns to something else', async () => {
    const bridge = crownLibrary()
    for (const name of ['present.start', 'present.show', 'present.end'] as const)
      bridge.answers[name] = async () => ({})
    const bar = (about: Partial<ShownComparison>) => (
      <SecondScreenBar comparison={{ ...comparison, ...about }} onEnd={vi.fn()} onHere={vi.fn()} />
    )
    const { rerender } = await showPair(bridge, { alignPair: neverAligned }, bar({}))
    await screen.findByText(/^The second screen shows Healed 1/)
    await waitFor(() => expect(bridge.inputsOf('present.start')).toHaveLength(1))
    expect(bridge.inputsOf('present.start')[0]!.scene).toMatchObject({ shownId: healed.photoId, mode: 'slider' })
    expect(JSON.stringify(bridge.inputsOf('present.start'))).not.toMatch(/Ada|IMG_/)
    rerender(bar({ moving: fresh, alignment: null }))
    await waitFor(() => expect(bridge.inputsOf('present.show').at(-1)?.scene.shownId).toBe(fresh.photoId))
    await userEvent.click(screen.getByRole('switch', { name: 'Hold this picture' }))
    const sent = bridge.inputsOf('present.show').length
    rerender(bar({}))
    await screen.findByText(/^The second screen shows Session 1/)
    expect(bridge.inputsOf('present.show')).toHaveLength(sent)
    rerender(<p>Something else</p>)
    await waitFor(() => expect(bridge.inputsOf('present.end')).toHaveLength(1))
  })

  test('where it can’t be opened that is said, and the desk goes on', async () => {
    const bridge = crownLibrary()
    bridge.answers['present.start'] = async () => {
      throw new AppError('refused', { reason: 'There is no second screen.' })
    }
    const onEnd = vi.fn()
    await showPair(bridge, {}, <SecondScreenBar comparison={comparison} onEnd={onEnd} onHere={vi.fn()} />)
    await screen.findByText('There is no second screen.')
    expect(onEnd).toHaveBeenCalledOnce()
  })
})

describe('a blind check', () => {
  test('shows A and B without a date, says after the answer what was what, and counts the right ones', async () => {
    const onEnd = vi.fn()
    await showPair(crownLibrary(), {}, <BlindCheck comparison={comparison} onEnd={onEnd} />)
    let right = 0
    for (const round of [1, 2, 3]) {
      await screen.findByText(`Round ${round} of 3`)
      expect(document.body.textContent).not.toMatch(/2026|Before|Session|Healed/)
      await userEvent.keyboard(round === 2 ? '{ArrowLeft}' : 'b')
      const said = screen.getByRole('heading').textContent ?? ''
      expect(said).toMatch(/^(Right|No): [AB] is newer\.$/)
      if (said.startsWith('Right')) right++
      expect(document.body.textContent).toMatch(/2026/)
      await userEvent.keyboard('{Enter}')
    }
    expect((await screen.findByRole('heading')).textContent).toMatch(new RegExp(`^${right} of 3 right: `))
    await userEvent.click(screen.getByRole('button', { name: 'Again' }))
    await screen.findByText('Round 1 of 3')
    await userEvent.keyboard('{Escape}')
    expect(onEnd).toHaveBeenCalledOnce()
  })
})
